// Marking attachment areas: which vertices of a bone lie close to a muscle's surface and face it.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <optional>

#include "dorsum/body/attachments.h"
#include "dorsum/core/assert.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::body {
namespace {

// mm, before scaling to the body.
constexpr float farthest_gap = 9.0F;    // a muscle that ends farther from a bone isn't attached to it on this pack
constexpr float area_closeness = 2.6F;  // beyond the least gap: this much farther still belongs to the area
constexpr float mask_edge = 2.2F;       // over which the mask falls to nothing
constexpr float away_from = -0.1F;      // cosine: bone that looks away from the muscle, as a blade's other face does

constexpr float unreached = std::numeric_limits<float>::infinity();

/// A muscle's surface to measure from.
class Muscle {
 public:
  explicit Muscle(const geometry::TriangleMesh& mesh) : mesh_(&mesh), query_({&mesh}), bounds_(geometry::bounds_of(mesh)) {}

  /// mm from a point of bone to the muscle, 0 inside it; unreached when farther than `reach` or looking away.
  [[nodiscard]] float gap(glm::vec3 point, glm::vec3 normal, float reach) const {
    const glm::vec3 nearest = glm::clamp(point, bounds_.low, bounds_.high);
    if (glm::distance(nearest, point) > reach) return unreached;
    const auto found = query_.closest(point, reach);
    if (!found) return unreached;
    const geometry::Triangle& t = mesh_->triangles[found->triangle];
    const glm::vec3 a = mesh_->positions[t[0]];
    const glm::vec3 outward = glm::cross(mesh_->positions[t[1]] - a, mesh_->positions[t[2]] - a);
    const glm::vec3 toward = found->position - point;
    if (glm::dot(toward, outward) >= 0.0F) return 0.0F;
    return glm::dot(normal, toward) < away_from * found->distance ? unreached : found->distance;
  }

 private:
  const geometry::TriangleMesh* mesh_;
  geometry::SurfaceQuery query_;
  geometry::Bounds bounds_;
};

/// Whether a point lies where an entry of the facts says.
class AllowedBone {
 public:
  AllowedBone(const atlas::AttachmentBones& entry, const std::string& bone, Side side, const atlas::Landmarks& landmarks, float scale)
      : within_(entry.within_mm * scale), beyond_(entry.beyond_mm * scale), facing_(static_cast<float>(entry.facing)) {
    for (const std::string& formula : entry.near) {
      const auto point = atlas::evaluate(atlas::formula_for_bone(formula, bone), landmarks, side, scale);
      if (point) points_.push_back(*point);
    }
    known_ = entry.near.empty() || !points_.empty();
  }

  [[nodiscard]] bool known() const { return known_; }  ///< false when this pack lacks its landmarks
  [[nodiscard]] bool has(glm::vec3 p, glm::vec3 normal) const {
    if (facing_ * normal.z < 0.0F) return false;
    if (points_.empty()) return true;
    float nearest = unreached;
    for (const glm::vec3& point : points_) nearest = std::min(nearest, glm::distance(p, point));
    return nearest <= within_ && nearest >= beyond_;
  }

 private:
  std::vector<glm::vec3> points_;
  float within_, beyond_, facing_;
  bool known_ = true;
};

/// The mask of one muscle's end on one bone; none when it doesn't reach it.
std::optional<std::vector<float>> mask_of(const geometry::TriangleMesh& bone, const Muscle& muscle, const AllowedBone& place, float scale) {
  const float reach = (farthest_gap + area_closeness + mask_edge) * scale;
  std::vector<float> gaps(bone.positions.size(), unreached);
  float least = unreached;
  for (std::size_t v = 0; v < gaps.size(); ++v) {
    if (!place.has(bone.positions[v], bone.normals[v])) continue;
    gaps[v] = muscle.gap(bone.positions[v], bone.normals[v], reach);
    least = std::min(least, gaps[v]);
  }
  if (!(least <= farthest_gap * scale)) return std::nullopt;
  for (float& value : gaps) {
    value = value == unreached ? 0.0F : 1.0F - glm::smoothstep(0.0F, mask_edge * scale, value - least - area_closeness * scale);
  }
  return gaps;
}

}  // namespace

std::vector<std::string> mark_attachments(atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes,
                                          const atlas::AttachmentFacts& facts) {
  assert(atlas.structures.size() == meshes.size());
  std::vector<std::string> notes;
  atlas.attachments.clear();
  for (geometry::TriangleMesh& mesh : meshes) mesh.masks.clear();
  const float scale = atlas::body_scale(atlas.landmarks);
  for (std::size_t m = 0; m < meshes.size(); ++m) {
    const std::string& id = atlas.structures[m].id;
    const auto found = facts.find(without_side(id));
    if (found == facts.end()) continue;
    const Side side = side_of(id);
    const Muscle muscle(meshes[m]);
    for (const atlas::AttachmentBones& entry : found->second.bones) {
      for (const std::string& name : entry.bones) {
        const auto paired = atlas.index_of(with_side(name, side));
        const auto b = paired ? paired : atlas.index_of(name);
        if (!b) continue;  // the pack has no such bone; its own notes say so
        const AllowedBone place(entry, name, side, atlas.landmarks, scale);
        auto mask = place.known() ? mask_of(meshes[*b], muscle, place, scale) : std::nullopt;
        const std::string& bone = atlas.structures[*b].id;
        if (!mask) {
          notes.push_back(fmt::format("{}: its {} doesn't reach {}", id, name_of(entry.end), bone));
        } else if (meshes[*b].masks.size() == atlas::most_masks) {
          notes.push_back(fmt::format("{}: its {} on {} is left out: that bone has {} areas already", id,
                                      name_of(entry.end), bone, atlas::most_masks));
        } else {
          atlas.attachments.push_back({id, entry.end, bone, meshes[*b].masks.size()});
          meshes[*b].masks.push_back(std::move(*mask));
        }
      }
    }
  }
  return notes;
}

}  // namespace dorsum::body
