#pragma once
// Distances along a surface by the heat method (Crane, Weischedel, Wardetzky 2013, "Geodesics in heat"),
// with Eigen's sparse Cholesky factorisation. Factored once a mesh, solved once a set of sources.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/surface_point.h"
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

/// Distances in a small neighbourhood, by fast marching (Kimmel and Sethian 1998): costs what the neighbourhood does,
/// not what the mesh does. Good to a few per cent. For many sources at once or exactness see HeatGeodesics.
class NearGeodesics {
 public:
  /// Keeps its own copy of the mesh.
  explicit NearGeodesics(const TriangleMesh& mesh);
  ~NearGeodesics();
  NearGeodesics(NearGeodesics&&) noexcept;
  NearGeodesics& operator=(NearGeodesics&&) noexcept;

  struct Vertex {
    std::uint32_t vertex = 0;
    float distance = 0.0F;  ///< mm along the surface
  };
  /// The vertices up to `radius` mm along the surface from a point on it. Empty when its triangle is out of range.
  [[nodiscard]] std::vector<Vertex> within(const SurfacePoint& source, float radius) const;

 private:
  struct Impl;
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
