#include "between_bones.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "bone_place.h"
#include "course.h"
#include "dorsum/geometry/plane_section.h"
#include "form.h"
#include "implicit.h"
#include "lengths_across.h"
#include "rib_course.h"

namespace dorsum::sculpt {
namespace {

constexpr float narrowest = 3.5F;  // mm: a space narrower than this is closed by the bones themselves

/// A row of places without the unevenness of the triangles that it was found on; its ends stay.
void even_out(std::vector<glm::vec3>& row, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const std::vector<glm::vec3> before = row;
    for (std::size_t i = 1; i + 1 < row.size(); ++i) row[i] = 0.25F * (before[i - 1] + before[i + 1]) + 0.5F * before[i];
  }
}

/// 0 at either end of a row, 1 from `stretch` places in.
float from_ends(std::size_t i, std::size_t count, float stretch) {
  const auto nearest = static_cast<float>(std::min(i, count - 1 - i));
  return glm::smoothstep(0.0F, stretch, nearest);
}

struct Intercostal {
  bool outer = true;
  float thickness = 2.0F;
  std::optional<float> begins;  ///< mm from the head; none: at the angle
  bool to_breastbone = false;
  float slant = 0.0F;  ///< radians
  float tendon = 0.0F;
};

Intercostal read_intercostal(const JsonReader& figures) {
  figures.only({"between", "face", "thickness", "begins", "ends", "slant", "tendon"});
  Intercostal sheet;
  const std::string face = figures.field("face").text(), ends = figures.field("ends").text();
  if (face != "outer" && face != "inner") figures.field("face").fail("\"" + face + "\"", "say outer or inner");
  if (ends != "where the cartilage begins" && ends != "at the breastbone") {
    figures.field("ends").fail("\"" + ends + "\"", "say where the cartilage begins, or at the breastbone");
  }
  sheet.outer = face == "outer";
  sheet.to_breastbone = ends == "at the breastbone";
  sheet.thickness = static_cast<float>(figures.field("thickness").number_in(0.5, 10.0));
  const JsonReader begins = figures.field("begins");
  if (!begins.raw().is_string()) sheet.begins = static_cast<float>(begins.number_in(0.0, 200.0));
  else if (begins.text() != "at the angle") begins.fail(fmt::format("\"{}\"", begins.text()), "give mm from the head, or say at the angle");
  sheet.slant = glm::radians(static_cast<float>(figures.field("slant").number_in(-70.0, 70.0)));
  if (figures.has("tendon")) sheet.tendon = static_cast<float>(figures.field("tendon").number_in(0.0, 50.0));
  return sheet;
}

/// Where a sheet of that thickness, flush with its face of the bone, meets the bone's edge.
glm::vec3 in_sheet(glm::vec3 outer, glm::vec3 inner, const Intercostal& sheet, glm::vec3 outward) {
  // The two sheets lie side by side also where the bone is thinner than both.
  const float spread = std::max(0.5F * glm::dot(outer - inner, outward), sheet.thickness + 0.2F);
  const float off = spread - 0.5F * sheet.thickness;
  return 0.5F * (outer + inner) + (sheet.outer ? off : -off) * outward;
}

/// The space under a rib; few or no fibres where there is none.
Gap space_between(const RibCourse& rib, const RibCourse& below, const Intercostal& sheet) {
  const float begin = sheet.begins.value_or(rib.angle());
  const float end = sheet.to_breastbone ? rib.length() : std::min(rib.bone_length(), rib.length() - 2.0F);
  std::vector<float> along;  // on the rib below
  Gap gap;
  for (float at = begin; at <= end; at += RibCourse::step) {
    const RibSection section = rib.at(at);
    const auto beside = below.beside(section);
    if (!beside || *beside < 0.7F * begin || (!along.empty() && *beside <= along.back())) continue;
    const RibSection other = below.at(*beside);
    const glm::vec3 upper = in_sheet(section.lower_outer, section.lower_inner, sheet, section.outward);
    const glm::vec3 lower = in_sheet(other.upper_outer, other.upper_inner, sheet, other.outward);
    if (glm::distance(upper, lower) < narrowest || upper.z < lower.z) {
      if (along.size() > 3) break;  // cartilages have met
      continue;
    }
    gap.upper.push_back(upper);
    gap.outward.push_back(glm::normalize(section.outward + other.outward));
    along.push_back(*beside);
  }
  // Each fibre ends as much farther on as it leans; the first and last stand upright, so that the space is closed.
  for (std::size_t i = 0; i < along.size(); ++i) {
    const RibSection across = below.at(along[i]);
    const float height = glm::distance(gap.upper[i], in_sheet(across.upper_outer, across.upper_inner, sheet, across.outward));
    const float lean = height * std::tan(sheet.slant);
    const float shift = lean * from_ends(i, along.size(), 1.6F * std::abs(lean) / RibCourse::step + 1.0F);
    const RibSection other = below.at(std::clamp(along[i] + shift, along.front(), along.back()));
    gap.lower.push_back(in_sheet(other.upper_outer, other.upper_inner, sheet, other.outward));
  }
  even_out(gap.upper, 3);
  even_out(gap.lower, 3);
  for (std::size_t i = 0; i < gap.upper.size(); ++i) {  // a hair off the bones, or settling would crumple the borders
    constexpr float off = 0.4F;  // mm
    const glm::vec3 down = glm::normalize(gap.lower[i] - gap.upper[i]);
    gap.upper[i] += off * down;
    gap.lower[i] -= off * down;
  }
  return gap;
}

Result<geometry::TriangleMesh> between_ribs(const JsonReader& figures, const Deeper& deeper) {
  const Intercostal sheet = read_intercostal(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};
  geometry::TriangleMesh whole;
  auto above = RibCourse::of(1, deeper);
  for (int number = 2; number <= 12; ++number) {
    auto rib = RibCourse::of(number, deeper);
    if (above && rib) {
      const Gap gap = space_between(*above, *rib, sheet);
      constexpr std::size_t least = 4;  // fibres
      if (gap.upper.size() >= least)
        geometry::append(whole, sheet_across(gap, std::vector<float>(gap.upper.size(), sheet.thickness), sheet.tendon));
    }
    above = std::move(rib);
  }
  if (whole.triangles.empty()) return bad_input({}, "there are no ribs to span", "sculpt the ribs first");
  return whole;
}

/// A spinous process cut in the midline: its upper and its lower edge from the arch to the tip.
class Spine {
 public:
  explicit Spine(const geometry::TriangleMesh& vertebra) {
    tip_ = *std::max_element(vertebra.positions.begin(), vertebra.positions.end(),
                             [](glm::vec3 a, glm::vec3 b) { return a.y < b.y; });
    for (const auto& segment : geometry::plane_section(vertebra, glm::vec4(1.0F, 0.0F, 0.0F, -tip_.x))) {
      for (const float t : {0.0F, 0.2F, 0.4F, 0.6F, 0.8F}) points_.push_back(glm::mix(segment.from.position, segment.to.position, t));
    }
    // The canal is the widest gap from front to back in the midline; behind it the arch begins.
    std::sort(points_.begin(), points_.end(), [](glm::vec3 a, glm::vec3 b) { return a.y < b.y; });
    std::size_t arch = 0;
    for (std::size_t i = 1; i < points_.size(); ++i) {
      if (arch == 0 || points_[i].y - points_[i - 1].y > points_[arch].y - points_[arch - 1].y) arch = i;
    }
    points_.erase(points_.begin(), points_.begin() + static_cast<std::ptrdiff_t>(arch));
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (const glm::vec3 p : points_) {
      if (p.y > points_.front().y + 5.0F) break;
      sum += p;
      count += 1.0F;
    }
    root_ = count > 0.0F ? sum / count : tip_;
  }
  [[nodiscard]] glm::vec3 tip() const { return tip_; }
  [[nodiscard]] float length() const { return glm::distance(root_, tip_); }

