#include "dorsum/sculpt/sculptor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"
#include "recipe.h"
#include "settle.h"

namespace dorsum::sculpt {
namespace {

/// The surface a recipe gives, or both of a pair.
Result<std::vector<Sculpted>> sculpt(const Recipe& recipe, const Deeper& deeper) {
  auto mesh = surface_of(recipe, deeper);
  if (!mesh) return Failure(mesh.error());
  std::vector<Sculpted> made;
  if (recipe.mirror_x) {
    made.push_back({with_side(recipe.id, Side::left), geometry::mirrored(*mesh, *recipe.mirror_x), recipe.measured_on});
    made.push_back({with_side(recipe.id, Side::right), std::move(*mesh), recipe.measured_on});
  } else {
    made.push_back({recipe.id, std::move(*mesh), recipe.measured_on});
  }
  return made;
}

/// Sculpting's share of the time; settling takes the rest.
constexpr float sculpting = 0.6F;

Tissue tissue_of(const Recipe& recipe) {
  constexpr std::array tissues{Tissue::bone, Tissue::flesh, Tissue::skin};  // of the folders, in their order
  return tissues[recipe.folder];
}

bool settle_all(std::vector<Sculpted>& sculpted, const std::vector<Recipe>& recipes, const Progress& progress) {
  std::vector<Settled> bodies;
  for (Sculpted& one : sculpted) {
    const auto recipe = std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& r) { return r.id == without_side(one.id); });
    bodies.push_back({one.id, tissue_of(*recipe), recipe->order, &one.mesh});
  }
  return settle(bodies, [&](std::string_view what, float done) { return progress(what, sculpting + (1.0F - sculpting) * done); });
}

}  // namespace

Result<std::vector<Sculpted>> sculpt_atlas(const std::filesystem::path& root, const Progress& progress) {
  const auto recipes = read_recipes(root);
  if (!recipes) return tl::unexpected(recipes.error());
  std::vector<Sculpted> sculpted;
  Deeper deeper;
  for (std::size_t i = 0; i < recipes->size(); ++i) {
    const Recipe& recipe = (*recipes)[i];
    if (!progress(recipe.id, sculpting * static_cast<float>(i) / static_cast<float>(recipes->size()))) {
      return machine_cannot("sculpting was stopped");
    }
    auto made = sculpt(recipe, deeper);
    if (!made) return tl::unexpected(made.error());
    for (Sculpted& one : *made) {
      deeper.emplace(one.id, one.mesh);
      sculpted.push_back(std::move(one));
    }
  }
  if (!settle_all(sculpted, *recipes, progress)) return machine_cannot("sculpting was stopped");
  progress("done", 1.0F);
  return sculpted;
}

Result<std::vector<Sculpted>> sculpt_only(const std::filesystem::path& root, std::string_view id,
                                          const std::map<std::string, geometry::TriangleMesh>& others) {
  const auto recipes = read_recipes(root);
  if (!recipes) return Failure(recipes.error());
  std::vector<std::string> known;
  for (const Recipe& recipe : *recipes) {
    if (recipe.id == without_side(id)) return sculpt(recipe, others);
    known.push_back(recipe.id);
  }
  return bad_input(root.string(), fmt::format("there is no recipe for \"{:.60}\"", id),
                   did_you_mean(without_side(id), known, "name a structure that has one"));
}

std::vector<Error> problems_of_recipes(const std::filesystem::path& root, const std::vector<std::string>& structures,
                                       const Progress& progress) {
  std::vector<Error> problems;
  std::vector<Recipe> recipes = read_all_recipes(root, problems);
  std::set<std::string> missing(structures.begin(), structures.end());
  Deeper deeper;
  for (std::size_t i = 0; i < recipes.size(); ++i) {
    const Recipe& recipe = recipes[i];
    if (!progress(recipe.id, static_cast<float>(i) / static_cast<float>(recipes.size()))) break;
    auto made = sculpt(recipe, deeper);
    if (!made) problems.push_back(made.error());
    for (const Side side : {Side::left, Side::right}) {
      const std::string id = recipe.mirror_x ? with_side(recipe.id, side) : recipe.id;
      missing.erase(id);
      if (std::find(structures.begin(), structures.end(), id) != structures.end()) continue;
      problems.push_back({Trouble::bad_input, recipe.file.string() + ": id", fmt::format("\"{}\" is no structure of the table", id),
                          did_you_mean(id, structures, "correct it, or add the structure to structures.json")});
      break;
    }
    if (!made) continue;
    for (Sculpted& one : *made) deeper.emplace(one.id, std::move(one.mesh));
  }
  for (const std::string& id : missing) {
    problems.push_back({Trouble::bad_input, root.string(), fmt::format("no recipe makes the structure \"{}\"", id), "add one"});
  }
  progress("done", 1.0F);
  return problems;
}

}  // namespace dorsum::sculpt
