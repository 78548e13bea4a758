#include "dorsum/geometry/surface_query.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <tuple>
#include <utility>

#include "closest_on_triangle.h"
#include "dorsum/core/assert.h"
#include "embree_device.h"
#include "ray_on_triangle.h"

namespace dorsum::geometry {

/// A mesh as Embree reads it in place.
struct EmbreeMesh {
  std::vector<glm::vec3> positions;  // one more than there are: Embree reads 16 bytes at the last vertex
  std::vector<Triangle> triangles;
};

namespace {

SurfaceHit surface_hit(const std::vector<EmbreeMesh>& meshes, std::uint32_t mesh, std::uint32_t triangle,
                           glm::vec3 weights, float distance) {
  const EmbreeMesh& stored = meshes[mesh];
  const auto& [i, j, k] = stored.triangles[triangle];
  const glm::vec3 position = weights.x * stored.positions[i] + weights.y * stored.positions[j] + weights.z * stored.positions[k];
  return {{.mesh = mesh, .triangle = triangle, .barycentric = weights}, position, distance};
}

struct Ray {
  glm::vec3 origin;
  glm::vec3 direction;  // unit
};

/// What a ray's filter needs; Embree hands the context back to it.
struct RayContext {
  RTCIntersectContext embree;  // first, so that a pointer to it is a pointer to this
  const std::vector<EmbreeMesh>* meshes = nullptr;
  const Ray* ray = nullptr;
  const SurfaceQuery::Filter* accept = nullptr;
  std::vector<SurfaceHit>* collected = nullptr;  // when set, every accepted hit goes here and the ray goes on
};

/// Embree says which triangle is met. Where, is found again: it divides by an estimate of the reciprocal that each
/// maker's processors round in their own way, and the sculptor's bodies would be others on each.
SurfaceHit point_on(const std::vector<EmbreeMesh>& meshes, const Ray& ray, std::uint32_t mesh, std::uint32_t triangle) {
  const auto& [i, j, k] = meshes[mesh].triangles[triangle];
  const auto& at = meshes[mesh].positions;
  const auto [weights, distance] = ray_on_triangle(ray.origin, ray.direction, at[i], at[j], at[k]);
  return surface_hit(meshes, mesh, triangle, weights, distance);
}

void filter_hit(const RTCFilterFunctionNArguments* arguments) {
  const auto* context = reinterpret_cast<const RayContext*>(arguments->context);
  // Only single rays are traced here (N is 1); an invalid one has a zero mask.
  if (arguments->N != 1 || arguments->valid[0] == 0) return;
  const SurfaceHit point = point_on(*context->meshes, *context->ray, RTCHitN_geomID(arguments->hit, 1, 0),
                                      RTCHitN_primID(arguments->hit, 1, 0));
  const bool accepted = !*context->accept || (*context->accept)(point);
  if (accepted && context->collected != nullptr) context->collected->push_back(point);
  if (!accepted || context->collected != nullptr) arguments->valid[0] = 0;
}

struct ClosestContext {
  const std::vector<EmbreeMesh>* meshes = nullptr;
  std::optional<std::uint32_t> only;
  std::optional<SurfaceHit> best;
};

/// Whether the box around a triangle lies farther than `radius`, so that the triangle does, too.
bool box_is_farther(glm::vec3 point, glm::vec3 a, glm::vec3 b, glm::vec3 c, float radius) {
  constexpr float rounding = 1.0001F;
  const glm::vec3 low = glm::min(glm::min(a, b), c), high = glm::max(glm::max(a, b), c);
  const glm::vec3 gap = glm::max(glm::max(low - point, point - high), glm::vec3(0.0F));
  return glm::dot(gap, gap) > rounding * radius * radius;
}

bool consider_triangle(RTCPointQueryFunctionArguments* arguments) {
  auto* context = static_cast<ClosestContext*>(arguments->userPtr);
  if (context->only && arguments->geomID != *context->only) return false;
  const EmbreeMesh& stored = (*context->meshes)[arguments->geomID];
  const auto& [i, j, k] = stored.triangles[arguments->primID];
  const glm::vec3 point(arguments->query->x, arguments->query->y, arguments->query->z);
  const glm::vec3 &a = stored.positions[i], &b = stored.positions[j], &c = stored.positions[k];
  if (box_is_farther(point, a, b, c, arguments->query->radius)) return false;
  const glm::vec3 weights = closest_on_triangle(point, a, b, c);
  const SurfaceHit candidate =
      surface_hit(*context->meshes, arguments->geomID, arguments->primID, weights, 0.0F);
  const float distance = glm::distance(candidate.position, point);
  // Equal distances (a vertex or edge of several triangles) go to the lowest indices, so that answers don't
  // depend on the order of traversal.
  if (context->best) {
    const SurfaceHit& best = *context->best;
    if (distance > best.distance) return false;
    if (distance == best.distance &&
        std::pair(candidate.mesh, candidate.triangle) > std::pair(best.mesh, best.triangle)) {
      return false;
    }
  } else if (distance > arguments->query->radius) {
    return false;
  }
  context->best = candidate;
  context->best->distance = distance;
  if (distance >= arguments->query->radius) return false;
  arguments->query->radius = distance;
  return true;
}

bool is_usable(const TriangleMesh& mesh, const Triangle& t) {
  return std::all_of(t.begin(), t.end(), [&](std::uint32_t index) {
    return index < mesh.positions.size() && is_finite(mesh.positions[index]);
  });
}

/// Stretch of a ray, mm from its origin.
struct Stretch {
  float from = 0.0F;
  float to = std::numeric_limits<float>::infinity();
};

RTCRayHit embree_ray(const Ray& ray, Stretch stretch) {
  RTCRayHit made{};
  made.ray.org_x = ray.origin.x;
  made.ray.org_y = ray.origin.y;
  made.ray.org_z = ray.origin.z;
  made.ray.dir_x = ray.direction.x;
  made.ray.dir_y = ray.direction.y;
  made.ray.dir_z = ray.direction.z;
  made.ray.tnear = stretch.from;
  made.ray.tfar = stretch.to;
  made.ray.mask = ~0U;
  made.hit.geomID = RTC_INVALID_GEOMETRY_ID;
  made.hit.instID[0] = RTC_INVALID_GEOMETRY_ID;
  return made;
}

/// Nothing for a zero or non-finite direction.
std::optional<Ray> ray_along(glm::vec3 origin, glm::vec3 direction) {
  const float length = glm::length(direction);
  if (!(length > 0.0F) || !std::isfinite(length)) return std::nullopt;
  return Ray{origin, direction / length};
}

}  // namespace

struct SurfaceQuery::Impl {
  std::vector<EmbreeMesh> meshes;
  RTCDevice device = nullptr;
  RTCScene scene = nullptr;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (scene != nullptr) rtcReleaseScene(scene);
    if (device != nullptr) rtcReleaseDevice(device);
  }

