#include "skin_scalars.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "dorsum/body/explain.h"

namespace dorsum::view {
namespace {

class Key {
 public:
  void add(std::uint64_t value) { hash_ = (hash_ ^ value) * 1099511628211ULL; }
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    add(std::uint64_t{256});  // where a text ends
  }
  void add(float value) { add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value))); }
  [[nodiscard]] std::uint64_t value() const { return hash_ == 0 ? 1 : hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037ULL;
};

}  // namespace

std::uint64_t skin_scalars_key(const app::State& state) {
  Key key;
  key.add(std::uint64_t{state.zones ? 1U : 0U});
  for (const std::string& trigger : *state.triggers) key.add(trigger);
  for (const app::PainStroke& stroke : *state.pain) {
    key.add(stroke.region);
    key.add(static_cast<std::uint64_t>(stroke.side));
    for (int i = 0; i < 3; ++i) key.add(stroke.centre[i]);
    key.add(stroke.radius);
  }
  return key.value();
}

std::vector<glm::vec4> skin_scalars(const app::State& state, const body::Body& body) {
  if (!body.skin()) return {};
  const std::size_t vertices = body.mesh(*body.skin()).positions.size();
  std::vector<glm::vec4> scalars(vertices, glm::vec4(0.0F, 0.0F, 0.0F, -1.0e4F));
  for (std::size_t i = 0; i < std::min(vertices, body.skin_window().size()); ++i) scalars[i].w = body.skin_window()[i];

  if (state.zones) {
    for (const std::string& id : *state.triggers) {
      const body::PlacedTrigger* trigger = body.trigger(id);
      if (trigger == nullptr) continue;
      // One point's own areas overlap at their seams: there its larger weight counts. Points add up.
      std::vector<glm::vec2> own(vertices, glm::vec2(0.0F));
      for (const std::size_t index : trigger->zones) {
        const body::Zone& zone = body.zones()[index];
        const int kind = zone.kind == atlas::ZoneKind::essential ? 0 : 1;
        for (const body::ZoneVertex& at : zone.vertices) {
          if (at.vertex < vertices) own[at.vertex][kind] = std::max(own[at.vertex][kind], at.weight);
        }
      }
      for (std::size_t i = 0; i < vertices; ++i) {
        scalars[i].x += own[i].x;
        scalars[i].y += own[i].y;
      }
    }
  }
  for (const app::PainStroke& stroke : *state.pain) {
    const auto painted = stroke.region.empty() ? body::paint_disc(body, stroke.centre, stroke.radius)
                                               : body::paint_region(body, stroke.region, stroke.side);
    if (!painted) continue;  // the command that made the stroke has said why
    for (std::size_t i = 0; i < std::min(vertices, painted->size()); ++i) scalars[i].z = std::max(scalars[i].z, (*painted)[i]);
  }
  return scalars;
}

}  // namespace dorsum::view
