#pragma once
// How a sheet lies among other structures: on deeper ones as a cloth does, or hung under what covers it.

#include <glm/vec3.hpp>
#include <vector>

#include "form.h"
#include "sheet_layout.h"
#include "sheet_recipe.h"

namespace dorsum::sculpt {

/// A sheet's middle surface at the layout's nodes.
struct Middle {
  std::vector<glm::dvec3> points;
  std::vector<glm::dvec3> normals;
  std::vector<double> half;    ///< half the thickness, mm; 0 on a rounded rim
  std::vector<double> furrow;  ///< how deep the outer wall is furrowed, mm
  std::vector<glm::dvec3> slip;  ///< how far the deep wall is drawn out to a bone, mm
  double outer = 1.0;          ///< 1 where the outer wall lies along the normals, -1 against them
};

/// Lifts the sheet off what it rests on: never less than needed, evenly in between.
void lift(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Deeper& deeper);

/// Moves the sheet out, or in, until it lies right under what covers it. Its two ends stay on their bones, unless they
/// would come out through the cover; where the cover is far away the sheet keeps its course.
void hang(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Deeper& deeper);

}  // namespace dorsum::sculpt