  void attach(std::uint32_t index) {
    EmbreeMesh& stored = meshes[index];
    RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
    rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, stored.positions.data(), 0,
                               sizeof(glm::vec3), stored.positions.size() - 1);
    rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, stored.triangles.data(), 0,
                               sizeof(Triangle), stored.triangles.size());
    rtcSetGeometryPointQueryFunction(geometry, consider_triangle);
    rtcCommitGeometry(geometry);
    rtcAttachGeometryByID(scene, geometry, index);
    rtcReleaseGeometry(geometry);
  }

  /// Embree's first hit; or none, and every hit collected.
  [[nodiscard]] RTCRayHit trace(const Ray& ray, Stretch stretch, const Filter& accept, std::vector<SurfaceHit>* collected) const {
    RTCRayHit traced = embree_ray(ray, stretch);
    RayContext context{};
    rtcInitIntersectContext(&context.embree);
    context.meshes = &meshes;
    context.ray = &ray;
    context.accept = &accept;
    context.collected = collected;
    if (accept || collected != nullptr) context.embree.filter = filter_hit;
    rtcIntersect1(scene, &context.embree, &traced);
    return traced;
  }

  /// Every accepted hit on the stretch, nearest first.
  [[nodiscard]] std::vector<SurfaceHit> hits(const Ray& ray, Stretch stretch, const Filter& accept) const {
    std::vector<SurfaceHit> found;
    static_cast<void>(trace(ray, stretch, accept, &found));
    std::sort(found.begin(), found.end(), [](const SurfaceHit& a, const SurfaceHit& b) {
      return std::tie(a.distance, a.mesh, a.triangle) < std::tie(b.distance, b.mesh, b.triangle);
    });
    // Embree may offer one triangle twice.
    found.erase(std::unique(found.begin(), found.end(),
                            [](const SurfaceHit& a, const SurfaceHit& b) {
                              return a.mesh == b.mesh && a.triangle == b.triangle;
                            }),
                found.end());
    return found;
  }

  /// The distance to some vertex of a mesh: no farther than its closest point is. Keeps a search of one mesh
  /// among many from wandering through the others.
  [[nodiscard]] float bound_to(std::uint32_t mesh, glm::vec3 point) const {
    const EmbreeMesh& stored = meshes[mesh];
    const std::size_t step = std::max<std::size_t>(1, stored.triangles.size() / 64);
    float bound = std::numeric_limits<float>::infinity();
    for (std::size_t t = 0; t < stored.triangles.size(); t += step) {
      bound = std::min(bound, glm::distance(stored.positions[stored.triangles[t][0]], point));
    }
    return bound * 1.0001F + 1e-4F;
  }
};

