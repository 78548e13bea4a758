#pragma once
// Meshes for other programs.

#include <cstddef>
#include <filesystem>
#include <span>

#include "dorsum/body/stance.h"
#include "dorsum/core/result.h"

namespace dorsum::io {

enum class ExportFormat { obj, glb, stl };

/// The meshes as the body stands. OBJ: `<id>.obj` each, mm, body frame. GLB (metres, +Y up, +Z to the front) and STL (mm, body frame): one
/// file, atlas.glb or atlas.stl. In the GLB each structure has the material of its tissue (atlas/tissue_colour.h) and
/// none of a pack's masks. `structures` are indices into the body's atlas.
[[nodiscard]] Result<void> export_meshes(const body::Stance& stance, std::span<const std::size_t> structures, ExportFormat format,
                                         const std::filesystem::path& folder);

}  // namespace dorsum::io
