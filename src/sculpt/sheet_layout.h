#pragma once
// Where on a sheet its triangles' corners lie, before the sheet has a shape: places along (0 origin to
// 1 insertion) and across (0 first edge to 1 last edge), joined into quads. Rows and columns crowd near
// the rim, which is rounded; at one end the sheet may part into digitations, tongues with clefts between.

#include <array>
#include <cstdint>
#include <vector>

namespace dorsum::sculpt {

enum class SheetEnd { origin, insertion };

struct Cleft {
  double across = 0.5;  ///< where it lies
  double from = 0.8;    ///< along: where it opens; it runs from here to the end
};

struct Digitations {
  SheetEnd at = SheetEnd::insertion;
  std::vector<Cleft> clefts;  ///< by rising `across`; none: the end is whole
  double tip_width = 0.6;     ///< a tongue's width at its tip as part of its width at the root
};

struct SheetSize {
  double length_mm = 100.0;  ///< mean, along
  double width_mm = 50.0;    ///< mean, across
  double detail_mm = 5.0;    ///< side of a quad, along
  double detail_across_mm = 5.0;
  double rim_mm = 2.0;  ///< how far from the rim its rounding begins
};

struct SheetLayout {
  struct Node {
    double along;
    double across;
  };
  std::vector<Node> nodes;
  std::vector<std::array<std::uint32_t, 4>> quads;  ///< counter-clockwise with along x across as normal
  std::vector<std::array<std::uint32_t, 2>> rim;    ///< directed edges of one quad only
};

[[nodiscard]] SheetLayout lay_out(const SheetSize& size, const Digitations& digitations);

}  // namespace dorsum::sculpt
