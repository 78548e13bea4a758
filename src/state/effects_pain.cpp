#include <fmt/format.h>

#include "dorsum/state/pain.h"
#include "effects.h"
#include "lookup.h"
#include "rounded.h"
#include "slow_show.h"

namespace dorsum::state {
namespace {

Result<PainStroke> region_stroke(const std::string& region, const body::Body& body) {
  PainStroke stroke;
  stroke.region = without_side(region);
  stroke.side = side_of(region);
  if (Result<void> known = check_region(body, stroke.region); !known) return Failure(known.error());
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

Result<void> add_stroke(State& state, const PainStroke& stroke, const body::Body& body) {
  if (is_repeated(*state.pain, stroke)) return {};
  // Pain that this body has no skin for is refused now, not passed over in silence later.
  body::PaintedSkin trial;
  if (Result<void> laid = lay(stroke, body, trial); !laid) return laid;
  std::vector<PainStroke> strokes = *state.pain;
  strokes.push_back(stroke);
  state.pain = std::move(strokes);
  return {};
}

/// Kept as scripts say it: a tenth of a millimetre is finer than any brush.
Result<PainStroke> disc(const Arguments& arguments, const body::Body& body) {
  auto told = place_of_body(arguments.at(1), body);
  if (!told) return Failure(told.error());
  const auto centre = body::place_on_skin(body, to_tenths(told->rest));
  if (!centre) return Failure(centre.error());
  PainStroke stroke;
  stroke.centre = *centre;
  stroke.radius = number(arguments, 2);
  return stroke;
}

}  // namespace

Result<void> switch_triggers(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::string>> found = find_triggers(body, word(arguments, 0));
  if (!found) return Failure(found.error());
  Ids triggers = *state.triggers;
  for (const std::string& id : *found) {
    if (word(arguments, 1) == "on") {
      triggers.insert(id);
    } else {
      triggers.erase(id);
    }
  }
  if (triggers != *state.triggers) state.triggers = std::move(triggers);
  return {};
}

Result<void> no_triggers(State& state, const Arguments&, const body::Body&) {
  state.triggers = Ids{};
  return {};
}

Result<void> step(State& state, const Arguments& arguments, const body::Body& body) {
  state = stepped(std::move(state), word(arguments, 0) == "next", body);
  return {};
}

Result<void> compare(State& state, const Arguments& arguments, const body::Body& body) {
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string& id = word(arguments, i);
    if (body.trigger(id) != nullptr) continue;
    const Result<std::vector<std::string>> found = find_triggers(body, id);
    if (!found) return Failure(found.error());
    return bad_input({}, to_fill("{} names several points", id), to_say("name one trigger point, like trapezius-3.R"));
  }
  state.compared = Comparison{word(arguments, 0), word(arguments, 1)};
  return {};
}

Result<void> compare_off(State& state, const Arguments&, const body::Body&) {
  state.compared.reset();
  return {};
}

Result<void> unfold_point(State& state, const Arguments& arguments, const body::Body& body) {
  if (Result<void> known = check_point(body, word(arguments, 0)); !known) return known;
  state.panels.point = word(arguments, 0);
  return {};
}

Result<void> open_candidate(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::string>> found = find_triggers(body, word(arguments, 0));
  if (!found) return Failure(found.error());
  state.panels.candidate = found->front();
  return {};
}

Result<void> add_region(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<PainStroke> stroke = region_stroke(word(arguments, 1), body);
  return stroke ? add_stroke(state, *stroke, body) : Failure(stroke.error());
}

Result<void> remove_region(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<PainStroke> stroke = region_stroke(word(arguments, 1), body);
  if (!stroke) return Failure(stroke.error());
  std::vector<PainStroke> strokes = *state.pain;
  if (std::erase(strokes, *stroke) == 0)
    return bad_input({}, to_fill("{} is not among the painful regions", word(arguments, 1)), to_say("erase paint with the brush"));
  state.pain = std::move(strokes);
  return {};
}

Result<void> paint(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<PainStroke> stroke = disc(arguments, body);
  return stroke ? add_stroke(state, *stroke, body) : Failure(stroke.error());
}

Result<void> erase_paint(State& state, const Arguments& arguments, const body::Body& body) {
  Result<PainStroke> stroke = disc(arguments, body);
  if (!stroke) return Failure(stroke.error());
  stroke->erase = true;
  return add_stroke(state, *stroke, body);
}

Result<void> clear_pain(State& state, const Arguments&, const body::Body&) {
  state.pain = std::vector<PainStroke>{};
  return {};
}

void write_pain(const State& state, const body::Body&, std::vector<Command>& script) {
  for (const PainStroke& stroke : *state.pain) {
    if (stroke.region.empty()) {
      script.push_back({"pain", {stroke.erase ? "erase" : "at", to_tenths(stroke.centre.rest), stroke.radius}});
    } else {
      script.push_back({"pain", {"add", with_side(stroke.region, stroke.side)}});
    }
  }
}

}  // namespace dorsum::state
