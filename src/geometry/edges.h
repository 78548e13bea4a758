#pragma once
// Which triangles meet at which edge.

#include <cstdint>
#include <span>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// One triangle's use of an edge; `forward` when it runs from the lower to the higher vertex index.
struct EdgeUse {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::uint32_t triangle = 0;
  bool forward = true;
};

/// Every edge of every triangle, uses of the same edge side by side. Indices are not checked for range;
/// edges from a vertex to itself are left out.
[[nodiscard]] std::vector<EdgeUse> edge_uses(std::span<const Triangle> triangles);

/// Calls `visit(span of the uses of one edge)` for each edge.
template <class Visit>
void for_each_edge(std::span<const EdgeUse> uses, const Visit& visit) {
  for (std::size_t begin = 0; begin < uses.size();) {
    std::size_t end = begin + 1;
    while (end < uses.size() && uses[end].low == uses[begin].low && uses[end].high == uses[begin].high) ++end;
    visit(uses.subspan(begin, end - begin));
    begin = end;
  }
}

/// Sets that merge (union by the smaller root, paths halved).
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count);
  [[nodiscard]] std::uint32_t root(std::uint32_t item);
  void join(std::uint32_t a, std::uint32_t b);

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace dorsum::geometry
