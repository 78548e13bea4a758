#include "command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

#include "interrupts.h"

namespace dorsum::programs {
namespace {

int run_action(const Action& action, bool may_be_killed) {
  std::optional<InterruptsHeld> held;
  if (!may_be_killed) held.emplace();
  const auto done = action();
  return done ? 0 : report(done.error());
}

}  // namespace

int report(const Error& error) {
  fmt::print(stderr, "dorsum: {}\n", error.message());
  return static_cast<int>(error.trouble);
}

CommandLine::CommandLine() : app_("Dorsum: an interactive 3D atlas of the human back", "dorsum") {
  app_.set_version_flag("--version", DORSUM_VERSION, "print the version and end");
  app_.require_subcommand(0, 1);
  window_ = declare_view(app_);
  for (const Subcommand& subcommand : subcommands()) {
    actions_.emplace_back(&subcommand, subcommand.declare(*app_.add_subcommand(subcommand.name, subcommand.summary)));
  }
  app_.footer("Exit status: 0 done, 1 the input is bad, 2 wrong usage, 3 this machine cannot (no OpenGL 4.1, no display).");
}

int CommandLine::run(int count, const char* const* words) {
  try {
    app_.parse(count, words);
  } catch (const CLI::ParseError& problem) {
    return app_.exit(problem) == 0 ? 0 : static_cast<int>(Trouble::wrong_usage);
  }
  for (const auto& [subcommand, action] : actions_) {
    if (app_.got_subcommand(subcommand->name)) return run_action(action, subcommand->may_be_killed);
  }
  return run_action(window_, true);
}

}  // namespace dorsum::programs
