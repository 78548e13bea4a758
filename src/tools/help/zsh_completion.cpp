#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "writers.h"

namespace dorsum::help {
namespace {

/// Text inside the brackets and quotes of an _arguments specification.
std::string in_zsh_quotes(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\'') out += "'\\''";
    else if (letter == '[' || letter == ']' || letter == ':') out += fmt::format("\\{}", letter);
    else out += letter;
  }
  return out;
}

std::string value_of(const OptionEntry& option) {
  if (option.value.empty()) return {};
  const std::string action = !option.choices.empty() ? fmt::format("({})", fmt::join(option.choices, " ")) : option.takes_path() ? "_files" : " ";
  return fmt::format(":{}:{}", in_zsh_quotes(option.value), action);
}

std::string specification(const OptionEntry& option) {
  if (option.positional) return fmt::format("'*:{}:{}'", in_zsh_quotes(option.description), option.takes_path() ? "_files" : " ");
  std::vector<std::string> names;
  for (const std::string& name : option.short_names) names.push_back('-' + name);
  for (const std::string& name : option.long_names) names.push_back("--" + name);
  const std::string what = fmt::format("[{}]{}", in_zsh_quotes(option.description), value_of(option));
  if (names.size() == 1) return fmt::format("'{}{}'", names.front(), what);
  return fmt::format("'({})'{{{}}}'{}'", fmt::join(names, " "), fmt::join(names, ","), what);
}

std::string function_name(std::string_view command) {
  std::string name = command.empty() ? "_dorsum" : fmt::format("_dorsum_{}", command);
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::string function_of(const CommandEntry& command, std::span<const CommandEntry> commands) {
  std::string text = fmt::format("{}() {{\n", function_name(command.name));
  std::string arguments;
  for (const OptionEntry& option : command.options) arguments += " \\\n    " + specification(option);
  if (command.children.empty()) return text + "  _arguments -s" + arguments + "\n}\n\n";
  text += "  local line state\n  _arguments -C -s" + arguments + " \\\n    '1: :->command' '*:: :->arguments'\n";
  text += "  case $state in\n    command)\n      local -a commands=(";
  std::string branches;
  for (const std::string& child : command.children) {
    const std::string path = command.name.empty() ? child : command.name + ' ' + child;
    const auto entry = std::find_if(commands.begin(), commands.end(), [&path](const CommandEntry& each) { return each.name == path; });
    text += fmt::format("\n        '{}:{}'", child, in_zsh_quotes(entry->summary));
    branches += fmt::format("\n        {}) {} ;;", child, function_name(path));
  }
  return text + ")\n      _describe command commands ;;\n    arguments)\n      case $line[1] in" + branches + "\n      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion(std::span<const CommandEntry> commands) {
  std::string text = "#compdef dorsum\n\n";
  for (const CommandEntry& command : commands) text += function_of(command, commands);
  return text + "_dorsum \"$@\"\n";
}

}  // namespace dorsum::help
