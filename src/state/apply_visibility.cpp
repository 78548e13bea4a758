#include "apply.h"
#include "lookup.h"

namespace dorsum::state {
namespace {

Ids ids_of(const body::Body& body, const std::vector<std::size_t>& structures) {
  Ids ids;
  for (const std::size_t index : structures) ids.insert(body.atlas().structures[index].id);
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

}  // namespace

Result<void> apply_to_visibility(State& state, const Command& command, const body::Body& body) {
  const bool none = !command.arguments.empty() && command.arguments[0] == "none";
  if (command.verb == "show-all") state.hidden = Ids{};
  if (command.verb == "show-all" || (command.verb == "isolate" && none)) state.isolated = Ids{};
  if (command.verb == "select" && none) state.selected.clear();
  if (none || command.arguments.empty()) return {};

  const Result<std::vector<std::size_t>> found = find_structures(body, command.arguments[0]);
  if (!found) return Failure(found.error());
  const Ids ids = ids_of(body, *found);
  if (command.verb == "hide") add(state.hidden, ids);
  if (command.verb == "show" || command.verb == "isolate") remove(state.hidden, ids);
  // What is shown while others are left out joins those that are left in.
  if (command.verb == "show" && !state.isolated->empty()) add(state.isolated, ids);
  if (command.verb == "isolate") state.isolated = ids;
  if (command.verb == "select") state.selected = body.atlas().structures[found->front()].id;
  return {};
}

}  // namespace dorsum::state
