#include "dorsum/motion/lengths.h"

#include <glm/geometric.hpp>

namespace dorsum::motion {

std::optional<double> length_change(const geometry::TriangleMesh& rest, const Bent& bent) {
  if (rest.fibre.size() != rest.positions.size() || rest.fibre.empty()) return std::nullopt;
  if (bent.positions.empty()) return 0.0;
  double sum = 0.0, area = 0.0;
  for (const geometry::Triangle& t : rest.triangles) {
    const glm::dvec3 a(rest.positions[t[0]]), e1 = glm::dvec3(rest.positions[t[1]]) - a, e2 = glm::dvec3(rest.positions[t[2]]) - a;
    const double doubled = glm::length(glm::cross(e1, e2));
    constexpr double least_doubled = 0.6;  // mm2: slivers say nothing
    if (doubled < least_doubled) continue;
    // The step on the triangle that goes 1 mm along the fibres and none across: its gradient, in the triangle's own edges.
    const double f1 = static_cast<double>(rest.fibre[t[1]].x) - static_cast<double>(rest.fibre[t[0]].x);
    const double f2 = static_cast<double>(rest.fibre[t[2]].x) - static_cast<double>(rest.fibre[t[0]].x);
    const double g11 = glm::dot(e1, e1), g12 = glm::dot(e1, e2), g22 = glm::dot(e2, e2), det = g11 * g22 - g12 * g12;
    const double u = (g22 * f1 - g12 * f2) / det, v = (g11 * f2 - g12 * f1) / det;
    const double steep = glm::length(u * e1 + v * e2);
    constexpr double least_steep = 0.2;  // the fibres stand out of the surface here
    if (steep < least_steep) continue;
    const glm::dvec3 b(bent.positions[t[0]]), d1 = glm::dvec3(bent.positions[t[1]]) - b, d2 = glm::dvec3(bent.positions[t[2]]) - b;
    sum += doubled * glm::length(u * d1 + v * d2) / steep;
    area += doubled;
  }
  if (area <= 0.0) return std::nullopt;
  return 100.0 * (sum / area - 1.0);
}

bool is_mover(const Mover& mover, const atlas::Structure& structure, std::string_view motion_with_side) {
  if (mover.muscle != structure.muscle && mover.muscle != without_side(structure.id)) return false;
  const Side of = side_of(motion_with_side), own = structure.side();
  if (of == Side::midline || own == Side::midline) return true;
  return mover.on == Mover::On::other ? own != of : own == of;
}

std::optional<Part> part_of(const atlas::Structure& structure, const Pose& pose, const Motions& motions) {
  std::optional<Part> strongest;
  for (const auto& [id, degrees] : pose) {
    const Motion* motion = motions.motion(without_side(id));
    if (motion == nullptr || degrees <= 0.0F) continue;
    for (const Mover& mover : motion->movers) {
      if (!is_mover(mover, structure, id)) continue;
      const Part part{mover.role, static_cast<double>(degrees) / motion->range};
      if (!strongest || part.role < strongest->role || (part.role == strongest->role && part.share > strongest->share)) strongest = part;
    }
  }
  return strongest;
}

}  // namespace dorsum::motion
