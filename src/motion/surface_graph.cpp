#include "surface_graph.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/coincident.h"

namespace dorsum::motion {

Welded::Welded(const geometry::TriangleMesh& mesh) {
  const std::size_t count = mesh.positions.size();
  const std::vector<std::uint32_t> first = geometry::first_at_same_place(mesh);
  of_vertex.assign(count, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (first[i] == i) {
      of_vertex[i] = static_cast<std::uint32_t>(places.size());
      places.emplace_back(mesh.positions[i]);
      vertex.push_back(i);
      if (mesh.fibre.size() == count) fibre.emplace_back(mesh.fibre[i]);
    }
  }
  for (std::uint32_t i = 0; i < count; ++i) of_vertex[i] = of_vertex[first[i]];
  for (const geometry::Triangle& t : mesh.triangles) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = of_vertex[t[c]], b = of_vertex[t[(c + 1) % 3]];
      if (a != b) edges.emplace_back(std::min(a, b), std::max(a, b));
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  constexpr double shortest = 0.3;  // mm: slivers don't bind all to one
  for (const auto& [a, b] : edges) {
    length.push_back(std::max(glm::distance(places[a], places[b]), shortest));
    along.push_back(fibre.empty() ? 0.0 : std::clamp(std::abs(fibre[a].x - fibre[b].x) / length.back(), 0.0, 1.0));
  }
}

void SurfaceGraph::join(const Welded& surface, double anisotropy, std::uint32_t first) {
  for (std::size_t e = 0; e < surface.edges.size(); ++e)
    join(first + surface.edges[e].first, first + surface.edges[e].second, (1.0 + anisotropy * surface.along[e] * surface.along[e]) / surface.length[e]);
}

void SurfaceGraph::spread(const std::vector<bool>& known, Spread& values, double screen) const {
  std::vector<Eigen::Index> number(count_, -1);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < count_; ++i) {
    if (known[i]) continue;
    number[i] = static_cast<Eigen::Index>(open.size());
    open.push_back(i);
  }
  if (open.empty()) return;
  const auto size = static_cast<Eigen::Index>(open.size());
  std::vector<Eigen::Triplet<double>> entries;
  Eigen::VectorXd diagonal = Eigen::VectorXd::Constant(size, screen + 1e-9);
  Spread right = Spread::Zero(size, values.cols());
  for (const Edge& edge : edges_) {
    const Eigen::Index a = number[edge.a], b = number[edge.b];
    if (a >= 0) diagonal(a) += edge.conductance;
    if (b >= 0) diagonal(b) += edge.conductance;
    if (a >= 0 && b >= 0) {
      entries.emplace_back(a, b, -edge.conductance);
      entries.emplace_back(b, a, -edge.conductance);
    } else if (a >= 0) {
      right.row(a) += edge.conductance * values.row(edge.b);
    } else if (b >= 0) {
      right.row(b) += edge.conductance * values.row(edge.a);
    }
  }
  for (Eigen::Index i = 0; i < size; ++i) entries.emplace_back(i, i, diagonal(i));
  Eigen::SparseMatrix<double> matrix(size, size);
  matrix.setFromTriplets(entries.begin(), entries.end());
  const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver(matrix);
  if (solver.info() != Eigen::Success) return;
  const Spread found = solver.solve(right);
  for (Eigen::Index i = 0; i < size; ++i) values.row(static_cast<Eigen::Index>(open[static_cast<std::size_t>(i)])) = found.row(i);
}

}  // namespace dorsum::motion
