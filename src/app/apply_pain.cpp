#include <algorithm>

#include "apply.h"
#include "lookup.h"

namespace dorsum::app {

Result<void> apply_to_pain(State& state, const Arguments& arguments, const body::Body& body) {
  if (arguments[0] == "clear") {
    state.pain = std::vector<PainStroke>{};
    return {};
  }
  PainStroke stroke;
  if (arguments[0] == "add") {
    stroke.region = without_side(arguments[1]);
    stroke.side = side_of(arguments[1]);
    if (Result<void> known = check_region(body, stroke.region); !known) return known;
  } else {
    stroke.centre = {number_of(arguments[1]), number_of(arguments[2]), number_of(arguments[3])};
    stroke.radius = number_of(arguments[4]);
  }
  std::vector<PainStroke> strokes = *state.pain;
  if (std::find(strokes.begin(), strokes.end(), stroke) != strokes.end()) return {};
  strokes.push_back(std::move(stroke));
  state.pain = std::move(strokes);
  return {};
}

}  // namespace dorsum::app
