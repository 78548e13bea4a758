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
#include <utility>

#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"
#include "flesh_room.h"
#include "grow.h"
#include "levels.h"
#include "recipe.h"
#include "settle.h"

namespace dorsum::sculpt {
namespace {

/// The surface a recipe gives, or both of a pair.
Result<std::vector<Sculpted>> sculpt(const Recipe& recipe, const Deeper& deeper, const Growth& growth = {}) {
  auto mesh = surface_of(recipe, deeper, growth);
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

/// The share of the time after which bones, muscles and skin are made; organs take the rest.
constexpr float body_made = 0.85F;

/// The structures that a recipe makes: of a pair both.
std::vector<std::string> ids_of(const Recipe& recipe) {
  if (!recipe.mirror_x) return {recipe.id};
  return {with_side(recipe.id, Side::left), with_side(recipe.id, Side::right)};
}

/// The recipe of a structure, whose id may stand for both of a pair.
const Recipe* recipe_of(std::string_view id, const std::vector<Recipe>& recipes) {
  const auto found = std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& r) { return r.id == without_side(id) || r.id == id; });
  return found == recipes.end() ? nullptr : &*found;
}

/// What was sculpted, as bodies that give way.
std::vector<Settled> bodies_of(std::vector<Sculpted>& sculpted, const std::vector<Recipe>& recipes) {
  std::vector<Settled> bodies;
  for (Sculpted& one : sculpted) {
    const Recipe& recipe = *recipe_of(one.id, recipes);
    bodies.push_back({one.id, recipe.tissue(), recipe.order, &one.mesh, recipe.grows()});
  }
  return bodies;
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
    if (recipe == nullptr || recipe->is_organ() || std::any_of(made.begin(), made.end(), is_it) || std::none_of(boxes.begin(), boxes.end(), near)) continue;
    bodies.push_back({id, recipe->tissue(), recipe->order, &still.emplace(id, mesh).first->second, true});
  }
  if (bodies.size() > count) static_cast<void>(settle(bodies, silent_progress()));
}

/// When a recipe's turn comes: bones and the skin rest on nothing; sheets hung under the skin's fat come from outside
/// inwards, all other muscles after those of a lower order, on which they may rest.
constexpr int wave_of_bones = std::numeric_limits<int>::min();
int wave_of(const Recipe& recipe) {
  constexpr int hung = wave_of_bones / 2;
  if (recipe.tissue() != Tissue::flesh) return wave_of_bones;
  return recipe.hangs() ? hung - recipe.order : recipe.order;
}

/// What skin and fat rest on, for the sheets that hang under it.
Result<void> add_deep_fascia(Deeper& deeper, const Json& room) {
  const auto skin = deeper.find("skin");
  if (skin == deeper.end()) return {};
  Error error;
  const Levels levels(deeper);
  const RoomFigures figures = read_room(JsonReader(room, "room.json: ", error), levels);
  if (!error.reason.empty()) return Failure(error);
  auto fascia = deep_fascia(skin->second, figures.fat);
  if (!fascia) return Failure(fascia.error());
  deeper.insert_or_assign(deep_fascia_id, std::move(*fascia));
  return {};
}

/// Of what is there, all that a recipe finds when the whole atlas is made: a muscle no organs, an organ none of its own order.
Deeper found_by(const Recipe& recipe, const std::vector<Recipe>& recipes, const Deeper& all) {
  Deeper found;
  for (const auto& [id, mesh] : all) {
    const Recipe* const other = recipe_of(id, recipes);
    if (other != nullptr && other->is_organ() && (!recipe.is_organ() || other->order >= recipe.order)) continue;
    found.emplace(id, mesh);
  }
  return found;
}

/// Sculpts the recipes of an atlas one after the other and hands each result to `take`.
class Sculpting {
 public:
  using Take = std::function<void(const Recipe&, const Result<std::vector<Sculpted>>&)>;

  Sculpting(const Progress& progress, Take take) : progress_(progress), take_(std::move(take)) {}

