#include "solids_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <nlohmann/json.hpp>
#include <optional>

#include "finger_bone.h"
#include "room.h"
#include "teeth.h"

namespace dorsum::sculpt {
namespace {

constexpr double farthest_figure = 3000.0;  // mm; no figure of a body lies beyond
constexpr double thinnest = 0.05;    // mm

float figure_length(const JsonReader& value) { return static_cast<float>(value.number_in(thinnest, farthest_figure)); }

float blend_of(const JsonReader& part, const JsonReader& figures) {
  if (part.has("blend")) return static_cast<float>(part.field("blend").number_in(0.0, 50.0));
  if (figures.has("blend")) return static_cast<float>(figures.field("blend").number_in(0.0, 50.0));
  return 2.0F;
}

glm::vec3 half_axes_of(const JsonReader& shape) {
  const JsonReader axes = shape.field("half_axes");
  return {figure_length(axes.at(0)), figure_length(axes.at(1)), figure_length(axes.at(2))};
}

/// A direction, by its name or as a vector.
glm::vec3 direction_of(const JsonReader& value) {
  if (!value.raw().is_string()) return value.vec3();
  const std::string name = value.text();
  if (name == "across") return {1.0F, 0.0F, 0.0F};
  if (name == "back") return {0.0F, 1.0F, 0.0F};
  if (name != "up")
    value.fail(fmt::format("no direction is called \"{}\"", name), "use \"across\", \"back\", \"up\" or [x, y, z]");
  return {0.0F, 0.0F, 1.0F};
}

/// The thickness of a plate's row whose points don't tell their own.
float thickness_of(const JsonReader& part, std::size_t row) {
  const JsonReader thickness = part.field("thickness");
  return figure_length(thickness.raw().is_array() ? thickness.at(row) : thickness);
}

std::vector<std::vector<PlatePoint>> rows_of(const JsonReader& part) {
  const JsonReader grid = part.field("plate");
  std::vector<std::vector<PlatePoint>> rows;
  if (grid.ok() && grid.size() < 2) grid.fail("a plate needs two rows or more");
  for (std::size_t i = 0; grid.ok() && i < grid.size(); ++i) {
    const JsonReader row = grid.at(i);
    if (row.ok() && (row.size() < 2 || (i > 0 && row.size() != rows.front().size()))) {
      row.fail("the rows of a plate have the same number of points, two or more");
    }
    rows.emplace_back();
    for (std::size_t j = 0; row.ok() && j < row.size(); ++j) {
      const JsonReader entry = row.at(j);
      const std::vector<double> n = entry.numbers();
      if (entry.ok() && n.size() != 3 && n.size() != 4)
        entry.fail("a point of a plate has 3 or 4 numbers", "write [x, y, z] or [x, y, z, thickness]");
      if (!entry.ok()) break;
      rows.back().push_back({{n[0], n[1], n[2]}, n.size() == 4 ? figure_length(entry.at(3)) : thickness_of(part, i)});
    }
  }
  return rows;
}

/// A row whose first point lies on the midline goes on as its own mirror image, so that what is built on it
/// crosses the midline without a seam. False where it doesn't lie there. `x_of` gives the x of a point to read or set.
template <class Point, class XOf>
bool across_midline(std::vector<Point>& row, float midline_x, XOf x_of) {
  constexpr float on_it = 0.05F;  // mm
  if (row.empty() || std::abs(x_of(row.front()) - midline_x) > on_it) return false;
  std::vector<Point> whole(row.rbegin(), row.rend());
  for (Point& point : whole) x_of(point) = 2.0F * midline_x - x_of(point);
  whole.insert(whole.end(), row.begin() + 1, row.end());
  row = std::move(whole);
  return true;
}

Rim rim_of(const JsonReader& part) {
  const std::string rim = part.text_or("rim", "round");
  if (part.ok() && rim != "round" && rim != "square") part.field("rim").fail("expected \"round\" or \"square\"");
  return rim == "square" ? Rim::square : Rim::round;
}

Solid bores_of(const JsonReader& part) {
  constexpr float half_length = 25.0F;  // mm; through the thickest bone that has foramina
  const JsonReader centres = part.field("bores");
  const glm::vec3 direction = part.field("direction").vec3();
  const float radius = figure_length(part.field("radius"));
  if (part.ok() && glm::length(direction) < 1e-3F) part.field("direction").fail("a direction needs a length");
  if (part.ok() && centres.size() == 0) centres.fail("no bores");
  std::vector<Part> bores;
  for (std::size_t i = 0; part.ok() && i < centres.size(); ++i) {
    const glm::vec3 way = half_length * glm::normalize(direction);
    const glm::vec3 centre = centres.at(i).vec3();
    bores.push_back({capsule(centre - way, radius, centre + way, radius), 0.0F, false});
  }
  return part.ok() ? joined(std::move(bores)) : Solid{};
}

DentalArch teeth_of(const JsonReader& part) {
  DentalArch arch;
  const JsonReader necks = part.field("teeth");
  for (std::size_t i = 0; necks.ok() && i < necks.size(); ++i) arch.necks.push_back(necks.at(i).vec3());
  if (necks.ok() && arch.necks.size() < 2) necks.fail("an arch needs two points or more");
  arch.count = static_cast<std::size_t>(part.field("count").integer_in(1, 16));
  arch.crown = static_cast<float>(part.field("crown").number_in(-20.0, 20.0));
  arch.thickness = figure_length(part.field("thickness"));
  return arch;
}

FingerBone finger_bone_of(const JsonReader& part) {
  FingerBone bone;
  const JsonReader stations = part.field("finger_bone");
  if (stations.ok() && stations.size() != bone.middles.size()) stations.fail("a bone of a finger has three stations: base, shaft and head");
  for (std::size_t i = 0; stations.ok() && i < bone.middles.size(); ++i) {
    const std::vector<double> n = stations.at(i).numbers();
    if (stations.ok() && n.size() != 4) stations.at(i).fail("expected [x, y, z, half width]");
    if (!stations.ok()) break;
    bone.middles[i] = {n[0], n[1], n[2]};
    bone.half_widths[i] = figure_length(stations.at(i).at(3));
  }
  bone.dorsal = part.has("reference") ? direction_of(part.field("reference")) : glm::vec3(0.0F, 1.0F, 0.0F);
  const std::string kind = part.text_or("kind", "phalanx");
  if (kind == "metacarpal") bone.kind = FingerBoneKind::metacarpal;
  else if (kind == "last phalanx") bone.kind = FingerBoneKind::last_phalanx;
  else if (kind != "phalanx") part.field("kind").fail("expected \"metacarpal\", \"phalanx\" or \"last phalanx\"");
  if (!part.ok()) return bone;
  const glm::vec3 along = bone.middles[2] - bone.middles[0];
  if (glm::length(glm::cross(along, bone.dorsal)) < 0.1F * glm::length(along) * glm::length(bone.dorsal) || glm::length(along) < 1.0F)
    part.fail("a bone of a finger needs a length, and a \"reference\" square to it");
  return bone;
}

Solid shape_of(const JsonReader& part) {
  const Solid nothing{[](glm::vec3) { return 1.0F; }, {}};
  if (part.has("ellipsoid")) {
    const JsonReader shape = part.field("ellipsoid");
    shape.only({"centre", "half_axes", "turn"});
    const glm::vec3 centre = shape.field("centre").vec3();
    const glm::vec3 half_axes = half_axes_of(shape);
    return shape.ok() ? ellipsoid(centre, half_axes, turn_of(shape)) : nothing;
  }
  if (part.has("box")) {
    const JsonReader shape = part.field("box");
    shape.only({"centre", "half_axes", "turn", "edge"});
    const glm::vec3 centre = shape.field("centre").vec3();
    const glm::vec3 half_axes = half_axes_of(shape);
    const float edge =
        std::min(static_cast<float>(shape.number_or("edge", 1.0)), std::min({half_axes.x, half_axes.y, half_axes.z}));
    return shape.ok() ? box(centre, half_axes, turn_of(shape), edge) : nothing;
  }
  if (part.has("tube") || part.has("column")) {
    const bool cut = part.has("column");
    const auto stations = stations_of(part.field(cut ? "column" : "tube"));
    const glm::vec3 reference = reference_of(part, stations);
    const float edge = cut && part.has("edge") ? figure_length(part.field("edge")) : 1.0F;
    return part.ok() ? tube(stations, reference, cut ? Ends::flat : Ends::round, edge) : nothing;
  }
  if (part.has("plate")) {
    const auto rows = rows_of(part);
    const Rim rim = rim_of(part);
    return part.ok() ? plate(rows, rim) : nothing;
  }
  if (part.has("bores")) {
    const Solid bores = bores_of(part);
    return part.ok() ? bores : nothing;
  }
  if (part.has("teeth")) {
    const DentalArch arch = teeth_of(part);
    return part.ok() ? teeth(arch) : nothing;
  }
  if (part.has("finger_bone")) {
    const FingerBone bone = finger_bone_of(part);
    return part.ok() ? finger_bone(bone) : nothing;
  }
  part.fail("no shape", "give one of \"ellipsoid\", \"box\", \"tube\", \"column\", \"plate\", \"bores\", \"teeth\", \"finger_bone\"");
  return nothing;
}

/// A plate or a tube on both sides that begins on the midline is one across it.
std::optional<Solid> shape_across_midline(const JsonReader& part, float midline_x) {
  if (part.ok() && part.has("plate")) {
    auto rows = rows_of(part);
    const Rim rim = rim_of(part);
    const auto x_of = [](PlatePoint& point) -> float& { return point.position.x; };
    const bool all =
        std::all_of(rows.begin(), rows.end(), [&](auto& row) { return across_midline(row, midline_x, x_of); });
    if (part.ok() && all) return plate(rows, rim);
  } else if (part.ok() && part.has("tube")) {
    auto stations = stations_of(part.field("tube"));
    const glm::vec3 reference = reference_of(part, stations);
    const bool level = reference.x == 0.0F;  // its own mirror image, as the sections must be
    if (part.ok() && level && across_midline(stations, midline_x, [](Station& s) -> float& { return s.centre.x; })) {
      return tube(stations, reference);
    }
  }
  return {};
}

Solid within_wall(const Solid& solid, const Solid& wall, float clearance) {
  constexpr float edge = 3.0F;  // mm over which its faces round into the wall's
  auto distance = [own = solid.distance, outer = wall.distance, clearance](glm::vec3 p) {
    return -soft_union(-own(p), -(outer(p) + clearance), edge);
  };
  return {distance, {glm::max(solid.bounds.low, wall.bounds.low), glm::min(solid.bounds.high, wall.bounds.high)}};
}

bool flag(const JsonReader& object, std::string_view key) { return object.has(key) && object.field(key).boolean(); }

}  // namespace

std::vector<Station> stations_of(const JsonReader& row) {
  std::vector<Station> stations;
  if (row.ok() && row.size() < 2) row.fail("a course needs two stations or more");
  for (std::size_t i = 0; row.ok() && i < row.size(); ++i) {
    const JsonReader entry = row.at(i);
    const std::size_t count = entry.size();
    if (count < 4 || count > 6) {
      entry.fail(fmt::format("a station has 4 to 6 numbers, found {}", count), "write [x, y, z, a, b, roll]");
      break;
    }
    const std::vector<double> n = entry.numbers();
    if (!entry.ok()) break;
    Station station;
    station.centre = {n[0], n[1], n[2]};
    station.first_half_axis = figure_length(entry.at(3));
    station.second_half_axis = count > 4 ? figure_length(entry.at(4)) : station.first_half_axis;
    station.roll = count > 5 ? glm::radians(static_cast<float>(n[5])) : 0.0F;
    if (!stations.empty() && glm::distance(station.centre, stations.back().centre) < 0.01F) {
      entry.fail("this station lies on the one before it", "move it along the course or drop it");
    }
    stations.push_back(station);
  }
  return stations;
}

/// Fails where the course turns along the reference: the section's roll would have no beginning there.
glm::vec3 reference_of(const JsonReader& part, const std::vector<Station>& stations) {
  const glm::vec3 reference =
      part.has("reference") ? direction_of(part.field("reference")) : glm::vec3(0.0F, 0.0F, 1.0F);
  if (!part.ok()) return reference;
  const float length = glm::length(reference);
  for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
    const glm::vec3 way = glm::normalize(stations[i + 1].centre - stations[i].centre);
    if (length < 1e-3F || std::abs(glm::dot(way, reference)) > 0.995F * length) {
      part.fail("the course runs along its reference", "give a \"reference\" that stands across the course");
      break;
    }
  }
  return reference;
}

