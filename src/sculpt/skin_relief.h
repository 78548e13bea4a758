#pragma once
// Soft relief on the skin: swellings and furrows that run along a course, such as the clavicle under the
// skin or the fold below the buttock. The skin is raised by the course's height, falling off with distance
// as a bell curve.

#include <cmath>
#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/core/json_reader.h"

namespace dorsum::sculpt {

/// 1 at 0, 1/e at `width`.
inline float bell(float x, float width) { return std::exp(-x * x / (width * width)); }

/// From where a relief's course is drawn on the body: only the two coordinates seen from there count.
enum class SeenFrom { front, back, above };

/// What lies before it counts as the front: y = `posterior` at `height`, and `slope` mm more for each mm upward.
struct FrontalPlane {
  float height = 0.0F, posterior = -95.0F, slope = 0.0F;  ///< mm; upright through the middle of trunk and head
};

struct Relief {
  SeenFrom from = SeenFrom::back;
  std::vector<glm::vec3> course;  ///< lateral, height (from above: posterior), and by how much the skin rises there; mm
  float width = 10.0F;            ///< mm from the course at which 1/e of the rise is left
  FrontalPlane plane{};

  /// mm by which the skin rises at a point near it (folded frame); negative in a furrow.
  [[nodiscard]] float rise_at(glm::vec3 folded) const;
};

/// An object of reliefs by name, each {"seen_from": "front", "along": [[lateral, height, rise], ...], "width": mm}.
[[nodiscard]] std::vector<Relief> read_relief(const JsonReader& figures, const FrontalPlane& plane = {});

}  // namespace dorsum::sculpt
