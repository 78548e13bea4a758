#pragma once
// Fast marching over a triangle mesh: fronts that start at sources and pass every vertex in the order of its distance
// (Kimmel and Sethian 1998, "Computing geodesic paths on manifolds", PNAS 95).

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "dorsum/geometry/geodesic_voronoi.h"

namespace dorsum::geometry {

/// A mesh made ready to be marched over; keeps its own copy, so the mesh may be dropped.
class FastMarch {
 public:
  explicit FastMarch(const TriangleMesh& mesh);

  struct Arrivals {
    std::vector<double> times;           ///< mm of each vertex to its nearest source; infinity where no front came
    std::vector<std::uint32_t> labels;   ///< whose front came first; `unreached` where none did
    std::vector<std::uint32_t> reached;  ///< the vertices that a front passed, nearest first
  };
  /// Marches until all is passed or the front is `limit` mm away.
  [[nodiscard]] Arrivals run(std::span<const VoronoiSource> sources,
                             double limit = std::numeric_limits<double>::infinity()) const;

 private:
  class Run;
  /// The triangles around each vertex, one after another: those of `v` are list[start[v]] up to list[start[v + 1]].
  struct Fans {
    std::vector<std::uint32_t> start, list;
  };
  static Fans fans_of(const std::vector<Triangle>& triangles, std::size_t vertices);

  std::vector<glm::vec3> positions_;
  std::vector<std::uint32_t> place_;  ///< of vertices at one place the first
  std::vector<Triangle> triangles_;   ///< over first vertices
  Fans fans_;
};

}  // namespace dorsum::geometry
