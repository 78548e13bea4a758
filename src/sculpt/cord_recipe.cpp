#include "cord_recipe.h"

#include <fmt/format.h>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <nlohmann/json.hpp>

#include "bone_place.h"
#include "lengths_across.h"

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

float millimetres(const JsonReader& reader, const char* name, double least) {
  return static_cast<float>(reader.field(name).number_in(least, 500.0));
}

/// Groups of slips or fascicles that are alike.
template <class Read>
void read_groups(const JsonReader& figures, const char* name, Read read) {
  if (!figures.has(name)) return;
  const JsonReader groups = figures.field(name);
  for (std::size_t i = 0; figures.ok() && i < groups.size(); ++i) read(groups.at(i));
}

void read_slips(const JsonReader& reader, bool of_origin, const Deeper& deeper, std::vector<Slip>& slips) {
  reader.only({"half_width", "length", "tendon", "ends"});
  Slip slip;
  slip.of_origin = of_origin;
  slip.half_width = millimetres(reader, "half_width", 0.5);
  slip.length = millimetres(reader, "length", 1.0);
  slip.tendon = millimetres(reader, "tendon", 0.0);
  const JsonReader ends = reader.field("ends");
  for (const std::string& name : ends.keys()) {
    slip.end = read_bone_place(name, ends.field(name), deeper);
    slips.push_back(slip);
  }
}

void read_fascicles(const JsonReader& reader, const Deeper& deeper, std::vector<Fascicle>& fascicles) {
  reader.only({"half_width", "half_thickness", "tendon", "from", "to", "pairs"});
  Fascicle fascicle;
  fascicle.half_width = millimetres(reader, "half_width", 0.5);
  fascicle.half_thickness = millimetres(reader, "half_thickness", 0.5);
  fascicle.tendon = millimetres(reader, "tendon", 0.0);
  const JsonReader pairs = reader.field("pairs");
  for (std::size_t i = 0; reader.ok() && i < pairs.size(); ++i) {
    const JsonReader pair = pairs.at(i);
    if (pair.size() != 2) pair.fail("not a pair", "give where the fascicle comes from and where it goes to");
    if (!reader.ok()) return;
    const auto end = [&](std::size_t k, const char* place) {
      const JsonReader at = pair.at(k);
      return at.raw().is_array() ? at.vec3() : read_bone_place(at.text(), reader.field(place), deeper);
    };
    fascicle.from = end(0, "from");
    fascicle.to = end(1, "to");
    if (reader.ok() && glm::distance(fascicle.from, fascicle.to) < 4.0F * fascicle.half_width) {
      pair.fail("shorter than twice its width", "give ends farther apart");
    }
    fascicles.push_back(fascicle);
  }
}

}  // namespace

CordRecipe read_cord(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"belly", "width_along", "insertion_slips", "origin_slips", "fascicles", "blend", "detail", "triangles",
                "bundles", "tendon_at_origin", "tendon_at_insertion"});
  CordRecipe recipe;
  recipe.belly = read_stations(figures.field("belly"));
  recipe.width_along = figures.field("width_along").vec3();
  if (glm::length(recipe.width_along) < 1e-6F) figures.field("width_along").fail("has no length", "give a direction");
  read_groups(figures, "insertion_slips",
              [&](const JsonReader& group) { read_slips(group, false, deeper, recipe.slips); });
  read_groups(figures, "origin_slips", [&](const JsonReader& group) { read_slips(group, true, deeper, recipe.slips); });
  read_groups(figures, "fascicles", [&](const JsonReader& group) { read_fascicles(group, deeper, recipe.fascicles); });
  if (figures.has("blend")) recipe.blend = static_cast<float>(figures.field("blend").number_in(0.0, 30.0));
  if (figures.has("detail")) recipe.detail = static_cast<float>(figures.field("detail").number_in(0.8, 10.0));
  if (figures.has("triangles"))
    recipe.triangles = static_cast<std::size_t>(figures.field("triangles").integer_in(100, 100000));
  if (figures.has("bundles")) {
    const JsonReader bundles = figures.field("bundles");
    bundles.only({"width", "depth"});
    recipe.bundle_width = static_cast<float>(bundles.field("width").number_in(2.0, 50.0));
    recipe.bundle_depth = static_cast<float>(bundles.field("depth").number_in(0.0, 5.0));
  }
  recipe.tendon_at_origin = read_lengths_across(figures, "tendon_at_origin");
  recipe.tendon_at_insertion = read_lengths_across(figures, "tendon_at_insertion");
  return recipe;
}

}  // namespace dorsum::sculpt
