// From a solid to triangles: OpenVDB samples a narrow band and draws the surface through it, the vertices
// are then set on the surface itself, and meshoptimizer takes out triangles that flat places don't need.

#include <meshoptimizer.h>
#include <openvdb/openvdb.h>
#include <openvdb/tools/SignedFloodFill.h>
#include <openvdb/tools/VolumeToMesh.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>

#include "dorsum/geometry/mesh_repair.h"
#include "implicit.h"

namespace dorsum::sculpt {
namespace {

constexpr int block = 8;  // voxels along a leaf of OpenVDB's tree

/// Samples blocks that the surface may cross. A block is left out when its middle is farther from the
/// surface than its corners by twice over, since distances far away are only good to a factor of two.
openvdb::FloatGrid::Ptr sampled(const Solid& solid, float voxel) {
  const float outside = 3.0F * voxel;
  auto grid = openvdb::FloatGrid::create(outside);
  auto& tree = grid->tree();
  const auto block_of = [&](float mm) { return static_cast<int>(std::floor(mm / (voxel * block))); };
  const glm::vec3 low = solid.bounds.low - outside;
  const glm::vec3 high = solid.bounds.high + outside;
  const float half_diagonal = 0.5F * std::sqrt(3.0F) * block * voxel;
  for (int bx = block_of(low.x); bx <= block_of(high.x); ++bx) {
    for (int by = block_of(low.y); by <= block_of(high.y); ++by) {
      for (int bz = block_of(low.z); bz <= block_of(high.z); ++bz) {
        const openvdb::Coord origin(bx * block, by * block, bz * block);
        const auto position = [&](const openvdb::Coord& ijk, float shift) {
          return voxel * (glm::vec3(ijk.x(), ijk.y(), ijk.z()) + shift);
        };
        if (std::abs(solid.distance(position(origin, 0.5F * (block - 1)))) > 2.0F * half_diagonal + outside) continue;
        openvdb::FloatTree::LeafNodeType* leaf = nullptr;
        for (openvdb::Index n = 0; n < openvdb::FloatTree::LeafNodeType::SIZE; ++n) {
          const openvdb::Coord ijk = origin + openvdb::FloatTree::LeafNodeType::offsetToLocalCoord(n);
          const float d = solid.distance(position(ijk, 0.0F));
          if (std::abs(d) >= outside && leaf == nullptr && n > 0) continue;
          if (leaf == nullptr) leaf = tree.touchLeaf(origin);
          if (std::abs(d) < outside) {
            leaf->setValueOn(n, d);
          } else {
            leaf->setValueOff(n, std::copysign(outside, d));
          }
        }
      }
    }
  }
  openvdb::tools::signedFloodFill(tree);
  grid->setTransform(openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel)));
  return grid;
}

glm::vec3 gradient(const Solid& solid, glm::vec3 p, float step) {
  const glm::vec3 x(step, 0, 0);
  const glm::vec3 y(0, step, 0);
  const glm::vec3 z(0, 0, step);
  return glm::vec3(solid.distance(p + x) - solid.distance(p - x), solid.distance(p + y) - solid.distance(p - y),
                   solid.distance(p + z) - solid.distance(p - z)) /
         (2.0F * step);
}

/// Newton's step onto the surface, no farther than half a voxel so that neighbours keep their order.
glm::vec3 on_surface(const Solid& solid, glm::vec3 p, float voxel) {
  const glm::vec3 slope = gradient(solid, p, 0.1F * voxel);
  const float steepness2 = glm::dot(slope, slope);
  if (steepness2 < 1e-3F) return p;
  const glm::vec3 move = -solid.distance(p) * slope / steepness2;
  const float length = glm::length(move);
  return p + (length > 0.5F * voxel ? move * (0.5F * voxel / length) : move);
}

}  // namespace

