#include "labels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>

#include "dorsum/core/letters.h"
#include "label_layout.h"
#include "name_wishes.h"
#include "palette.h"
#include "section_cuts.h"
#include "side_letters.h"

namespace dorsum::picture {
namespace {

// Lengths in ems. A column holds a line of `longest_line` letters, which in Inter are 0.55 em wide on average.
constexpr std::size_t longest_line = 22;
constexpr float column_width = 0.55F * static_cast<float>(longest_line), margin = 1.0F, leader_room = 2.0F;
constexpr float least_em = 8.0F;  ///< smaller can't be read: no names then
constexpr std::string_view vertebra_prefix = "vertebra-", rib_prefix = "rib-";

/// Whether a side is peeled to its bones: then they are what is named.
std::array<bool, 2> bare_sides(const body::Body& body, const Visibility& visibility) {
  std::array<bool, 2> bare{true, true};
  if (visibility.only_skin_shows()) return {false, false};
  for (std::size_t i = 0; i < body.atlas().structures.size(); ++i) {
    const atlas::Structure& structure = body.atlas().structures[i];
    if (structure.kind != atlas::Kind::muscle || structure.companion || visibility.opacity_of(i) < 0.5F) continue;
    bare[structure.side() == Side::left ? 0 : 1] = false;
  }
  return bare;
}

bool is_vertebra(const atlas::Structure& structure) { return structure.id.starts_with(vertebra_prefix); }

int rib_number(const atlas::Structure& structure) {
  int number = 0;
  if (structure.id.starts_with(rib_prefix))
    std::from_chars(structure.id.data() + rib_prefix.size(), structure.id.data() + structure.id.size(), number);
  return number;
}

bool is_named(const atlas::Structure& structure, const std::array<bool, 2>& bare) {
  switch (structure.kind) {
    case atlas::Kind::muscle:
    case atlas::Kind::fascia:
    case atlas::Kind::ligament:
    case atlas::Kind::vessel:
    case atlas::Kind::nerve: return true;
    case atlas::Kind::organ:  // glimpsed between the ribs they are not what the picture is about
    case atlas::Kind::bone:
      return structure.side() == Side::left ? bare[0] : structure.side() == Side::right ? bare[1] : bare[0] || bare[1];
    case atlas::Kind::skin:
    case atlas::Kind::cartilage: return false;
  }
  return false;
}

/// What the picture is about comes first: the layers' own muscles before their company.
float weight_of(const atlas::Structure& structure, const Sighting& sighting, bool selected) {
  if (selected) return std::numeric_limits<float>::max();
  const bool main = structure.kind == atlas::Kind::muscle && !structure.companion;
  return sighting.area * (main ? 100.0F : 1.0F);
}

/// Names a paired structure once: the selected one, or the one that shows clearly more; else the pairs take turns by
/// their order in the atlas, whatever the camera does, so that both columns fill and no name changes sides on the way.
void say_pairs_once(std::vector<NameWish>& wishes, const atlas::Atlas& atlas) {
  constexpr float clearly_more = 1.8F;
  std::map<std::string, std::vector<std::size_t>> pairs;
  for (std::size_t i = 0; i < wishes.size(); ++i) pairs[without_side(atlas.structures[wishes[i].structure].id)].push_back(i);
  std::vector<bool> goes(wishes.size(), false);
  for (const auto& [name, both] : pairs) {
    if (both.size() != 2) continue;
    const NameWish &a = wishes[both[0]], &b = wishes[both[1]];
    bool keep_first = false;
    if (a.selected != b.selected) {
      keep_first = a.selected;
    } else if (a.weight > clearly_more * b.weight || b.weight > clearly_more * a.weight) {
      keep_first = a.weight > b.weight;
    } else {
      const std::size_t turn = std::min(a.structure, b.structure) / 2;
      keep_first = (atlas.structures[a.structure].side() == Side::left) == (turn % 2 == 0);
    }
    goes[both[keep_first ? 1 : 0]] = true;
  }
  std::size_t i = 0;
  std::erase_if(wishes, [&](const NameWish&) { return goes[i++]; });
}

/// Names in the two columns.
void set_columns(std::vector<drawing::Label>& labels, const std::vector<NameWish>& names, drawing::Viewport viewport, float em, float top, float foot) {
  const auto width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  const float edge = (margin + column_width) * em;
  for (const bool right : {false, true}) {
    std::vector<LabelWish> wishes;
    std::vector<const NameWish*> here;
    for (const NameWish& name : names) {
      if (name.right != right) continue;
      wishes.push_back({name.anchor, drawing::label_line_height * em * static_cast<float>(name.lines.size()), name.weight});
      here.push_back(&name);
    }
    const float x = right ? width - edge : edge;
    for (const LabelPlace& place : lay_out(wishes, {.edge = x, .top = top, .bottom = height - (right ? std::max(margin * em, foot) : margin * em), .gap = 0.6F * em})) {
      const NameWish& name = *here[place.wish];
      labels.push_back({right ? drawing::Label::Side::right : drawing::Label::Side::left, name.lines, {x, place.middle}, name.anchor, name.structure, name.selected});
    }
  }
}

glm::vec3 middle_of(const LabelAnchors& anchors, std::size_t structure, const body::Stance& stance) {
  glm::vec3 sum(0.0F);
  for (const body::Place& spot : anchors.spots[structure]) sum += stance.place(spot);
  return sum / static_cast<float>(std::max<std::size_t>(1, anchors.spots[structure].size()));
}

/// By structure, the faces of a section that the eye looks at.
std::map<std::size_t, CutSpot> faces_in_sight(std::span<const drawing::SectionCut> cuts, const PicturePlane& plane) {
  std::map<std::size_t, CutSpot> faces;
  if (plane.visibility.within_cut(plane.camera.eye) >= 0.0F) return faces;
  for (const drawing::SectionCut& cut : cuts)
    if (const auto spot = spot_of(cut, *plane.visibility.section())) faces.emplace(cut.mesh, *spot);
  return faces;
}

}  // namespace

bool stands_right(float spot_x, bool in_midline, drawing::Viewport viewport) {
  constexpr float clearly = 0.08F;  // of the width
  return spot_x > static_cast<float>(viewport.width) * (in_midline ? 0.5F - clearly : 0.5F);
}

std::vector<drawing::LabelLine> lines_of(state::Names style, const std::string& plain, const std::string& latin) {
  std::vector<drawing::LabelLine> lines;
  if (style != state::Names::latin || latin.empty())
    for (std::string& text : in_lines(plain)) lines.push_back({std::move(text), false});
  if (style != state::Names::plain && !latin.empty())
    for (std::string& text : in_lines(latin)) lines.push_back({std::move(text), true});
  return lines;
}

std::vector<std::string> in_lines(const std::string& name) {
  if (count_letters(name) <= longest_line) return {name};
  std::size_t best = std::string::npos;
  for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
    const auto longer = [&name](std::size_t space) {
      return std::max(count_letters(std::string_view(name).substr(0, space)), count_letters(std::string_view(name).substr(space + 1)));
    };
    if (best == std::string::npos || longer(at) < longer(best)) best = at;
  }
  if (best == std::string::npos) return {name};
  // Halves that are still too long, as in a language of longer words, are parted again.
  std::vector<std::string> lines = in_lines(name.substr(0, best));
  for (std::string& line : in_lines(name.substr(best + 1))) lines.push_back(std::move(line));
  return lines;
}

