#pragma once
// Every problem of what people make: packs, content, recipes (`dorsum validate`).

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"

namespace dorsum::workshop {

/// A pack is known by either of its files, recipes by their folders; what is neither is content.
[[nodiscard]] std::vector<Error> problems_of(const std::filesystem::path& path, const Progress& progress);

/// What good content says that the built-in body has no place for: a mark far from its muscle, a zone beside the skin.
[[nodiscard]] std::vector<Saying> misplaced_on_body(const std::filesystem::path& content);

}  // namespace dorsum::workshop
