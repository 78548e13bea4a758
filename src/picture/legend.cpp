#include "legend.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "dorsum/body/spine_levels.h"
#include "palette.h"

namespace dorsum::picture {
namespace {

using Sign = drawing::LegendSign;
constexpr float line_width = 0.07F;  // ems, half of a line's

drawing::Stroke stroke_through(std::initializer_list<glm::vec2> points, float half_width, glm::vec3 colour, float dash = 0.0F) {
  drawing::Stroke stroke{{}, colour, dash, false};
  for (const glm::vec2& at : points) stroke.points.push_back({at, half_width, 1.0F});
  return stroke;
}

Sign of_strokes(std::vector<drawing::Stroke> strokes) {
  Sign sign;
  sign.kind = Sign::Kind::strokes;
  sign.strokes = std::move(strokes);
  return sign;
}

Sign of_skin(glm::vec4 scalars, glm::vec4 patterns = glm::vec4(0.0F)) {
  Sign sign;
  sign.kind = Sign::Kind::skin;
  sign.scalars = scalars;
  sign.patterns = patterns;
  return sign;
}

Sign of_mark(bool lit, bool covered, std::string text) {
  Sign sign;
  sign.kind = Sign::Kind::mark;
  sign.lit = lit;
  sign.covered = covered;
  sign.text = std::move(text);
  return sign;
}

Sign of_text(std::string text) {
  Sign sign;
  sign.text = std::move(text);
  return sign;
}

drawing::Stroke ring(float radius, float half_width, glm::vec3 colour) {
  constexpr int corners = 20;
  drawing::Stroke stroke{{}, colour, 0.0F, false};
  for (int i = 0; i <= corners; ++i) {
    const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / corners;
    stroke.points.push_back({radius * glm::vec2(std::cos(turn), std::sin(turn)), half_width, 1.0F});
  }
  return stroke;
}

/// A line with a head, from left to right, bent upward by `rise` ems.
drawing::Stroke arrow(float rise, float half_width, glm::vec3 colour, float dash) {
  drawing::Stroke stroke{{}, colour, dash, false};
  for (const float x : {-1.05F, -0.7F, -0.35F, 0.0F, 0.35F, 0.62F}) stroke.points.push_back({{x, 0.25F * rise - rise * (1.0F - x * x)}, half_width, 1.0F});
  const glm::vec2 neck = stroke.points.back().at;
  stroke.points.push_back({neck, 3.2F * half_width, 1.0F});
  stroke.points.push_back({{1.05F, 0.25F * rise}, 0.01F, 1.0F});
  return stroke;
}

/// Whether spots lie open to the eye, within the picture.
class Sight {
 public:
  Sight(const body::Body& body, const PicturePlane& plane) : body_(body), plane_(plane) {}

  [[nodiscard]] bool holds(glm::vec3 point) const {
    if (!plane_.is_before_eye(point) || plane_.visibility.within_cut(point) < 0.0F) return false;
    const glm::vec2 at = plane_.at(point);
    return at.x >= 0.0F && at.y >= 0.0F && at.x <= static_cast<float>(plane_.viewport.width) && at.y <= static_cast<float>(plane_.viewport.height);
  }
  [[nodiscard]] bool sees(glm::vec3 point, glm::vec3 normal) const {
    constexpr float clear = 2.5F;  // mm off the surface
    return glm::dot(normal, plane_.camera.eye - point) > 0.0F && holds(point) && !plane_.is_hidden(point + clear * normal);
  }
  [[nodiscard]] bool sees_skin(const std::vector<std::uint32_t>& vertices) const {
    if (!body_.skin()) return false;
    const geometry::TriangleMesh& skin = plane_.visibility.stance().mesh(*body_.skin());
    return std::any_of(vertices.begin(), vertices.end(), [&](std::uint32_t v) { return sees(skin.positions[v], skin.normals[v]); });
  }
  /// Of bone where a muscle holds, the end that `end` says; it shows pale through what lies over it.
  [[nodiscard]] bool sees_tint(const std::vector<drawing::TintVertex>& tint, int end) const {
    constexpr std::size_t looked_at = 60;
    std::vector<const drawing::TintVertex*> strong;
    for (const drawing::TintVertex& vertex : tint)
      if (vertex.ends[end] > 0.5F && vertex.ends[end] >= vertex.ends[1 - end]) strong.push_back(&vertex);
    const std::size_t stride = std::max<std::size_t>(1, strong.size() / looked_at);
    for (std::size_t i = 0; i < strong.size(); i += stride)
      if (glm::dot(strong[i]->normal, plane_.camera.eye - strong[i]->position) > 0.0F && holds(strong[i]->position)) return true;
    return false;
  }

