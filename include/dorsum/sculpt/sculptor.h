#pragma once
// The built-in atlas is not a mesh in the repository: it is a set of recipes of named figures
// (assets/sculpt/), turned into meshes when the program is built. Deterministic: the same recipes give the same
// bytes on every x86-64 processor.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

struct Sculpted {
  std::string id;  ///< a structure id, with its side
  geometry::TriangleMesh mesh;
  std::string measured_on;  ///< where the recipe's figures come from
};

/// Sculpts every recipe below `recipes` (one JSON file a structure or, where a left twin is its mirror
/// image, a pair), bones first, then muscles from the deepest outward, then the skin.
/// Fails with the file and the field on a recipe that can't be read or gives no surface.
[[nodiscard]] Result<std::vector<Sculpted>> sculpt_atlas(const std::filesystem::path& recipes, const Progress& progress);

/// As sculpt_atlas, but bones, cartilages and skin that are given, by structure id, are kept as they are.
[[nodiscard]] Result<std::vector<Sculpted>> sculpt_flesh(const std::filesystem::path& recipes,
                                                         const std::map<std::string, geometry::TriangleMesh>& bones_and_skin,
                                                         const Progress& progress);

/// Sculpts one recipe alone: `id` is the structure's, with or without its side; a pair comes as two. `others` are the
/// structures as sculpted before, by id, which it may rest on and gives way to; they stay as they are.
[[nodiscard]] Result<std::vector<Sculpted>> sculpt_only(const std::filesystem::path& recipes, std::string_view id,
                                                        const std::map<std::string, geometry::TriangleMesh>& others);

/// Every problem of the recipes below `recipes`, each with file and field, found by shaping them all once, without settling or
/// growing, which takes longest and fails on no figure; those that rest on one with a problem are tried without it. Structures of `structures` (ids with side) without a recipe, and
/// recipes of none of them, are problems too.
[[nodiscard]] std::vector<Error> problems_of_recipes(const std::filesystem::path& recipes,
                                                     const std::vector<std::string>& structures, const Progress& progress);

}  // namespace dorsum::sculpt
