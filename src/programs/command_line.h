#pragma once
// The command line as one object, made from the table of subcommands: it parses and runs, and the manual page
// and the shells' completions are written from it (help/).

#include <CLI/App.hpp>
#include <utility>
#include <vector>

#include "subcommands.h"

namespace dorsum::programs {

class CommandLine {
 public:
  CommandLine();
  CommandLine(const CommandLine&) = delete;  // the options point into it
  CommandLine& operator=(const CommandLine&) = delete;

  [[nodiscard]] CLI::App& app() { return app_; }

  /// Parses, runs what was asked for and returns the exit status (design.md); messages go to stderr.
  [[nodiscard]] int run(int count, const char* const* words);

 private:
  CLI::App app_;
  Action window_;  ///< the default: its options stand on the program itself too
  std::vector<std::pair<const Subcommand*, Action>> actions_;
};

/// Prints the message and gives the exit status that belongs to it.
int report(const Error& error);

}  // namespace dorsum::programs
