#include "probe_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "label_layout.h"
#include "name_wishes.h"

namespace dorsum::picture {
namespace {

constexpr float handle = 42.0F;       ///< mm of the needle outside the skin
constexpr std::size_t most_names = 14;

// In ems.
constexpr float beside = 4.0F, ruler_length = 17.0F, to_names = 1.4F, name_room = 20.0F, ruler_margin = 1.0F;

/// Where the ruler stands and how long it is.
struct Ruler {
  float x = 0.0F, top = 0.0F, bottom = 0.0F;
  float deepest = 1.0F;  ///< mm at its bottom
  float outward = 1.0F;  ///< 1: names to its right
  [[nodiscard]] float height_of(float mm) const { return glm::mix(top, bottom, mm / deepest); }
};

Ruler ruler_beside(glm::vec2 needle, float deepest, std::size_t names, drawing::Viewport viewport, float em) {
  const auto width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  Ruler ruler;
  ruler.deepest = std::max(deepest, 1.0F);
  // On the side with more room, where it covers less of the figure.
  ruler.outward = needle.x > width * 0.5F ? 1.0F : -1.0F;
  const float room = (to_names + name_room + ruler_margin) * em;
  ruler.x = ruler.outward > 0.0F ? std::min(needle.x + beside * em, width - room) : std::max(needle.x - beside * em, room);
  const float wanted = std::max(ruler_length * em, static_cast<float>(names) * 1.5F * em);
  const float length = std::min(wanted, height - 4.0F * em);
  ruler.top = std::clamp(needle.y - 2.0F * em, 2.0F * em, std::max(2.0F * em, height - 2.0F * em - length));
  ruler.bottom = ruler.top + length;
  return ruler;
}

drawing::Stroke needle_of(const body::Probe& probe, const PicturePlane& plane, float deepest, float em, glm::vec3 ink) {
  drawing::Stroke needle{{}, ink, 0.0F, true};
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
                        const drawing::LabelStyle& style, const words::Catalogue& words) {
  ProbePicture picture;
  const glm::vec3 skin = plane.visibility.stance().place(probe.skin);
  if (!plane.is_before_eye(skin)) return picture;
  const float em = style.em;
  const auto& structures = body.atlas().structures;
  std::vector<body::ProbedLayer> stops{{*body.skin(), 0.0F, 0.0F}};
  stops.insert(stops.end(), probe.layers.begin(), probe.layers.end());
  if (stops.size() > most_names) stops.resize(most_names);

  const glm::vec2 at_skin = plane.at(skin);
  const Ruler ruler = ruler_beside(at_skin, stops.back().entry, stops.size(), plane.viewport, em);
  picture.strokes.push_back(needle_of(probe, plane, stops.back().entry, em, style.ink));
  const float hair = em * 0.06F;
  picture.strokes.push_back({{{at_skin, hair, 1.0F}, {{ruler.x, ruler.top}, hair, 1.0F}}, style.ink, 0.0F, true});
  picture.strokes.push_back({{{{ruler.x, ruler.top}, em * 0.1F, 1.0F}, {{ruler.x, ruler.bottom}, em * 0.1F, 1.0F}}, style.ink, 0.0F, true});

  std::vector<LabelWish> wishes;
  std::vector<drawing::Label> names;
  for (const body::ProbedLayer& stop : stops) {
    const atlas::Structure& structure = structures[stop.structure];
    drawing::Label label;
    label.side = ruler.outward > 0.0F ? drawing::Label::Side::right : drawing::Label::Side::left;
    label.anchor = {ruler.x, ruler.height_of(stop.entry)};
    label.place.x = ruler.x + ruler.outward * to_names * em;
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
  const auto height = static_cast<float>(plane.viewport.height);
  const LabelColumn column{.edge = names.front().place.x, .top = ruler_margin * em, .bottom = height - ruler_margin * em, .gap = 0.15F * em, .most = most_names};
  for (const LabelPlace& place : lay_out(wishes, column)) {
    names[place.wish].place.y = place.middle;
    picture.labels.push_back(std::move(names[place.wish]));
  }
  return picture;
}

}  // namespace dorsum::picture