  /// The edge that looks up (or down), `along` of the way from the arch to the tip.
  [[nodiscard]] std::optional<glm::vec3> edge(float along, bool upper) const {
    constexpr float near = 2.0F;  // mm
    const glm::vec3 axis = glm::normalize(tip_ - root_);
    const glm::vec3 up(0.0F, -axis.z, axis.y);
    const float at = along * length();
    std::optional<float> height;
    for (const glm::vec3 p : points_) {
      if (std::abs(glm::dot(p - root_, axis) - at) > near) continue;
      const float h = glm::dot(p - root_, up);
      if (!height || (upper ? h > *height : h < *height)) height = h;
    }
    if (!height) return std::nullopt;
    return root_ + at * axis + *height * up;
  }

 private:
  glm::vec3 tip_{0.0F}, root_{0.0F};
  std::vector<glm::vec3> points_;  // of arch and spine
};

/// From the arches to the tips of two spines. Fibres run up and backward.
Gap space_between(const Spine& above, const Spine& below, float slant) {
  constexpr float first = 0.15F, last = 0.96F;  // of the way to the tips: before them lies the ligamentum flavum
  constexpr float least = 1.5F;                 // mm between the edges
  constexpr std::size_t fibres = 13;
  Gap gap;
  for (std::size_t i = 0; i < fibres; ++i) {
    const float along = glm::mix(first, last, static_cast<float>(i) / static_cast<float>(fibres - 1));
    const auto lower = below.edge(along, true);
    const auto straight = above.edge(along, false);
    if (!lower || !straight) continue;
    const float lean = glm::distance(*straight, *lower) * std::tan(slant) / std::max(above.length(), 1.0F);
    const auto upper = above.edge(std::min(along + lean * from_ends(i, fibres, 4.0F), last), false);
    if (!upper || upper->z - lower->z < least) {
      if (gap.upper.size() > 3) break;
      continue;
    }
    gap.upper.push_back(*upper);
    gap.lower.push_back(*lower);
    gap.outward.emplace_back(1.0F, 0.0F, 0.0F);
  }
  even_out(gap.upper, 2);
  even_out(gap.lower, 2);
  return gap;
}

/// "C7" to "L5", from above down.
std::vector<std::string> vertebrae_between(const JsonReader& first, const JsonReader& last) {
  std::vector<std::string> all;
  for (const auto& [region, count] : {std::pair{'C', 7}, std::pair{'T', 12}, std::pair{'L', 5}}) {
    for (int n = 1; n <= count; ++n) all.push_back(fmt::format("{}{}", region, n));
  }
  const auto from = std::find(all.begin(), all.end(), first.text()), to = std::find(all.begin(), all.end(), last.text());
  if (from == all.end() || to == all.end() || to <= from) {
    last.fail("no run of vertebrae", "give the upper one as first, the lower one as last, as C7 and L5");
    return {};
  }
  return {from, to + 1};
}

Result<geometry::TriangleMesh> between_spines(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"between", "first", "last", "thickness", "slant"});
  const std::vector<std::string> names = vertebrae_between(figures.field("first"), figures.field("last"));
  const std::vector<double> thickness = figures.field("thickness").numbers();
  const float slant = glm::radians(static_cast<float>(figures.field("slant").number_in(-70.0, 70.0)));
  if (thickness.size() != 2 && figures.ok()) figures.field("thickness").fail("not two numbers", "give mm at the first space and at the last");
  if (!figures.ok()) return geometry::TriangleMesh{};
  geometry::TriangleMesh whole;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const auto above = deeper.find(fmt::format("vertebra-{}", names[i])), below = deeper.find(fmt::format("vertebra-{}", names[i + 1]));
    if (above == deeper.end() || below == deeper.end()) continue;
    const Gap gap = space_between(Spine(above->second), Spine(below->second), slant);
    constexpr std::size_t least = 3;  // fibres
    if (gap.upper.size() < least) continue;
    const float down = static_cast<float>(i) / static_cast<float>(std::max<std::size_t>(names.size() - 2, 1));
    const float mm = glm::mix(static_cast<float>(thickness[0]), static_cast<float>(thickness[1]), down);
    geometry::append(whole, sheet_across(gap, std::vector<float>(gap.upper.size(), mm), 0.0F));
  }
  if (whole.triangles.empty()) return bad_input({}, "there are no vertebrae to span", "sculpt the vertebrae first");
  return whole;
}

