// What comes between a polygonised surface and a finished one: specks go, and triangles that flat places don't need.

#include <meshoptimizer.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <numeric>

#include "dorsum/geometry/mesh_repair.h"
#include "even_triangles.h"
#include "implicit.h"

namespace dorsum::sculpt {

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

namespace {

/// Fewer triangles fast, whatever their shapes.
void decimate(geometry::TriangleMesh& mesh, std::size_t triangles) {
  if (mesh.triangles.size() <= triangles) return;
  const std::size_t bodies = geometry::topology_of(mesh).components;
  // meshoptimizer takes vertices at one place for a seam, so where two sheets touch they are set apart a hair.
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) mesh.positions[i].x += 2e-5F * static_cast<float>(i % 97);
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

}  // namespace

void simplify(geometry::TriangleMesh& mesh, std::size_t triangles) {
  if (mesh.triangles.size() <= triangles) return;
  const geometry::TriangleMesh shape = mesh;
  decimate(mesh, 2 * triangles);  // or evening them out would take long
  const geometry::TriangleMesh decimated = mesh;
  even_triangles(mesh, shape, triangles);
  // A tube thinner than the wanted triangles can't be made of even ones: it keeps those that it has.
  const auto finite = [](const glm::vec3& p) { return geometry::is_finite(p); };
  if (mesh.triangles.size() > 4 * triangles || !std::all_of(mesh.positions.begin(), mesh.positions.end(), finite)) {
    mesh = decimated;
    decimate(mesh, triangles);
  }
}

Result<geometry::TriangleMesh> finished(const Solid& solid, float detail, std::size_t bodies, std::size_t triangles) {
  auto mesh = polygonise(solid, detail);
  if (!mesh) return mesh;
  keep_largest(*mesh, bodies);
  simplify(*mesh, triangles);
  return mesh;
}

}  // namespace dorsum::sculpt
