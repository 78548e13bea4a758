#include "tokens.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/letters.h"
#include "dorsum/state/command.h"

namespace dorsum::state {
namespace {

constexpr char quote = '"', escape = '\\';

/// From behind the opening quote to behind the closing one, or to the end.
std::size_t end_of_quotes(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != quote) at += text[at] == escape ? 2 : 1;
  return std::min(at + 1, text.size());
}

/// What stands between the quotes; `at` goes from the opening quote to behind the closing one.
Result<std::string> read_quoted(std::string_view text, std::size_t& at) {
  std::string said;
  for (++at; at < text.size(); ++at) {
    char c = text[at];
    if (c == quote) {
      ++at;
      return said;
    }
    if (c == escape) {
      c = ++at < text.size() ? text[at] : quote;
      if (c != quote && c != escape) return bad_input({}, to_fill("\\{} means nothing in quotes", c), to_say("write \\\\ for a backslash and \\\" for a quote"));
      if (at >= text.size()) break;
    }
    said += c;
  }
  return bad_input({}, to_say("the quotes don't close"), to_say("end the text with \""));
}

}  // namespace

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t end_of_command(std::string_view script) {
  bool begins = true;  // only where a word could begin does a quote open a text
  for (std::size_t at = 0; at < script.size();) {
    const char c = script[at];
    if (c == ';' || c == '\n') return at;
    at = c == quote && begins ? end_of_quotes(script, at + 1) : at + 1;
    begins = is_space(c);
  }
  return script.size();
}

Result<std::vector<Token>> tokens_of(std::string_view command) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < command.size();) {
    if (is_space(command[at])) {
      ++at;
    } else if (command[at] == quote) {
      Result<std::string> said = read_quoted(command, at);
      if (!said) return Failure(said.error());
      if (at < command.size() && !is_space(command[at])) return bad_input({}, to_say("no space after the closing quote"), to_say("write \\\" for a quote within the text"));
      if (Result<void> fits = check_text(*said); !fits) return Failure(fits.error());
      tokens.push_back({*std::move(said), true});
    } else {
      const auto end = std::find_if(command.begin() + static_cast<std::ptrdiff_t>(at), command.end(), is_space);
      const auto next = static_cast<std::size_t>(end - command.begin());
      tokens.push_back({std::string(command.substr(at, next - at)), false});
      at = next;
    }
  }
  return tokens;
}

std::string in_quotes(std::string_view text) {
  std::string written(1, quote);
  for (const char c : text) {
    if (c == quote || c == escape) written += escape;
    written += c;
  }
  return written + quote;
}

Result<void> check_text(std::string_view text) {
  if (text.size() > longest_text)
    return bad_input({}, to_fill("the text is {} bytes long", text.size()), to_fill("use at most {}", longest_text));
  if (!is_utf8(text)) return bad_input({}, to_say("the text is not UTF-8"), to_say("save it as UTF-8"));
  const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F; };
  if (std::any_of(text.begin(), text.end(), is_control)) return bad_input({}, to_say("the text has a control character in it"), to_say("use letters, signs, spaces and line ends"));
  return {};
}

}  // namespace dorsum::state
