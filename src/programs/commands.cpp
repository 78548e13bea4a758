#include <fmt/format.h>

#include <cstdio>

#include "dorsum/state/command.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_commands() {
  for (const state::CommandForm& form : state::command_forms()) {
    const std::string call = form.arguments.empty() ? std::string(form.verb) : fmt::format("{} {}", form.verb, form.arguments);
    fmt::print("{:<60} {}\n", call, form.meaning);
  }
  return {};
}

}  // namespace dorsum::programs
