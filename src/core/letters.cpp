#include "dorsum/core/letters.h"

#include <utf8.h>

#include <iterator>

namespace dorsum {
namespace {

/// In Latin Extended-A small letters follow their capitals, but for two runs whose capitals are odd.
bool capitals_are_odd(char32_t letter) { return (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E); }
bool has_no_twin(char32_t letter) {
  return letter == 0x130 || letter == 0x131 || letter == 0x138 || letter == 0x149 || letter == 0x178 || letter == 0x17F;
}
bool is_accented_twin(char32_t letter) { return letter >= 0x100 && letter <= 0x17E && !has_no_twin(letter); }

char32_t capital_of(char32_t letter) {
  if (letter >= U'a' && letter <= U'z') return letter - 0x20;
  if (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7) return letter - 0x20;
  if (letter == 0xFF) return 0x178;
  if (!is_accented_twin(letter)) return letter;
  return (letter % 2 == 1) == capitals_are_odd(letter) ? letter : letter - 1;
}

char32_t small_of(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter + 0x20;
  if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) return letter + 0x20;
  if (letter == 0x178) return 0xFF;
  if (!is_accented_twin(letter)) return letter;
  return (letter % 2 == 1) == capitals_are_odd(letter) ? letter + 1 : letter;
}

template <class Change>
std::string changed(std::string_view text, const Change& change) {
  std::string result;
  while (!text.empty()) utf8::append(change(take_letter(text)), std::back_inserter(result));
  return result;
}

}  // namespace

char32_t take_letter(std::string_view& text) {
  const char* at = text.data();
  try {
    const auto letter = static_cast<char32_t>(utf8::next(at, text.data() + text.size()));
    text.remove_prefix(static_cast<std::size_t>(at - text.data()));
    return letter;
  } catch (const utf8::exception&) {
    text.remove_prefix(1);
    return 0xFFFD;
  }
}

bool is_utf8(std::string_view text) { return utf8::is_valid(text.begin(), text.end()); }

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) static_cast<void>(take_letter(text));
  return count;
}

std::string_view first_letters(std::string_view text, std::size_t count) {
  std::string_view rest = text;
  for (; count > 0 && !rest.empty(); --count) static_cast<void>(take_letter(rest));
  return text.substr(0, text.size() - rest.size());
}

std::string in_capitals(std::string_view text) { return changed(text, capital_of); }
std::string in_small_letters(std::string_view text) { return changed(text, small_of); }

}  // namespace dorsum
