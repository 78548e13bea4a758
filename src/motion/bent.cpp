#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

#include "dorsum/core/assert.h"
#include "dorsum/motion/binding.h"

namespace dorsum::motion {
namespace {

constexpr float whole_share = 65535.0F;

struct FloatMap {
  glm::mat3 turn{0.0F};
  glm::vec3 shift{0.0F};
};

bool rests(const RigidMap& map) { return map.turn == glm::dmat3(1.0) && map.shift == glm::dvec3(0.0); }

bool rests(const StructureBinding& binding, const Frames& frames) {
  if (binding.rigid) return rests(frames[*binding.rigid]);
  std::array<bool, frame::count> resting{};
  for (std::size_t f = 0; f < frame::count; ++f) resting[f] = rests(frames[f]);
  for (const FrameIndex f : binding.frames) {
    if (!resting[f]) return false;
  }
  return true;
}

Bent moved_whole(const geometry::TriangleMesh& mesh, const RigidMap& map) {
  Bent bent;
  bent.positions.reserve(mesh.positions.size());
  for (const glm::vec3& p : mesh.positions) bent.positions.emplace_back(map(glm::dvec3(p)));
  const glm::mat3 turn(map.turn);
  for (const glm::vec3& n : mesh.normals) bent.normals.push_back(turn * n);
  return bent;
}

}  // namespace

Bent bent(const geometry::TriangleMesh& mesh, const StructureBinding& binding, const Frames& frames) {
  if (rests(binding, frames)) return {};
  if (binding.rigid) return moved_whole(mesh, frames[*binding.rigid]);
  assert(binding.start.size() == mesh.positions.size() + 1 && "a binding of another mesh");
  std::array<FloatMap, frame::count> maps;
  for (std::size_t f = 0; f < frame::count; ++f) maps[f] = {glm::mat3(frames[f].turn) / whole_share, glm::vec3(frames[f].shift) / whole_share};
  Bent bent;
  const std::size_t count = mesh.positions.size();
  const bool has_normals = mesh.normals.size() == count;
  bent.positions.resize(count);
  bent.normals.resize(mesh.normals.size());
  for (std::size_t v = 0; v < count; ++v) {
    FloatMap sum;
    for (std::uint32_t s = binding.start[v]; s < binding.start[v + 1]; ++s) {
      const FloatMap& map = maps[binding.frames[s]];
      const auto share = static_cast<float>(binding.shares[s]);
      sum.turn += share * map.turn;
      sum.shift += share * map.shift;
    }
    bent.positions[v] = sum.turn * mesh.positions[v] + sum.shift;
    if (!has_normals) continue;
    // Normals go by the cofactors, as areas do.
    const glm::mat3& m = sum.turn;
    const glm::vec3 n = mesh.normals[v];
    const glm::vec3 turned = glm::cross(m[1], m[2]) * n.x + glm::cross(m[2], m[0]) * n.y + glm::cross(m[0], m[1]) * n.z;
    const float length = glm::length(turned);
    bent.normals[v] = length > 0.0F ? turned / length : n;
  }
  return bent;
}

RigidMap map_of(const StructureBinding& binding, std::uint32_t vertex, const Frames& frames) {
  if (binding.rigid) return frames[*binding.rigid];
  RigidMap sum{glm::dmat3(0.0), glm::dvec3(0.0)};
  for (std::uint32_t s = binding.start[vertex]; s < binding.start[vertex + 1]; ++s) {
    const double share = static_cast<double>(binding.shares[s]) / static_cast<double>(whole_share);
    sum.turn += share * frames[binding.frames[s]].turn;
    sum.shift += share * frames[binding.frames[s]].shift;
  }
  return sum;
}

}  // namespace dorsum::motion
