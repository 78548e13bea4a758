#include "grow.h"

#include <algorithm>
#include <memory>

#include "divide.h"
#include "dorsum/core/side.h"
#include "flesh_room.h"

namespace dorsum::sculpt {
namespace {

std::string right_id(const Recipe& recipe) { return recipe.mirror_x ? with_side(recipe.id, Side::right) : recipe.id; }

/// The shape's own areas, level by level, `times` over.
ByLevel own_areas(const geometry::TriangleMesh& mesh, float times) {
  constexpr float fine = 1.0F;   // mm, in the plane
  constexpr float coarse = 4.0F;  // mm, between levels
  const geometry::Bounds bounds = geometry::bounds_of(mesh);
  const CellBox box{bounds.low, fine, glm::ivec3((bounds.high - bounds.low) / fine) + 1};
  const GridField field = distances(mesh, box, fine);
  std::vector<std::pair<float, float>> nodes;
  for (int k = 0; k + 3 < box.count.z; k += 4) {
    std::size_t inside = 0;
    for (int d = 0; d < 4; ++d) {
      for (int j = 0; j < box.count.y; ++j) {
        for (int i = 0; i < box.count.x; ++i) inside += field.at(i, j, k + d) < 0.0F ? 1U : 0U;
      }
    }
    nodes.emplace_back(box.place(0, 0, k).z + 0.5F * (coarse - fine), times * static_cast<float>(inside) / 4.0F);
  }
  return ByLevel(std::move(nodes));
}

/// What a recipe asks for, of which `seed` is the shape.
Mass mass_of(const Recipe& recipe, const geometry::TriangleMesh& seed, const Levels& levels, Error& error) {
  const JsonReader fills(recipe.fills, recipe.file.string() + ": fills", error);
  fills.only({"area_by_level", "times", "reach", "behind_ribs"});
  Mass mass{recipe.id, &seed, {}, static_cast<float>(fills.number_or("reach", 9.0)), fills.has("behind_ribs")};
  if (fills.has("times")) mass.area = own_areas(seed, static_cast<float>(fills.field("times").number_in(0.1, 20.0)));
  else mass.area = read_by_level(fills.field("area_by_level"), levels, 0.0, 10000.0);
  return mass;
}

/// The shape joined with what it fills; of the shape itself only what lies where flesh may and is no other's.
Growth growth_into(Share share, std::shared_ptr<const GridField> cover) {
  return [share = std::make_shared<const Share>(std::move(share)), cover = std::move(cover)](const Solid& shape) {
    constexpr float outside = 6.0F;  // mm
    constexpr float blend = 1.5F;    // mm
    constexpr float strand = 1.3F;   // mm: half as thick as what passes
    const CellBox& box = share->fills.box();
    const glm::vec3 high = box.place(box.count.x - 1, box.count.y - 1, box.count.z - 1);
    return Solid{[=](glm::vec3 p) {
                   const float distance = shape.distance(p);
                   const float within = distance + std::max(share->thick.sample(p, 0.0F) - strand, 0.0F);
                   const float apart = std::min(share->own.sample(p, -1.0F), within);
                   const float own = std::max({distance, cover->sample(p, -1.0F), apart});
                   return soft_union(share->fills.sample(p, outside), own, blend);
                 },
                 {glm::min(shape.bounds.low, box.low), glm::max(shape.bounds.high, high)}};
  };
}

}  // namespace

Result<std::map<std::string, Growth>> growths(const std::vector<Recipe>& recipes, const Deeper& made, const Json& room_figures,
                                              const std::string& room_file) {
  const Levels levels(made);
  Error error;
  const RoomFigures figures = read_room(JsonReader(room_figures, room_file + ": ", error), levels);
  std::vector<Mass> masses;
  Bounding bounding;
  for (const Recipe& recipe : recipes) {
    const auto shape = made.find(right_id(recipe));
    if (shape == made.end() || recipe.is_organ() || recipe.tissue() == Tissue::skin) continue;
    if (recipe.tissue() == Tissue::bone) bounding.bones.push_back(shape->first);
    else if (!recipe.grows()) (recipe.is_small_and_deep() ? bounding.slips : bounding.covers).push_back(shape->first);
    else masses.push_back(mass_of(recipe, shape->second, levels, error));
  }
  if (!error.reason.empty()) return Failure(error);
  std::map<std::string, Growth> growths;
  if (masses.empty()) return growths;
  Room room = room_of(made, bounding, figures, levels);
  std::vector<Share> shares = divide(room, masses);
  const auto cover = std::make_shared<const GridField>(std::move(room.cover));
  for (std::size_t m = 0; m < masses.size(); ++m) {
    growths.emplace(masses[m].id, growth_into(std::move(shares[m]), cover));
  }
  return growths;
}

std::vector<Error> problems_of_growing(const std::vector<Recipe>& recipes, const Deeper& made, const Json& room_figures, const std::string& room_file) {
  const Levels levels(made);
  std::vector<Error> problems(1);
  static_cast<void>(read_room(JsonReader(room_figures, room_file + ": ", problems.back()), levels));
  for (const Recipe& recipe : recipes) {
    const auto shape = made.find(right_id(recipe));
    if (shape == made.end() || !recipe.grows()) continue;
    static_cast<void>(mass_of(recipe, shape->second, levels, problems.emplace_back()));
  }
  std::erase_if(problems, [](const Error& problem) { return problem.reason.empty(); });
  return problems;
}

}  // namespace dorsum::sculpt
