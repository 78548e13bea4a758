#include "po.h"

#include <fmt/format.h>

#include <charconv>

namespace dorsum::words {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\f\v";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// A quoted string with its escapes undone; false where it is none.
bool unquoted(std::string_view quoted, std::string& text) {
  if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return false;
  quoted = quoted.substr(1, quoted.size() - 2);
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] == '"') return false;
    if (quoted[i] != '\\') {
      text += quoted[i];
      continue;
    }
    if (++i == quoted.size()) return false;
    switch (quoted[i]) {
      case 'n': text += '\n'; break;
      case 't': text += '\t'; break;
      case 'r': text += '\r'; break;
      case '"':
      case '\\': text += quoted[i]; break;
      default: return false;
    }
  }
  return true;
}

class PoReader {
 public:
  explicit PoReader(const std::string& name) : name_(name) {}

  Result<std::vector<PoEntry>> read(std::string_view text) {
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (const std::string_view problem = take(trimmed(text.substr(0, end)), number); !problem.empty())
        return bad_input(fmt::format("{}:{}", name_, number), std::string(problem), "msgfmt -c tells more");
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    finish();
    return std::move(entries_);
  }

 private:
  /// What is wrong with the line; empty: nothing.
  std::string_view take(std::string_view line, std::size_t number) {
    if (line.empty()) return {};
    if (line.front() == '#') {
      if (line.starts_with("#~")) return {};
      if (has_texts()) finish();
      if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) entry_.fuzzy = true;
      return {};
    }
    if (line.front() == '"') {
      if (into_ == nullptr) return "a text without its keyword";
      return unquoted(line, *into_) ? std::string_view() : "a text is not quoted as it should be";
    }
    return keyword(line, number);
  }

  std::string_view keyword(std::string_view line, std::size_t number) {
    const std::size_t end = std::min(line.find_first_of(" \t\""), line.size());
    const std::string_view word = line.substr(0, end);
    if (word == "msgctxt") {
      if (has_texts()) finish();
      into_ = &entry_.context;
    } else if (word == "msgid") {
      if (has_texts()) finish();
      entry_.line = number;
      into_ = &entry_.id;
    } else if (word == "msgid_plural") {
      into_ = &entry_.plural;
    } else if (word == "msgstr" || (word.starts_with("msgstr[") && word.ends_with(']'))) {
      if (entry_.line == 0) return "a msgstr without its msgid";
      std::size_t form = 0;
      if (word != "msgstr") {
        const std::string_view digits = word.substr(7, word.size() - 8);
        const auto [rest, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), form);
        if (problem != std::errc() || rest != digits.data() + digits.size()) return "a plural form has no number";
      }
      if (form != entry_.texts.size() || form >= most_plural_forms) return "plural forms are numbered 0, 1, 2 ...";
      entry_.texts.emplace_back();
      into_ = &entry_.texts.back();
    } else {
      return "no keyword of a .po file";
    }
    return unquoted(trimmed(line.substr(end)), *into_) ? std::string_view() : "a text is not quoted as it should be";
  }

  [[nodiscard]] bool has_texts() const { return !entry_.texts.empty(); }
  void finish() {
    if (has_texts()) entries_.push_back(std::move(entry_));
    entry_ = {};
    into_ = nullptr;
  }

  const std::string& name_;
  std::vector<PoEntry> entries_;
  PoEntry entry_;
  std::string* into_ = nullptr;  ///< what a line that begins with a quotation mark goes on with
};

}  // namespace

Result<std::vector<PoEntry>> read_po(std::string_view text, const std::string& name) {
  if (text.size() > most_po_bytes) return bad_input(name, fmt::format("{} bytes are more than any catalogue", text.size()), "check that this is the right file");
  return PoReader(name).read(text);
}

std::string head_field(const std::vector<PoEntry>& entries, std::string_view field) {
  for (const PoEntry& entry : entries) {
    if (!entry.id.empty() || !entry.context.empty()) continue;
    std::string_view rest = entry.texts.front();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      if (line.starts_with(field) && line.substr(field.size()).starts_with(':')) return std::string(trimmed(line.substr(field.size() + 1)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

}  // namespace dorsum::words
