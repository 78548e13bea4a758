#include "labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <string_view>

#include "dorsum/view/camera.h"
#include "label_layout.h"
#include "palette.h"

namespace dorsum::view {
namespace {

// Lengths in ems. A column holds a line of `longest_line` letters, which in Inter are 0.55 em wide on average.
constexpr std::size_t longest_line = 22;
constexpr float column_width = 0.55F * static_cast<float>(longest_line), margin = 1.0F, leader_room = 2.0F;
constexpr float least_em = 8.0F;  ///< smaller can't be read: no names then
constexpr std::string_view vertebra_prefix = "vertebra-";

/// How a structure presents itself to the eye.
struct Sighting {
  std::size_t structure = 0;
  glm::vec3 anchor{0.0F};  ///< pixels, z depth
  float area = 0.0F;       ///< mm2 of surface in sight, about
};

/// Where anchors may lie: between the columns.
struct Field {
  glm::vec2 low, high;
  [[nodiscard]] bool holds(glm::vec3 p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && p.z > 0.0F && p.z < 1.0F;
  }
};

class Lookout {
 public:
  Lookout(const body::Body& body, const Visibility& visibility, const CameraMatrices& camera, Viewport viewport, Field field)
      : body_(body), visibility_(visibility), camera_(camera), viewport_(viewport), field_(field) {}

  [[nodiscard]] bool sees(std::size_t structure, const AnchorSpot& spot) const {
    constexpr float skim = 1.0F, own_wall = 4.0F;  // mm; a ray leaves through its own uneven surface
    if (glm::dot(spot.normal, camera_.eye - spot.position) <= 0.0F) return false;
    if (!visibility_.stops({static_cast<std::uint32_t>(structure), 0, {}, spot.position, 0.0F}) && body_.skin() != structure) return false;
    const glm::vec3 from = spot.position + spot.normal * skim;
    return !body_.surfaces()
                .first_hit(from, camera_.eye - from,
                           [&](const geometry::SurfacePoint& hit) {
                             return (hit.mesh != structure || glm::distance(hit.position, from) > own_wall) && visibility_.stops(hit);
                           })
                .has_value();
  }

  /// The spot in sight nearest to the middle of all that is in sight of a structure, unless it only peeps out.
  [[nodiscard]] std::optional<Sighting> find(std::size_t structure, const LabelAnchors& anchors, bool wanted) const {
    constexpr std::size_t first_look = 7;
    constexpr float least_share = 0.2F;
    std::vector<glm::vec3> seen;
    std::size_t tried = 0;
    for (const AnchorSpot& spot : anchors.spots[structure]) {
      const glm::vec3 at = project(camera_, viewport_, spot.position);
      if (!field_.holds(at) || glm::dot(spot.normal, camera_.eye - spot.position) <= 0.0F) continue;
      if (tried++ >= first_look && seen.empty() && !wanted) return std::nullopt;
      if (sees(structure, spot)) seen.push_back(at);
    }
    if (seen.empty()) return std::nullopt;
    const float share = static_cast<float>(seen.size()) / static_cast<float>(tried);
    if (share < least_share && !wanted) return std::nullopt;
    glm::vec2 middle(0.0F);
    for (const glm::vec3& at : seen) middle += glm::vec2(at);
    middle /= static_cast<float>(seen.size());
    const auto nearest = std::min_element(seen.begin(), seen.end(), [middle](const glm::vec3& a, const glm::vec3& b) {
      return glm::distance(glm::vec2(a), middle) < glm::distance(glm::vec2(b), middle);
    });
    const float in_sight = static_cast<float>(seen.size()) / static_cast<float>(anchors.spots[structure].size());
    return Sighting{structure, *nearest, anchors.area[structure] * in_sight};
  }

