#include "dorsum/sculpt/sculptor.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
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

const Recipe* recipe_of(std::string_view id, const std::vector<Recipe>& recipes) {
  const auto found = std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& r) { return r.id == without_side(id); });
  return found == recipes.end() ? nullptr : &*found;
}

/// What was sculpted, as bodies that give way.
std::vector<Settled> bodies_of(std::vector<Sculpted>& sculpted, const std::vector<Recipe>& recipes) {
  std::vector<Settled> bodies;
  for (Sculpted& one : sculpted) {
    const Recipe& recipe = *recipe_of(one.id, recipes);
    bodies.push_back({one.id, tissue_of(recipe), recipe.order, &one.mesh});
  }
  return bodies;
}

bool settle_all(std::vector<Sculpted>& sculpted, const std::vector<Recipe>& recipes, const Progress& progress) {
  return settle(bodies_of(sculpted, recipes), [&](std::string_view what, float done) { return progress(what, sculpting + (1.0F - sculpting) * done); });
}

/// Settles what was made among `others` near it, which stay as they are.
void settle_among(std::vector<Sculpted>& made, const std::vector<Recipe>& recipes, const Deeper& others) {
  constexpr float reach = 10.0F;  // mm; settling moves nothing farther
  std::vector<Settled> bodies = bodies_of(made, recipes);
  const std::size_t count = made.size();
  std::vector<geometry::Bounds> boxes;
  for (const Sculpted& one : made) boxes.push_back(geometry::bounds_of(one.mesh));
  Deeper still;  // settling keeps pointers; a map's values stay where they are
  for (const auto& [id, mesh] : others) {
    const Recipe* recipe = recipe_of(id, recipes);
    const geometry::Bounds box = geometry::bounds_of(mesh);
    const auto near = [&](const geometry::Bounds& own) { return geometry::within(own, box, reach); };
    const auto is_it = [&name = id](const Sculpted& one) { return one.id == name; };
    if (recipe == nullptr || std::any_of(made.begin(), made.end(), is_it) || std::none_of(boxes.begin(), boxes.end(), near)) continue;
    bodies.push_back({id, tissue_of(*recipe), recipe->order, &still.emplace(id, mesh).first->second, true});
  }
  if (bodies.size() > count) static_cast<void>(settle(bodies, silent_progress()));
}

/// When a recipe's turn comes: bones and the skin rest on nothing, muscles on bones and on muscles of a lower order.
int wave_of(const Recipe& recipe) {
  return tissue_of(recipe) == Tissue::flesh ? recipe.order : std::numeric_limits<int>::min();
}

/// Makes the surfaces of the recipes and hands each to `take`. Those of one wave can't rest on one another and are made
/// at the same time, the skin, which takes longest, first. False when `progress` asked to stop.
bool sculpt_each(std::vector<Recipe> recipes, const Progress& progress,
                 const std::function<void(const Recipe&, const Result<std::vector<Sculpted>>&)>& take) {
  const auto deeper_than = [](const Recipe& a, const Recipe& b) { return wave_of(a) < wave_of(b); };
  std::stable_sort(recipes.begin(), recipes.end(), [&](const Recipe& a, const Recipe& b) {
    return deeper_than(a, b) || (!deeper_than(b, a) && a.folder > b.folder);
  });
  Deeper deeper;
  std::mutex telling;
  std::size_t done = 0;
  bool stopped = false;
  for (auto first = recipes.begin(); first != recipes.end();) {
    const auto last = std::upper_bound(first, recipes.end(), *first, deeper_than);
    std::vector<std::optional<Result<std::vector<Sculpted>>>> made(static_cast<std::size_t>(last - first));
    tbb::parallel_for(std::size_t{0}, made.size(), [&](std::size_t i) {
      const Recipe& recipe = *(first + static_cast<std::ptrdiff_t>(i));
      {
        const std::scoped_lock lock(telling);
        stopped = stopped || !progress(recipe.id, static_cast<float>(done++) / static_cast<float>(recipes.size()));
        if (stopped) return;
      }
      made[i] = sculpt(recipe, deeper);
    });
    if (stopped) return false;
    for (std::size_t i = 0; i < made.size(); ++i) {
      take(*(first + static_cast<std::ptrdiff_t>(i)), *made[i]);
      if (!*made[i]) continue;
      for (const Sculpted& one : **made[i]) deeper.emplace(one.id, one.mesh);
    }
    first = last;
  }
  return true;
}

}  // namespace

Result<std::vector<Sculpted>> sculpt_atlas(const std::filesystem::path& root, const Progress& progress) {
  const auto recipes = read_recipes(root);
  if (!recipes) return tl::unexpected(recipes.error());
  std::vector<Sculpted> sculpted;
  std::optional<Error> failed;
  const auto take = [&](const Recipe&, const Result<std::vector<Sculpted>>& made) {
    if (made) sculpted.insert(sculpted.end(), made->begin(), made->end());
    else if (!failed) failed = made.error();
  };
  const auto part = [&](std::string_view what, float done) { return !failed && progress(what, sculpting * done); };
  const bool whole = sculpt_each(*recipes, part, take);
  if (failed) return Failure(*failed);
  if (!whole || !settle_all(sculpted, *recipes, progress)) return machine_cannot("sculpting was stopped");
  progress("done", 1.0F);
  return sculpted;
}

Result<std::vector<Sculpted>> sculpt_only(const std::filesystem::path& root, std::string_view id,
                                          const std::map<std::string, geometry::TriangleMesh>& others) {
  const auto recipes = read_recipes(root);
  if (!recipes) return Failure(recipes.error());
  std::vector<std::string> known;
  for (const Recipe& recipe : *recipes) {
    if (recipe.id == without_side(id)) {
      auto made = sculpt(recipe, others);
      if (made) settle_among(*made, *recipes, others);
      return made;
    }
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
  sculpt_each(recipes, progress, [&](const Recipe& recipe, const Result<std::vector<Sculpted>>& made) {
    if (!made) problems.push_back(made.error());
    for (const Side side : {Side::left, Side::right}) {
      const std::string id = recipe.mirror_x ? with_side(recipe.id, side) : recipe.id;
      missing.erase(id);
      if (std::find(structures.begin(), structures.end(), id) != structures.end()) continue;
      problems.push_back({Trouble::bad_input, recipe.file.string() + ": id", fmt::format("\"{}\" is no structure of the table", id),
                          did_you_mean(id, structures, "correct it, or add the structure to structures.json")});
      break;
    }
  });
  for (const std::string& id : missing) {
    problems.push_back({Trouble::bad_input, root.string(), fmt::format("no recipe makes the structure \"{}\"", id), "add one"});
  }
  progress("done", 1.0F);
  return problems;
}

}  // namespace dorsum::sculpt
