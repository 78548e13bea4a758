#pragma once
// Rows and forms over one member of the State: from the member and its words or range follow its effect, its line in a
// script and its present value.

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "dorsum/state/command_table.h"

namespace dorsum::state {

/// What the members are before anything is said.
[[nodiscard]] inline const State& defaults() {
  static const State state;
  return state;
}

/// Reaches a member of the State, to read or to change it.
template <class T>
constexpr auto over(T State::*member) {
  return [member](auto& state) -> auto& { return state.*member; };
}
/// A member of a part of it.
template <class P, class T>
constexpr auto over(P State::*part, T P::*member) {
  return [part, member](auto& state) -> auto& { return (state.*part).*member; };
}

/// A member that takes one of some values, each with its word.
template <class Value, class Get>
Form choice_form(std::string_view verb, Get get, std::vector<std::pair<std::string_view, Value>> words) {
  Words slot;
  for (const auto& [word, value] : words) slot.choices.push_back(word);
  const auto now = [get, words](const State& state) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.second == get(state); });
    return std::string(found->first);
  };
  const auto effect = [get, words](State& state, const Arguments& arguments, const body::Body&) -> Result<void> {
    const auto& word = std::get<std::string>(arguments.front());
    get(state) = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.first == word; })->second;
    return {};
  };
  const auto write = [verb, get, now](const State& state, const body::Body&, std::vector<Command>& script) {
    if (!(get(state) == get(defaults()))) script.push_back({std::string(verb), {now(state)}});
  };
  return {{slot}, effect, {now, write, [get](State& to, const State& from) { get(to) = get(from); }}};
}

/// A member that is a number; `lead` is the word before it, if there is one.
template <class Get>
Form number_form(std::string_view verb, Get get, Number range, std::string_view lead = {}) {
  std::vector<Slot> slots;
  if (!lead.empty()) slots.emplace_back(Words{{lead}});
  slots.emplace_back(range);
  const auto effect = [get](State& state, const Arguments& arguments, const body::Body&) -> Result<void> {
    get(state) = std::get<float>(arguments.back());
    return {};
  };
  const auto write = [verb, get, lead](const State& state, const body::Body&, std::vector<Command>& script) {
    if (get(state) == get(defaults())) return;
    Arguments arguments;
    if (!lead.empty()) arguments.emplace_back(std::string(lead));
    arguments.emplace_back(get(state));
    script.push_back({std::string(verb), std::move(arguments)});
  };
  return {std::move(slots), effect, {[get](const State& state) { return get(state); }, write, [get](State& to, const State& from) { get(to) = get(from); }}};
}

template <class Value, class Get>
Row choice(std::string_view verb, Get get, std::vector<std::pair<std::string_view, Value>> words, const char* meaning,
           std::vector<Key> keys = {}) {
  return {verb, {choice_form(verb, get, std::move(words))}, meaning, Undo::takes_back, std::move(keys)};
}
template <class Get>
Row toggle(std::string_view verb, Get get, const char* meaning, std::vector<Key> keys = {}) {
  return choice<bool>(verb, get, {{"on", true}, {"off", false}}, meaning, std::move(keys));
}
template <class Get>
Row measure(std::string_view verb, Get get, Number range, const char* meaning, std::vector<Key> keys = {}) {
  return {verb, {number_form(verb, get, range)}, meaning, Undo::takes_back, std::move(keys)};
}

/// The row, passed over by undo.
inline Row passing(Row row) {
  row.undo = Undo::passes_over;
  return row;
}

}  // namespace dorsum::state
