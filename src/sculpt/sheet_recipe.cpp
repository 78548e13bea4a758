#include "sheet_recipe.h"

#include <algorithm>

#include <fmt/format.h>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "lengths_across.h"

namespace dorsum::sculpt {
namespace {

/// Rows of one length, at least `least` by `least`; `read` takes one value.
template <class Value, class Read>
Grid<Value> read_grid(const JsonReader& rows, std::size_t least, Read read) {
  constexpr std::size_t most = 64;  // an authored grid is small; more is a mistake
  Grid<Value> grid;
  grid.rows = rows.size();
  if (!rows.ok()) return {};
  if (grid.rows < least || grid.rows > most) {
    rows.fail(fmt::format("has {} rows", grid.rows), fmt::format("give {} to {}", least, most));
    return {};
  }
  grid.columns = rows.at(0).size();
  for (std::size_t i = 0; i < grid.rows; ++i) {
    const JsonReader row = rows.at(i);
    if (!rows.ok()) return {};
    if (row.size() != grid.columns || grid.columns < least || grid.columns > most) {
      row.fail(fmt::format("a row of {}", row.size()),
               fmt::format("give every row the same number, {} to {}", least, most));
      return {};
    }
    for (std::size_t j = 0; j < grid.columns; ++j) grid.values.push_back(read(row.at(j)));
  }
  return grid;
}

Digitations read_digitations(const JsonReader& reader) {
  reader.only({"at", "clefts", "tip_width"});
  Digitations digitations;
  const std::string at = reader.field("at").text();
  if (at != "origin" && at != "insertion") reader.field("at").fail("\"" + at + "\"", "say origin or insertion");
  digitations.at = at == "origin" ? SheetEnd::origin : SheetEnd::insertion;
  digitations.tip_width = reader.field("tip_width").number_in(0.1, 1.0);
  const JsonReader clefts = reader.field("clefts");
  double last = 0.0;
  for (std::size_t i = 0; reader.ok() && i < clefts.size(); ++i) {
    const JsonReader cleft = clefts.at(i);
    const glm::vec2 place = cleft.vec2();
    if (!(place.x > last + 0.01F && place.x < 0.99F && place.y > 0.02F && place.y < 0.98F)) {
      cleft.fail("out of place", "give clefts by rising across, each [across, from] inside the sheet (0 to 1)");
    }
    last = static_cast<double>(place.x);
    digitations.clefts.push_back({last, static_cast<double>(place.y)});
  }
  return digitations;
}

void read_relief(const JsonReader& figures, SheetRecipe& recipe) {
  if (figures.has("bundles")) {
    const JsonReader bundles = figures.field("bundles");
    bundles.only({"width", "depth"});
    recipe.bundle_width = bundles.field("width").number_in(2.0, 50.0);
    recipe.bundle_depth = bundles.field("depth").number_in(0.0, 5.0);
  }
  if (figures.has("heads")) {
    const JsonReader heads = figures.field("heads");
    heads.only({"borders", "depth", "width"});
    recipe.head_borders = heads.field("borders").numbers();
    recipe.groove_depth = heads.field("depth").number_in(0.0, 10.0);
    recipe.groove_width = heads.field("width").number_in(1.0, 50.0);
  }
  if (figures.has("central_tendon")) {
    const JsonReader tendon = figures.field("central_tendon");
    tendon.only({"across", "from", "width", "pennation"});
    recipe.central_tendon_across = tendon.field("across").number_in(0.0, 1.0);
    recipe.central_tendon_from = tendon.field("from").number_in(0.0, 0.95);
    recipe.central_tendon_width = tendon.field("width").number_in(0.5, 60.0);
    recipe.pennation = glm::radians(tendon.field("pennation").number_in(0.0, 60.0));
  }
}

std::vector<DeepSlip> read_slips(const JsonReader& list) {
  std::vector<DeepSlip> slips;
  for (std::size_t i = 0; list.ok() && i < list.size(); ++i) {
    const JsonReader slip = list.at(i);
    slip.only({"from", "width", "length"});
    slips.push_back({glm::dvec3(slip.field("from").vec3()), slip.field("width").number_in(1.0, 100.0),
                     slip.field("length").number_in(1.0, 300.0)});
  }
  return slips;
}

}  // namespace

SheetRecipe read_sheet(const JsonReader& figures) {
  figures.only({"middle_surface", "thickness", "rounding", "detail", "detail_across", "digitations", "blunt", "bundles",
                "heads", "central_tendon", "intersections", "slips", "tendon_at_origin", "tendon_at_insertion", "rests_on", "outward",
                "clearance", "under", "held"});
  SheetRecipe recipe;
  recipe.middle = read_grid<glm::dvec3>(figures.field("middle_surface"), 2,
                                        [](const JsonReader& point) { return glm::dvec3(point.vec3()); });
  recipe.thickness =
      read_grid<double>(figures.field("thickness"), 1, [](const JsonReader& mm) { return mm.number_in(0.2, 80.0); });
  if (figures.has("rounding")) recipe.rounding = figures.field("rounding").number_in(0.2, 60.0);
  if (figures.has("detail")) recipe.detail = figures.field("detail").number_in(1.0, 30.0);
  if (figures.has("detail_across")) recipe.detail_across = figures.field("detail_across").number_in(1.0, 30.0);
  read_relief(figures, recipe);
  if (figures.has("digitations")) recipe.digitations = read_digitations(figures.field("digitations"));
  if (figures.has("blunt")) {
    const JsonReader blunt = figures.field("blunt");
    blunt.only({"first_edge", "last_edge"});
    if (blunt.has("first_edge")) recipe.blunt_first_edge = blunt.field("first_edge").number_in(0.0, 1.0);
    if (blunt.has("last_edge")) recipe.blunt_last_edge = blunt.field("last_edge").number_in(0.0, 1.0);
  }
  if (figures.has("intersections")) {
    const JsonReader bands = figures.field("intersections");
    bands.only({"along", "width", "depth"});
    recipe.intersections = bands.field("along").numbers();
    recipe.intersection_width = bands.field("width").number_in(1.0, 50.0);
    recipe.intersection_depth = bands.field("depth").number_in(0.0, 10.0);
  }
  if (figures.has("slips")) recipe.slips = read_slips(figures.field("slips"));
  recipe.tendon_at_origin = read_lengths_across(figures, "tendon_at_origin");
  recipe.tendon_at_insertion = read_lengths_across(figures, "tendon_at_insertion");
  if (figures.has("rests_on")) recipe.rests_on = figures.field("rests_on").texts();
  if (figures.has("outward")) {
    recipe.outward = glm::dvec3(figures.field("outward").vec3());
    if (glm::length(recipe.outward) < 1e-6) figures.field("outward").fail("has no length", "give a direction");
  }
  if (figures.has("under")) recipe.under = figures.field("under").texts();
  if (figures.has("held")) {
    const std::vector<std::string> held = figures.field("held").texts();
    recipe.origin_held = std::find(held.begin(), held.end(), "origin") != held.end();
    recipe.insertion_held = std::find(held.begin(), held.end(), "insertion") != held.end();
  }
  if (figures.has("clearance")) recipe.clearance = figures.field("clearance").number_in(0.0, 20.0);
  return recipe;
}

}  // namespace dorsum::sculpt
