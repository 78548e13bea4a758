#include "dorsum/geometry/geodesics.h"

#include "dorsum/core/assert.h"
#include "fast_march.h"

namespace dorsum::geometry {

struct NearGeodesics::Impl {
  FastMarch march;
};

NearGeodesics::NearGeodesics(const TriangleMesh& mesh) : impl_(new Impl{FastMarch(mesh)}) {}
NearGeodesics::~NearGeodesics() = default;
NearGeodesics::NearGeodesics(NearGeodesics&&) noexcept = default;
NearGeodesics& NearGeodesics::operator=(NearGeodesics&&) noexcept = default;

std::vector<NearGeodesics::Vertex> NearGeodesics::within(const SurfacePoint& source, float radius) const {
  assert(radius >= 0.0F);
  const VoronoiSource start{source, 0.0F, 0};
  const FastMarch::Arrivals arrivals = impl_->march.run(std::span(&start, 1), static_cast<double>(radius));
  std::vector<Vertex> vertices;
  vertices.reserve(arrivals.reached.size());
  for (const std::uint32_t v : arrivals.reached) vertices.push_back({v, static_cast<float>(arrivals.times[v])});
  return vertices;
}

}  // namespace dorsum::geometry