SurfaceQuery::SurfaceQuery(const std::vector<const TriangleMesh*>& meshes) : impl_(std::make_unique<Impl>()) {
  impl_->meshes.resize(meshes.size());
  for (std::size_t m = 0; m < meshes.size(); ++m) {
    EmbreeMesh& stored = impl_->meshes[m];
    stored.positions = meshes[m]->positions;
    stored.positions.emplace_back(0.0F);
    stored.triangles = meshes[m]->triangles;
    // A triangle that can't be hit keeps its number but shrinks to the spare vertex, which no query counts.
    for (Triangle& t : stored.triangles) {
      if (!is_usable(*meshes[m], t)) t = {0, 0, 0};
    }
  }
  impl_->device = new_embree_device();
  if (impl_->device == nullptr) return;  // nothing answers
  impl_->scene = rtcNewScene(impl_->device);
  // Robust: no ray slips between two triangles that share an edge.
  rtcSetSceneFlags(impl_->scene,
                   static_cast<RTCSceneFlags>(RTC_SCENE_FLAG_ROBUST | RTC_SCENE_FLAG_CONTEXT_FILTER_FUNCTION));
  for (std::uint32_t m = 0; m < impl_->meshes.size(); ++m) {
    if (!impl_->meshes[m].triangles.empty() && impl_->meshes[m].positions.size() > 1) impl_->attach(m);
  }
  rtcCommitScene(impl_->scene);
}

SurfaceQuery::~SurfaceQuery() = default;
SurfaceQuery::SurfaceQuery(SurfaceQuery&&) noexcept = default;
SurfaceQuery& SurfaceQuery::operator=(SurfaceQuery&&) noexcept = default;

std::optional<SurfaceHit> SurfaceQuery::first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept) const {
  const std::optional<Ray> ray = ray_along(origin, direction);
  if (!ray || impl_->scene == nullptr) return std::nullopt;
  const RTCRayHit first = impl_->trace(*ray, {}, accept, nullptr);
  if (first.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
  // On an edge, which of its triangles Embree names hangs on its rounding: the one that is nearest by ours is taken.
  const float rounding = 1e-5F * (1.0F + first.ray.tfar);
  const auto nearest = impl_->hits(*ray, {std::max(0.0F, first.ray.tfar - rounding), first.ray.tfar + rounding}, accept);
  return nearest.empty() ? point_on(impl_->meshes, *ray, first.hit.geomID, first.hit.primID) : nearest.front();
}

std::vector<SurfaceHit> SurfaceQuery::all_hits(glm::vec3 origin, glm::vec3 direction, const Filter& accept) const {
  const std::optional<Ray> ray = ray_along(origin, direction);
  if (!ray || impl_->scene == nullptr) return {};
  return impl_->hits(*ray, {}, accept);
}

bool SurfaceQuery::is_blocked(glm::vec3 origin, glm::vec3 direction) const {
  const std::optional<Ray> ray = ray_along(origin, direction);
  if (!ray || impl_->scene == nullptr) return false;
  RTCRay traced = embree_ray(*ray, {}).ray;
  RTCIntersectContext context{};
  rtcInitIntersectContext(&context);
  rtcOccluded1(impl_->scene, &context, &traced);
  return traced.tfar < 0.0F;  // Embree's sign of a hit
}

std::optional<SurfaceHit> SurfaceQuery::closest(glm::vec3 point, float radius,
                                                  std::optional<std::uint32_t> mesh) const {
  assert(!mesh || *mesh < impl_->meshes.size());
  if (impl_->scene == nullptr || !(radius >= 0.0F)) return std::nullopt;
  if (!is_finite(point)) return std::nullopt;
  if (mesh) {
    if (impl_->meshes[*mesh].triangles.empty()) return std::nullopt;
    radius = std::min(radius, impl_->bound_to(*mesh, point));
  }
  ClosestContext context;
  context.meshes = &impl_->meshes;
  context.only = mesh;
  RTCPointQuery query{};
  query.x = point.x;
  query.y = point.y;
  query.z = point.z;
  query.radius = radius;
  RTCPointQueryContext embree{};
  rtcInitPointQueryContext(&embree);
  rtcPointQuery(impl_->scene, &query, &embree, nullptr, &context);
  return context.best;
}

}  // namespace dorsum::geometry
