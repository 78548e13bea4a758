#include "recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dorsum/core/side.h"
#include "dorsum/geometry/mesh_repair.h"
#include "even_triangles.h"
#include "untangle.h"

namespace dorsum::sculpt {
namespace {

namespace fs = std::filesystem;

// Deeper structures first, so that muscles can rest on bones and the skin on muscles; what lies within comes last, into
// the room that the others have left.
constexpr std::array<std::string_view, 4> folders{"bones", "muscles", "skin", "organs"};
constexpr std::array tissues{Tissue::bone, Tissue::flesh, Tissue::skin, Tissue::flesh};  // of the folders

}  // namespace

Tissue Recipe::tissue() const { return tissues[folder]; }

Result<Recipe> read_recipe(const fs::path& file, const fs::path& root) {
  Recipe recipe;
  recipe.file = file;
  const std::string folder = fs::relative(file, root).begin()->string();
  recipe.folder = static_cast<std::size_t>(std::find(folders.begin(), folders.end(), folder) - folders.begin());
  if (recipe.folder == folders.size()) {
    return bad_input(file.string(), "a recipe outside the folders bones, muscles, skin and organs", "move it into one of them");
  }
  auto document = load_json(file);
  if (!document) return tl::unexpected(document.error());
  recipe.document = std::move(*document);
  Error error;
  const JsonReader reader(recipe.document, file.string() + ": ", error);
  reader.only({"id", "mirror_x", "form", "fits", "order", "measured_on", "note", "fills", "figures"});
  if (reader.has("fills")) recipe.fills = recipe.document["fills"];
  recipe.id = reader.field("id").text();
  recipe.measured_on = reader.field("measured_on").text();
  if (reader.has("mirror_x")) recipe.mirror_x = static_cast<float>(reader.field("mirror_x").number_in(-100.0, 100.0));
  recipe.fits = reader.has("fits") ? reader.field("fits").boolean() : form_fits(reader.field("form").text());
  if (reader.has("order")) recipe.order = reader.field("order").integer_in(-1000, 1000);
  if (reader.ok() && side_of(recipe.id) != Side::midline && (recipe.mirror_x || !recipe.is_organ())) {
    reader.field("id").fail("only an organ that differs from its twin has a recipe of its own side",
                            "drop .R or .L; \"mirror_x\" makes the pair");
  }
  if (!reader.ok()) return Failure(error);
  return recipe;
}

fs::path room_file(const fs::path& root) { return root / "room.json"; }

std::vector<Recipe> read_all_recipes(const fs::path& root, std::vector<Error>& problems) {
  const auto note = [&](std::string where, std::string reason, std::string remedy) {
    problems.push_back({Trouble::bad_input, std::move(where), std::move(reason), std::move(remedy)});
  };
  std::vector<fs::path> files;
  std::error_code trouble;
  for (auto entry = fs::recursive_directory_iterator(root, trouble); !trouble && entry != fs::recursive_directory_iterator();
       entry.increment(trouble)) {
    if (entry->is_regular_file() && entry->path().extension() == ".json" && entry->path() != room_file(root)) files.push_back(entry->path());
  }
  if (trouble) note(root.string(), trouble.message(), "give the folder of the recipes");
  else if (files.empty()) note(root.string(), "no recipes here", "give the folder of the recipes");
  std::sort(files.begin(), files.end());
  std::vector<Recipe> recipes;
  for (const fs::path& file : files) {
    auto recipe = read_recipe(file, root);
    if (!recipe) {
      problems.push_back(recipe.error());
      continue;
    }
    const auto twin = std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& other) { return other.id == recipe->id; });
    if (twin == recipes.end()) recipes.push_back(std::move(*recipe));
    else note(file.string() + ": id", fmt::format("\"{}\" is in {} too", recipe->id, twin->file.string()), "keep one of them");
  }
  std::sort(recipes.begin(), recipes.end(), [](const Recipe& a, const Recipe& b) { return a.rank() < b.rank(); });
  return recipes;
}

Result<std::vector<Recipe>> read_recipes(const fs::path& root) {
  std::vector<Error> problems;
  std::vector<Recipe> recipes = read_all_recipes(root, problems);
  if (!problems.empty()) return Failure(problems.front());
  return recipes;
}

Result<geometry::TriangleMesh> surface_of(const Recipe& recipe, const Deeper& deeper, const Growth& growth) {
  Error error;
  const JsonReader reader(recipe.document, recipe.file.string() + ": ", error);
  const std::string name = reader.field("form").text();
  const Form form = form_named(name);
  if (reader.ok() && form == nullptr) {
    reader.field("form").fail(fmt::format("no form is called \"{}\"", name), "use one of: " + form_names());
  }
  const GrownForm grown_form = grown_form_named(name);
  if (reader.ok() && recipe.grows() && grown_form == nullptr) {
    reader.field("fills").fail(fmt::format("the form {} can't grow", name), "drop it, or use the form sheet or cord");
  }
  if (!reader.ok()) return Failure(error);
  auto mesh = growth ? grown_form(reader.field("figures"), deeper, growth) : form(reader.field("figures"), deeper);
  if (!reader.ok()) return Failure(error);
  if (!mesh) {
    if (mesh.error().where.empty()) mesh.error().where = recipe.file.string();
    return mesh;
  }
  // A grid stretched over a muscle leaves long thin triangles, which neither shade nor give way smoothly.
  if (constexpr float thin = 15.0F; part_of_slivers(*mesh, thin) > 0.02) {
    const geometry::TriangleMesh shape = *mesh;
    even_triangles(*mesh, shape, shape.triangles.size());
  }
  untangle(*mesh);
  if (mesh->normals.size() != mesh->positions.size()) geometry::compute_normals(*mesh, 180.0F);
  return mesh;
}

}  // namespace dorsum::sculpt
