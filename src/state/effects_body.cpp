#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "effects.h"
#include "lookup.h"
#include "reveal.h"

namespace dorsum::state {
namespace {

/// Ids of the structures so named; never empty.
Result<Ids> ids_named(const std::string& name, const body::Body& body) {
  const Result<std::vector<std::size_t>> found = find_structures(body, name);
  if (!found) return Failure(found.error());
  Ids ids;
  for (const std::size_t index : *found) ids.insert(body.atlas().structures[index].id);
  return ids;
}

void add(Shared<Ids>& set, const Ids& ids) {
  Ids more = *set;
  more.insert(ids.begin(), ids.end());
  if (more.size() != set->size()) set = std::move(more);
}

void remove(Shared<Ids>& set, const Ids& ids) {
  Ids fewer = *set;
  for (const std::string& id : ids) fewer.erase(id);
  if (fewer.size() != set->size()) set = std::move(fewer);
}

/// One name that stands for exactly these structures: their own id, muscle, layer or group, if there is one.
std::optional<std::string> name_for(const Ids& ids, const atlas::Atlas& atlas) {
  std::vector<std::string> names;
  const auto index = atlas.index_of(*ids.begin());
  if (!index) return std::nullopt;
  const atlas::Structure& first = atlas.structures[*index];
  for (const std::string& base : {first.id, first.muscle, first.group}) {
    if (base.empty()) continue;
    for (const Side side : {first.side(), Side::midline}) names.push_back(with_side(without_side(base), side));
  }
  names.push_back(fmt::format("layer-{}", first.layer));
  names.emplace_back("skeleton");
  for (const std::string& name : names) {
    Ids named;
    for (const std::size_t i : atlas::structures_named(atlas, name)) named.insert(atlas.structures[i].id);
    if (named == ids) return name;
  }
  return std::nullopt;
}

}  // namespace

Result<void> set_depth(State& state, const Arguments& arguments, const body::Body&) {
  const float value = number(arguments, arguments.size() - 1);
  const bool both = arguments.size() == 1;
  if (both || word(arguments, 0) == "left") state.depth.left = value;
  if (both || word(arguments, 0) == "right") state.depth.right = value;
  if (!both) state.sides_apart = true;
  return {};
}

Result<void> bring_sides_together(State& state, const Arguments&, const body::Body&) {
  state.sides_apart = false;
  state.depth.left = state.depth.right = std::max(state.depth.left, state.depth.right);
  return {};
}

Result<void> hide(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<Ids> ids = ids_named(word(arguments, 0), body);
  if (!ids) return Failure(ids.error());
  add(state.hidden, *ids);
  return {};
}

Result<void> show(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<Ids> ids = ids_named(word(arguments, 0), body);
  if (!ids) return Failure(ids.error());
  remove(state.hidden, *ids);
  // What is shown while others are left out joins those that are left in.
  if (!state.isolated->empty()) add(state.isolated, *ids);
  return {};
}

Result<void> isolate(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<Ids> ids = ids_named(word(arguments, 0), body);
  if (!ids) return Failure(ids.error());
  remove(state.hidden, *ids);
  state.isolated = *ids;
  return {};
}

Result<void> isolate_none(State& state, const Arguments&, const body::Body&) {
  state.isolated = Ids{};
  return {};
}

Result<void> show_all(State& state, const Arguments&, const body::Body&) {
  state.hidden = Ids{};
  state.isolated = Ids{};
  return {};
}

Result<void> select_one(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::size_t>> found = find_structures(body, word(arguments, 0));
  if (!found) return Failure(found.error());
  state.selected = body.atlas().structures[found->front()].id;
  return {};
}

Result<void> select_none(State& state, const Arguments&, const body::Body&) {
  state.selected.clear();
  return {};
}

/// Peels to a structure and selects it.
Result<void> reveal(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::size_t>> found = find_structures(body, word(arguments, 0));
  if (!found) return Failure(found.error());
  const auto& structures = body.atlas().structures;
  for (const std::size_t index : *found) peel_to(state, body.atlas(), structures[index]);
  state.selected = structures[found->front()].id;
  return {};
}

void write_depth(const State& state, const body::Body&, std::vector<Command>& script) {
  if (state.depth.left != state.depth.right) {
    script.push_back({"depth", {"left", state.depth.left}});
    script.push_back({"depth", {"right", state.depth.right}});
  } else if (!(state.depth == Depth{})) {
    script.push_back({"depth", {state.depth.left}});
  }
}

void write_isolated(const State& state, const body::Body& body, std::vector<Command>& script) {
  const Ids& isolated = *state.isolated;
  if (isolated.empty()) return;
  if (const auto name = name_for(isolated, body.atlas())) {
    script.push_back({"isolate", {*name}});
    return;
  }
  // What is shown while others are left out joins those that are left in.
  for (const std::string& id : isolated) script.push_back({id == *isolated.begin() ? "isolate" : "show", {id}});
}

}  // namespace dorsum::state
