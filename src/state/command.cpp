#include "dorsum/state/command.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/spelling.h"
#include "forms.h"
#include "tokens.h"

namespace dorsum::state {
namespace {

constexpr std::size_t longest_command = 2 * longest_text + 1000;  ///< bytes: a text of escapes alone has room

Saying place_of(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return to_fill("command \"{}\"", fmt::format("{}{}", text.substr(0, 80), text.size() > 80 ? "..." : ""));
}

Error at(Saying place, Error error) {
  error.where = std::move(place);
  return error;
}

Result<const Row*> find_row(std::string_view verb) {
  if (const Row* row = row_of(verb)) return row;
  std::vector<std::string> verbs;
  for (const Row& each : command_table()) verbs.emplace_back(each.verb);
  return bad_input({}, to_fill("unknown command \"{}\"", verb.substr(0, 60)), did_you_mean(verb, verbs, to_say("see dorsum commands")));
}

Error with_usage(Error error, const Row& row) {
  if (error.remedy.empty()) error.remedy = to_fill("write {}", fmt::format("{} {}", row.verb, usage_of(row)));
  return error;
}

}  // namespace

Result<Command> parse_command(std::string_view text) {
  if (text.size() > longest_command) return bad_input(place_of(text), to_say("the command is too long"), to_say("write one command at a time, or ; between them"));
  Result<std::vector<Token>> tokens = tokens_of(text);
  if (!tokens) return Failure(at(place_of(text), tokens.error()));
  if (tokens->empty()) return bad_input(place_of(text), to_say("there is no command"), to_say("see dorsum commands"));
  const Result<const Row*> row = find_row(tokens->front().text);
  if (!row) return Failure(at(place_of(text), row.error()));
  tokens->erase(tokens->begin());
  Result<Match> match = read_arguments(**row, *tokens);
  if (!match) return Failure(at(place_of(text), with_usage(match.error(), **row)));
  return Command{std::string((*row)->verb), std::move(match->arguments)};
}

Result<std::vector<Command>> parse_script(std::string_view text) {
  std::vector<Command> commands;
  while (!text.empty()) {
    const std::size_t end = end_of_command(text);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (std::all_of(part.begin(), part.end(), is_space)) continue;
    Result<Command> command = parse_command(part);
    if (!command) return Failure(command.error());
    commands.push_back(*std::move(command));
  }
  return commands;
}

std::string to_text(const Argument& argument) {
  if (const auto* word = std::get_if<std::string>(&argument)) return *word;
  if (const auto* number = std::get_if<float>(&argument)) return fmt::format("{}", *number == 0.0F ? 0.0F : *number);
  if (const auto* share = std::get_if<Percent>(&argument)) return to_text(share->value) + '%';
  if (const auto* place = std::get_if<glm::vec3>(&argument)) return fmt::format("{} {} {}", to_text(place->x), to_text(place->y), to_text(place->z));
  if (const auto* on = std::get_if<OnSurface>(&argument)) return fmt::format("{}@{},{},{}", on->structure, on->triangle, to_text(on->u), to_text(on->v));
  return in_quotes(std::get<Text>(argument).words);
}

std::string to_text(const Command& command) {
  std::string text = command.verb;
  for (const Argument& argument : command.arguments) text.append(" ").append(to_text(argument));
  return text;
}

std::string to_text(const std::vector<Command>& script) {
  std::string text;
  for (const Command& command : script) text += (text.empty() ? "" : "; ") + to_text(command);
  return text;
}

Result<State> apply(const State& state, const Command& command, const body::Body& body) {
  const auto refuse = [&](const Error& error) { return Failure(at(place_of(to_text(command)), error)); };
  const Result<const Row*> row = find_row(command.verb);
  if (!row) return refuse(row.error());
  const Result<const Form*> form = form_of(**row, command.arguments);
  if (!form) return refuse(with_usage(form.error(), **row));
  State changed = state;
  if (const Result<void> done = (*form)->effect(changed, command.arguments, body); !done) return refuse(done.error());
  return changed;
}

}  // namespace dorsum::state