drawing::LabelStyle label_style_of(const state::State& state, drawing::Viewport viewport) {
  drawing::LabelStyle style;
  const auto width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  // As in a plate: some 64 lines to the page. Columns leave the figure a third of the width at least.
  const float wanted = std::max(13.0F, std::min(width, height) / 64.0F) * state.text_scale;
  style.mark_em = wanted;
  style.mark = std::clamp(height / 100.0F, 7.0F, 24.0F) * state.text_scale;
  style.em = std::min(wanted, width / (3.0F * (column_width + margin)));
  const Backdrop backdrop = backdrop_of(state.theme);
  style.ink = backdrop.ink;
  style.paper = backdrop.paper;
  return style;
}

std::vector<drawing::Label> labels_of(const state::State& state, const body::Body& body, const NameSpots& spots, const PicturePlane& plane,
                             const drawing::LabelStyle& style, const words::Catalogue& words, float foot) {
  const drawing::Viewport viewport = plane.viewport;
  const float em = style.em, width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  if (em < least_em) return {};
  const float edge = (margin + column_width) * em;
  const Field field{{edge + leader_room * em, em}, {width - edge - leader_room * em, height - em}};
  const Lookout lookout(body, plane, field);
  const float top = (state.left_right ? side_letters_height : margin) * em;

  std::vector<drawing::Label> labels;
  if (plane.visibility.only_skin_shows()) {
    set_columns(labels, skin_names(state, plane.visibility.stance(), lookout, viewport, words), viewport, em, top, foot);
    return labels;
  }
  const std::array<bool, 2> bare = bare_sides(body, plane.visibility);
  const std::map<std::size_t, CutSpot> faces = faces_in_sight(spots.cuts, plane);
  std::vector<NameWish> wishes;
  std::vector<RibInSight> ribs;
  for (std::size_t i = 0; i < body.atlas().structures.size(); ++i) {
    const atlas::Structure& structure = body.atlas().structures[i];
    const bool selected = structure.id == state.selected;
    if (body.skin() == i || plane.visibility.opacity_of(i) < 0.5F) continue;
    const auto face = faces.find(i);
    const auto on_face = face != faces.end() ? lookout.find(i, face->second) : std::nullopt;
    if (!(selected || on_face || is_named(structure, bare))) continue;
    if (is_vertebra(structure) && !selected && !on_face) continue;  // they have their level tags
    const auto sighting = on_face ? on_face : lookout.find(i, spots.anchors, selected);
    if (!sighting) continue;
    if (const int number = rib_number(structure); number > 0 && !selected && !on_face) {
      ribs.push_back({i, number, *sighting});
    } else {
      wishes.push_back({lines_of(state.names, words.of_atlas(structure.name), structure.latin), sighting->anchor, i,
                        weight_of(structure, *sighting, selected), selected, false});
    }
  }
  say_pairs_once(wishes, body.atlas());
  std::vector<drawing::Label> numbers = rib_numbers(ribs, body, plane, em, wishes, state.names, words);
  for (NameWish& wish : wishes) {
    const bool in_midline = body.atlas().structures[wish.structure].side() == Side::midline;
    wish.right = stands_right(plane.at(middle_of(spots.anchors, wish.structure, plane.visibility.stance())).x, in_midline, viewport);
  }
  set_columns(labels, wishes, viewport, em, top, foot);
  std::vector<drawing::Label> levels = spine_levels(spots.anchors, plane, field, em);
  std::move(levels.begin(), levels.end(), std::back_inserter(labels));
  std::move(numbers.begin(), numbers.end(), std::back_inserter(labels));
  return labels;
}

}  // namespace dorsum::picture
