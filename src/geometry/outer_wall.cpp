#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "dorsum/core/parallel.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/surface_query.h"
#include "edges.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

std::vector<glm::vec3> fibonacci_lattice(int count) {
  std::vector<glm::vec3> directions;
  const double golden_angle = std::numbers::pi * (3.0 - std::sqrt(5.0));
  for (int i = 0; i < count; ++i) {
    const double z = 1.0 - (2.0 * i + 1.0) / count;
    const double ring = std::sqrt(1.0 - z * z);
    directions.emplace_back(ring * std::cos(golden_angle * i), ring * std::sin(golden_angle * i), z);
  }
  return directions;
}

struct Face {
  glm::vec3 centre;
  glm::vec3 normal;  // unit, by the winding
  double area;
};

std::vector<Face> faces_of(const TriangleMesh& mesh) {
  std::vector<Face> faces;
  faces.reserve(mesh.triangles.size());
  for (const auto& [i, j, k] : mesh.triangles) {
    const glm::dvec3 a(mesh.positions[i]), b(mesh.positions[j]), c(mesh.positions[k]);
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double length = glm::length(normal);
    faces.push_back(
        {glm::vec3((a + b + c) / 3.0), length > 0.0 ? glm::vec3(normal / length) : glm::vec3(0.0F), 0.5 * length});
  }
  return faces;
}

/// Which faces at least `enough` directions see. Light runs both ways: a ray from outside reaches a face's
/// centre first where a ray from the centre leaves freely, and that one needs no search for its start.
class Visibility {
 public:
  Visibility(const TriangleMesh& mesh, int directions)
      : query_({&mesh}), sky_(fibonacci_lattice(directions)), enough_(std::max(1, directions / 48)) {
    const Bounds bounds = bounds_of(mesh);
    lift_ = 1e-5F * glm::distance(bounds.low, bounds.high);
    // A closed surface wound one way shows its outside on the wound side; any other may show either.
    const Topology topology = topology_of(mesh);
    both_sides_ = !topology.closed() || topology.inconsistent_edges > 0 || signed_volume_of(mesh) < 0.0;
  }

  [[nodiscard]] bool sees(const Face& face) const {
    int seen = 0;
    return looks(face, 1.0F, seen) || (both_sides_ && looks(face, -1.0F, seen));
  }

 private:
  bool looks(const Face& face, float sign, int& seen) const {
    const glm::vec3 side = sign * face.normal;
    const glm::vec3 start = face.centre + lift_ * side;
    for (const glm::vec3& direction : sky_) {
      if (glm::dot(direction, side) < 0.05F) continue;  // grazing rays say little
      if (!query_.is_blocked(start, direction) && ++seen >= enough_) return true;
    }
    return false;
  }

  SurfaceQuery query_;
  std::vector<glm::vec3> sky_;
  int enough_;  // an inner wall is seen by a ray or so through the mouth; one in fifty is not enough
  float lift_ = 0.0F;
  bool both_sides_ = true;
};

/// The answer for every face.
std::vector<bool> seen_faces(const TriangleMesh& mesh, const std::vector<Face>& faces, int directions) {
  const Visibility visibility(mesh, directions);
  std::vector<char> seen(faces.size());  // not bool: neighbours may be written at once
  parallel_for(faces.size(), [&](std::size_t t) { seen[t] = visibility.sees(faces[t]) ? 1 : 0; });
  return {seen.begin(), seen.end()};
}

/// Triangles of equal marks joined over their edges: the set of each, and its area.
struct Regions {
  std::vector<std::uint32_t> region;
  std::vector<double> area;  // by region
};

Regions regions_of(const std::vector<EdgeUse>& uses, const std::vector<bool>& marks, const std::vector<Face>& faces) {
  DisjointSets sets(marks.size());
  for_each_edge(uses, [&](std::span<const EdgeUse> edge) {
    for (std::size_t i = 1; i < edge.size(); ++i) {
      if (marks[edge[i].triangle] == marks[edge[0].triangle]) sets.join(edge[0].triangle, edge[i].triangle);
    }
  });
  Regions regions{std::vector<std::uint32_t>(marks.size()), std::vector<double>(marks.size(), 0.0)};
  for (std::uint32_t t = 0; t < marks.size(); ++t) {
    regions.region[t] = sets.root(t);
    regions.area[regions.region[t]] += faces[t].area;
  }
  return regions;
}

}  // namespace

TriangleMesh outer_wall(const TriangleMesh& mesh, int directions) {
  if (mesh.triangles.empty()) return mesh;
  const std::vector<Face> faces = faces_of(mesh);
  const std::vector<EdgeUse> uses = edge_uses(mesh.triangles);
  std::vector<bool> kept = seen_faces(mesh, faces, std::max(directions, 6));

  // Armpits and clefts are in the dark, yet they are outside: an unseen region is brought back unless it is as
  // large as a wall. Then what the rays saw of the inside through holes is left as specks, and goes.
  double total = 0.0;
  for (const Face& face : faces) total += face.area;
  const double wall = 0.05 * total;
  {
    const Regions regions = regions_of(uses, kept, faces);
    std::vector<bool> touches_kept(faces.size(), false);
    for_each_edge(uses, [&](std::span<const EdgeUse> edge) {
      const bool any = std::any_of(edge.begin(), edge.end(), [&](const EdgeUse& u) { return kept[u.triangle]; });
      for (const EdgeUse& u : edge) {
        if (any) touches_kept[regions.region[u.triangle]] = true;
      }
    });
    for (std::size_t t = 0; t < faces.size(); ++t) {
      const std::uint32_t region = regions.region[t];
      if (!kept[t] && touches_kept[region] && regions.area[region] < wall) kept[t] = true;
    }
  }
  {
    const Regions regions = regions_of(uses, kept, faces);
    for (std::size_t t = 0; t < faces.size(); ++t) {
      if (kept[t] && regions.area[regions.region[t]] < wall) kept[t] = false;
    }
  }

  TriangleMesh wall_mesh = mesh;
  wall_mesh.triangles.clear();
  for (std::size_t t = 0; t < faces.size(); ++t) {
    if (kept[t]) wall_mesh.triangles.push_back(mesh.triangles[t]);
  }
  drop_unused_vertices(wall_mesh);
  orient_outward(wall_mesh);  // a border can be walked only where its triangles wind alike
  fill_holes(wall_mesh, 100.0F);
  return wall_mesh;
}

}  // namespace dorsum::geometry
