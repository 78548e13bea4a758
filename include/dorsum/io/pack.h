#pragma once
// Packs on disk: a folder with atlas.json and meshes.glb (design.md, Pack). Checked and read in one go,
// written whole or not at all.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/body/zone.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/binding.h"

namespace dorsum::io {

struct Pack {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;  ///< one a structure, same order; positions in mm, body frame, with normals
  std::string content_hash;                    ///< of both files' bytes: what derived data is cached under
};

/// Reads and checks a pack. Fails with file, field and reason; nothing of a bad pack is returned.
[[nodiscard]] Result<Pack> read_pack(const std::filesystem::path& folder, const Progress& progress);

/// Writes a pack: into a new folder beside `folder`, moved into place when complete. An existing pack there is
/// replaced; a folder that is something else is refused.
[[nodiscard]] Result<void> write_pack(const std::filesystem::path& folder, const atlas::Atlas& atlas,
                                      const std::vector<geometry::TriangleMesh>& meshes);

/// Whether a pack could be written there, before the work of making one: fails where something else lies in its place, and where
/// the folder above may not be written, with where it could be written instead.
[[nodiscard]] Result<void> check_pack_place(const std::filesystem::path& folder);

/// Every problem of a pack, for `dorsum validate`.
[[nodiscard]] std::vector<Error> problems_of_pack(const std::filesystem::path& folder);

/// What zones are cached under: a fingerprint of the pack, of every file of the content folder, and of the way in which zones
/// are found (zone_finder_version). The same on every machine, so that a pack may carry its zones along.
[[nodiscard]] std::string zone_cache_key(const Pack& pack, const std::filesystem::path& content_folder);

/// The zones found earlier for this pack and this content, if they are cached (beside the pack, or in the
/// user's cache folder where the pack can't be written). A damaged or foreign cache, or one that names a skin
/// vertex that is not below `skin_vertices`, counts as none.
[[nodiscard]] std::optional<body::Zones> read_cached_zones(const std::filesystem::path& folder, const std::string& hash,
                                                           std::size_t skin_vertices);
/// Keeps zones for the next opening, in place of those kept under another hash. Failing to is no error: they are found again.
void write_cached_zones(const std::filesystem::path& folder, const std::string& hash, const body::Zones& zones);

/// What a binding is cached under: a fingerprint of the pack, of the motions and of the way of binding.
[[nodiscard]] std::string binding_cache_key(const std::string& pack_hash, const std::filesystem::path& motions);
/// As the zones': the binding found earlier, if it is kept and whole; whether it fits the meshes asks motion::fits.
[[nodiscard]] std::optional<motion::Binding> read_cached_binding(const std::filesystem::path& folder, const std::string& hash);
void write_cached_binding(const std::filesystem::path& folder, const std::string& hash, const motion::Binding& binding);

}  // namespace dorsum::io
