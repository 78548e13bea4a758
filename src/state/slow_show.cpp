#include "slow_show.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "framing.h"
#include "reveal.h"

namespace dorsum::state {
namespace {

/// Indices into body.triggers(): the numbered points of one side, the outer layers first.
std::vector<std::size_t> order_of(const body::Body& body, Side side) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < body.triggers().size(); ++i) {
    const body::PlacedTrigger& trigger = body.triggers()[i];
    if (trigger.side == side && !body.content().trigger_points[trigger.point].number.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto leaves = [&](std::size_t i) { return body.atlas().structures[body.triggers()[i].structure()].leaves_at; };
    return leaves(a) < leaves(b);
  });
  return order;
}

/// From where most of the essential skin is seen.
std::string_view view_of(const body::Body& body, const body::PlacedTrigger& trigger) {
  glm::vec3 facing(0.0F);
  for (const std::size_t index : trigger.zones) {
    const body::Zone& zone = body.zones()[index];
    if (zone.kind == atlas::ZoneKind::essential) facing += static_cast<float>(zone.area_mm2) * zone.facing;
  }
  if (glm::length(facing) <= 0.0F) return "posterior";
  facing = glm::normalize(facing);
  if (facing.y > 0.6F) return "posterior";
  if (facing.y < -0.5F) return "anterior";
  const bool left = trigger.side == Side::left;
  if (facing.y < 0.0F && std::abs(facing.x) > 0.5F) return left ? "left" : "right";
  return left ? "oblique-left" : "oblique-right";
}

}  // namespace

State stepped(State state, bool forward, const body::Body& body) {
  const body::PlacedTrigger* lit = state.triggers->size() == 1 ? body.trigger(*state.triggers->begin()) : nullptr;
  const std::vector<std::size_t> order = order_of(body, lit != nullptr ? lit->side : Side::right);
  if (order.empty()) return state;
  const auto now = std::find_if(order.begin(), order.end(), [&](std::size_t i) { return &body.triggers()[i] == lit; });
  std::size_t next = forward ? 0 : order.size() - 1;
  if (now != order.end()) {
    const auto place = static_cast<std::size_t>(now - order.begin());
    next = (place + (forward ? 1 : order.size() - 1)) % order.size();
  }
  const body::PlacedTrigger& trigger = body.triggers()[order[next]];
  const atlas::Structure& structure = body.atlas().structures[trigger.structure()];
  state.triggers = Ids{trigger.id};
  state.zones = true;
  state.selected = structure.id;
  state.depth = Depth{};
  peel_to(state, body.atlas(), structure);
  state.camera = named_view(state.camera, view_of(body, trigger), body).value_or(state.camera);
  return state;
}

}  // namespace dorsum::state
