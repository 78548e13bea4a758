#include "holds.h"

#include <algorithm>
#include <limits>
#include <map>

#include "dorsum/core/parallel.h"

namespace dorsum::motion {
namespace {

constexpr float search_reach = 6.0F;    // mm
constexpr float hold_reach = 4.0F;      // mm from the bone's area
constexpr float least_mask = 0.4F;
constexpr float beyond_nearest = 0.7F;  // mm: what is so much farther than the nearest, and than `close`, only lies by
constexpr float close = 2.0F;           // mm

}  // namespace

HoldFinder::HoldFinder(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) : atlas_(&atlas), meshes_(&meshes), query_(meshes.size()) {
  for (const atlas::PackedAttachment& attachment : atlas.attachments) {
    const auto bone = atlas.index_of(attachment.bone);
    if (bone && !query_[*bone]) query_[*bone] = std::make_unique<geometry::SurfaceQuery>(std::vector<const geometry::TriangleMesh*>{&meshes[*bone]});
  }
}

Holds HoldFinder::of(std::size_t muscle, const Welded& surface) const {
  Holds holds(surface.places.size());
  std::vector<float> nearest(surface.places.size(), std::numeric_limits<float>::infinity());
  for (const atlas::PackedAttachment& attachment : atlas_->attachments) {
    if (attachment.muscle != atlas_->structures[muscle].id) continue;
    const auto bone = atlas_->index_of(attachment.bone);
    if (!bone || *bone == muscle) continue;
    const geometry::TriangleMesh& mesh = (*meshes_)[*bone];
    if (attachment.mask >= mesh.masks.size()) continue;
    const std::vector<float>& mask = mesh.masks[attachment.mask];
    const std::optional<FrameIndex> frame = frame_of_bone(attachment.bone);
    for (std::size_t i = 0; i < surface.places.size(); ++i) {
      const auto hit = query_[*bone]->closest(glm::vec3(surface.places[i]), search_reach);
      if (!hit || hit->distance >= hold_reach || hit->distance >= nearest[i]) continue;
      const geometry::Triangle& t = mesh.triangles[hit->triangle];
      if (hit->barycentric.x * mask[t[0]] + hit->barycentric.y * mask[t[1]] + hit->barycentric.z * mask[t[2]] <= least_mask) continue;
      nearest[i] = hit->distance;
      holds[i] = {frame, attachment.end == atlas::MuscleEnd::origin ? End::origin : End::insertion};
    }
  }
  // What is much farther off than the nearest of its area only lies by.
  std::map<std::pair<int, End>, float> least;
  const auto area = [&](std::size_t i) { return std::pair(holds[i].frame ? static_cast<int>(*holds[i].frame) : -1, holds[i].end); };
  for (std::size_t i = 0; i < holds.size(); ++i) {
    if (holds[i].end == End::none) continue;
    const auto [at, fresh] = least.try_emplace(area(i), nearest[i]);
    at->second = std::min(at->second, nearest[i]);
  }
  for (std::size_t i = 0; i < holds.size(); ++i) {
    if (holds[i].end != End::none && nearest[i] > std::max(close, least[area(i)] + beyond_nearest)) holds[i] = {};
  }
  return holds;
}

}  // namespace dorsum::motion
