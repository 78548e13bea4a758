#pragma once
// One sitting before the window, from its opening to its closing.

#include <filesystem>
#include <string>

#include "dorsum/core/result.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::sitting {

struct Order {
  std::filesystem::path atlas;   ///< a pack, or another file to open (opening/handed.h); empty: the pack that was open last
  std::string script;            ///< commands to begin with
  std::string language;          ///< as it was named; empty: the remembered one, or English
  bool fresh = false;            ///< nothing is remembered, before or after
  std::filesystem::path report;  ///< JSON, kept true to what the window shows (desk/report.h); empty: none
};

/// Opens the window and returns when it is closed. What can't be opened is told in it and on standard error, and the built-in
/// pack is opened instead. `words`: of the language that was named.
[[nodiscard]] Result<void> sit(const Order& order, const words::Catalogue& words);

}  // namespace dorsum::sitting
