#pragma once
// One sitting before the window, from its opening to its closing.

#include <filesystem>
#include <string>

#include "dorsum/core/result.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::sitting {

struct Order {
  std::filesystem::path atlas;   ///< a pack; empty for the built-in one
  std::string script;            ///< commands to begin with
  std::filesystem::path report;  ///< JSON, kept true to what the window shows (desk/report.h); empty: none
};

/// Opens the window and returns when it is closed.
[[nodiscard]] Result<void> sit(const Order& order, const words::Catalogue& words);

}  // namespace dorsum::sitting
