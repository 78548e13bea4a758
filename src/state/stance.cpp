#include "dorsum/state/stance.h"

#include <algorithm>
#include <array>

#include "dorsum/core/assert.h"
#include "dorsum/state/presence.h"

namespace dorsum::state {
namespace {

constexpr float lift_of_leaving = 16.0F;  ///< mm a layer rises while it fades

/// The line that leaving layers lift off from runs down through the bodies of the vertebrae.
glm::vec2 upright_axis(const body::Body& body) {
  constexpr float before_processes = 55.0F;  // mm
  const atlas::Landmarks& landmarks = body.atlas().landmarks;
  const auto seventh = landmarks.find("spinous-process:C7"), sixth = landmarks.find("spinous-process:T6");
  return {seventh != landmarks.end() ? seventh->second.position.x : 0.0F,
          sixth != landmarks.end() ? sixth->second.position.y - before_processes : 0.5F * (body.bounds().low.y + body.bounds().high.y)};
}

}  // namespace

glm::vec3 drawn_apart(const atlas::Structure& structure, float gap) {
  assert(gap >= 0.0F);
  // The layers of the back lie behind one another, so they part backward; those that leave together stay together.
  constexpr std::array leaving_order{5.0F, 4.5F, 4.0F, 3.0F, 2.0F};
  // What lies within stays with the bones that hold it.
  if (gap <= 0.0F || structure.kind == atlas::Kind::skin || atlas::is_within(structure.kind)) return glm::vec3(0.0F);
  const auto steps = std::count_if(leaving_order.begin(), leaving_order.end(), [&](float at) { return structure.leaves_at <= at; });
  return {0.0F, gap * static_cast<float>(steps), 0.0F};
}

std::shared_ptr<const body::Stance> stance_of(const State& state, const body::Body& body, const std::shared_ptr<const body::Stance>& before) {
  const auto& structures = body.atlas().structures;
  const Presence presence(state, body);
  std::vector<geometry::Displacement> displaced(structures.size());
  for (std::size_t i = 0; i < structures.size(); ++i) {
    displaced[i].offset = drawn_apart(structures[i], state.explode);
    const float present = presence.of(i);
    if (present > 0.0F && present < 1.0F) displaced[i].lift = lift_of_leaving * (1.0F - present);
  }
  const glm::vec2 axis = upright_axis(body);
  std::shared_ptr<const body::Posed> posed = body.posed(*state.pose);
  if (before && before->is(body, displaced, axis, posed.get())) return before;
  return std::make_shared<const body::Stance>(body, std::move(displaced), axis, std::move(posed));
}

}  // namespace dorsum::state
