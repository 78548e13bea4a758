#include <fmt/format.h>

#include <algorithm>

#include "apply.h"
#include "dorsum/state/pain.h"
#include "lookup.h"

namespace dorsum::state {
namespace {

Result<PainStroke> region_stroke(const std::string& region, const body::Body& body) {
  PainStroke stroke;
  stroke.region = without_side(region);
  stroke.side = side_of(region);
  if (Result<void> known = check_region(body, stroke.region); !known) return Failure(known.error());
  return stroke;
}

PainStroke disc_stroke(const Arguments& arguments) {
  PainStroke stroke;
  stroke.centre = {number_of(arguments[1]), number_of(arguments[2]), number_of(arguments[3])};
  stroke.radius = number_of(arguments[4]);
  stroke.erase = arguments[0] == "erase";
  return stroke;
}

/// What lies there already needs no second coat, unless something was erased since.
bool is_repeated(const std::vector<PainStroke>& strokes, const PainStroke& stroke) {
  for (auto earlier = strokes.rbegin(); earlier != strokes.rend(); ++earlier) {
    if (*earlier == stroke) return true;
    if (earlier->erase != stroke.erase) return false;
  }
  return false;
}

}  // namespace

Result<void> apply_to_pain(State& state, const Arguments& arguments, const body::Body& body) {
  if (arguments[0] == "clear") {
    state.pain = std::vector<PainStroke>{};
    return {};
  }
  const bool is_region = arguments[0] == "add" || arguments[0] == "remove";
  const Result<PainStroke> stroke = is_region ? region_stroke(arguments[1], body) : disc_stroke(arguments);
  if (!stroke) return Failure(stroke.error());
  std::vector<PainStroke> strokes = *state.pain;
  if (arguments[0] == "remove") {
    if (std::erase(strokes, *stroke) == 0)
      return bad_input({}, fmt::format("{} is not among the painful regions", arguments[1]), "erase paint with the brush");
    state.pain = std::move(strokes);
    return {};
  }
  if (is_repeated(strokes, *stroke)) return {};
  // Pain that this body has no skin for is refused now, not passed over in silence later.
  body::PaintedSkin trial;
  if (Result<void> laid = lay(*stroke, body, trial); !laid) return laid;
  strokes.push_back(*stroke);
  state.pain = std::move(strokes);
  return {};
}

void apply_to_brush(Brush& brush, const Arguments& arguments) {
  const std::string& word = arguments[0];
  if (word == "on" || word == "off") brush.on = word == "on";
  if (word == "paint" || word == "erase") brush.erase = word == "erase";
  if (word == "mirror" || word == "one-side") brush.mirror = word == "mirror";
  if (word == "size") brush.radius = number_of(arguments[1]);
}

}  // namespace dorsum::state
