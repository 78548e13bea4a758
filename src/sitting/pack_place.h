#pragma once
// Where the window keeps the packs that it makes: packs in the user's own folder of data (XDG Base Directory Specification).

#include <filesystem>

#include "dorsum/core/result.h"

namespace dorsum::sitting {

/// A place for a pack of what `from` holds, called like it, where nothing is yet: neither a pack nor its map. Fails where there
/// is no home.
[[nodiscard]] Result<std::filesystem::path> free_pack_place(const std::filesystem::path& from);

/// The map that a pack was made by, beside it.
[[nodiscard]] std::filesystem::path map_beside(const std::filesystem::path& pack);

/// Takes away a pack that was not wanted after all, its map, and the folders above where they are empty now.
void remove_pack(const std::filesystem::path& pack);

}  // namespace dorsum::sitting