/// One spindle of a row.
struct Spindle {
  Solid solid;
  std::shared_ptr<const Course> course;
  float tendon = 0.0F;
};

Spindle spindle(glm::vec3 from, glm::vec3 to, const std::vector<double>& half_widths, float half_thickness, float tendon, float bow) {
  // Flat against what is before it.
  const glm::vec3 width = glm::normalize(glm::cross(to - from, glm::vec3(0.0F, 1.0F, 0.0F)));
  const auto station = [&](float part, double half_width, float thick) {
    const glm::vec3 back(0.0F, 4.0F * part * (1.0F - part) * bow, 0.0F);
    return Station{glm::mix(from, to, part) + back, static_cast<float>(half_width), thick * half_thickness, 0.0F};
  };
  const std::vector<Station> stations{station(0.0F, half_widths[0], 0.7F), station(0.5F, half_widths[1], 1.0F),
                                      station(1.0F, half_widths[2], 0.7F)};
  return {tube(stations, width), std::make_shared<const Course>(stations, width), tendon};
}

void read_spindles(const JsonReader& group, const Deeper& deeper, std::vector<Spindle>& spindles) {
  group.only({"from", "to", "half_widths", "half_thickness", "tendon", "bow", "pairs"});
  const std::vector<double> half_widths = group.field("half_widths").numbers();
  const auto half_thickness = static_cast<float>(group.field("half_thickness").number_in(0.5, 20.0));
  const auto tendon = static_cast<float>(group.field("tendon").number_in(0.0, 100.0));
  const auto bow = static_cast<float>(group.has("bow") ? group.field("bow").number_in(-30.0, 30.0) : 0.0);
  if (group.ok() && (half_widths.size() != 3 || *std::min_element(half_widths.begin(), half_widths.end()) < 0.5)) {
    group.field("half_widths").fail("not three widths of 0.5 mm or more", "give the beginning, the middle and the end");
  }
  const JsonReader pairs = group.field("pairs");
  for (std::size_t i = 0; group.ok() && i < pairs.size(); ++i) {
    const JsonReader pair = pairs.at(i);
    if (pair.size() != 2) pair.fail("not a pair", "give the bone where it begins and the bone where it ends");
    if (!group.ok()) return;
    const glm::vec3 from = read_bone_place(pair.at(0).text(), group.field("from"), deeper);
    const glm::vec3 to = read_bone_place(pair.at(1).text(), group.field("to"), deeper);
    if (group.ok() && glm::distance(from, to) < 3.0F) pair.fail("shorter than 3 mm", "give bones farther apart");
    if (group.ok()) spindles.push_back(spindle(from, to, half_widths, half_thickness, tendon, bow));
  }
}

