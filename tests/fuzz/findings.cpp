// What a reader of mesh files tells: bytes of a process that a stranger's file may have taken over.

#include "findings.h"

#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  const auto found = imports::findings_of(bytes, "one.obj");
  if (!good_or_told(found)) return;
  for (std::size_t i = 0; i < found->nodes.size(); ++i) {
    const imports::FoundNode& node = found->nodes[i];
    demand(node.parent == imports::FoundNode::no_parent || node.parent < i, "parents stand before their children");
    for (const glm::vec3& position : node.mesh.positions) demand(geometry::is_finite(position), "every place is a number");
    for (const geometry::Triangle& triangle : node.mesh.triangles) {
      for (const std::uint32_t corner : triangle) demand(corner < node.mesh.positions.size(), "every corner is there");
    }
  }
}

}  // namespace dorsum::fuzz