  /// Bones, muscles and skin. Those that grow are first made as seeds, then, when all others have settled among one another,
  /// as what they grow into beside them. What `deeper` has is there already. `room` are the figures of room.json. False when
  /// it was stopped.
  Result<bool> body(const std::vector<Recipe>& recipes, Deeper deeper, const Json& room, const std::string& room_file) {
    std::vector<Recipe> growing;
    std::copy_if(recipes.begin(), recipes.end(), std::back_inserter(growing), [](const Recipe& recipe) { return recipe.grows(); });
    to_do_ = recipes.size() + growing.size();
    const auto shaped = shapes(recipes, deeper, room);
    if (!shaped || !*shaped) return shaped;
    if (!settle_all(deeper, recipes)) return false;
    const auto growths = sculpt::growths(recipes, deeper, room, room_file);
    if (!growths) return Failure(growths.error());
    std::erase_if(growing, [&](const Recipe& recipe) { return !growths->contains(recipe.id); });  // its seed failed
    const std::vector<Made> grown = side_by_side(growing, deeper, *growths);
    if (stopped_) return false;
    for (std::size_t i = 0; i < grown.size(); ++i) {
      if (!*grown[i]) take_(growing[i], *grown[i]);
      else for (const Sculpted& one : **grown[i]) deeper.insert_or_assign(one.id, one.mesh);
    }
    if (!settle_grown(deeper, recipes)) return false;
    for (const Recipe& recipe : recipes) hand_over(recipe, deeper);
    return true;
  }

  /// Makes each surface once, as its figures shape it, and leaves it in `deeper`; nothing settles or grows, and only what
  /// fails is handed over. False when it was stopped.
  Result<bool> check(const std::vector<Recipe>& body, const std::vector<Recipe>& within, Deeper& deeper, const Json& room) {
    to_do_ = body.size() + within.size();
    const auto shaped = shapes(body, deeper, room);
    return shaped && *shaped ? shapes(within, deeper, room) : shaped;
  }

  /// What lies within, beside all that is there. False when it was stopped.
  bool organs(const std::vector<Recipe>& recipes, Deeper deeper) {
    done_ = 0;
    to_do_ = recipes.size();
    for (const std::vector<Recipe>& wave : waves(recipes)) {
      if (!make(wave, deeper)) return false;
    }
    for (const Recipe& recipe : recipes) hand_over(recipe, deeper);
    return true;
  }

 private:
  using Made = std::optional<Result<std::vector<Sculpted>>>;  // nothing: it was stopped

  /// The recipes in the order of their turns, the skin, which takes longest, first.
  static std::vector<std::vector<Recipe>> waves(std::vector<Recipe> recipes) {
    std::stable_sort(recipes.begin(), recipes.end(), [](const Recipe& a, const Recipe& b) {
      return std::pair(wave_of(a), -static_cast<int>(a.folder)) < std::pair(wave_of(b), -static_cast<int>(b.folder));
    });
    std::vector<std::vector<Recipe>> waves;
    for (Recipe& recipe : recipes) {
      if (waves.empty() || wave_of(waves.back().front()) != wave_of(recipe)) waves.emplace_back();
      waves.back().push_back(std::move(recipe));
    }
    return waves;
  }

  /// Makes the surfaces of one wave, which don't rest on one another, at the same time.
  std::vector<Made> side_by_side(const std::vector<Recipe>& recipes, const Deeper& deeper, const std::map<std::string, Growth>& growths) {
    std::vector<Made> made(recipes.size());
    tbb::parallel_for(std::size_t{0}, made.size(), [&](std::size_t i) {
      if (!told(recipes[i])) return;
      const auto growth = growths.find(recipes[i].id);
      made[i] = sculpt(recipes[i], deeper, growth == growths.end() ? Growth{} : growth->second);
    });
    return made;
  }

  /// All recipes' surfaces, those that grow as seeds. False when it was stopped.
  Result<bool> shapes(const std::vector<Recipe>& recipes, Deeper& deeper, const Json& room) {
    for (const std::vector<Recipe>& wave : waves(recipes)) {
      if (!make(wave, deeper)) return false;
      if (wave_of(wave.front()) != wave_of_bones) continue;
      if (const auto added = add_deep_fascia(deeper, room); !added) return Failure(added.error());
    }
    return true;
  }

