#include "dorsum/geometry/coincident.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dorsum::geometry {

std::vector<std::uint32_t> first_at_same_place(const TriangleMesh& mesh) {
  const auto key = [&](std::uint32_t i) {
    const glm::vec3& p = mesh.positions[i];
    return std::tuple(p.x, p.y, p.z);
  };
  std::vector<std::uint32_t> order(mesh.positions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto ka = key(a), kb = key(b);
    return ka != kb ? ka < kb : a < b;
  });
  std::vector<std::uint32_t> first(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool again = i > 0 && key(order[i]) == key(order[i - 1]);
    first[order[i]] = again ? first[order[i - 1]] : order[i];
  }
  return first;
}

}  // namespace dorsum::geometry
