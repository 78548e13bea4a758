#pragma once
// Whether meshes lie and measure as parts of a body do, and which frame of the file would make them.

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/structure.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/imports/frame.h"

namespace dorsum::imports {

/// A structure as it was read, for the questions that are asked of it; mm, body frame.
struct Placed {
  std::string id;
  geometry::Bounds bounds;
  glm::vec3 centre{0.0F};  ///< mean of its vertices
  glm::vec3 tail{0.0F};    ///< where its thin end points (third moment of its vertices, scaled to at most 1)
};
[[nodiscard]] Placed placed(const atlas::Structure& structure, const geometry::TriangleMesh& mesh);

struct Contradiction {
  std::string what;    ///< "the skin is 1.7 mm tall, a body 1000 to 2200 mm"
  bool of_size = false;  ///< else of axes
  bool certain = true;   ///< not so of structures whose sizes are told by a rough figure
};

/// Why a structure can't have a mesh of this size; empty where it can.
[[nodiscard]] std::string size_problem(std::string_view id, const geometry::Bounds& bounds);

/// What can't be so in a standing body. Where too little is mapped to tell, nothing is said.
[[nodiscard]] std::vector<Contradiction> contradictions_of(const std::vector<Placed>& parts);

/// The frames in which fewer things contradict than as it was read, and fewest of all, those nearest to `read` (fewest
/// options to change); several where the parts that are mapped don't tell them apart, none where no frame helps.
[[nodiscard]] std::vector<Frame> frames_that_mend(const std::vector<Placed>& parts, const Frame& read);

}  // namespace dorsum::imports
