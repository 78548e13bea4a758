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
#include "settle.h"

namespace dorsum::sculpt {

struct Recipe {
  std::filesystem::path file;
  std::size_t folder = 0;  ///< bones, muscles, skin, organs: the order of sculpting
  int order = 0;
  std::string id;  ///< without a side, but for an organ unlike its twin (`lung.R`)
  std::optional<float> mirror_x;  ///< mm: of a pair, where the mirror stands that makes the left one of the right
  std::string measured_on;
  bool fits = false;  ///< whether it can be carried to another body
  Json document;
  Json fills;  ///< what it grows into (grow.h); null where it keeps its shape

  [[nodiscard]] Tissue tissue() const;
  /// Flesh beneath all that grows, the slips from bone to bone: it gives way to what has grown.
  [[nodiscard]] bool is_small_and_deep() const { return order < 0 && tissue() == Tissue::flesh && !grows(); }
  [[nodiscard]] bool hangs() const { return document.contains("figures") && document["figures"].contains("under"); }
  [[nodiscard]] bool grows() const { return !fills.is_null(); }
  [[nodiscard]] bool is_organ() const { return folder == 3; }
  [[nodiscard]] auto rank() const { return std::tie(folder, order, id); }
};

[[nodiscard]] Result<Recipe> read_recipe(const std::filesystem::path& file, const std::filesystem::path& root);

/// Where the figures of the room that flesh has are (flesh_room.h).
[[nodiscard]] std::filesystem::path room_file(const std::filesystem::path& root);

/// Every recipe below `root` that can be read, in the order of sculpting: deeper structures come first. The others, and
/// a second one for a structure, are noted.
[[nodiscard]] std::vector<Recipe> read_all_recipes(const std::filesystem::path& root, std::vector<Error>& problems);

/// As read_all_recipes; fails with the first problem.
[[nodiscard]] Result<std::vector<Recipe>> read_recipes(const std::filesystem::path& root);

/// The surface, with normals, grown by `growth` if there is one; of a pair the right one. Failures name the file and the field.
[[nodiscard]] Result<geometry::TriangleMesh> surface_of(const Recipe& recipe, const Deeper& deeper, const Growth& growth = {});

}  // namespace dorsum::sculpt
