#include "vertebra.h"

#include <fmt/format.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "form.h"

namespace dorsum::sculpt {
namespace {

constexpr float detail = 1.1F;  // mm, finer than the thinnest process
constexpr std::size_t triangles = 2200;
constexpr float blend = 3.0F;         // mm over which processes flow into the arch
constexpr float canal_reach = 22.0F;  // mm by which the canal is bored on beyond its measured ends
constexpr glm::vec3 across{1.0F, 0.0F, 0.0F};
constexpr glm::vec3 upward{0.0F, 0.0F, 1.0F};

/// The figures with their plane of symmetry.
struct Bone {
  const JsonReader& figures;
  float midline_x;

  /// [lateral, y, z] on the right side, or [y, z] on the midline.
  [[nodiscard]] glm::vec3 point(const JsonReader& value) const {
    if (value.ok() && value.size() == 2) {
      const glm::vec2 p = value.vec2();
      return {midline_x, p.x, p.y};
    }
    const glm::vec3 p = value.vec3();
    if (value.ok() && p.x < 0.0F) value.fail("lateral is a distance from the midline", "give 0 or more");
    return {midline_x - p.x, p.y, p.z};
  }
};

float length_of(const JsonReader& value) { return static_cast<float>(value.number_in(0.5, 100.0)); }

/// One length for every point of a course, or one for all.
float length_at(const JsonReader& value, std::size_t i, std::size_t count) {
  if (!value.raw().is_array()) return length_of(value);
  if (value.size() != count) value.fail(fmt::format("expected one number, or one for each of the {} points", count));
  return value.ok() ? length_of(value.at(i)) : 1.0F;
}

struct Bar {
  const char* name;
  const char* first;    // what the first half axis is called
  glm::vec3 reference;  // along which it is measured
  bool both_sides;
};

void add_bar(std::vector<Part>& parts, const Bone& bone, const Bar& bar) {
  const JsonReader figures = bone.figures.field(bar.name);
  figures.only({"course", bar.first, "half_thickness"});
  const JsonReader course = figures.field("course");
  const std::size_t count = course.size();
  if (course.ok() && count < 2) course.fail("a course needs two points or more");
  std::vector<Station> stations;
  for (std::size_t i = 0; figures.ok() && i < count; ++i) {
    stations.push_back({bone.point(course.at(i)), length_at(figures.field(bar.first), i, count),
                        length_at(figures.field("half_thickness"), i, count), 0.0F});
    if (i > 0 && glm::distance(stations[i].centre, stations[i - 1].centre) < 0.1F) {
      course.at(i).fail("this point lies on the one before it");
    }
  }
  if (!figures.ok()) return;
  const Solid solid = tube(stations, bar.reference);
  parts.push_back({solid, blend, false});
  if (bar.both_sides) parts.push_back({mirrored(solid, bone.midline_x), blend, false});
}

void add_bar_if_given(std::vector<Part>& parts, const Bone& bone, const Bar& bar) {
  if (bone.figures.ok() && bone.figures.has(bar.name)) add_bar(parts, bone, bar);
}

void add_body(std::vector<Part>& parts, const Bone& bone) {
  const JsonReader body = bone.figures.field("body");
  body.only({"upper_plate", "waist", "lower_plate"});
  const auto ring = [&](const char* name) {
    const JsonReader figures = body.field(name);
    return Station{{}, length_of(figures.field("half_width")), length_of(figures.field("half_depth")), 0.0F};
  };
  Station lower = ring("lower_plate"), waist = ring("waist"), upper = ring("upper_plate");
  lower.centre = bone.point(body.field("lower_plate").field("centre"));
  upper.centre = bone.point(body.field("upper_plate").field("centre"));
  waist.centre = 0.5F * (lower.centre + upper.centre);
  if (body.ok() && upper.centre.z <= lower.centre.z) body.fail("the upper plate lies below the lower");
  if (body.ok()) parts.push_back({tube({lower, waist, upper}, across, Ends::flat, 1.5F), 0.0F, false});
}

void add_lamina(std::vector<Part>& parts, const Bone& bone) {
  const JsonReader lamina = bone.figures.field("lamina");
  lamina.only({"lateral_border", "midline", "thickness"});
  const float thickness = length_of(lamina.field("thickness"));
  const auto border = [&](const char* name) {
    const JsonReader ends = lamina.field(name);
    return std::vector<PlatePoint>{{bone.point(ends.at(0)), thickness}, {bone.point(ends.at(1)), thickness}};
  };
  const auto lateral = border("lateral_border"), midline = border("midline");
  if (!lamina.ok()) return;
  const Solid right = plate({lateral, midline});
  parts.push_back({right, blend, false});
  parts.push_back({mirrored(right, bone.midline_x), blend, false});
}

void bore_canal(std::vector<Part>& parts, const Bone& bone) {
  const JsonReader canal = bone.figures.field("canal");
  canal.only({"upper", "lower", "half_width", "half_depth"});
  const glm::vec3 upper = bone.point(canal.field("upper")), lower = bone.point(canal.field("lower"));
  const float a = length_of(canal.field("half_width")), b = length_of(canal.field("half_depth"));
  if (canal.ok() && upper.z <= lower.z) canal.fail("the canal's upper end lies below its lower");
  if (!canal.ok()) return;
  const glm::vec3 on = canal_reach * glm::normalize(upper - lower);
  parts.push_back({tube({{lower - on, a, b, 0.0F}, {upper + on, a, b, 0.0F}}, across), 1.0F, true});
}

}  // namespace

std::vector<Part> vertebra_parts(const JsonReader& figures) {
  figures.only({"midline_x", "body", "canal", "lamina", "pedicle", "transverse_process", "superior_articular_process",
                "inferior_articular_process", "mammillary_process", "spinous_process", "spinous_fork", "uncinate_process", "dens"});
  const Bone bone{figures, static_cast<float>(figures.field("midline_x").number())};
  std::vector<Part> parts;
  add_body(parts, bone);
  add_bar_if_given(parts, bone, {"uncinate_process", "half_height", upward, true});
  add_bar(parts, bone, {"pedicle", "half_height", upward, true});
  add_lamina(parts, bone);
  add_bar(parts, bone, {"transverse_process", "half_height", upward, true});
  add_bar(parts, bone, {"superior_articular_process", "half_width", across, true});
  add_bar(parts, bone, {"inferior_articular_process", "half_width", across, true});
  add_bar_if_given(parts, bone, {"mammillary_process", "half_width", across, true});
  bore_canal(parts, bone);
  add_bar(parts, bone, {"spinous_process", "half_height", upward, false});
  add_bar_if_given(parts, bone, {"spinous_fork", "half_height", upward, true});
  add_bar_if_given(parts, bone, {"dens", "half_width", across, false});
  return parts;
}

Result<geometry::TriangleMesh> sculpt_vertebra(const JsonReader& figures, const Deeper&) {
  auto parts = vertebra_parts(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  return finished(joined(std::move(parts)), detail, 1, triangles);
}

}  // namespace dorsum::sculpt
