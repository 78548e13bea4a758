#pragma once
// Files from outside, read whole, with a limit.

#include <cstddef>
#include <filesystem>
#include <string>

#include "dorsum/core/result.h"

namespace dorsum::io {

/// No mesh file that we read comes near this; larger ones are refused before any memory is asked for.
inline constexpr std::size_t max_mesh_bytes = 1024U * 1024U * 1024U;

/// A file's bytes. Fails on what is missing, no file, unreadable, empty or larger than `limit`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit = max_mesh_bytes);

/// Fails unless `folder` is a folder that can be listed. `what` says in messages what it should hold.
[[nodiscard]] Result<void> check_folder(const std::filesystem::path& folder, const Saying& what);

}  // namespace dorsum::io
