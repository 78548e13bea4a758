#include "licence.h"

#include <regex>

namespace dorsum::imports {
namespace {

/// Without tags, and with single blanks for whatever stands between words.
std::string shown(std::string_view text) {
  std::string plain;
  bool tag = false;
  for (const char c : text) {
    if (c == '<') tag = true;
    const bool blank = tag || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '#' || c == ',';
    if (!blank) plain += c;
    if (blank && !plain.empty() && plain.back() != ' ') plain += ' ';
    if (c == '>') tag = false;
  }
  return plain;
}

}  // namespace

std::string licence_stated_in(std::string_view text) {
  static const std::regex named(R"((?:creative commons|\bcc)[ -]*(?:attribution|by)([ -]*(?:share[ -]*alike|sa))?[ -]*(?:licen[cs]e )?([1-4]\.[0-9])(?:[ -]*(japan|jp)\b)?)",
                                std::regex::ECMAScript | std::regex::icase);
  const std::string plain = shown(text);
  std::smatch found;
  if (!std::regex_search(plain, found, named)) return {};
  return std::string("CC-BY-") + (found[1].matched ? "SA-" : "") + found[2].str() + (found[3].matched ? "-JP" : "");
}

}  // namespace dorsum::imports