/// Each place's fibre is that of the spindle it is on.
void add_fibres(geometry::TriangleMesh& mesh, const std::vector<Spindle>& spindles) {
  for (const glm::vec3 p : mesh.positions) {
    const auto own = std::min_element(spindles.begin(), spindles.end(), [&](const Spindle& a, const Spindle& b) {
      return a.solid.distance(p) < b.solid.distance(p);
    });
    const Course::Place place = own->course->place(p);
    const auto mask = [&](float mm) { return tendon_mask(static_cast<double>(mm), static_cast<double>(own->tendon), 4.0); };
    mesh.fibre.emplace_back(place.along, place.across);
    mesh.tendon.push_back(static_cast<float>(std::clamp(std::max(mask(place.along), mask(own->course->length() - place.along)), 0.0, 1.0)));
  }
}

/// Even triangles on the spindles' common surface.
Result<geometry::TriangleMesh> surface_of(const std::vector<Spindle>& spindles, float blend, float detail, std::size_t triangles, std::size_t bodies) {
  std::vector<Part> parts;
  for (const Spindle& one : spindles) parts.push_back({one.solid, parts.empty() ? 0.0F : blend, false});
  auto mesh = finished(joined(std::move(parts)), detail, bodies, triangles);
  if (!mesh) return mesh;
  mesh->fibre.clear();
  mesh->tendon.clear();
  add_fibres(*mesh, spindles);
  return mesh;
}

Result<geometry::TriangleMesh> along_tips(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"between", "first", "last", "half_width", "half_thickness", "detail", "triangles"});
  const std::vector<std::string> names = vertebrae_between(figures.field("first"), figures.field("last"));
  const auto half_width = static_cast<float>(figures.field("half_width").number_in(0.5, 20.0));
  const auto half_thickness = static_cast<float>(figures.field("half_thickness").number_in(0.5, 20.0));
  const auto detail = static_cast<float>(figures.field("detail").number_in(0.8, 10.0));
  const auto triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  std::vector<Station> stations;
  for (const std::string& name : names) {
    const auto vertebra = deeper.find(fmt::format("vertebra-{}", name));
    if (vertebra == deeper.end()) continue;
    const glm::vec3 tip = Spine(vertebra->second).tip();
    stations.push_back({tip + glm::vec3(0.0F, half_thickness, 0.0F), half_width, half_thickness, 0.0F});
  }
  // Taut over the tips that stand farthest back, and in one line from above.
  for (int round = 0; round < 3; ++round) {
    const std::vector<Station> before = stations;
    for (std::size_t i = 1; i + 1 < stations.size(); ++i) {
      const glm::vec3 between = 0.5F * (before[i - 1].centre + before[i + 1].centre);
      stations[i].centre.x = 0.5F * (before[i].centre.x + between.x);
      stations[i].centre.y = std::max(before[i].centre.y, between.y);
    }
  }
  if (!figures.ok()) return geometry::TriangleMesh{};
  if (stations.size() < 3) return bad_input({}, "there are no spines to follow", "sculpt the vertebrae first");
  const glm::vec3 across(1.0F, 0.0F, 0.0F);
  return surface_of({{tube(stations, across), std::make_shared<const Course>(stations, across), 0.0F}}, 0.0F, detail, triangles, 1);
}

