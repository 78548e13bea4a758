#include "dorsum/body/probe.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <optional>

#include "dorsum/body/skin_anchor.h"
#include "dorsum/core/assert.h"

namespace dorsum::body {
namespace {

constexpr float normal_radius = 12.0F;  ///< mm

glm::vec3 face_normal(const geometry::TriangleMesh& mesh, const geometry::Triangle& t) {
  return glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]);
}

/// The mean of the normals of the triangles around, weighted by area; those of skin turned away (the other side
/// of a fold) do not count.
glm::vec3 mean_normal(const geometry::TriangleMesh& skin, const geometry::SurfaceHit& at) {
  const glm::vec3 own = face_normal(skin, skin.triangles[at.triangle]);
  glm::vec3 sum = own;
  for (const geometry::Triangle& triangle : skin.triangles) {
    if (glm::distance(skin.positions[triangle[0]], at.position) > normal_radius) continue;
    const glm::vec3 normal = face_normal(skin, triangle);
    if (glm::dot(normal, own) > 0.0F) sum += normal;
  }
  return glm::normalize(sum);
}

}  // namespace

Result<Probe> probe_at(const Body& body, glm::vec3 point, float reach) {
  assert(reach > 0.0F);
  if (!body.skin()) return bad_input({}, to_say("this body has no skin to probe"), to_say("open a pack that has one"));
  const auto skin_index = static_cast<std::uint32_t>(*body.skin());
  const auto at = body.surfaces().closest(point, deepest_place, skin_index);
  if (!at) return bad_input({}, to_say("there is no skin near that point"), to_say("name a point on the body, in mm"));

  Probe probe{{*at, at->position}, -mean_normal(body.mesh(*body.skin()), *at), {}};
  float end = reach;
  const auto hits = body.surfaces().all_hits(probe.skin.rest, probe.inward, [&](const geometry::SurfaceHit& hit) {
    return hit.mesh != skin_index && hit.distance <= reach;
  });
  for (const geometry::SurfaceHit& hit : hits) {
    if (hit.distance > end) break;
    const auto& mesh = body.mesh(hit.mesh);
    const bool leaving = glm::dot(face_normal(mesh, mesh.triangles[hit.triangle]), probe.inward) > 0.0F;
    const auto known = std::find_if(probe.layers.begin(), probe.layers.end(),
                                    [&](const ProbedLayer& layer) { return layer.structure == hit.mesh; });
    if (known == probe.layers.end()) {
      // What is met from inside first reaches above the skin here: it begins at once.
      probe.layers.push_back({hit.mesh, leaving ? 0.0F : hit.distance, hit.distance});
    } else if (leaving && known->exit <= known->entry) {
      known->exit = hit.distance;
    }
    if (!leaving && body.atlas().structures[hit.mesh].kind == atlas::Kind::bone) end = std::min(end, hit.distance);
  }
  std::stable_sort(probe.layers.begin(), probe.layers.end(),
                   [](const ProbedLayer& a, const ProbedLayer& b) { return a.entry < b.entry; });
  return probe;
}

bool depths_are_the_sets_own(const Body& body) {
  return body.skin() && !body.atlas().structures[*body.skin()].source.starts_with(atlas::sculpted_here);
}

}  // namespace dorsum::body
