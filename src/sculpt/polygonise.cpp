// From a solid to triangles: OpenVDB samples a narrow band and draws the surface through it, the vertices
// are then set on the surface itself.

#include <fmt/format.h>
#include <openvdb/openvdb.h>
#include <openvdb/tools/SignedFloodFill.h>
#include <openvdb/tools/VolumeToMesh.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/geometry/mesh_repair.h"
#include "implicit.h"

namespace dorsum::sculpt {
namespace {

constexpr int block = 8;                  // voxels along a leaf of OpenVDB's tree
constexpr float most_blocks = 200000.0F;  // in the box around a solid; the skin, the largest of a body, takes 43,200

/// How far from the surface a voxel can lie and still be sampled, in voxels; a little more than a cell's diagonal.
constexpr float half_band = 2.0F;

/// Whether the surface may pass through the cube of `size` voxels at `origin`. Distances far away are only
/// roughly right: what is passed over must be farther than `caution` times its size.
bool may_cross(const Solid& solid, const openvdb::Coord& origin, int size, float voxel, float caution) {
  const glm::vec3 middle = voxel * (glm::vec3(origin.x(), origin.y(), origin.z()) + 0.5F * static_cast<float>(size - 1));
  const float half_diagonal = 0.5F * std::sqrt(3.0F) * static_cast<float>(size) * voxel;
  return std::abs(solid.distance(middle)) < caution * half_diagonal + half_band * voxel;
}

void sample_cube(const Solid& solid, const openvdb::Coord& origin, int size, float voxel, float caution,
                 openvdb::FloatGrid::Accessor& grid) {
  if (!may_cross(solid, origin, size, voxel, caution)) return;
  if (size > 2) {
    for (int part = 0; part < 8; ++part) {
      const int half = size / 2;
      sample_cube(solid, origin.offsetBy(part & 1 ? half : 0, part & 2 ? half : 0, part & 4 ? half : 0), half, voxel, caution,
                  grid);
    }
    return;
  }
  for (int n = 0; n < 8; ++n) {
    const openvdb::Coord ijk = origin.offsetBy(n & 1, (n >> 1) & 1, n >> 2);
    // Where two courses meet, distances may jump: values beyond the band are kept for their sign.
    const float d = solid.distance(voxel * glm::vec3(ijk.x(), ijk.y(), ijk.z()));
    grid.setValue(ijk, glm::clamp(d, -half_band * voxel, half_band * voxel));
  }
}

openvdb::FloatGrid::Ptr sampled(const Solid& solid, float voxel, float caution) {
  auto grid = openvdb::FloatGrid::create(half_band * voxel);
  auto accessor = grid->getAccessor();
  const auto block_of = [&](float mm) { return static_cast<int>(std::floor(mm / (voxel * block))); };
  const glm::vec3 low = solid.bounds.low - half_band * voxel;
  const glm::vec3 high = solid.bounds.high + half_band * voxel;
  for (int x = block_of(low.x); x <= block_of(high.x); ++x) {
    for (int y = block_of(low.y); y <= block_of(high.y); ++y) {
      for (int z = block_of(low.z); z <= block_of(high.z); ++z) {
        sample_cube(solid, {x * block, y * block, z * block}, block, voxel, caution, accessor);
      }
    }
  }
  openvdb::tools::signedFloodFill(grid->tree());
  grid->setTransform(openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel)));
  return grid;
}

/// Four samples at the corners of a tetrahedron give the slope (Quilez 2015).
glm::vec3 gradient(const Solid& solid, glm::vec3 p, float step) {
  glm::vec3 sum(0.0F);
  for (const glm::vec3 corner : {glm::vec3(1, -1, -1), glm::vec3(-1, -1, 1), glm::vec3(-1, 1, -1), glm::vec3(1, 1, 1)}) {
    sum += corner * solid.distance(p + step * corner);
  }
  return sum / (4.0F * step);
}

geometry::TriangleMesh surface_of(const Solid& solid, float voxel, float caution) {
  const auto grid = sampled(solid, voxel, caution);
  std::vector<openvdb::Vec3s> points;
  std::vector<openvdb::Vec4I> quads;
  openvdb::tools::volumeToMesh(*grid, points, quads);
  geometry::TriangleMesh mesh;
  mesh.positions.reserve(points.size());
  for (const auto& p : points) mesh.positions.push_back(onto_surface(solid, {p.x(), p.y(), p.z()}, voxel));
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

}  // namespace

glm::vec3 onto_surface(const Solid& solid, glm::vec3 p, float voxel) {
  const glm::vec3 slope = gradient(solid, p, 0.1F * voxel);
  const float steepness2 = glm::dot(slope, slope);
  if (steepness2 < 1e-3F) return p;
  const glm::vec3 move = -solid.distance(p) * slope / steepness2;
  const float length = glm::length(move);
  return p + (length > 0.5F * voxel ? move * (0.5F * voxel / length) : move);
}

Result<geometry::TriangleMesh> polygonise(const Solid& solid, float voxel) {
  const glm::vec3 blocks = (solid.bounds.high - solid.bounds.low) / (voxel * block);
  if (!(blocks.x * blocks.y * blocks.z <= most_blocks)) {
    return bad_input({}, fmt::format("the solid is too large for triangles of {} mm", voxel), "make it smaller, or its detail coarser");
  }
  geometry::TriangleMesh mesh;
  // Passing over less mends the rare surface that a distance gone wrong has left open.
  for (const float caution : {2.0F, 6.0F}) {
    mesh = surface_of(solid, voxel, caution);
    if (geometry::topology_of(mesh).closed()) break;
  }
  if (mesh.triangles.empty()) return bad_input({}, "the solid has no surface", "make it thicker than its detail, or the detail finer");
  return mesh;
}

}  // namespace dorsum::sculpt
