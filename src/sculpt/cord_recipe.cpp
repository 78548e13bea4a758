#include "cord_recipe.h"

#include <fmt/format.h>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::sculpt {
namespace {

Station read_station(const JsonReader& reader) {
  const std::vector<double> numbers = reader.numbers();
  if (numbers.size() < 4 || numbers.size() > 6) {
    reader.fail(fmt::format("a station of {} numbers", numbers.size()),
                "give [x, y, z, half width], with half thickness and roll after it");
    return {};
  }
  const auto number = [&](std::size_t k) { return static_cast<float>(numbers[k]); };
  Station station{{number(0), number(1), number(2)},
                  number(3),
                  numbers.size() > 4 ? number(4) : number(3),
                  numbers.size() > 5 ? glm::radians(number(5)) : 0.0F};
  if (station.first_half_axis < 0.3F || station.second_half_axis < 0.3F) {
    reader.fail("a station thinner than 0.6 mm", "give half widths of 0.3 mm or more");
  }
  return station;
}

std::vector<Station> read_stations(const JsonReader& reader) {
  std::vector<Station> stations;
  for (std::size_t i = 0; reader.ok() && i < reader.size(); ++i) {
    stations.push_back(read_station(reader.at(i)));
    if (i > 0 && reader.ok() && glm::distance(stations[i].centre, stations[i - 1].centre) < 0.5F) {
      reader.at(i).fail("lies where the one before lies", "drop it or move it on");
    }
  }
  if (reader.ok() && stations.size() < 2) reader.fail("fewer than two stations", "give two or more");
  return stations;
}

Slip read_slip(const JsonReader& reader) {
  const std::vector<double> numbers = reader.numbers();
  if (reader.ok() && (numbers.size() != 5 || numbers[3] < 0.5)) {
    reader.fail("not a slip", "give [x, y, z, half width of 0.5 mm or more, length]");
  }
  if (!reader.ok()) return {};
  const auto number = [&](std::size_t k) { return static_cast<float>(numbers[k]); };
  return {{number(0), number(1), number(2)}, number(3), number(4)};
}

}  // namespace

CordRecipe read_cord(const JsonReader& figures) {
  figures.only({"belly", "width_along", "slips", "blend", "detail", "triangles", "bundles", "tendon_at_origin",
                "tendon_at_insertion", "tendon_at_slips"});
  const auto optional = [&](const char* name, float& value, double low, double high) {
    if (figures.has(name)) value = static_cast<float>(figures.field(name).number_in(low, high));
  };
  CordRecipe recipe;
  recipe.belly = read_stations(figures.field("belly"));
  recipe.width_along = figures.field("width_along").vec3();
  if (glm::length(recipe.width_along) < 1e-6F) figures.field("width_along").fail("has no length", "give a direction");
  if (figures.has("slips")) {
    for (const std::string& name : figures.field("slips").keys()) {
      recipe.slips.push_back(read_slip(figures.field("slips").field(name)));
    }
  }
  optional("blend", recipe.blend, 0.0, 30.0);
  optional("detail", recipe.detail, 0.8, 10.0);
  if (figures.has("triangles"))
    recipe.triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  if (figures.has("bundles")) {
    const JsonReader bundles = figures.field("bundles");
    bundles.only({"width", "depth"});
    recipe.bundle_width = static_cast<float>(bundles.field("width").number_in(2.0, 50.0));
    recipe.bundle_depth = static_cast<float>(bundles.field("depth").number_in(0.0, 5.0));
  }
  optional("tendon_at_origin", recipe.tendon_at_origin, 0.0, 500.0);
  optional("tendon_at_insertion", recipe.tendon_at_insertion, 0.0, 500.0);
  optional("tendon_at_slips", recipe.tendon_at_slips, 0.0, 500.0);
  return recipe;
}

}  // namespace dorsum::sculpt