glm::mat3 turn_of(const JsonReader& shape) {
  if (!shape.has("turn")) return glm::mat3(1.0F);
  const glm::vec3 turn = glm::radians(shape.field("turn").vec3());
  glm::mat4 rotation(1.0F);
  rotation = glm::rotate(rotation, turn.z, {0, 0, 1});
  rotation = glm::rotate(rotation, turn.y, {0, 1, 0});
  return glm::mat3(glm::rotate(rotation, turn.x, {1, 0, 0}));
}

Part read_part(const JsonReader& part, const JsonReader& figures) {
  part.only({"ellipsoid", "box", "tube", "column", "plate", "thickness", "rim", "bores", "direction", "radius", "teeth",
             "count", "crown", "finger_bone", "kind", "reference", "edge", "blend", "on_both_sides", "carve", "inside", "to_margin"});
  const bool both_sides = flag(part, "on_both_sides");
  if (both_sides) {
    const std::optional<Solid> whole =
        shape_across_midline(part, static_cast<float>(figures.field("midline_x").number()));
    if (whole) return {*whole, blend_of(part, figures), flag(part, "carve")};
  }
  Part result{shape_of(part), blend_of(part, figures), flag(part, "carve")};
  if (part.ok() && both_sides) {
    const auto midline = static_cast<float>(figures.field("midline_x").number());
    result.solid = joined(
        {{result.solid, 0.0F, false}, {mirrored(result.solid, midline), result.carve ? 0.0F : result.blend, false}});
  }
  return result;
}