Result<geometry::TriangleMesh> between_pairs(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"between", "slips", "bodies", "blend", "detail", "triangles"});
  std::vector<Spindle> spindles;
  const JsonReader slips = figures.field("slips");
  for (std::size_t i = 0; figures.ok() && i < slips.size(); ++i) read_spindles(slips.at(i), deeper, spindles);
  const auto bodies = static_cast<std::size_t>(figures.field("bodies").integer_in(1, 100));
  const auto blend = static_cast<float>(figures.field("blend").number_in(0.0, 10.0));
  const auto detail = static_cast<float>(figures.field("detail").number_in(0.8, 10.0));
  const auto triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  if (figures.ok() && spindles.empty()) slips.fail("no pairs", "give bones");
  if (!figures.ok()) return geometry::TriangleMesh{};
  return surface_of(spindles, blend, detail, triangles, bodies);
}

}  // namespace

geometry::TriangleMesh sheet_across(const Gap& gap, const std::vector<float>& thickness, float tendon) {
  constexpr std::uint32_t steps = 2;              // from the upper border to the lower
  constexpr std::uint32_t ring = 2 * (steps + 1);  // down the outer wall, up the inner one
  const auto fibres = static_cast<std::uint32_t>(gap.upper.size());
  geometry::TriangleMesh mesh;
  float across = 0.0F;
  for (std::uint32_t i = 0; i < fibres; ++i) {
    if (i > 0) across += glm::distance(0.5F * (gap.upper[i] + gap.lower[i]), 0.5F * (gap.upper[i - 1] + gap.lower[i - 1]));
    const float length = glm::distance(gap.upper[i], gap.lower[i]);
    for (std::uint32_t k = 0; k < ring; ++k) {
      const bool outer = k <= steps;
      const float part = static_cast<float>(outer ? k : ring - 1 - k) / static_cast<float>(steps);
      const float off = (outer ? 0.5F : -0.5F) * thickness[i];
      mesh.positions.push_back(glm::mix(gap.upper[i], gap.lower[i], part) + off * gap.outward[i]);
      mesh.fibre.emplace_back(part * length, across);
      const auto from_border = static_cast<double>(std::min(part, 1.0F - part) * length);
      mesh.tendon.push_back(static_cast<float>(std::clamp(tendon_mask(from_border, static_cast<double>(tendon), 3.0), 0.0, 1.0)));
    }
  }
  const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    const bool a_to_c = glm::distance(mesh.positions[a], mesh.positions[c]) <= glm::distance(mesh.positions[b], mesh.positions[d]);
    mesh.triangles.push_back(a_to_c ? geometry::Triangle{a, b, c} : geometry::Triangle{a, b, d});
    mesh.triangles.push_back(a_to_c ? geometry::Triangle{a, c, d} : geometry::Triangle{b, c, d});
  };
  for (std::uint32_t i = 0; i + 1 < fibres; ++i) {
    for (std::uint32_t k = 0; k < ring; ++k) {
      const std::uint32_t next = (k + 1) % ring;
      quad(i * ring + k, i * ring + next, (i + 1) * ring + next, (i + 1) * ring + k);
    }
  }
  for (std::uint32_t k = 0; k < steps; ++k) {  // both ends
    const std::uint32_t last = (fibres - 1) * ring;
    quad(k, ring - 1 - k, ring - 2 - k, k + 1);
    quad(last + k, last + k + 1, last + ring - 2 - k, last + ring - 1 - k);
  }
  return mesh;
}

Result<geometry::TriangleMesh> sculpt_between_bones(const JsonReader& figures, const Deeper& deeper) {
  const std::string between = figures.field("between").text();
  if (!figures.ok()) return geometry::TriangleMesh{};
  if (between == "ribs") return between_ribs(figures, deeper);
  if (between == "spinous processes") return between_spines(figures, deeper);
  if (between == "tips of the spinous processes") return along_tips(figures, deeper);
  if (between == "pairs") return between_pairs(figures, deeper);
  figures.field("between").fail("\"" + between + "\"", "say ribs, spinous processes, tips of the spinous processes or pairs");
  return geometry::TriangleMesh{};
}

}  // namespace dorsum::sculpt
