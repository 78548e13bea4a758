#include "dorsum/body/attachments.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>
#include <map>
#include <tuple>

#include "dorsum/core/assert.h"
#include "skin_areas.h"

namespace dorsum::body {

std::vector<Attachment> attachments_on(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) {
  assert(atlas.structures.size() == meshes.size());
  std::vector<Attachment> list;
  std::map<std::size_t, std::vector<double>> areas_of;  // many muscles hold on one bone
  for (const atlas::PackedAttachment& fact : atlas.attachments) {
    const auto muscle = atlas.index_of(fact.muscle);
    const auto bone = atlas.index_of(fact.bone);
    if (!muscle || !bone || *bone >= meshes.size()) continue;
    const geometry::TriangleMesh& mesh = meshes[*bone];
    if (fact.mask >= mesh.masks.size() || mesh.masks[fact.mask].size() != mesh.positions.size()) continue;
    const std::vector<float>& mask = mesh.masks[fact.mask];
    Attachment attachment{.muscle = *muscle, .bone = *bone, .end = fact.end, .mask = fact.mask, .area_mm2 = 0.0, .centre = {}};
    std::vector<double>& areas = areas_of[*bone];
    if (areas.empty()) areas = vertex_areas(mesh);
    glm::dvec3 middle(0.0);
    for (std::size_t v = 0; v < mask.size(); ++v) {
      const double weight = areas[v] * static_cast<double>(mask[v]);
      attachment.area_mm2 += weight;
      middle += weight * glm::dvec3(mesh.positions[v]);
    }
    if (!(attachment.area_mm2 > 0.0)) continue;
    middle /= attachment.area_mm2;
    // Of those that are marked by half or, where none is, of those that are marked at all.
    std::pair least{true, std::numeric_limits<float>::infinity()};
    std::uint32_t nearest = 0;
    for (std::size_t v = 0; v < mask.size(); ++v) {
      const std::pair away{mask[v] < 0.5F, glm::distance(mesh.positions[v], glm::vec3(middle))};
      if (!(mask[v] > 0.0F && areas[v] > 0.0) || away >= least) continue;
      least = away;
      nearest = static_cast<std::uint32_t>(v);
    }
    if (const auto centre = geometry::corner_point(static_cast<std::uint32_t>(*bone), mesh, nearest)) attachment.centre = {*centre, mesh.positions[nearest]};
    list.push_back(attachment);
  }
  std::sort(list.begin(), list.end(), [](const Attachment& a, const Attachment& b) {
    return std::tie(a.muscle, a.end, a.bone) < std::tie(b.muscle, b.end, b.bone);
  });
  return list;
}

}  // namespace dorsum::body
