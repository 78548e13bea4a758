#include "dorsum/sculpt/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dorsum/core/side.h"
#include "dorsum/core/to_say.h"
#include "dorsum/geometry/space_warp.h"
#include "give_way.h"
#include "moved_figures.h"
#include "recipe.h"
#include "settle.h"

namespace dorsum::sculpt {
namespace {

// Landmarks are found a few mm apart on bodies that are otherwise alike: the warp need not follow each of them.
constexpr float slack = 60.0F;

/// A body seen so that the side to sculpt is its right, which recipes are written for.
class Host {
 public:
  Host(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, Side side) : side_(side) {
    midline_ = midline_of(atlas.landmarks);
    for (std::size_t i = 0; i < meshes.size(); ++i) {
      const std::string& id = atlas.structures[i].id;
      const std::string here = side == Side::left ? mirrored_id(id) : id;
      deeper_.emplace(here, turned(meshes[i]));
      if (atlas.structures[i].kind == atlas::Kind::skin) skin_ = here;
    }
    for (const auto& [id, landmark] : atlas.landmarks) {
      glm::vec3 position = landmark.position;
      if (side == Side::left) position.x = 2.0F * midline_ - position.x;
      landmarks_[side == Side::left ? mirrored_id(id) : id] = {position, landmark.how};
    }
  }

  [[nodiscard]] Result<geometry::SpaceWarp> warp_from(const atlas::Landmarks& written_for) const {
    std::vector<glm::vec3> sources, targets;
    for (const auto& [id, landmark] : written_for) {
      const auto own = landmarks_.find(id);
      if (own == landmarks_.end() || !landmark.how.starts_with("measured") || !own->second.how.starts_with("measured")) continue;
      sources.push_back(landmark.position);
      targets.push_back(own->second.position);
    }
    return geometry::SpaceWarp::through(sources, targets, slack);
  }

  /// A mesh of the body as seen here, or one made here as the body has it.
  [[nodiscard]] geometry::TriangleMesh turned(const geometry::TriangleMesh& mesh) const {
    return side_ == Side::left ? geometry::mirrored(mesh, midline_) : mesh;
  }
  [[nodiscard]] const Deeper& deeper() const { return deeper_; }
  /// All that a muscle must not lie in, what was sculpted here before among it.
  [[nodiscard]] std::vector<const geometry::TriangleMesh*> flesh_and_bone() const {
    std::vector<const geometry::TriangleMesh*> all;
    for (const auto& [id, mesh] : deeper_) {
      if (id != skin_) all.push_back(&mesh);
    }
    return all;
  }
  [[nodiscard]] const geometry::TriangleMesh* skin() const {
    const auto found = deeper_.find(skin_);
    return found == deeper_.end() ? nullptr : &found->second;
  }
  void add(const std::string& id, const geometry::TriangleMesh& mesh) { deeper_.emplace(id, mesh); }

 private:
  static float midline_of(const atlas::Landmarks& landmarks) {
    float sum = 0.0F, count = 0.0F;
    for (const auto& [id, landmark] : landmarks) {
      if (!id.starts_with("spinous-process:")) continue;
      sum += landmark.position.x;
      count += 1.0F;
    }
    return count > 0.0F ? sum / count : 0.0F;
  }

  Side side_;
  float midline_ = 0.0F;
  Deeper deeper_;
  std::string skin_;  // its id
  atlas::Landmarks landmarks_;
};

/// The figures carried over. What hangs under the deep fascia where the recipe was written lies on what is deeper here: an
/// imported skin may float, and how deep the flesh begins under it nobody knows.
Json fitted_figures(const Json& figures, const geometry::SpaceWarp& warp) {
  Json fitted = moved_figures(figures, warp);
  fitted.erase("under");
  return fitted;
}

}  // namespace

Result<Fitted> sculpt_lacking(const std::filesystem::path& root, const std::vector<std::string>& wanted,
                              const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                              const atlas::Landmarks& written_for, const Progress& progress) {
  const auto recipes = read_recipes(root);
  if (!recipes) return Failure(recipes.error());
  const auto is_wanted = [&](const std::string& id) { return std::find(wanted.begin(), wanted.end(), id) != wanted.end(); };
  Fitted fitted;
  for (const Side side : {Side::right, Side::left}) {
    Host host(atlas, meshes, side);
    const auto warp = host.warp_from(written_for);
    if (!warp) return bad_input("fitting the recipes", warp.error().reason, "the set needs more of the bones that landmarks are measured on");
    for (std::size_t i = 0; i < recipes->size(); ++i) {
      Recipe recipe = (*recipes)[i];
      const std::string id = recipe.mirror_x ? with_side(recipe.id, side) : recipe.id;
      if (!recipe.fits || !is_wanted(id) || (!recipe.mirror_x && side == Side::left)) continue;
      const float done = (static_cast<float>(i) / static_cast<float>(recipes->size()) + (side == Side::left ? 1.0F : 0.0F)) / 2.0F;
      if (!progress(to_say("Sculpting what is lacking"), done)) return machine_cannot("sculpting was stopped");
      if (recipe.document.contains("figures")) recipe.document["figures"] = fitted_figures(recipe.document["figures"], *warp);
      auto mesh = surface_of(recipe, host.deeper());
      if (!mesh) {
        fitted.notes.push_back(fmt::format("{} is not sculpted: {}", id, mesh.error().message()));
        continue;
      }
      give_way(*mesh, host.flesh_and_bone(), host.skin(), skin_cover);
      host.add(recipe.mirror_x ? with_side(recipe.id, Side::right) : recipe.id, *mesh);
      fitted.sculpted.push_back({id, host.turned(*mesh), recipe.measured_on});
    }
  }
  return fitted;
}

}  // namespace dorsum::sculpt
