#pragma once
// Binding a pack as soon as it is made, so that nobody waits when it is first moved.

#include <filesystem>

#include "dorsum/core/result.h"

namespace dorsum::workshop {

/// Reads the pack again, binds it and keeps the binding beside it; some seconds' work. A pack that can't be moved is left as it
/// is. Fails where the pack or the motions can't be read.
[[nodiscard]] Result<void> keep_binding(const std::filesystem::path& pack, const std::filesystem::path& motions);

}  // namespace dorsum::workshop
