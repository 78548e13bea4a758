#include <fmt/format.h>
#include <fmt/ranges.h>

#include "dorsum/state/command_table.h"
#include "writers.h"

namespace dorsum::help {
namespace {

/// "-o|--output": a pattern of every spelling of an option.
std::string spellings(const OptionEntry& option, std::string_view between) {
  std::vector<std::string> all;
  for (const std::string& name : option.short_names) all.push_back('-' + name);
  for (const std::string& name : option.long_names) all.push_back("--" + name);
  return fmt::format("{}", fmt::join(all, between));
}

std::string words_after(const CommandEntry& command) {
  std::vector<std::string> words = command.children;
  for (const OptionEntry& option : command.options) {
    if (!option.positional) words.push_back(spellings(option, " "));
  }
  return fmt::format("{}", fmt::join(words, " "));
}

/// What may follow an option that takes a value.
std::string values(const OptionEntry& option) {
  if (!option.choices.empty()) return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(option.choices, " "));
  if (option.value == "COMMANDS") {
    std::vector<std::string_view> verbs;
    for (const state::Row& row : state::command_table()) verbs.push_back(row.verb);
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(verbs, " "));
  }
  return option.takes_path() ? "compopt -o default; COMPREPLY=()" : "COMPREPLY=()";
}

}  // namespace

std::string bash_completion(std::span<const CommandEntry> commands) {
  std::string text = R"(# bash completion for dorsum
_dorsum() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' each
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $each" in
)";
  for (const CommandEntry& command : commands) {
    if (command.name.empty()) continue;
    const std::size_t last = command.name.rfind(' ');
    const std::string above = last == std::string::npos ? "" : command.name.substr(0, last);
    const std::string word = last == std::string::npos ? command.name : command.name.substr(last + 1);
    text += fmt::format("      '{} {}') command='{}' ;;\n", above, word, command.name);
  }
  text += "    esac\n  done\n  case \"$command\" in\n";
  for (const CommandEntry& command : commands) {
    text += fmt::format("    '{}')\n      case \"$before\" in\n", command.name);
    bool paths = false;
    for (const OptionEntry& option : command.options) {
      if (option.positional) paths = paths || option.takes_path();
      else if (!option.value.empty()) text += fmt::format("        {}) {}; return ;;\n", spellings(option, "|"), values(option));
    }
    text += fmt::format("      esac\n      COMPREPLY=($(compgen -W '{}' -- \"$word\"))\n", words_after(command));
    if (paths) text += "      [[ $word == -* ]] || compopt -o default\n";
    text += "      ;;\n";
  }
  return text + "  esac\n}\ncomplete -F _dorsum dorsum\n";
}

}  // namespace dorsum::help
