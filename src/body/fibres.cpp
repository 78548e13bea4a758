#include "dorsum/body/fibres.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

#include "dorsum/core/assert.h"
#include "dorsum/core/parallel.h"
#include "landmark_bones.h"
#include "muscle_ends.h"

namespace dorsum::body {
namespace {

constexpr float tendon_edge = 8.0F;  // mm over which tendon shades into flesh

/// Where the outer face of muscles looks: away from the spine on the trunk, away from its own bone on a limb.
glm::vec3 outward_of(glm::vec3 p, float midline) {
  // The spine's canal lies about 40 mm in front of the skin of the back; a gentle guide is enough (fibre_field.h).
  constexpr float axis_y = -80.0F;
  return {p.x - midline, 2.0F * (p.y - axis_y) + 60.0F, 0.0F};
}

/// mm from each vertex to the nearest vertex of an end; infinity without one.
std::vector<float> distances_to(const geometry::TriangleMesh& mesh, const std::vector<bool>& end) {
  std::vector<glm::vec3> places;
  for (std::size_t v = 0; v < end.size(); ++v) {
    if (end[v]) places.push_back(mesh.positions[v]);
  }
  std::vector<float> distances;
  for (const glm::vec3& p : mesh.positions) {
    float least = std::numeric_limits<float>::infinity();
    for (const glm::vec3& place : places) least = std::min(least, glm::dot(p - place, p - place));
    distances.push_back(std::sqrt(least));
  }
  return distances;
}

/// 1 within `length` mm of an end, 0 beyond it.
float tendon_at(float distance, float length) {
  if (length <= 0.0F) return 0.0F;
  const float edge = std::min(tendon_edge, length);
  return glm::smoothstep(0.0F, 1.0F, (length - distance) / edge + 0.5F);
}

void add_tendon(geometry::TriangleMesh& mesh, const geometry::FibreEnds& ends, const atlas::MuscleAttachments& facts, float scale) {
  const std::vector<float> origin = distances_to(mesh, ends.origin);
  const std::vector<float> insertion = distances_to(mesh, ends.insertion);
  mesh.tendon.resize(mesh.positions.size());
  for (std::size_t v = 0; v < mesh.tendon.size(); ++v) {
    mesh.tendon[v] = std::max(tendon_at(origin[v], facts.tendon_at_origin_mm * scale),
                              tendon_at(insertion[v], facts.tendon_at_insertion_mm * scale));
  }
}

}  // namespace

std::vector<std::string> solve_fibres(const atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes,
                                      const atlas::AttachmentFacts& facts) {
  assert(atlas.structures.size() == meshes.size());
  const float scale = atlas::body_scale(atlas.landmarks);
  const float midline = LandmarkBones(atlas.structures, meshes).midline();
  std::vector<std::size_t> muscles;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    const bool known = facts.contains(without_side(atlas.structures[i].id)) && atlas.structures[i].kind == atlas::Kind::muscle;
    if (known && meshes[i].fibre.empty()) muscles.push_back(i);
  }
  std::vector<std::string> notes(muscles.size());
  parallel_for(muscles.size(), [&](std::size_t i) {
    const std::size_t muscle = muscles[i];
    const std::string& id = atlas.structures[muscle].id;
    const atlas::MuscleAttachments& fact = facts.find(without_side(id))->second;
    geometry::TriangleMesh& mesh = meshes[muscle];
    const geometry::FibreEnds ends = muscle_ends(atlas, meshes, muscle, fact.column);
    std::vector<glm::vec3> outward;
    for (const glm::vec3& p : mesh.positions) outward.push_back(outward_of(p, midline));
    auto field = geometry::fibre_field(mesh, ends, outward);
    if (!field) {
      notes[i] = fmt::format("{}: no fibres: {}", id, field.error().reason);
      return;
    }
    mesh.fibre = std::move(*field);
    add_tendon(mesh, ends, fact, scale);
  });
  std::erase(notes, "");
  return notes;
}

}  // namespace dorsum::body
