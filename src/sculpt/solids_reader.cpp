#include "solids_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::sculpt {
namespace {

constexpr double farthest = 3000.0;  // mm; no figure of a body lies beyond
constexpr double thinnest = 0.05;    // mm

float length_of(const JsonReader& value) { return static_cast<float>(value.number_in(thinnest, farthest)); }

float blend_of(const JsonReader& part, const JsonReader& figures) {
  if (part.has("blend")) return static_cast<float>(part.field("blend").number_in(0.0, 50.0));
  if (figures.has("blend")) return static_cast<float>(figures.field("blend").number_in(0.0, 50.0));
  return 2.0F;
}

glm::mat3 turn_of(const JsonReader& shape) {
  if (!shape.has("turn")) return glm::mat3(1.0F);
  const glm::vec3 turn = glm::radians(shape.field("turn").vec3());
  glm::mat4 rotation(1.0F);
  rotation = glm::rotate(rotation, turn.z, {0, 0, 1});
  rotation = glm::rotate(rotation, turn.y, {0, 1, 0});
  return glm::mat3(glm::rotate(rotation, turn.x, {1, 0, 0}));
}

glm::vec3 half_axes_of(const JsonReader& shape) {
  const JsonReader axes = shape.field("half_axes");
  return {length_of(axes.at(0)), length_of(axes.at(1)), length_of(axes.at(2))};
}

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
    station.first_half_axis = length_of(entry.at(3));
    station.second_half_axis = count > 4 ? length_of(entry.at(4)) : station.first_half_axis;
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
  const glm::vec3 reference = part.has("reference") ? part.field("reference").vec3() : glm::vec3(0.0F, 0.0F, 1.0F);
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

std::vector<std::vector<PlatePoint>> rows_of(const JsonReader& grid) {
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
      if (entry.ok() && n.size() != 4) entry.fail("a point of a plate has 4 numbers", "write [x, y, z, thickness]");
      if (!entry.ok()) break;
      rows.back().push_back({{n[0], n[1], n[2]}, length_of(entry.at(3))});
    }
  }
  return rows;
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
    const float edge = std::min(static_cast<float>(shape.number_or("edge", 1.0)), std::min({half_axes.x, half_axes.y, half_axes.z}));
    return shape.ok() ? box(centre, half_axes, turn_of(shape), edge) : nothing;
  }
  if (part.has("tube") || part.has("column")) {
    const bool cut = part.has("column");
    const auto stations = stations_of(part.field(cut ? "column" : "tube"));
    const glm::vec3 reference = reference_of(part, stations);
    const float edge = cut && part.has("edge") ? length_of(part.field("edge")) : 1.0F;
    return part.ok() ? tube(stations, reference, cut ? Ends::flat : Ends::round, edge) : nothing;
  }
  if (part.has("plate")) {
    const auto rows = rows_of(part.field("plate"));
    return part.ok() ? plate(rows) : nothing;
  }
  part.fail("no shape", "give one of \"ellipsoid\", \"box\", \"tube\", \"column\", \"plate\"");
  return nothing;
}

bool flag(const JsonReader& object, std::string_view key) { return object.has(key) && object.field(key).boolean(); }

}  // namespace

Part read_part(const JsonReader& part, const JsonReader& figures) {
  part.only({"ellipsoid", "box", "tube", "column", "plate", "reference", "edge", "blend", "on_both_sides", "carve"});
  Part result{shape_of(part), blend_of(part, figures), flag(part, "carve")};
  if (part.ok() && flag(part, "on_both_sides")) {
    const auto midline = static_cast<float>(figures.field("midline_x").number());
    result.solid = joined({{result.solid, 0.0F, false}, {mirrored(result.solid, midline), result.carve ? 0.0F : result.blend, false}});
  }
  return result;
}

SolidsRecipe read_solids(const JsonReader& figures) {
  figures.only({"midline_x", "blend", "detail", "triangles", "bodies", "apart", "parts"});
  SolidsRecipe recipe;
  if (figures.has("detail")) recipe.detail = static_cast<float>(figures.field("detail").number_in(0.2, 20.0));
  if (figures.has("triangles")) recipe.triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  if (figures.has("bodies")) recipe.bodies = static_cast<std::size_t>(figures.field("bodies").integer_in(1, 100));
  recipe.apart = flag(figures, "apart");
  const JsonReader parts = figures.field("parts");
  for (const std::string& name : parts.keys()) {
    if (!parts.ok()) break;
    recipe.parts.emplace_back(name, read_part(parts.field(name), figures));
  }
  if (parts.ok() && recipe.parts.empty()) parts.fail("a body needs a part");
  if (parts.ok() && recipe.parts.front().second.carve) parts.fail("the first part can't be carved away");
  return recipe;
}

}  // namespace dorsum::sculpt
