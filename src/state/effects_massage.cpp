// What hands do, where they don't, and how the client lies.

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/spelling.h"
#include "dorsum/massage/strokes.h"
#include "dorsum/state/stance.h"
#include "effects.h"
#include "framing.h"
#include "rounded.h"

namespace dorsum::state {

Result<void> lay_stroke(State& state, const Arguments& arguments, const body::Body& body) {
  const std::string& technique = word(arguments, 0);
  const Side side = side_of(technique);
  massage::Order order{without_side(technique), side == Side::midline ? std::nullopt : std::optional(side), {}, {}};
  if (arguments.size() >= 3) order.on = word(arguments, 2);
  if (arguments.size() >= 5) {
    const auto structure = body.atlas().index_of(order.on);
    if (!structure) return bad_input({}, fmt::format("{} is no single structure to be laid on at a place", order.on), "name one structure, or leave the place out");
    const auto at = place_of_body(arguments[4], body, *structure);
    if (!at) return Failure(at.error());
    order.at = *at;
  }
  if (const auto good = massage::check(body, order); !good) return Failure(good.error());
  state.stroke = std::move(order);
  return {};
}

Result<void> no_stroke(State& state, const Arguments&, const body::Body&) {
  state.stroke.reset();
  return {};
}

void write_stroke(const State& state, const body::Body&, std::vector<Command>& script) {
  if (!state.stroke) return;
  const massage::Order& order = *state.stroke;
  Command command{"stroke", {with_side(order.technique, order.side.value_or(Side::midline))}};
  if (!order.on.empty()) command.arguments.insert(command.arguments.end(), {"on", order.on});
  if (order.at) command.arguments.insert(command.arguments.end(), {"at", to_tenths(order.at->rest)});
  script.push_back(std::move(command));
}

Result<void> switch_where_not(State& state, const Arguments& arguments, const body::Body& body) {
  const std::string& site = word(arguments, 0);
  Ids named;
  for (const atlas::WhereNotSite& each : body.content().where_not.sites)
    if (site == "all" || site == each.id) named.insert(each.id);
  if (named.empty()) {
    std::vector<std::string> known{"all"};
    for (const atlas::WhereNotSite& each : body.content().where_not.sites) known.push_back(each.id);
    return bad_input({}, to_fill("no place not to press is named \"{}\"", site), did_you_mean(site, known, to_fill("there are {}", fmt::format("{}", fmt::join(known, ", ")))));
  }
  Ids shown = *state.where_not;
  for (const std::string& id : named) {
    if (word(arguments, 1) == "on") shown.insert(id);
    else shown.erase(id);
  }
  state.where_not = std::move(shown);
  return {};
}

Result<void> lie(State& state, const Arguments& arguments, const body::Body& body) {
  const bool prone = word(arguments, 0) == "prone";
  if (state.camera.prone == prone) return {};
  state.camera.prone = prone;
  // From where a therapist stands beside the table; upright, from behind.
  if (const auto from = named_view(state.camera, prone ? "left" : "posterior", body)) state.camera = within_limits(*from, *stance_of(state, body));
  return {};
}

void write_lie(const State& state, const body::Body&, std::vector<Command>& script) {
  if (state.camera.prone) script.push_back({"lie", {"prone"}});
}

}  // namespace dorsum::state
