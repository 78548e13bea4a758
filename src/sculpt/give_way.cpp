#include "give_way.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::sculpt {
namespace {

constexpr int giving_rounds = 6;
constexpr float together = 22.0F;         // mm: how far around a place the surface moves along with it
constexpr float deepest_to_push = 12.0F;  // mm: what lies deeper than this in another surface isn't pushed through it
constexpr float clearance = 0.2F;         // mm left between surfaces

struct Push {
  glm::vec3 at;
  glm::vec3 by;
};

/// Surfaces to keep away from, those near the mesh.
class Neighbours {
 public:
  Neighbours(const geometry::TriangleMesh& mesh, const std::vector<const geometry::TriangleMesh*>& all) {
    const geometry::Bounds box = geometry::bounds_of(mesh);
    for (const geometry::TriangleMesh* other : all) {
      const geometry::Bounds theirs = geometry::bounds_of(*other);
      if (other->triangles.empty() || !geometry::within(box, theirs, together)) continue;
      meshes_.push_back(other);
      boxes_.push_back(theirs);
    }
    query_.emplace(meshes_);
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(meshes_.size()); }

  /// Whether the point may lie within the other: it can't outside its box.
  [[nodiscard]] bool may_hold(std::uint32_t other, glm::vec3 p) const {
    const geometry::Bounds& box = boxes_[other];
    return p.x > box.low.x && p.x < box.high.x && p.y > box.low.y && p.y < box.high.y && p.z > box.low.z && p.z < box.high.z;
  }

  struct Nearest {
    float outside;      ///< mm, negative within the other
    glm::vec3 outward;  ///< unit
  };
  [[nodiscard]] std::optional<Nearest> nearest(glm::vec3 point, std::uint32_t other, float reach) const {
    const auto found = query_->closest(point, reach, other);
    if (!found) return std::nullopt;
    const geometry::TriangleMesh& mesh = *meshes_[other];
    const geometry::Triangle& t = mesh.triangles[found->triangle];
    const glm::vec3 a = mesh.positions[t[0]];
    const glm::vec3 cross = glm::cross(mesh.positions[t[1]] - a, mesh.positions[t[2]] - a);
    const float length = glm::length(cross);
    if (!(length > 0.0F)) return std::nullopt;
    const bool inside = glm::dot(point - found->position, cross) < 0.0F;
    return Nearest{inside ? -found->distance : found->distance, cross / length};
  }

 private:
  std::vector<const geometry::TriangleMesh*> meshes_;
  std::vector<geometry::Bounds> boxes_;
  std::optional<geometry::SurfaceQuery> query_;
};

/// Moves every vertex by the mean of the pushes around it, fading with the distance from the nearest of them.
void follow(geometry::TriangleMesh& mesh, const std::vector<Push>& pushes) {
  for (glm::vec3& p : mesh.positions) {
    glm::vec3 sum(0.0F);
    float weights = 0.0F, strongest = 0.0F;
    for (const Push& push : pushes) {
      const float x = glm::distance(p, push.at) / together;
      if (x >= 1.0F) continue;
      const float weight = (1.0F - x * x) * (1.0F - x * x);
      const float sharp = weight * weight * weight * weight;  // the nearest pushes count most
      sum += sharp * push.by;
      weights += sharp;
      strongest = std::max(strongest, weight);
    }
    if (weights > 0.0F) p += strongest * sum / weights;
  }
}

}  // namespace

void give_way(geometry::TriangleMesh& mesh, const std::vector<const geometry::TriangleMesh*>& others,
              const geometry::TriangleMesh* skin, float cover) {
  const Neighbours flesh(mesh, others);
  std::vector<const geometry::TriangleMesh*> hull;
  if (skin != nullptr) hull.push_back(skin);
  const Neighbours hide(mesh, hull);
  for (int round = 0; round < giving_rounds; ++round) {
    std::vector<Push> pushes;
    for (const glm::vec3& p : mesh.positions) {
      for (std::uint32_t other = 0; other < flesh.count(); ++other) {
        if (!flesh.may_hold(other, p)) continue;
        const auto found = flesh.nearest(p, other, deepest_to_push);
        if (found && found->outside < 0.0F) pushes.push_back({p, (clearance - found->outside) * found->outward});
      }
    }
    follow(mesh, pushes);
    pushes.clear();
    for (const glm::vec3& p : mesh.positions) {
      const auto found = hide.count() > 0 ? hide.nearest(p, 0, 3.0F * deepest_to_push) : std::nullopt;
      if (found && found->outside > -cover) pushes.push_back({p, -(found->outside + cover) * found->outward});
    }
    follow(mesh, pushes);
  }
  geometry::compute_normals(mesh, 180.0F);
}

}  // namespace dorsum::sculpt
