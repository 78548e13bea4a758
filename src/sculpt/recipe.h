#pragma once
// The recipe files of a folder, and one of them made into a surface (form.h says what a recipe holds).

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"
#include "form.h"

namespace dorsum::sculpt {

struct Recipe {
  std::filesystem::path file;
  std::size_t folder = 0;  ///< bones, muscles, skin: the order of sculpting
  int order = 0;
  std::string id;  ///< without a side
  std::optional<float> mirror_x;  ///< mm: of a pair, where the mirror stands that makes the left one of the right
  std::string measured_on;
  Json document;

  [[nodiscard]] auto rank() const { return std::tie(folder, order, id); }
};

[[nodiscard]] Result<Recipe> read_recipe(const std::filesystem::path& file, const std::filesystem::path& root);

/// Every recipe below `root` that can be read, in the order of sculpting: deeper structures come first. The others, and
/// a second one for a structure, are noted.
[[nodiscard]] std::vector<Recipe> read_all_recipes(const std::filesystem::path& root, std::vector<Error>& problems);

/// As read_all_recipes; fails with the first problem.
[[nodiscard]] Result<std::vector<Recipe>> read_recipes(const std::filesystem::path& root);

/// The surface, with normals; of a pair the right one. Failures name the file and the field.
[[nodiscard]] Result<geometry::TriangleMesh> surface_of(const Recipe& recipe, const Deeper& deeper);

}  // namespace dorsum::sculpt
