#pragma once
// From a pack's folder to a Body, the one way that every subcommand goes.

#include <filesystem>
#include <memory>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/opening/places.h"

namespace dorsum::opening {

/// Reads the pack (`pack` empty: the built-in one) and the content, takes the zones from the cache or finds
/// and keeps them, and builds the body. May be called from any thread.
[[nodiscard]] Result<std::shared_ptr<const body::Body>> open_body(const std::filesystem::path& pack, const Progress& progress);

/// The same where the program's own files are at these places.
[[nodiscard]] Result<std::shared_ptr<const body::Body>> open_body(const Places& places, const std::filesystem::path& pack, const Progress& progress);

/// The files and folders that open_body reads, as far as they can be told.
[[nodiscard]] std::vector<std::filesystem::path> files_of_body(const std::filesystem::path& pack);

}  // namespace dorsum::opening
