#include "subcommands.h"

#include <fmt/format.h>

#include <cstdio>

#include "dorsum/app/command.h"

namespace dorsum::programs {

Action declare_commands(CLI::App& app) {
  static_cast<void>(app);  // it takes no options
  return []() -> Result<void> {
    for (const app::CommandForm& form : app::command_forms()) {
      const std::string call = form.arguments.empty() ? std::string(form.verb) : fmt::format("{} {}", form.verb, form.arguments);
      fmt::print("{:<60} {}\n", call, form.meaning);
    }
    return {};
  };
}

}  // namespace dorsum::programs
