#include "skin_scalars.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "dorsum/core/hash.h"
#include "palette.h"
#include "visibility.h"

namespace dorsum::picture {
namespace {

class Key {
 public:
  void add(std::uint64_t value) { hash_.add(value); }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});  // so that two texts never read as one
    hash_.add(text);
  }
  void add(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof(bits));
    add(std::uint64_t{bits});
  }
  [[nodiscard]] std::uint64_t value() const { return hash_.value() == 0 ? 1 : hash_.value(); }

 private:
  Hash hash_;
};

/// The larger weight of a point's own areas at each vertex: they overlap at their seams.
template <class Accept>
void add_point(std::vector<float>& weights, const body::Body& body, const body::PlacedTrigger& trigger, const Accept& accept) {
  std::vector<float> own(weights.size(), 0.0F);
  for (const std::size_t index : trigger.zones) {
    const body::Zone& zone = body.zones()[index];
    if (!accept(zone)) continue;
    for (const body::ZoneVertex& at : zone.vertices) own[at.vertex] = std::max(own[at.vertex], at.weight);
  }
  for (std::size_t i = 0; i < own.size(); ++i) weights[i] += own[i];
}

bool is_pain(const body::Zone& zone) { return zone.sensation == atlas::Sensation::pain; }

std::vector<glm::vec4> scalars_of(const state::State& state, const body::Body& body, const body::PaintedSkin& painted) {
  const std::size_t vertices = body.skin_areas().size();
  std::vector<float> essential(vertices, 0.0F), spillover(vertices, 0.0F);
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = state.zones ? body.trigger(id) : nullptr;
    if (trigger == nullptr) continue;
    const auto of_kind = [](atlas::ZoneKind kind) {
      return [kind](const body::Zone& zone) { return is_pain(zone) && zone.kind == kind; };
    };
    add_point(essential, body, *trigger, of_kind(atlas::ZoneKind::essential));
    add_point(spillover, body, *trigger, of_kind(atlas::ZoneKind::spillover));
  }
  const std::vector<float>& window = body.skin_window(window_of(state.skin));
  std::vector<glm::vec4> scalars(vertices);
  for (std::size_t i = 0; i < vertices; ++i) {
    const float pain = i < painted.size() ? painted[i] : 0.0F;
    scalars[i] = {essential[i], spillover[i], pain, i < window.size() ? window[i] : -1.0e4F};
  }
  return scalars;
}

/// The likeliest points' zones, and the gooseflesh of the points that are on.
std::vector<glm::vec4> patterns_of(const state::State& state, const body::Body& body, const std::vector<std::string>& likeliest) {
  const std::size_t vertices = body.skin_areas().size();
  std::vector<glm::vec4> patterns(vertices, glm::vec4(0.0F));
  std::vector<float> weights;
  for (std::size_t p = 0; p < likeliest.size(); ++p) {
    weights.assign(vertices, 0.0F);
    // Spill-over half as strong: some people only.
    const body::PlacedTrigger& trigger = *body.trigger(likeliest[p]);
    const auto index = static_cast<std::size_t>(&trigger - body.triggers().data());
    for (const body::PatternVertex& at : body.patterns()[index].vertices)
      weights[at.vertex] = std::max(at.essential, 0.5F * at.spillover);
    for (std::size_t i = 0; i < vertices; ++i) patterns[i][static_cast<int>(p)] = weights[i];
  }
  weights.assign(vertices, 0.0F);
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = state.zones ? body.trigger(id) : nullptr;
    if (trigger != nullptr) add_point(weights, body, *trigger, [](const body::Zone& zone) { return !is_pain(zone); });
  }
  for (std::size_t i = 0; i < vertices; ++i) patterns[i].w = std::min(weights[i], 1.0F);
  return patterns;
}

/// Some forty vertices of each sign, evenly through the mesh's order.
std::array<std::vector<std::uint32_t>, skin_signs> samples_of(const std::vector<glm::vec4>& scalars, const std::vector<glm::vec4>& patterns) {
  constexpr std::size_t wanted = 40;
  std::array<std::vector<std::uint32_t>, skin_signs> all;
  const auto note = [&all](SkinSign sign, std::size_t vertex, bool has) {
    if (has) all[static_cast<std::size_t>(sign)].push_back(static_cast<std::uint32_t>(vertex));
  };
  for (std::size_t v = 0; v < scalars.size(); ++v) {
    const glm::vec4 &s = scalars[v], &p = patterns[v];
    note(SkinSign::essential, v, s.x > 0.3F && s.x < 1.5F);
    note(SkinSign::two, v, s.x > 1.7F && s.x < 2.4F);
    note(SkinSign::three, v, s.x > 2.7F);
    note(SkinSign::spillover, v, s.y > 0.3F);
    note(SkinSign::painted, v, s.z > 0.5F);
    note(SkinSign::first, v, p.x > 0.2F);
    note(SkinSign::second, v, p.y > 0.2F);
    note(SkinSign::third, v, p.z > 0.2F);
    note(SkinSign::gooseflesh, v, p.w > 0.5F);
  }
  for (std::vector<std::uint32_t>& sign : all) {
    std::vector<std::uint32_t> some;
    const std::size_t stride = std::max<std::size_t>(1, sign.size() / wanted);
    for (std::size_t i = 0; i < sign.size(); i += stride) some.push_back(sign[i]);
    sign = std::move(some);
  }
  return all;
}

}  // namespace

std::uint64_t skin_scalars_key(const state::State& state) {
  Key key;
  key.add(std::uint64_t{state.zones ? 1U : 0U});
  for (const std::string& trigger : *state.triggers) key.add(trigger);
  for (const state::PainStroke& stroke : *state.pain) {
    key.add(stroke.region);
    key.add(static_cast<std::uint64_t>(stroke.side));
    for (int i = 0; i < 3; ++i) key.add(stroke.centre.rest[i]);
    key.add(stroke.radius);
    key.add(std::uint64_t{stroke.erase ? 1U : 0U});
  }
  key.add(static_cast<std::uint64_t>(state.candidates));
  key.add(static_cast<std::uint64_t>(window_of(state.skin)));
  return key.value();
}

void paint_skin(drawing::Scene& scene, const state::State& state, const body::Body& body, const answers::Answers& answers, SceneMemo& memo) {
  if (!body.skin()) return;
  scene.skin_colour = colour_of(body.atlas().structures[*body.skin()]);
  scene.skin_scalars_version = skin_scalars_key(state);
  if (memo.skin_scalars_version != scene.skin_scalars_version) {
    memo.skin_scalars = std::make_shared<const std::vector<glm::vec4>>(scalars_of(state, body, *answers.painted));
    memo.skin_patterns = std::make_shared<const std::vector<glm::vec4>>(patterns_of(state, body, answers.likeliest));
    memo.skin_samples = samples_of(*memo.skin_scalars, *memo.skin_patterns);
    memo.skin_scalars_version = scene.skin_scalars_version;
  }
  scene.skin_scalars = memo.skin_scalars;
  scene.skin_patterns = memo.skin_patterns;
  scene.skin_patches = (state.zones && !state.triggers->empty()) || !state.pain->empty();
}

}  // namespace dorsum::picture
