// dorsum: parse the command line, run one subcommand, turn its result into an exit status (design.md).

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "interrupts.h"
#include "subcommands.h"

namespace {

using dorsum::programs::Action;
using dorsum::programs::Subcommand;

int report(const dorsum::Error& error) {
  fmt::print(stderr, "dorsum: {}\n", error.message());
  return static_cast<int>(error.trouble);
}

int run(const Action& action, bool may_be_killed) {
  std::optional<dorsum::programs::InterruptsHeld> held;
  if (!may_be_killed) held.emplace();
  const auto done = action();
  return done ? 0 : report(done.error());
}

int run_command_line(int count, char** words) {
  CLI::App app("Dorsum: an interactive 3D atlas of the human back", "dorsum");
  app.set_version_flag("--version", DORSUM_VERSION);
  app.require_subcommand(0, 1);
  // The window is the default, so its options stand on the program itself too.
  const Action default_action = dorsum::programs::declare_view(app);
  std::vector<std::pair<const Subcommand*, Action>> actions;
  for (const Subcommand& subcommand : dorsum::programs::subcommands()) {
    actions.emplace_back(&subcommand, subcommand.declare(*app.add_subcommand(subcommand.name, subcommand.summary)));
  }
  app.footer("Exit status: 0 done, 1 the input is bad, 2 wrong usage, 3 this machine cannot (no OpenGL 4.1, no display).");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : static_cast<int>(dorsum::Trouble::wrong_usage);
  }
  for (const auto& [subcommand, action] : actions) {
    if (app.got_subcommand(subcommand->name)) return run(action, subcommand->may_be_killed);
  }
  return run(default_action, true);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run_command_line(count, words);
  } catch (const std::bad_alloc&) {
    return report({dorsum::Trouble::machine_cannot, {}, "there is not enough memory", "close other programs"});
  } catch (const std::exception& problem) {
    return report({dorsum::Trouble::machine_cannot, {}, fmt::format("something unexpected happened: {}", problem.what()), "please report it"});
  }
}
