#include "dorsum/answers/answers.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "dorsum/core/assert.h"
#include "dorsum/state/standpoint.h"

namespace dorsum::answers {
namespace {

Result<Beneath> beneath(const body::Body& body, glm::vec3 place) {
  auto probe = body::probe_at(body, place);
  if (!probe) return Failure(probe.error());
  std::vector<body::ReachedPoint> reached = body::points_in_reach(body, *probe);
  return Beneath{*std::move(probe), std::move(reached)};
}

void explain_pain(Answers& answers, const state::State& state, const body::Body& body, Memo& memo) {
  if (memo.strokes != *state.pain) {
    memo.painted = std::make_shared<const body::PaintedSkin>(memo.paint.of(*state.pain, body));
    memo.explanation = state.pain->empty() ? nullptr : std::make_shared<const body::Explanation>(body::explain(body, *memo.painted));
    memo.strokes = *state.pain;
  }
  answers.painted = memo.painted;
  answers.explanation = memo.explanation;
  if (!answers.explanation) return;
  const auto& candidates = answers.explanation->candidates;
  for (std::size_t i = 0; i < candidates.size() && i < static_cast<std::size_t>(state.candidates); ++i)
    answers.likeliest.push_back(candidates[i].id);
}

void look_beneath(Answers& answers, const state::State& state, const body::Body& body, Memo& memo) {
  if (memo.probed != state.probe) {
    const auto found = state.probe ? std::optional(beneath(body, state.probe->rest)) : std::nullopt;
    memo.probe = found && *found ? std::make_shared<const Beneath>(**found) : nullptr;
    memo.probed = state.probe;
  }
  answers.probe = memo.probe;

  const auto& strokes = *state.pain;
  const auto last = std::find_if(strokes.rbegin(), strokes.rend(), [](const state::PainStroke& s) { return s.region.empty() && !s.erase; });
  const std::optional<body::Place> spot = last == strokes.rend() ? std::nullopt : std::optional(last->centre);
  if (memo.spot != spot) {
    memo.painted_last = spot ? std::make_shared<const Result<Beneath>>(beneath(body, spot->rest)) : nullptr;
    memo.spot = spot;
  }
  answers.painted_last = memo.painted_last;
}

void lay_strokes(Answers& answers, const state::State& state, const body::Stance& stance, Memo& memo) {
  if (!state.stroke && state.where_not->empty()) return;
  const body::Body& body = stance.body();
  if (!memo.where_not) memo.where_not = massage::where_not_areas(body);
  answers.where_not = memo.where_not;
  if (!state.stroke) return;
  if (memo.order != state.stroke || !memo.laid || memo.order_pose != stance.pose_number()) {
    const auto ground = massage::Ground::of(stance);
    memo.laid = ground ? std::make_shared<const massage::Laid>(massage::lay(**ground, *memo.where_not, *state.stroke))
                       : std::make_shared<const massage::Laid>(massage::Laid{{}, {ground.error().saying()}});
    memo.order = state.stroke;
    memo.order_pose = stance.pose_number();
  }
  answers.laid = memo.laid;
}

std::vector<std::uint32_t> zones_behind(const state::State& state, const body::Stance& stance) {
  const body::Body& body = stance.body();
  std::vector<std::uint32_t> away;
  if (!state.zones) return away;
  const glm::vec3 eye = state::standpoint_of(state.camera).eye;
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = body.trigger(id);
    if (trigger == nullptr) continue;
    for (const std::size_t index : trigger->zones) {
      const body::Zone& zone = body.zones()[index];
      if (glm::dot(stance.direction(zone.centre.on, zone.facing), eye - stance.place(zone.centre)) < 0.0F) away.push_back(static_cast<std::uint32_t>(index));
    }
  }
  return away;
}

}  // namespace

Answers answer(const state::State& state, const body::Stance& stance, Memo* memo) {
  const body::Body& body = stance.body();
  Memo for_now;
  Memo& kept = memo != nullptr ? *memo : for_now;
  assert((!kept.painted || kept.painted->empty() || kept.painted->size() == body.skin_areas().size()) && "what is kept is of another body");
  Answers answers;
  explain_pain(answers, state, body, kept);
  look_beneath(answers, state, body, kept);
  lay_strokes(answers, state, stance, kept);
  answers.zones_behind = zones_behind(state, stance);
  return answers;
}

}  // namespace dorsum::answers
