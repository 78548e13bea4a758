#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/spelling.h"
#include "effects.h"
#include "rounded.h"

namespace dorsum::state {
namespace {

/// The motions that a name stands for: one side's, or without a side both.
Result<std::vector<std::string>> motions_named(const std::string& name, const body::Body& body) {
  const motion::Motions& motions = body.motions();
  const motion::Motion* found = motions.motion(without_side(name));
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const motion::Motion& each : motions.motions) known.push_back(each.id);
    return bad_input({}, to_fill("no motion is named \"{}\"", name), did_you_mean(name, known, to_say("dorsum info --json lists the motions")));
  }
  if (const Result<void> can = body.can_do(*found); !can) return Failure(can.error());
  if (!found->sided) {
    if (side_of(name) != Side::midline) return bad_input({}, to_fill("{} has no sides", found->id), to_fill("write {}", found->id));
    return std::vector<std::string>{found->id};
  }
  if (side_of(name) != Side::midline) return std::vector<std::string>{name};
  return std::vector<std::string>{with_side(found->id, Side::right), with_side(found->id, Side::left)};
}

}  // namespace

Result<void> pose(State& state, const Arguments& arguments, const body::Body& body) {
  const auto motions = motions_named(word(arguments, 0), body);
  if (!motions) return Failure(motions.error());
  const auto range = static_cast<float>(body.motions().motion(without_side(motions->front()))->range);
  const auto* share = std::get_if<Percent>(&arguments[1]);
  const float degrees = share != nullptr ? range * share->value / 100.0F : std::get<float>(arguments[1]);
  motion::Pose pose = *state.pose;
  for (const std::string& id : *motions) {
    if (degrees > 0.0F) {
      pose[id] = std::min(degrees, range);  // as far as it goes
    } else {
      pose.erase(id);
    }
  }
  state.pose = std::move(pose);
  return {};
}

Result<void> pose_rest(State& state, const Arguments&, const body::Body&) {
  state.pose = motion::Pose{};
  return {};
}

void write_pose(const State& state, const body::Body&, std::vector<Command>& script) {
  for (const auto& [id, degrees] : *state.pose) script.push_back({"pose", {id, to_tenths(degrees)}});
}

}  // namespace dorsum::state
