#pragma once
// Where the program's own files are: beside the program in a build folder, in ../share/dorsum once installed.

#include <filesystem>

#include "dorsum/core/result.h"

namespace dorsum::programs {

struct Places {
  std::filesystem::path atlas;            ///< the built-in pack
  std::filesystem::path content;          ///< muscle facts, trigger points, regions
  std::filesystem::path structure_table;  ///< structures.json
  std::filesystem::path regions;          ///< regions.json: where the surface regions lie
};

/// Fails when this is neither a build folder nor an installation.
[[nodiscard]] Result<Places> find_places();

}  // namespace dorsum::programs
