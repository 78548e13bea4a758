#pragma once
// The command line as one object, made from the table of subcommands: it parses and runs, and the manual page
// and the shells' completions are written from it (help/).

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/words/catalogue.h"

namespace CLI {
class App;  // its header takes the compiler long
}

namespace dorsum::programs {

/// What to do once the command line is parsed.
using Action = std::function<Result<void>(const words::Catalogue& words)>;

struct Subcommand {
  const char* name;
  const char* summary;
  /// Adds the subcommand's options to `app`; the action runs with the values that were parsed.
  Action (*declare)(CLI::App& app);
  bool may_be_killed;  ///< nothing is written: Ctrl-C ends it at once (interrupts.h)
};

class CommandLine {
 public:
  CommandLine();
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;  // the options point into it
  CommandLine& operator=(const CommandLine&) = delete;

  [[nodiscard]] CLI::App& app() { return *app_; }

  /// Parses, runs what was asked for and returns the exit status (design.md); messages go to stderr.
  [[nodiscard]] int run(int count, const char* const* words);

 private:
  std::unique_ptr<CLI::App> app_;
  std::string language_;  ///< as opening/language.h reads it
  Action window_;  ///< the default: its options stand on the program itself too
  std::vector<std::pair<const Subcommand*, Action>> actions_;
};

/// Prints the message (in English until it is known which language to speak) and gives the exit status that belongs to it.
int report(const Error& error, const words::Catalogue& words = {});

}  // namespace dorsum::programs
