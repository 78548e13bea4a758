#pragma once
// The one table of subcommands: it makes the command line, its help and the dispatch.

#include <CLI/App.hpp>
#include <functional>
#include <span>

#include "dorsum/core/result.h"

namespace dorsum::programs {

/// What to do once the command line is parsed.
using Action = std::function<Result<void>()>;

struct Subcommand {
  const char* name;
  const char* summary;
  /// Adds the subcommand's options to `app`; the action runs with the values that were parsed.
  Action (*declare)(CLI::App& app);
  bool may_be_killed;  ///< nothing is written: Ctrl-C ends it at once (interrupts.h)
};

[[nodiscard]] std::span<const Subcommand> subcommands();

// One a group, each in the file of that name.
[[nodiscard]] Action declare_view(CLI::App& app);
[[nodiscard]] Action declare_snapshot(CLI::App& app);
[[nodiscard]] Action declare_bench(CLI::App& app);
[[nodiscard]] Action declare_info(CLI::App& app);
[[nodiscard]] Action declare_import(CLI::App& app);
[[nodiscard]] Action declare_export(CLI::App& app);
[[nodiscard]] Action declare_explain(CLI::App& app);
[[nodiscard]] Action declare_validate(CLI::App& app);
[[nodiscard]] Action declare_commands(CLI::App& app);

}  // namespace dorsum::programs
