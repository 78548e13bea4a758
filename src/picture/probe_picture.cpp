#include "probe_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "label_layout.h"
#include "name_wishes.h"

namespace dorsum::picture {
namespace {

constexpr float handle = 42.0F;       ///< mm of the needle outside the skin
constexpr std::size_t most_names = 14;

// In ems.
constexpr float beside = 1.1F, upright_beside = 4.0F, ruler_length = 17.0F, to_names = 1.4F, name_room = 20.0F, ruler_margin = 1.0F;
constexpr float least_length = 4.5F;   ///< of the needle in the picture that carries a ruler of its own
constexpr float tick_every = 10.0F, long_tick_every = 50.0F;  ///< mm

/// The ruler: beside the needle and as long, each depth where it is on the needle. Where the eye looks along the needle
/// there is no length to lay it beside: it stands upright next to it then, to a scale of its own.
struct Ruler {
  bool along = false;
  glm::vec2 top{0.0F}, bottom{0.0F};    ///< pixels: at the skin, and at `deepest`; of an upright one
  glm::vec2 aside{0.0F};                ///< pixels from the needle to the ruler
  float deepest = 1.0F;                 ///< mm
  float outward = 1.0F;                 ///< 1: names to its right
  float names_x = 0.0F;                 ///< where they begin
  glm::vec3 skin{0.0F}, inward{0.0F};
  const PicturePlane* plane = nullptr;
  [[nodiscard]] glm::vec2 at(float mm) const {
    return along ? plane->at(skin + inward * mm) + aside : glm::mix(top, bottom, mm / deepest);
  }
  /// Which way ticks and names stand off it.
  [[nodiscard]] glm::vec2 off() const { return along ? glm::normalize(aside) : glm::vec2(outward, 0.0F); }
};

Ruler ruler_beside(const body::Probe& probe, glm::vec3 skin, float deepest, std::size_t names, const PicturePlane& plane, float em, float foot) {
  const auto width = static_cast<float>(plane.viewport.width);
  const glm::vec2 needle = plane.at(skin);
  Ruler ruler;
  ruler.plane = &plane;
  ruler.skin = skin;
  ruler.inward = probe.inward;
  ruler.deepest = std::max(deepest, 1.0F);
  // On the side with more room, where it covers less of the figure.
  ruler.outward = needle.x > width * 0.5F ? 1.0F : -1.0F;
  const float height = static_cast<float>(plane.viewport.height) - (ruler.outward > 0.0F ? foot : 0.0F);
  const float room = (to_names + name_room + ruler_margin) * em;
  const glm::vec3 point = skin + probe.inward * ruler.deepest;
  const glm::vec2 end = plane.is_before_eye(point) ? plane.at(point) : needle;
  ruler.along = glm::distance(needle, end) >= least_length * em;
  if (ruler.along) {
    const glm::vec2 direction = glm::normalize(end - needle);
    glm::vec2 across(-direction.y, direction.x);
    // A steep one has its names beside it, a level one below its middle.
    if (std::abs(across.x) > 0.5F ? across.x * ruler.outward < 0.0F : across.y < 0.0F) across = -across;
    ruler.aside = across * beside * em;
    const float edge = ruler.outward > 0.0F ? std::max(needle.x, end.x) : std::min(needle.x, end.x);
    const float x = edge + ruler.outward * (beside + to_names + 1.6F) * em;
    ruler.names_x = ruler.outward > 0.0F ? std::min(x, width - room + to_names * em) : std::max(x, room - to_names * em);
    return ruler;
  }
  const float x = ruler.outward > 0.0F ? std::min(needle.x + upright_beside * em, width - room) : std::max(needle.x - upright_beside * em, room);
  const float wanted = std::max(ruler_length * em, static_cast<float>(names) * 1.5F * em);
  const float length = std::min(wanted, height - 4.0F * em);
  const float top = std::clamp(needle.y - 2.0F * em, 2.0F * em, std::max(2.0F * em, height - 2.0F * em - length));
  ruler.top = {x, top};
  ruler.bottom = {x, top + length};
  ruler.names_x = x + ruler.outward * to_names * em;
  return ruler;
}

/// The ruler's line and its ticks.
void draw_ruler(const Ruler& ruler, glm::vec2 at_skin, float em, glm::vec3 ink, std::vector<drawing::Stroke>& strokes) {
  using Of = drawing::Stroke::Of;
  const float hair = em * 0.06F;
  if (!ruler.along) strokes.push_back({{{at_skin, hair, 1.0F}, {ruler.at(0.0F), hair, 1.0F}}, ink, 0.0F, true, Of::ruler});
  strokes.push_back({{{ruler.at(0.0F), em * 0.09F, 1.0F}, {ruler.at(ruler.deepest), em * 0.09F, 1.0F}}, ink, 0.0F, true, Of::ruler});
  for (int i = 0; static_cast<float>(i) * tick_every <= ruler.deepest; ++i) {
    const float mm = static_cast<float>(i) * tick_every;
    const float length = em * (std::fmod(mm, long_tick_every) == 0.0F ? 0.6F : 0.35F);
    // Toward the needle, away from the names.
    strokes.push_back({{{ruler.at(mm), hair, 1.0F}, {ruler.at(mm) - ruler.off() * length, hair, 1.0F}}, ink, 0.0F, true, Of::ruler});
  }
}

drawing::Stroke needle_of(const body::Probe& probe, const PicturePlane& plane, float deepest, float em, glm::vec3 ink) {
  drawing::Stroke needle{{}, ink, 0.0F, true, drawing::Stroke::Of::needle};
  const glm::vec3 skin = plane.visibility.stance().place(probe.skin), head = skin - probe.inward * handle;
  // Behind the body it is faint; within the body it shows through, paler than outside.
  const bool hidden = plane.is_hidden(skin - probe.inward * 1.5F);
  for (const auto& [point, opacity] : {std::pair{head, hidden ? 0.3F : 1.0F}, std::pair{skin, hidden ? 0.3F : 1.0F},
                                       std::pair{skin, 0.45F}, std::pair{skin + probe.inward * deepest, 0.45F}})
    if (plane.is_before_eye(point)) needle.points.push_back({plane.at(point), em * 0.14F, opacity});
  return needle;
}

}  // namespace

ProbePicture picture_of(const body::Probe& probe, const state::State& state, const body::Body& body, const PicturePlane& plane,
                        const drawing::LabelStyle& style, const words::Catalogue& words, float foot) {
  ProbePicture picture;
  const glm::vec3 skin = plane.visibility.stance().place(probe.skin);
  if (!plane.is_before_eye(skin)) return picture;
  const float em = style.em;
  const auto& structures = body.atlas().structures;
  std::vector<body::ProbedLayer> stops{{*body.skin(), 0.0F, 0.0F}};
  stops.insert(stops.end(), probe.layers.begin(), probe.layers.end());
  if (stops.size() > most_names) stops.resize(most_names);

  const glm::vec2 at_skin = plane.at(skin);
  const Ruler ruler = ruler_beside(probe, skin, stops.back().entry, stops.size(), plane, em, foot);
  picture.strokes.push_back(needle_of(probe, plane, ruler.deepest, em, style.ink));
  draw_ruler(ruler, at_skin, em, style.ink, picture.strokes);

  std::vector<LabelWish> wishes;
  std::vector<drawing::Label> names;
  for (const body::ProbedLayer& stop : stops) {
    const atlas::Structure& structure = structures[stop.structure];
    drawing::Label label;
    label.side = ruler.outward > 0.0F ? drawing::Label::Side::right : drawing::Label::Side::left;
    label.anchor = ruler.at(stop.entry);
    label.place.x = ruler.names_x;
    label.structure = stop.structure;
    label.selected = structure.id == state.selected;
    label.lines = lines_of(state.names, words.of_atlas(structure.name), structure.latin);
    label.lines.front().text = words.say_filled("{mm:.0f} mm  {structure}", fmt::arg("mm", stop.entry), fmt::arg("structure", label.lines.front().text));
    if (stop.structure == *body.skin() && body::depths_are_the_sets_own(body)) {
      drawing::LabelLine& note = label.lines.emplace_back();  // filled in place: gcc 12 warns of a moved one
      note.text = words.say("depths are the data set's own");
      note.italic = true;
    }
    // What comes first keeps its place where room lacks.
    wishes.push_back({label.anchor, drawing::label_line_height * em * static_cast<float>(label.lines.size()), -stop.entry});
    names.push_back(std::move(label));
  }
  const float height = static_cast<float>(plane.viewport.height) - (ruler.outward > 0.0F ? foot : 0.0F);
  const LabelColumn column{.edge = names.front().place.x, .top = ruler_margin * em, .bottom = height - ruler_margin * em, .gap = 0.15F * em, .most = most_names};
  for (const LabelPlace& place : lay_out(wishes, column)) {
    names[place.wish].place.y = place.middle;
    picture.labels.push_back(std::move(names[place.wish]));
  }
  return picture;
}

}  // namespace dorsum::picture
