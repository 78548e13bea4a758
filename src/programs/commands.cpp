#include <fmt/format.h>

#include <cstdio>

#include "dorsum/state/command_table.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_commands() {
  for (const state::Row& row : state::command_table()) {
    const std::string usage = usage_of(row), call = usage.empty() ? std::string(row.verb) : fmt::format("{} {}", row.verb, usage);
    fmt::print("{:<60} {}\n", call, row.meaning);
  }
  return {};
}

}  // namespace dorsum::programs
