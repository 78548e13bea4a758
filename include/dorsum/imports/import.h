#pragma once
// Other people's meshes to a pack's parts.

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::imports {

struct Imported {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;
  std::vector<std::string> notes;  ///< what was missing or damaged, one line each with the file's name
  std::size_t files_read = 0;      ///< files that went into a structure
  std::size_t files_seen = 0;      ///< files looked at
};

/// A folder of the BodyParts3D archive's own OBJ files. A file belongs to the structure of `table` whose FMA
/// concept its header names; names and file numbers differ between releases and are not relied on.
/// Missing and damaged files are noted and the import goes on; fails when no file fits.
[[nodiscard]] Result<Imported> import_bodyparts3d(const std::filesystem::path& folder, const std::vector<atlas::Structure>& table,
                                                  const Progress& progress);

/// Any file Assimp reads; `map` is a JSON object {"node name": "structure id"}.
[[nodiscard]] Result<Imported> import_model(const std::filesystem::path& file, const std::filesystem::path& map,
                                            const std::vector<atlas::Structure>& table, const Progress& progress);

}  // namespace dorsum::imports