  /// Makes one wave and adds it to what is there, whose own members it keeps; what fails is handed over. False when it was
  /// stopped.
  bool make(std::vector<Recipe> wave, Deeper& deeper) {
    std::erase_if(wave, [&](const Recipe& recipe) { return deeper.contains(ids_of(recipe).front()); });
    const std::vector<Made> made = side_by_side(wave, deeper, {});
    if (stopped_) return false;
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (!*made[i]) take_(wave[i], *made[i]);
      else for (const Sculpted& one : **made[i]) deeper.emplace(one.id, one.mesh);
    }
    return true;
  }

  /// All as bodies that settle; skin and fascia stay as they are.
  static std::vector<Settled> settling(Deeper& deeper, const std::vector<Recipe>& recipes, const std::function<bool(const Recipe&)>& wanted) {
    std::vector<Settled> bodies;
    for (auto& [id, mesh] : deeper) {
      const Recipe* const recipe = recipe_of(id, recipes);
      if (id == deep_fascia_id) bodies.push_back({id, Tissue::skin, 0, &mesh, true});
      else if (recipe != nullptr && wanted(*recipe)) bodies.push_back({id, recipe->tissue(), recipe->order, &mesh, recipe->tissue() == Tissue::skin, recipe->hangs()});
    }
    return bodies;
  }

  /// Settles all that keeps its shape; seeds neither push nor give way.
  bool settle_all(Deeper& deeper, const std::vector<Recipe>& recipes) {
    return settle(settling(deeper, recipes, [](const Recipe& recipe) { return !recipe.grows(); }), settling_progress());
  }

  /// Parts what has grown from its neighbours where they still touch.
  bool settle_grown(Deeper& deeper, const std::vector<Recipe>& recipes) {
    return settle_by_dents(settling(deeper, recipes, [](const Recipe&) { return true; }), settling_progress());
  }

  [[nodiscard]] Progress settling_progress() {
    return [this](std::string_view what, float) { return progress_(what, static_cast<float>(done_) / static_cast<float>(to_do_)); };
  }

  void hand_over(const Recipe& recipe, const Deeper& deeper) {
    std::vector<Sculpted> made;
    for (const std::string& id : ids_of(recipe)) {
      if (const auto found = deeper.find(id); found != deeper.end()) made.push_back({id, found->second, recipe.measured_on});
    }
    if (!made.empty()) take_(recipe, made);
  }

  bool told(const Recipe& recipe) {
    const std::scoped_lock lock(telling_);
    stopped_ = stopped_ || !progress_(recipe.id, static_cast<float>(done_++) / static_cast<float>(to_do_));
    return !stopped_;
  }

  const Progress& progress_;
  Take take_;
  std::mutex telling_;
  std::size_t done_ = 0, to_do_ = 1;
  bool stopped_ = false;
};

/// Grows what was made among others that keep their shapes.
Result<std::vector<Sculpted>> grow_among(const Recipe& recipe, std::vector<Recipe> recipes, Deeper deeper, const std::vector<Sculpted>& made,
                                         const Json& room, const std::string& room_file) {
  for (Recipe& other : recipes) {
    if (other.id != recipe.id) other.fills = nullptr;
  }
  for (const Sculpted& one : made) deeper.insert_or_assign(one.id, one.mesh);
  const auto growths = sculpt::growths(recipes, deeper, room, room_file);
  if (!growths) return Failure(growths.error());
  return sculpt(recipe, deeper, growths->at(recipe.id));
}

}  // namespace

Result<std::vector<Sculpted>> sculpt_atlas(const std::filesystem::path& root, const Progress& progress) {
  return sculpt_flesh(root, {}, progress);
}