 private:
  const body::Body& body_;
  const Visibility& visibility_;
  const CameraMatrices& camera_;
  Viewport viewport_;
  Field field_;
};

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

bool is_named(const atlas::Structure& structure, const std::array<bool, 2>& bare) {
  switch (structure.kind) {
    case atlas::Kind::muscle:
    case atlas::Kind::fascia:
    case atlas::Kind::ligament: return true;
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

std::vector<LabelLine> lines_of(const app::State& state, const atlas::Structure& structure) {
  std::vector<LabelLine> lines;
  for (std::string& text : in_lines(structure.name)) lines.push_back({std::move(text), false});
  if (state.latin && !structure.latin.empty()) {
    for (std::string& text : in_lines(structure.latin)) lines.push_back({std::move(text), true});
  }
  return lines;
}

/// The level of each vertebra in sight, on its spinous process where that is what is seen of it. Where they
/// would touch, those between go.
void add_levels(std::vector<Label>& labels, std::vector<Label> levels, float em) {
  // The ends of the regions of the spine are what one counts from.
  static constexpr std::array<std::string_view, 8> first{"C7", "T12", "L5", "C1", "T6", "L3", "T3", "T9"};
  const auto rank = [](const Label& label) { return std::find(first.begin(), first.end(), label.lines.front().text) - first.begin(); };
  std::stable_sort(levels.begin(), levels.end(), [&](const Label& a, const Label& b) {
    return std::pair(!a.selected, rank(a)) < std::pair(!b.selected, rank(b));
  });
  std::vector<glm::vec2> taken;
  for (Label& level : levels) {
    const bool free = std::none_of(taken.begin(), taken.end(), [&](glm::vec2 p) {
      return std::abs(p.x - level.place.x) < 2.4F * em && std::abs(p.y - level.place.y) < 1.15F * em;
    });
    if (!free) continue;
    taken.push_back(level.place);
    labels.push_back(std::move(level));
  }
}

}  // namespace

std::vector<std::string> in_lines(const std::string& name) {
  if (name.size() <= longest_line) return {name};
  std::size_t best = std::string::npos;
  for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
    const auto longer = [&name](std::size_t space) { return std::max(space, name.size() - space - 1); };
    if (best == std::string::npos || longer(at) < longer(best)) best = at;
  }
  if (best == std::string::npos) return {name};
  return {name.substr(0, best), name.substr(best + 1)};
}

LabelStyle label_style_of(const app::State& state, Viewport viewport) {
  LabelStyle style;
  const auto width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  // As in a plate: some 64 lines to the page. Columns leave the figure a third of the width at least.
  const float wanted = std::max(13.0F, std::min(width, height) / 64.0F) * state.text_scale;
  style.em = std::min(wanted, width / (3.0F * (column_width + margin)));
  const Backdrop backdrop = backdrop_of(state.theme);
  style.ink = backdrop.ink;
  style.paper = backdrop.paper;
  return style;
}

std::vector<Label> labels_of(const app::State& state, const body::Body& body, const LabelAnchors& anchors,
                             const Visibility& visibility, const CameraMatrices& camera, Viewport viewport,
                             const LabelStyle& style) {
  const float em = style.em, width = static_cast<float>(viewport.width), height = static_cast<float>(viewport.height);
  if (em < least_em) return {};
  const float edge = (margin + column_width) * em;
  const Field field{{edge + leader_room * em, em}, {width - edge - leader_room * em, height - em}};
  const Lookout lookout(body, visibility, camera, viewport, field);
  const std::array<bool, 2> bare = bare_sides(body, visibility);

  std::array<std::vector<LabelWish>, 2> wishes;
  std::array<std::vector<Label>, 2> names;
  std::vector<Label> labels, levels;
  for (std::size_t i = 0; i < body.atlas().structures.size(); ++i) {
    const atlas::Structure& structure = body.atlas().structures[i];
    const bool selected = structure.id == state.selected;
    if (!(selected || is_named(structure, bare)) || body.skin() == i || visibility.opacity_of(i) < 0.5F) continue;
    const auto sighting = lookout.find(i, anchors, selected);
    if (!sighting) continue;
    Label label{Label::Side::spot, {}, glm::vec2(sighting->anchor), glm::vec2(sighting->anchor), i, selected};
    if (is_vertebra(structure)) {
      label.lines = {{structure.id.substr(vertebra_prefix.size()), false}};
      levels.push_back(std::move(label));
      continue;
    }
    const std::size_t right = sighting->anchor.x > width * 0.5F ? 1 : 0;
    label.side = right == 1 ? Label::Side::right : Label::Side::left;
    label.lines = lines_of(state, structure);
    label.place.x = right == 1 ? width - edge : edge;
    wishes[right].push_back({label.anchor, label_line_height * em * static_cast<float>(label.lines.size()),
                             weight_of(structure, *sighting, selected)});
    names[right].push_back(std::move(label));
  }
  for (const std::size_t right : {std::size_t{0}, std::size_t{1}}) {
    const LabelColumn column{.edge = right == 1 ? width - edge : edge, .top = margin * em, .bottom = height - margin * em, .gap = 0.6F * em};
    for (const LabelPlace& place : lay_out(wishes[right], column)) {
      Label& label = names[right][place.wish];
      label.place.y = place.middle;
      labels.push_back(std::move(label));
    }
  }
  add_levels(labels, std::move(levels), em);
  return labels;
}

}  // namespace dorsum::view
