#include "edges.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dorsum::geometry {

std::vector<EdgeUse> edge_uses(std::span<const Triangle> triangles) {
  std::vector<EdgeUse> uses;
  uses.reserve(triangles.size() * 3);
  for (std::uint32_t t = 0; t < triangles.size(); ++t) {
    for (std::size_t corner = 0; corner < 3; ++corner) {
      const std::uint32_t from = triangles[t][corner];
      const std::uint32_t to = triangles[t][(corner + 1) % 3];
      if (from != to) uses.push_back({std::min(from, to), std::max(from, to), t, from < to});
    }
  }
  std::sort(uses.begin(), uses.end(), [](const EdgeUse& a, const EdgeUse& b) {
    return std::tie(a.low, a.high, a.triangle) < std::tie(b.low, b.high, b.triangle);
  });
  return uses;
}

DisjointSets::DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

std::uint32_t DisjointSets::root(std::uint32_t item) {
  while (parent_[item] != item) {
    parent_[item] = parent_[parent_[item]];
    item = parent_[item];
  }
  return item;
}

void DisjointSets::join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a != b) parent_[std::max(a, b)] = std::min(a, b);
}

}  // namespace dorsum::geometry
