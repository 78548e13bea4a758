#pragma once
// Distances along a surface by the heat method (Crane, Weischedel, Wardetzky 2013, "Geodesics in heat"),
// with Eigen's sparse Cholesky factorisation. Factored once a mesh, solved once a set of sources.

#include <memory>
#include <span>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

class HeatGeodesics {
 public:
  /// Factors the mesh's Laplacian. Fails on an empty mesh or one whose matrix can't be factored.
  [[nodiscard]] static Result<HeatGeodesics> prepare(const TriangleMesh& mesh);
  ~HeatGeodesics();
  HeatGeodesics(HeatGeodesics&&) noexcept;
  HeatGeodesics& operator=(HeatGeodesics&&) noexcept;

  /// Distance in mm of every vertex from the nearest of the sources (points on the mesh given to prepare);
  /// infinity on components without a source.
  [[nodiscard]] std::vector<float> distances(std::span<const SurfacePoint> sources) const;

 private:
  struct Impl;
  explicit HeatGeodesics(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The part of a mesh within `radius` mm (straight-line) of any of the points, connected to them along the
/// surface; `original` names, for each vertex of the patch, its vertex in the whole, and `triangle_of` likewise.
struct Patch {
  TriangleMesh mesh;
  std::vector<std::uint32_t> original;
  std::vector<std::uint32_t> triangle_of;
};
[[nodiscard]] Patch patch_around(const TriangleMesh& mesh, std::span<const SurfacePoint> points, float radius);

}  // namespace dorsum::geometry
