#pragma once
// Soft relief on the skin: swellings and furrows that run along a course, such as the clavicle under the
// skin or the fold below the buttock. The skin is raised by the course's height, falling off with distance
// as a bell curve.

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/core/json_reader.h"

namespace dorsum::sculpt {

/// From where a relief's course is drawn on the body: only the two coordinates seen from there count.
enum class SeenFrom { front, back, above };

struct Relief {
  SeenFrom from = SeenFrom::back;
  std::vector<glm::vec3> course;  ///< lateral, height (from above: posterior), and by how much the skin rises there; mm
  float width = 10.0F;            ///< mm from the course at which 1/e of the rise is left

  /// mm by which the skin rises at a point near it (folded frame); negative in a furrow.
  [[nodiscard]] float rise_at(glm::vec3 folded) const;
};

/// An object of reliefs by name, each {"seen_from": "front", "along": [[lateral, height, rise], ...], "width": mm}.
[[nodiscard]] std::vector<Relief> read_relief(const JsonReader& figures);

}  // namespace dorsum::sculpt