SolidsRecipe read_solids(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"midline_x", "blend", "detail", "triangles", "bodies", "apart", "beside", "cage_middle", "parts"});
  SolidsRecipe recipe;
  if (figures.has("detail")) recipe.detail = static_cast<float>(figures.field("detail").number_in(0.2, 20.0));
  if (figures.has("triangles"))
    recipe.triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  if (figures.has("bodies")) recipe.bodies = static_cast<std::size_t>(figures.field("bodies").integer_in(1, 100));
  recipe.apart = flag(figures, "apart");
  if (figures.has("beside")) recipe.beside = static_cast<float>(figures.field("beside").number_in(0.0, 50.0));
  std::optional<Cage> cage;
  if (figures.has("cage_middle")) {
    const JsonReader middle = figures.field("cage_middle");
    const glm::vec3 top = middle.at(0).vec3(), bottom = middle.at(1).vec3();
    if (middle.ok() && top.z - bottom.z < 1.0F) middle.fail("the line runs down, from its top to its bottom");
    if (middle.ok()) cage.emplace(deeper, top, bottom);
  }
  const JsonReader parts = figures.field("parts");
  for (const std::string& name : parts.keys()) {
    if (!parts.ok()) break;
    const JsonReader part = parts.field(name);
    recipe.parts.emplace_back(name, read_part(part, figures));
    if (!part.ok() || !part.has("inside")) continue;
    const auto clearance = static_cast<float>(part.field("inside").number_in(0.0, 100.0));
    if (!cage) part.field("inside").fail("nothing says where the rib cage is", "give \"cage_middle\" beside the parts");
    if (part.ok()) recipe.parts.back().second.solid = within_wall(recipe.parts.back().second.solid, flag(part, "to_margin") ? cage->above_margin : cage->inside, clearance);
  }
  if (parts.ok() && recipe.parts.empty()) parts.fail("a body needs a part");
  if (parts.ok() && recipe.parts.front().second.carve) parts.fail("the first part can't be carved away");
  return recipe;
}

}  // namespace dorsum::sculpt
