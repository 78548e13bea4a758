#include "muscle_ends.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>

#include "dorsum/geometry/surface_query.h"

namespace dorsum::body {
namespace {

constexpr float reach = 12.0F;          // mm from a muscle to the bone it holds on, at most
constexpr float end_closeness = 2.5F;   // mm beyond the least gap
constexpr float end_of_column = 0.06F;  // of its length

/// The marked part of a bone, alone: also where an area is no larger than the triangles around one vertex.
geometry::TriangleMesh marked_part(const geometry::TriangleMesh& bone, const std::vector<float>& mask) {
  geometry::TriangleMesh part;
  part.positions = bone.positions;
  for (const geometry::Triangle& t : bone.triangles) {
    if (std::max({mask[t[0]], mask[t[1]], mask[t[2]]}) >= 0.5F) part.triangles.push_back(t);
  }
  return part;
}

/// Marks the vertices of the muscle nearest to a bone's marked part.
void mark_near(const geometry::TriangleMesh& muscle, const geometry::TriangleMesh& part, std::vector<bool>& marked) {
  if (part.triangles.empty()) return;
  const geometry::SurfaceQuery query({&part});
  std::vector<float> gaps(muscle.positions.size(), std::numeric_limits<float>::infinity());
  float least = reach;
  for (std::size_t v = 0; v < gaps.size(); ++v) {
    const auto found = query.closest(muscle.positions[v], least + end_closeness);
    if (!found) continue;
    gaps[v] = found->distance;
    least = std::min(least, gaps[v]);
  }
  for (std::size_t v = 0; v < gaps.size(); ++v) {
    if (gaps[v] <= least + end_closeness) marked[v] = true;
  }
}

glm::vec3 middle_of(const geometry::TriangleMesh& mesh, const std::vector<bool>& marked) {
  glm::vec3 sum(0.0F);
  float count = 0.0F;
  for (std::size_t v = 0; v < marked.size(); ++v) {
    if (!marked[v]) continue;
    sum += mesh.positions[v];
    count += 1.0F;
  }
  return count > 0.0F ? sum / count : sum;
}

/// Marks the stretch farthest from the other end: an end that holds on no bone, but on fascia or beyond what the body shows.
void mark_farthest(const geometry::TriangleMesh& mesh, const std::vector<bool>& other, std::vector<bool>& end) {
  const glm::vec3 from = middle_of(mesh, other);
  float farthest = 0.0F;
  for (const glm::vec3& p : mesh.positions) farthest = std::max(farthest, glm::distance(p, from));
  for (std::size_t v = 0; v < end.size(); ++v) end[v] = glm::distance(mesh.positions[v], from) > (1.0F - end_of_column) * farthest;
}

/// Puts the first and last stretch along the line from origin to insertion in place of both ends.
void keep_column_ends(const geometry::TriangleMesh& mesh, geometry::FibreEnds& ends) {
  const glm::vec3 way = middle_of(mesh, ends.insertion) - middle_of(mesh, ends.origin);
  float low = std::numeric_limits<float>::infinity(), high = -low;
  for (const glm::vec3& p : mesh.positions) {
    low = std::min(low, glm::dot(p, way));
    high = std::max(high, glm::dot(p, way));
  }
  const float stretch = end_of_column * (high - low);
  for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
    const float place = glm::dot(mesh.positions[v], way);
    ends.origin[v] = place < low + stretch;
    ends.insertion[v] = place > high - stretch;
  }
}

}  // namespace

geometry::FibreEnds muscle_ends(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                                std::size_t muscle, bool column) {
  const geometry::TriangleMesh& mesh = meshes[muscle];
  geometry::FibreEnds ends{std::vector<bool>(mesh.positions.size()), std::vector<bool>(mesh.positions.size())};
  for (const atlas::PackedAttachment& attachment : atlas.attachments) {
    if (attachment.muscle != atlas.structures[muscle].id) continue;
    const auto bone = atlas.index_of(attachment.bone);
    if (!bone || attachment.mask >= meshes[*bone].masks.size()) continue;
    const geometry::TriangleMesh part = marked_part(meshes[*bone], meshes[*bone].masks[attachment.mask]);
    mark_near(mesh, part, attachment.end == atlas::MuscleEnd::origin ? ends.origin : ends.insertion);
  }
  const auto some = [](const std::vector<bool>& end) { return std::find(end.begin(), end.end(), true) != end.end(); };
  if (some(ends.origin) && !some(ends.insertion)) mark_farthest(mesh, ends.origin, ends.insertion);
  if (some(ends.insertion) && !some(ends.origin)) mark_farthest(mesh, ends.insertion, ends.origin);
  if (column && some(ends.origin) && some(ends.insertion)) keep_column_ends(mesh, ends);
  return ends;
}

}  // namespace dorsum::body
