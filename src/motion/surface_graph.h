#pragma once
// A structure's surface as a net of edges, to spread numbers over it from where they are known.

#include <Eigen/SparseCore>
#include <glm/vec3.hpp>
#include <span>
#include <utility>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::motion {

/// A mesh whose vertices at exactly one place are one.
struct Welded {
  explicit Welded(const geometry::TriangleMesh& mesh);
  std::vector<glm::dvec3> places;
  std::vector<glm::dvec2> fibre;           ///< mm along and across; empty where the mesh has none
  std::vector<std::uint32_t> of_vertex;    ///< of each vertex of the mesh: its number here
  std::vector<std::uint32_t> vertex;       ///< of each here: a vertex of the mesh
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  ///< each once
  std::vector<double> along;               ///< of each edge: how far it runs along the fibres, 0 to 1
  std::vector<double> length;              ///< mm, at least 0.3
};

using Spread = Eigen::MatrixXd;  ///< a row a vertex

class SurfaceGraph {
 public:
  explicit SurfaceGraph(std::size_t vertices) : count_(vertices) {}
  void join(std::uint32_t a, std::uint32_t b, double conductance) { edges_.push_back({a, b, conductance}); }
  /// All edges of a surface, numbered from `first` on; along the fibres they conduct (1 + anisotropy) times as well.
  void join(const Welded& surface, double anisotropy, std::uint32_t first = 0);

  /// Spreads the rows of `known` vertices over the others: smooth (harmonic), or falling off where `screen` (1/mm2, on
  /// conductances of 1/mm) pulls to nothing. Known rows stay as they are; what hangs together with none of them gets nothing.
  void spread(const std::vector<bool>& known, Spread& values, double screen = 0.0) const;

 private:
  struct Edge {
    std::uint32_t a, b;
    double conductance;
  };
  std::size_t count_;
  std::vector<Edge> edges_;
};

}  // namespace dorsum::motion
