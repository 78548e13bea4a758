// Embree finds the pairs whose boxes overlap; whether the triangles cross is decided in double precision.

#include "dorsum/geometry/self_intersection.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <mutex>

#include "dorsum/geometry/coincident.h"
#include "embree_device.h"

namespace dorsum::geometry {
namespace {

using Corners = std::array<glm::dvec3, 3>;

/// Whether the segment from p to q passes through the inside of the triangle. Touching its plane is not enough.
bool passes(glm::dvec3 p, glm::dvec3 q, const Corners& t) {
  const glm::dvec3 normal = glm::cross(t[1] - t[0], t[2] - t[0]);
  const double from = glm::dot(normal, p - t[0]);
  const double to = glm::dot(normal, q - t[0]);
  if (!((from > 0.0 && to < 0.0) || (from < 0.0 && to > 0.0))) return false;
  const glm::dvec3 at = p + from / (from - to) * (q - p);
  const auto inside_of_edge = [&](std::size_t k) {
    return glm::dot(normal, glm::cross(t[(k + 1) % 3] - t[k], at - t[k])) > 0.0;
  };
  return inside_of_edge(0) && inside_of_edge(1) && inside_of_edge(2);
}

class Crossing {
 public:
  explicit Crossing(const TriangleMesh& mesh) : mesh_(mesh), first_(first_at_same_place(mesh)) {}

  [[nodiscard]] bool has_area(std::uint32_t t) const {
    const Corners c = corners(t);
    return glm::length(glm::cross(c[1] - c[0], c[2] - c[0])) > 0.0;
  }

  [[nodiscard]] bool operator()(std::uint32_t a, std::uint32_t b) const {
    const Triangle& of_a = mesh_.triangles[a];
    const Triangle& of_b = mesh_.triangles[b];
    std::array<bool, 3> shared_a{};
    std::array<bool, 3> shared_b{};
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t k = 0; k < 3; ++k) {
        if (first_[of_a[i]] == first_[of_b[k]]) shared_a[i] = shared_b[k] = true;
      }
    }
    const auto shared = std::count(shared_a.begin(), shared_a.end(), true);
    const Corners in_a = corners(a);
    const Corners in_b = corners(b);
    if (shared == 3) return true;
    if (shared == 2) return folded(in_a, shared_a, in_b, shared_b);
    // With one corner in common only the edges opposite it can pass through the other.
    for (std::size_t k = 0; k < 3; ++k) {
      if (!shared_a[k] && !shared_a[(k + 1) % 3] && passes(in_a[k], in_a[(k + 1) % 3], in_b)) return true;
      if (!shared_b[k] && !shared_b[(k + 1) % 3] && passes(in_b[k], in_b[(k + 1) % 3], in_a)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] Corners corners(std::uint32_t t) const {
    const auto& [i, j, k] = mesh_.triangles[t];
    return {glm::dvec3(mesh_.positions[i]), glm::dvec3(mesh_.positions[j]), glm::dvec3(mesh_.positions[k])};
  }

  /// Both on the same side of their common edge, in one plane (within a thousandth of a right angle).
  static bool folded(const Corners& a, const std::array<bool, 3>& shared_a, const Corners& b,
                     const std::array<bool, 3>& shared_b) {
    const auto apex = [](const std::array<bool, 3>& shared) {
      return static_cast<std::size_t>(std::find(shared.begin(), shared.end(), false) - shared.begin());
    };
    const std::size_t k = apex(shared_a);
    const glm::dvec3 from = a[(k + 1) % 3];
    const glm::dvec3 edge = glm::normalize(a[(k + 2) % 3] - from);
    const auto aside = [&](glm::dvec3 p) { return glm::normalize(p - from - edge * glm::dot(p - from, edge)); };
    return glm::dot(aside(a[k]), aside(b[apex(shared_b)])) > 1.0 - 1e-6;
  }

  const TriangleMesh& mesh_;
  std::vector<std::uint32_t> first_;
};

struct Search {
  const TriangleMesh* mesh = nullptr;
  const Crossing* crossing = nullptr;
  std::mutex mutex;  // Embree asks from several threads
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
};

void box_of(const RTCBoundsFunctionArguments* arguments) {
  const auto& mesh = *static_cast<const Search*>(arguments->geometryUserPtr)->mesh;
  const auto& [i, j, k] = mesh.triangles[arguments->primID];
  const glm::vec3 low = glm::min(glm::min(mesh.positions[i], mesh.positions[j]), mesh.positions[k]);
  const glm::vec3 high = glm::max(glm::max(mesh.positions[i], mesh.positions[j]), mesh.positions[k]);
  RTCBounds& box = *arguments->bounds_o;
  box.lower_x = low.x;
  box.lower_y = low.y;
  box.lower_z = low.z;
  box.upper_x = high.x;
  box.upper_y = high.y;
  box.upper_z = high.z;
}

void weigh(void* data, RTCCollision* pairs, unsigned int count) {
  auto& search = *static_cast<Search*>(data);
  for (unsigned int i = 0; i < count; ++i) {
    const std::uint32_t a = pairs[i].primID0;
    const std::uint32_t b = pairs[i].primID1;
    if (a >= b || !search.crossing->has_area(a) || !search.crossing->has_area(b) || !(*search.crossing)(a, b)) continue;
    const std::scoped_lock lock(search.mutex);
    search.found.emplace_back(a, b);
  }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> self_intersections(const TriangleMesh& mesh) {
  if (mesh.triangles.empty()) return {};
  const Crossing crossing(mesh);
  Search search;
  search.mesh = &mesh;
  search.crossing = &crossing;
  RTCDevice device = new_embree_device();
  RTCScene scene = rtcNewScene(device);
  RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_USER);
  rtcSetGeometryUserPrimitiveCount(geometry, static_cast<unsigned int>(mesh.triangles.size()));
  rtcSetGeometryUserData(geometry, &search);
  rtcSetGeometryBoundsFunction(geometry, [](const RTCBoundsFunctionArguments* arguments) { box_of(arguments); }, nullptr);
  rtcCommitGeometry(geometry);
  rtcAttachGeometry(scene, geometry);
  rtcReleaseGeometry(geometry);
  rtcCommitScene(scene);
  rtcCollide(scene, scene, weigh, &search);
  rtcReleaseScene(scene);
  rtcReleaseDevice(device);
  std::sort(search.found.begin(), search.found.end());
  search.found.erase(std::unique(search.found.begin(), search.found.end()), search.found.end());
  return std::move(search.found);
}

}  // namespace dorsum::geometry