 private:
  const body::Body& body_;
  const PicturePlane& plane_;
};

bool is_vertebral_level(const drawing::Label& label) { return label.side == drawing::Label::Side::spot && body::is_spine_level(label.lines.front().text); }
bool is_rib_number(const drawing::Label& label) {
  const std::string& text = label.lines.front().text;
  return label.side == drawing::Label::Side::spot && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string words_of_section(const state::Section& section, const body::Body& body, const words::Catalogue& words) {
  const auto mm = fmt::arg("mm", section.at);
  switch (section.plane) {
    case state::Plane::transverse: {
      const body::SpineLevel* level = body::level_at(body.spine_levels(), section.at);
      return level != nullptr ? words.say_filled("Cut across at {level}, {mm:.0f} mm", fmt::arg("level", level->name), mm) : words.say_filled("Cut across at {mm:.0f} mm", mm);
    }
    case state::Plane::frontal: return words.say_filled("Cut from side to side at {mm:.0f} mm", mm);
    case state::Plane::sagittal: return words.say_filled("Cut from front to back at {mm:.0f} mm", mm);
    case state::Plane::oblique: break;
  }
  return words.say("Free cut");
}

class Lines {
 public:
  Lines(const drawing::Scene& scene, const state::State& state, const body::Body& body, const PicturePlane& plane, const SceneMemo& memo, const words::Catalogue& words)
      : scene_(scene), state_(state), body_(body), sight_(body, plane), plane_(plane), memo_(memo), words_(words), ink_(scene.label_style.ink) {}

  std::vector<drawing::LegendLine> all() {
    marks();
    zones();
    arcs();
    candidates();
    if (sight_.sees_skin(of(SkinSign::painted))) add(of_skin({0, 0, 1, 0}), words_.say("Painted: where it hurts"));
    if (sight_.sees_skin(of(SkinSign::gooseflesh))) add(of_skin(glm::vec4(0.0F), {0, 0, 0, 1}), words_.say("Gooseflesh, no pain"));
    attachments();
    looks();
    tools();
    labels();
    return std::move(lines_);
  }

 private:
  void add(Sign sign, std::string words) { lines_.push_back({std::move(sign), std::move(words)}); }
  [[nodiscard]] const std::vector<std::uint32_t>& of(SkinSign sign) const { return memo_.skin_samples[static_cast<std::size_t>(sign)]; }

  [[nodiscard]] bool has(drawing::Stroke::Of of) const {
    return std::any_of(scene_.strokes.begin(), scene_.strokes.end(), [of](const drawing::Stroke& s) { return s.of == of; });
  }

  void marks() {
    const auto shows = [&](const auto& is) {
      return std::any_of(scene_.markers.begin(), scene_.markers.end(), [&](const drawing::Marker& m) { return (m.on || !m.covered) && is(m) && sight_.holds(m.position); });
    };
    const auto is_letter = [](const drawing::Marker& m) { return m.label.size() == 1 && m.label.front() >= 'A' && m.label.front() <= 'C'; };
    if (shows([](const drawing::Marker& m) { return !m.on; })) add(of_mark(false, false, {}), words_.say("Trigger point"));
    if (shows([&](const drawing::Marker& m) { return m.on && !m.covered && !is_letter(m); })) add(of_mark(true, false, {}), words_.say("Trigger point that is on"));
    if (shows([&](const drawing::Marker& m) { return m.on && m.covered && !is_letter(m); })) add(of_mark(true, true, {}), words_.say("One under what lies over it"));
    for (const char letter : {'A', 'B', 'C'}) {
      const std::string text(1, letter);
      const auto is_this = [&](const drawing::Marker& m) { return m.on && m.label == text; };
      if (shows(is_this))
        add(of_mark(true, !shows([&](const drawing::Marker& m) { return is_this(m) && !m.covered; }), text), letter == 'A' ? words_.say("Likeliest point for the pain") : letter == 'B' ? words_.say("Second likeliest point") : words_.say("Third likeliest point"));
    }
  }

  void zones() {
    if (sight_.sees_skin(of(SkinSign::essential))) add(of_skin({1, 0, 0, 0}), words_.say("Main area of the pain"));
    if (sight_.sees_skin(of(SkinSign::two))) add(of_skin({2, 0, 0, 0}), words_.say("Main area of two points"));
    if (sight_.sees_skin(of(SkinSign::three))) add(of_skin({3, 0, 0, 0}), words_.say("Main area of three or more"));
    if (sight_.sees_skin(of(SkinSign::spillover))) add(of_skin({0, 1, 0, 0}), words_.say("Also felt by some"));
  }

  void candidates() {
    constexpr std::array<SkinSign, 3> signs{SkinSign::first, SkinSign::second, SkinSign::third};
    for (std::size_t i = 0; i < signs.size(); ++i) {
      if (!sight_.sees_skin(of(signs[i]))) continue;
      glm::vec4 patterns(0.0F);
      patterns[static_cast<int>(i)] = 1.0F;
      add(of_skin(glm::vec4(0.0F), patterns), words_.say_filled("Where {} is often felt", std::string(1, static_cast<char>('A' + i))));
    }
  }

  void arcs() {
    const glm::vec3 colour = arc_colour(state_.theme);
    for (const bool dashed : {false, true}) {
      const bool there = std::any_of(scene_.strokes.begin(), scene_.strokes.end(), [&](const drawing::Stroke& s) { return s.of == drawing::Stroke::Of::arc && (s.dash > 0.0F) == dashed; });
      if (there) add(of_strokes({arrow(0.5F, line_width, colour, dashed ? 0.5F : 0.0F)}), dashed ? words_.say("From a point to where some feel it, too") : words_.say("From a point to its main area"));
    }
  }

  void attachments() {
    if (!scene_.attachments) return;
    Sign sign;
    sign.kind = Sign::Kind::bone;
    sign.ends = {1.0F, 0.0F};
    if (sight_.sees_tint(*scene_.attachments, 0)) add(sign, words_.say("Origin of the selected muscle"));
    sign.ends = {0.0F, 1.0F};
    if (sight_.sees_tint(*scene_.attachments, 1)) add(sign, words_.say("Its insertion"));
  }

  /// Whether something of a structure lies open to the eye, and whether something lies hidden.
  [[nodiscard]] std::pair<bool, bool> open_and_hidden(std::size_t structure) const {
    constexpr std::size_t looked_at = 40;
    const geometry::TriangleMesh& mesh = plane_.visibility.stance().mesh(structure);
    const std::size_t stride = std::max<std::size_t>(1, mesh.positions.size() / looked_at);
    std::pair<bool, bool> found{false, false};
    for (std::size_t v = 0; v < mesh.positions.size() && !(found.first && found.second); v += stride) {
      const glm::vec3 &point = mesh.positions[v], normal = v < mesh.normals.size() ? mesh.normals[v] : glm::vec3(0.0F);
      if (glm::dot(normal, plane_.camera.eye - point) <= 0.0F || !sight_.holds(point)) continue;
      const glm::vec3 clear = point + 2.5F * normal;
      const auto before = plane_.visibility.first_hit(clear, plane_.camera.eye - clear);
      if (before && before->mesh == structure) continue;  // a fold of its own covers it
      (before ? found.second : found.first) = true;
    }
    return found;
  }

  void looks() {
    for (const drawing::DrawItem& item : scene_.items) {
      if (!item.selected) continue;
      const auto [open, hidden] = open_and_hidden(item.mesh);
      const glm::vec3 accent = scene_.accent;
      const auto box = [&](float dash) { return stroke_through({{-0.9F, -0.42F}, {0.9F, -0.42F}, {0.9F, 0.42F}, {-0.9F, 0.42F}, {-0.9F, -0.42F}}, line_width, accent, dash); };
      if (open) add(of_strokes({box(0.0F)}), words_.say("Selected"));
      if (hidden) add(of_strokes({box(0.45F)}), words_.say("Selected, behind what lies over it"));
    }
    if (has(drawing::Stroke::Of::fibres)) add(of_strokes({arrow(0.0F, line_width * 1.2F, ink_, 0.0F)}), words_.say("Which way its fibres pull"));
    const auto pale = std::find_if(scene_.items.begin(), scene_.items.end(), [&](const drawing::DrawItem& item) { return item.opacity > 0.01F && item.opacity < 0.95F; });
    if (pale == scene_.items.end()) return;
    Sign sign;
    sign.kind = Sign::Kind::patch;
    sign.colour = pale->colour;
    sign.opacity = std::max(pale->opacity, 0.25F);
    if (state_.xray) {
      add(sign, words_.say("Made translucent (x-ray)"));
    } else if (!state_.isolated->empty() && pale->material == drawing::Material::bone) {
      add(sign, words_.say("Bones around it, as pale ghosts"));
    }
  }

  void tools() {
    if (state_.section) {
      const std::vector<drawing::Stroke> cut{stroke_through({{-1.0F, 0.0F}, {1.0F, 0.0F}}, line_width * 1.4F, ink_), stroke_through({{-1.0F, -0.3F}, {-1.0F, 0.3F}}, line_width, ink_),
                                             stroke_through({{1.0F, -0.3F}, {1.0F, 0.3F}}, line_width, ink_)};
      add(of_strokes(cut), words_of_section(*state_.section, body_, words_));
    }
    if (has(drawing::Stroke::Of::needle)) {
      std::vector<drawing::Stroke> needle{stroke_through({{-1.05F, 0.2F}, {1.05F, 0.2F}}, line_width * 1.6F, ink_), stroke_through({{-0.2F, -0.2F}, {1.05F, -0.2F}}, line_width * 0.8F, ink_)};
      for (const float x : {-0.2F, 0.2F, 0.6F, 1.0F}) needle.push_back(stroke_through({{x, -0.38F}, {x, -0.2F}}, line_width * 0.8F, ink_));
      add(of_strokes(std::move(needle)), words_.say("Needle, and depth below the skin in mm"));
    }
    if (has(drawing::Stroke::Of::lens)) add(of_strokes({ring(0.48F, line_width, scene_.accent)}), words_.say("Opened within the circle"));
    if (has(drawing::Stroke::Of::mark)) add(of_strokes({ring(0.34F, line_width * 1.5F, scene_.accent)}), words_.say("Bony point; paler under what covers it"));
  }

  void labels() {
    const auto level = std::find_if(scene_.labels.begin(), scene_.labels.end(), is_vertebral_level);
    if (level != scene_.labels.end()) add(of_text(level->lines.front().text), words_.say("Level of the spine"));
    const auto rib = std::find_if(scene_.labels.begin(), scene_.labels.end(), is_rib_number);
    if (rib != scene_.labels.end()) add(of_text(rib->lines.front().text), words_.say("Number of the rib"));
    if (state_.left_right && std::any_of(scene_.labels.begin(), scene_.labels.end(), [](const drawing::Label& l) { return l.structure == drawing::Label::of_none && l.lines.front().text.size() == 1; }))
      add(of_text(std::string(words_.say_in("the left, one letter", "L")) + "  " + words_.say_in("the right, one letter", "R")), words_.say("The body's left and right"));
  }

  const drawing::Scene& scene_;
  const state::State& state_;
  const body::Body& body_;
  Sight sight_;
  const PicturePlane& plane_;
  const SceneMemo& memo_;
  const words::Catalogue& words_;
  glm::vec3 ink_;
  std::vector<drawing::LegendLine> lines_;
};

}  // namespace

std::vector<drawing::LegendLine> legend_lines(const drawing::Scene& scene, const state::State& state, const body::Body& body, const PicturePlane& plane,
                                              const SceneMemo& memo, const words::Catalogue& words) {
  return Lines(scene, state, body, plane, memo, words).all();
}

std::shared_ptr<const drawing::Legend> legend_of(std::vector<drawing::LegendLine> lines, float em, const std::shared_ptr<const drawing::Legend>& before) {
  if (lines.empty()) return nullptr;
  if (before && before->em == em && before->lines == lines) return before;
  return std::make_shared<const drawing::Legend>(drawing::Legend{std::move(lines), em});
}

}  // namespace dorsum::picture