Result<std::vector<Sculpted>> sculpt_flesh(const std::filesystem::path& root, const std::map<std::string, geometry::TriangleMesh>& bones_and_skin,
                                           const Progress& progress) {
  auto recipes = read_recipes(root);
  if (!recipes) return tl::unexpected(recipes.error());
  const auto room = load_json(room_file(root));
  if (!room) return Failure(room.error());
  std::vector<Sculpted> sculpted;
  Deeper kept;
  for (const Recipe& recipe : *recipes) {
    for (const std::string& id : ids_of(recipe)) {
      const auto found = bones_and_skin.find(id);
      if (recipe.tissue() == Tissue::flesh || found == bones_and_skin.end()) continue;
      kept.emplace(id, found->second);
    }
  }
  std::optional<Error> failed;
  const auto take = [&](const Recipe&, const Result<std::vector<Sculpted>>& made) {
    if (made) sculpted.insert(sculpted.end(), made->begin(), made->end());
    else if (!failed) failed = made.error();
  };
  const auto stopped = [&] { return failed ? Failure(*failed) : Failure(Error{Trouble::machine_cannot, {}, "sculpting was stopped", {}}); };
  const auto organs = std::find_if(recipes->begin(), recipes->end(), [](const Recipe& recipe) { return recipe.is_organ(); });
  const std::vector<Recipe> body(recipes->begin(), organs), within(organs, recipes->end());
  const Progress first = [&](std::string_view what, float done) { return !failed && progress(what, body_made * done); };
  const auto whole = Sculpting(first, take).body(body, std::move(kept), *room, room_file(root).string());
  if (!whole) return Failure(whole.error());
  if (!*whole || failed) return stopped();
  // What lies within takes the room that is left.
  Deeper deeper;
  for (const Sculpted& one : sculpted) deeper.emplace(one.id, one.mesh);
  const Progress last = [&](std::string_view what, float done) { return !failed && progress(what, body_made + (1.0F - body_made) * done); };
  if (!Sculpting(last, take).organs(within, std::move(deeper)) || failed) return stopped();
  progress("done", 1.0F);
  return sculpted;
}

Result<std::vector<Sculpted>> sculpt_only(const std::filesystem::path& root, std::string_view id,
                                          const std::map<std::string, geometry::TriangleMesh>& others) {
  const auto recipes = read_recipes(root);
  if (!recipes) return Failure(recipes.error());
  const Recipe* const recipe = recipe_of(id, *recipes);
  if (recipe == nullptr) {
    std::vector<std::string> known;
    for (const Recipe& one : *recipes) known.push_back(one.id);
    return bad_input(root.string(), fmt::format("there is no recipe for \"{:.60}\"", id),
                     did_you_mean(without_side(id), known, "name a structure that has one"));
  }
  const auto room = load_json(room_file(root));
  if (!room) return Failure(room.error());
  Deeper deeper = found_by(*recipe, *recipes, others);
  if (recipe->hangs()) {
    if (const auto added = add_deep_fascia(deeper, *room); !added) return Failure(added.error());
  }
  auto made = sculpt(*recipe, deeper);
  if (made && recipe->grows()) made = grow_among(*recipe, *recipes, std::move(deeper), *made, *room, room_file(root).string());
  // The skin alone yields to nothing: its depths are people's, and muscles laid for another skin would dent it.
  if (made && !recipe->is_organ() && recipe->tissue() != Tissue::skin) settle_among(*made, *recipes, others);
  return made;
}

std::vector<Error> problems_of_recipes(const std::filesystem::path& root, const std::vector<std::string>& structures,
                                       const Progress& progress) {
  std::vector<Error> problems;
  std::vector<Recipe> recipes = read_all_recipes(root, problems);
  std::set<std::string> missing(structures.begin(), structures.end());
  for (const Recipe& recipe : recipes) {
    for (const std::string& id : ids_of(recipe)) {
      if (missing.erase(id) > 0) continue;
      problems.push_back({Trouble::bad_input, recipe.file.string() + ": id", fmt::format("\"{}\" is no structure of the table", id),
                          did_you_mean(id, structures, "correct it, or add the structure to structures.json")});
      break;
    }
  }
  for (const std::string& id : missing) {
    problems.push_back({Trouble::bad_input, root.string(), fmt::format("no recipe makes the structure \"{}\"", id), "add one"});
  }
  const auto room = load_json(room_file(root));
  if (!room) {
    problems.push_back(room.error());
    return problems;
  }
  Deeper all;
  const auto take = [&](const Recipe&, const Result<std::vector<Sculpted>>& made) {
    if (!made) problems.push_back(made.error());
  };
  const auto organs = std::find_if(recipes.begin(), recipes.end(), [](const Recipe& recipe) { return recipe.is_organ(); });
  const auto checked = Sculpting(progress, take).check({recipes.begin(), organs}, {organs, recipes.end()}, all, *room);
  if (!checked) problems.push_back(checked.error());
  else if (*checked) {
    const std::vector<Error> growing = problems_of_growing(recipes, all, *room, room_file(root).string());
    problems.insert(problems.end(), growing.begin(), growing.end());
  }
  progress("done", 1.0F);
  return problems;
}

}  // namespace dorsum::sculpt
