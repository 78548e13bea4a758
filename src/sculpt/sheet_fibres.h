#pragma once
// The fibres of a sheet: coordinates along and across them, where they are tendon, and the relief that their
// bundles and heads draw on the outer wall.

#include <glm/vec2.hpp>

#include "sheet_layout.h"
#include "sheet_surface.h"

namespace dorsum::sculpt {

class SheetFibres {
 public:
  /// Both must outlive it.
  SheetFibres(const SheetRecipe& recipe, const Lengths& lengths) : recipe_(recipe), lengths_(lengths) {}

  /// mm along and across. Lines of one `across` are fibres: with a central tendon they run into it aslant.
  [[nodiscard]] glm::vec2 coordinates(SheetLayout::Node node) const;
  /// 1 tendon or aponeurosis, 0 flesh.
  [[nodiscard]] double tendon(SheetLayout::Node node) const;
  /// mm that the outer wall lies lower, in the furrows between bundles and the grooves between heads.
  [[nodiscard]] double furrow(SheetLayout::Node node) const;

 private:
  /// mm from the central tendon's middle, positive towards the last edge.
  [[nodiscard]] double from_central_tendon(SheetLayout::Node node) const;
  [[nodiscard]] double central_tendon(SheetLayout::Node node) const;
  [[nodiscard]] double intersection(SheetLayout::Node node) const;  ///< 1 in the middle of one, 0 away from them

  const SheetRecipe& recipe_;
  const Lengths& lengths_;
};

}  // namespace dorsum::sculpt
