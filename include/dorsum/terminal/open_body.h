#pragma once

#include <filesystem>
#include <memory>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"

namespace dorsum::terminal {

/// As opening::open_body, with a progress bar on a terminal.
[[nodiscard]] Result<std::shared_ptr<const body::Body>> open_body(const std::filesystem::path& pack);

}  // namespace dorsum::terminal
