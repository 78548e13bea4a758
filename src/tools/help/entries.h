#pragma once
// The command line as plain data, read from the parser itself, so that what is written from it stays true.

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace dorsum::help {

struct OptionEntry {
  std::vector<std::string> short_names;  ///< without the dash: "o"
  std::vector<std::string> long_names;   ///< without the dashes: "output"
  std::string value;                     ///< what follows it, as "FILE.png"; empty for a flag
  std::vector<std::string> choices;      ///< the values there are, when they are few
  std::string description;
  bool positional = false;
  bool required = false;

  [[nodiscard]] bool takes_path() const;  ///< its value is a file or a folder
};

struct CommandEntry {
  std::string name;     ///< "import bodyparts3d"; empty for the program itself
  std::string summary;
  std::vector<OptionEntry> options;
  std::vector<std::string> children;  ///< last words of the subcommands below it
};

/// The program first, then every subcommand, each after the one that holds it.
[[nodiscard]] std::vector<CommandEntry> entries(const CLI::App& app);

/// "-o, --output FILE.png", or "[ID...]" for a positional.
[[nodiscard]] std::string usage(const OptionEntry& option);

}  // namespace dorsum::help
