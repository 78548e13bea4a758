#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "writers.h"

namespace dorsum::help {
namespace {

std::string in_fish_quotes(std::string_view text) {
  std::string out = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') out += '\\';
    out += letter;
  }
  return out + '\'';
}

/// True on the command line when exactly this command has been typed.
std::string condition(const CommandEntry& command) {
  if (command.name.empty()) return "__fish_use_subcommand";
  std::string test;
  for (std::size_t start = 0; start <= command.name.size();) {
    const std::size_t end = std::min(command.name.find(' ', start), command.name.size());
    test += fmt::format("{}__fish_seen_subcommand_from {}", test.empty() ? "" : "; and ", command.name.substr(start, end - start));
    start = end + 1;
  }
  if (!command.children.empty()) test += fmt::format("; and not __fish_seen_subcommand_from {}", fmt::join(command.children, " "));
  return test;
}

std::string line_of(const OptionEntry& option, const std::string& when) {
  std::string text = fmt::format("complete -c dorsum -n {}", in_fish_quotes(when));
  for (const std::string& name : option.short_names) text += " -s " + name;
  for (const std::string& name : option.long_names) text += " -l " + name;
  if (!option.value.empty()) text += option.takes_path() ? " -r -F" : " -x";
  if (!option.choices.empty()) text += fmt::format(" -a {}", in_fish_quotes(fmt::format("{}", fmt::join(option.choices, " "))));
  return text + " -d " + in_fish_quotes(option.description) + '\n';
}

}  // namespace

std::string fish_completion(std::span<const CommandEntry> commands) {
  std::string text = "# fish completion for dorsum\ncomplete -c dorsum -f\n";
  for (const CommandEntry& command : commands) {
    const std::string when = condition(command);
    for (const OptionEntry& option : command.options) {
      if (!option.positional) text += line_of(option, when);
      else if (option.takes_path()) text += fmt::format("complete -c dorsum -n {} -F\n", in_fish_quotes(when));
    }
    for (const std::string& child : command.children) {
      const std::string path = command.name.empty() ? child : command.name + ' ' + child;
      const auto entry = std::find_if(commands.begin(), commands.end(), [&path](const CommandEntry& each) { return each.name == path; });
      text += fmt::format("complete -c dorsum -n {} -a {} -d {}\n", in_fish_quotes(when), child, in_fish_quotes(entry->summary));
    }
  }
  return text;
}

}  // namespace dorsum::help