Result<geometry::TriangleMesh> polygonise(const Solid& solid, float voxel) {
  const auto grid = sampled(solid, voxel);
  std::vector<openvdb::Vec3s> points;
  std::vector<openvdb::Vec4I> quads;
  openvdb::tools::volumeToMesh(*grid, points, quads);
  if (quads.empty()) return bad_input({}, "the solid has no surface", "make it thicker than its detail, or the detail finer");
  geometry::TriangleMesh mesh;
  mesh.positions.reserve(points.size());
  for (const auto& p : points) mesh.positions.push_back(on_surface(solid, {p.x(), p.y(), p.z()}, voxel));
  for (const auto& q : quads) {
    const auto length = [&](int i, int j) { return glm::distance(mesh.positions[q[i]], mesh.positions[q[j]]); };
    if (length(0, 2) <= length(1, 3)) {
      mesh.triangles.push_back({q[0], q[1], q[2]});
      mesh.triangles.push_back({q[0], q[2], q[3]});
    } else {
      mesh.triangles.push_back({q[0], q[1], q[3]});
      mesh.triangles.push_back({q[1], q[2], q[3]});
    }
  }
  if (geometry::signed_volume_of(mesh) < 0.0) {
    for (auto& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);
  }
  return mesh;
}

void keep_largest(geometry::TriangleMesh& mesh, std::size_t bodies) {
  std::vector<std::uint32_t> parent(mesh.positions.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  for (const auto& [a, b, c] : mesh.triangles) {
    parent[root(a)] = root(b);
    parent[root(b)] = root(c);
  }
  // Volume of each body about the origin; hollows inside a bone come out negative and go.
  std::vector<double> volume(mesh.positions.size(), 0.0);
  std::vector<std::uint32_t> roots;
  for (const auto& [a, b, c] : mesh.triangles) {
    const std::uint32_t body = root(a);
    if (volume[body] == 0.0) roots.push_back(body);
    volume[body] += static_cast<double>(glm::dot(mesh.positions[a], glm::cross(mesh.positions[b], mesh.positions[c])));
  }
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  std::stable_sort(roots.begin(), roots.end(), [&](auto a, auto b) { return volume[a] > volume[b]; });
  roots.resize(std::min(roots.size(), bodies));
  constexpr std::uint32_t gone = ~0U;
  std::vector<std::uint32_t> renumbered(mesh.positions.size(), gone);
  geometry::TriangleMesh kept;
  for (const auto& triangle : mesh.triangles) {
    if (std::find(roots.begin(), roots.end(), root(triangle[0])) == roots.end()) continue;
    geometry::Triangle out{};
    for (std::size_t k = 0; k < 3; ++k) {
      std::uint32_t& number = renumbered[triangle[k]];
      if (number == gone) {
        number = static_cast<std::uint32_t>(kept.positions.size());
        kept.positions.push_back(mesh.positions[triangle[k]]);
      }
      out[k] = number;
    }
    kept.triangles.push_back(out);
  }
  mesh = std::move(kept);
}

void simplify(geometry::TriangleMesh& mesh, std::size_t triangles) {
  if (mesh.triangles.size() <= triangles) return;
  const std::size_t bodies = geometry::topology_of(mesh).components;
  std::vector<unsigned int> indices;
  for (const auto& triangle : mesh.triangles) indices.insert(indices.end(), triangle.begin(), triangle.end());
  // A collapse may pinch a thin place; then fewer triangles are asked away.
  for (std::size_t wanted = triangles; wanted < mesh.triangles.size(); wanted += wanted / 4 + 1) {
    std::vector<unsigned int> simpler(indices.size());
    simpler.resize(meshopt_simplify(simpler.data(), indices.data(), indices.size(), &mesh.positions[0].x, mesh.positions.size(),
                                    sizeof(glm::vec3), 3 * wanted, 1.0F, 0, nullptr));
    geometry::TriangleMesh candidate;
    candidate.positions = mesh.positions;
    for (std::size_t i = 0; i < simpler.size(); i += 3) {
      candidate.triangles.push_back({simpler[i], simpler[i + 1], simpler[i + 2]});
    }
    const geometry::Topology topology = geometry::topology_of(candidate);
    if (!topology.closed() || topology.inconsistent_edges != 0) continue;
    keep_largest(candidate, bodies);  // also drops the vertices that no triangle names any more
    mesh = std::move(candidate);
    return;
  }
}

}  // namespace dorsum::sculpt
