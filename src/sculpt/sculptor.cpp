#include "dorsum/sculpt/sculptor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/side.h"
#include "dorsum/geometry/mesh_repair.h"
#include "form.h"

namespace dorsum::sculpt {
namespace {

namespace fs = std::filesystem;

// Deeper structures first, so that muscles can rest on bones and the skin on muscles.
constexpr std::array<std::string_view, 3> folders{"bones", "muscles", "skin"};

struct Recipe {
  fs::path file;
  std::size_t folder = 0;
  int order = 0;
  std::string id;
  Json document;

  [[nodiscard]] auto rank() const { return std::tie(folder, order, id); }
};

Result<Recipe> read_recipe(const fs::path& file, const fs::path& root) {
  Recipe recipe;
  recipe.file = file;
  const std::string folder = fs::relative(file, root).begin()->string();
  recipe.folder = static_cast<std::size_t>(std::find(folders.begin(), folders.end(), folder) - folders.begin());
  if (recipe.folder == folders.size()) {
    return bad_input(file.string(), "a recipe outside the folders bones, muscles and skin", "move it into one of them");
  }
  auto document = load_json(file);
  if (!document) return tl::unexpected(document.error());
  recipe.document = std::move(*document);
  Error error;
  const JsonReader reader(recipe.document, file.string() + ": ", error);
  reader.only({"id", "mirror_x", "form", "order", "measured_on", "note", "figures"});
  recipe.id = reader.field("id").text();
  if (reader.has("order")) recipe.order = reader.field("order").integer_in(-1000, 1000);
  if (reader.ok() && side_of(recipe.id) != Side::midline) {
    reader.field("id").fail("a recipe's id has no side", "drop .R or .L; \"mirror_x\" makes the pair");
  }
  if (!reader.ok()) return Failure(error);
  return recipe;
}

Result<std::vector<Recipe>> read_recipes(const fs::path& root) {
  std::vector<fs::path> files;
  std::error_code trouble;
  for (auto entry = fs::recursive_directory_iterator(root, trouble); !trouble && entry != fs::recursive_directory_iterator();
       entry.increment(trouble)) {
    if (entry->is_regular_file() && entry->path().extension() == ".json") files.push_back(entry->path());
  }
  if (trouble) return bad_input(root.string(), trouble.message(), "give the folder of the recipes");
  if (files.empty()) return bad_input(root.string(), "no recipes here", "give the folder of the recipes");
  std::vector<Recipe> recipes;
  for (const fs::path& file : files) {
    auto recipe = read_recipe(file, root);
    if (!recipe) return tl::unexpected(recipe.error());
    recipes.push_back(std::move(*recipe));
  }
  std::sort(recipes.begin(), recipes.end(), [](const Recipe& a, const Recipe& b) { return a.rank() < b.rank(); });
  for (std::size_t i = 0; i < recipes.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (recipes[i].id == recipes[k].id) {
        return bad_input(recipes[i].file.string() + ": id", fmt::format("\"{}\" is in {} too", recipes[i].id, recipes[k].file.string()),
                         "keep one of them");
      }
    }
  }
  return recipes;
}

Result<geometry::TriangleMesh> surface_of(const Recipe& recipe, const JsonReader& reader, const Error& error, const Deeper& deeper) {
  const std::string name = reader.field("form").text();
  const Form form = form_named(name);
  if (reader.ok() && form == nullptr) {
    reader.field("form").fail(fmt::format("no form is called \"{}\"", name), "use one of: " + form_names());
  }
  if (!reader.ok()) return Failure(error);
  auto mesh = form(reader.field("figures"), deeper);
  if (!reader.ok()) return Failure(error);
  if (!mesh) {
    if (mesh.error().where.empty()) mesh.error().where = recipe.file.string();
    return mesh;
  }
  if (mesh->normals.size() != mesh->positions.size()) geometry::compute_normals(*mesh, 180.0F);
  return mesh;
}

}  // namespace

Result<std::vector<Sculpted>> sculpt_atlas(const fs::path& root, const Progress& progress) {
  const auto recipes = read_recipes(root);
  if (!recipes) return tl::unexpected(recipes.error());
  std::vector<Sculpted> sculpted;
  Deeper deeper;
  for (std::size_t i = 0; i < recipes->size(); ++i) {
    const Recipe& recipe = (*recipes)[i];
    if (!progress(recipe.id, static_cast<float>(i) / static_cast<float>(recipes->size()))) {
      return machine_cannot("sculpting was stopped");
    }
    Error error;
    const JsonReader reader(recipe.document, recipe.file.string() + ": ", error);
    const std::string measured_on = reader.field("measured_on").text();
    auto mesh = surface_of(recipe, reader, error, deeper);
    if (!mesh) return tl::unexpected(mesh.error());
    if (reader.has("mirror_x")) {
      const auto mirror_x = static_cast<float>(reader.field("mirror_x").number());
      if (!reader.ok()) return Failure(error);
      auto left = geometry::mirrored(*mesh, mirror_x);
      deeper.emplace(with_side(recipe.id, Side::left), left);
      sculpted.push_back({with_side(recipe.id, Side::left), std::move(left), measured_on});
      deeper.emplace(with_side(recipe.id, Side::right), *mesh);
      sculpted.push_back({with_side(recipe.id, Side::right), std::move(*mesh), measured_on});
    } else {
      deeper.emplace(recipe.id, *mesh);
      sculpted.push_back({recipe.id, std::move(*mesh), measured_on});
    }
  }
  progress("done", 1.0F);
  return sculpted;
}

}  // namespace dorsum::sculpt
