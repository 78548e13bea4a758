#pragma once
// Scalars on a regular grid of the body: distances to surfaces, and what is reckoned from them. Sums run in a fixed order
// and no two threads share one, so that every processor gets the same numbers.

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// A box of cells. Cell (i, j, k) is sampled at low + step * (i, j, k).
struct CellBox {
  glm::vec3 low{0.0F};  ///< mm
  float step = 2.0F;    ///< mm
  glm::ivec3 count{0};

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(count.x) * static_cast<std::size_t>(count.y) * static_cast<std::size_t>(count.z); }
  /// x runs fastest, z slowest: a level is one stretch.
  [[nodiscard]] std::size_t index(int i, int j, int k) const {
    return static_cast<std::size_t>(i) + static_cast<std::size_t>(count.x) * (static_cast<std::size_t>(j) + static_cast<std::size_t>(count.y) * static_cast<std::size_t>(k));
  }
  [[nodiscard]] glm::vec3 place(int i, int j, int k) const { return low + step * glm::vec3(i, j, k); }
};

class GridField {
 public:
  GridField() = default;
  GridField(const CellBox& box, float value) : box_(box), values_(box.size(), value) {}

  [[nodiscard]] const CellBox& box() const { return box_; }
  [[nodiscard]] float& at(std::size_t cell) { return values_[cell]; }
  [[nodiscard]] float at(std::size_t cell) const { return values_[cell]; }
  [[nodiscard]] float at(int i, int j, int k) const { return values_[box_.index(i, j, k)]; }
  [[nodiscard]] const std::vector<float>& values() const { return values_; }

  /// Between the cells, smoothly to the first order; `outside` beyond the box.
  [[nodiscard]] float sample(glm::vec3 p, float outside) const;

  /// Smooths by running means over 2 * radius + 1 cells along each axis, `rounds` times (three come near a Gaussian).
  void smooth(int radius, int rounds);

 private:
  CellBox box_;
  std::vector<float> values_;
};

/// The part of `box` within `reach` mm of the bounds; its cells are the box's own.
struct CellPart {
  glm::ivec3 from{0};
  CellBox box;
};
[[nodiscard]] CellPart part_of(const CellBox& box, const geometry::Bounds& bounds, float reach);

/// mm to the closed, outward surface, negative inside: exact near it, from cell to cell farther off, and no more than
/// `reach` outside.
[[nodiscard]] GridField distances(const geometry::TriangleMesh& mesh, const CellBox& box, float reach);

inline constexpr std::uint32_t no_cell = ~0U;

/// For each cell the nearest of the marked ones; no_cell where none is marked.
[[nodiscard]] std::vector<std::uint32_t> nearest_marked(const std::vector<bool>& marked, const CellBox& box);

}  // namespace dorsum::sculpt
