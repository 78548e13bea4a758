#include "dorsum/state/command.h"

#include <fmt/format.h>

#include <algorithm>

#include "argument_form.h"
#include "dorsum/core/spelling.h"

namespace dorsum::state {
namespace {

constexpr std::size_t longest_command = 1000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (!is_space(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string place_of(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return fmt::format("command \"{}{}\"", text.substr(0, 80), text.size() > 80 ? "..." : "");
}

}  // namespace

Result<Command> parse_command(std::string_view text) {
  const std::string place = place_of(text);
  if (text.size() > longest_command)
    return bad_input(place, "the command is too long", "write one command at a time, or ; between them");
  std::vector<std::string> words = words_of(text);
  if (words.empty()) return bad_input(place, "there is no command", "see dorsum commands");
  const auto forms = command_forms();
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const CommandForm& f) { return f.verb == words.front(); });
  if (form == forms.end()) {
    std::vector<std::string> verbs;
    for (const CommandForm& each : forms) verbs.emplace_back(each.verb);
    return bad_input(place, fmt::format("unknown command \"{}\"", words.front().substr(0, 60)),
                     did_you_mean(words.front(), verbs, "see dorsum commands"));
  }
  words.erase(words.begin());
  Result<std::vector<std::string>> arguments = match_arguments(form->arguments, words);
  if (!arguments) {
    Error error = arguments.error();
    const std::string usage = fmt::format("{} {}", form->verb, form->arguments);
    return bad_input(place, error.reason, error.remedy.empty() ? "write " + usage : error.remedy);
  }
  return Command{std::string(form->verb), *std::move(arguments)};
}

Result<std::vector<Command>> parse_script(std::string_view text) {
  std::vector<Command> commands;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(";\n");
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (std::all_of(part.begin(), part.end(), is_space)) continue;
    Result<Command> command = parse_command(part);
    if (!command) return Failure(command.error());
    commands.push_back(*std::move(command));
  }
  return commands;
}

std::string to_text(const Command& command) {
  std::string text = command.verb;
  for (const std::string& argument : command.arguments) text += " " + argument;
  return text;
}

}  // namespace dorsum::state
