#include "text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dorsum::imports {
namespace {

/// What Windows-1252 has from 0x80 to 0x9F; elsewhere it is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                     0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool valid(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (length <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string to_utf8(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
  if (valid(text)) return std::string(text);
  std::string made;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const utf8proc_int32_t point = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
    std::array<utf8proc_uint8_t, 4> buffer{};
    const auto length = utf8proc_encode_char(point, buffer.data());
    made.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
  }
  return made;
}

void add_ids(std::vector<std::string>& ids, std::string_view text) {
  constexpr std::size_t most_digits = 10, most_ids = 64;
  std::string large(text.substr(0, 4096));
  std::transform(large.begin(), large.end(), large.begin(), upper);
  for (const std::string_view word : {"FMA", "UBERON"}) {
    for (std::size_t at = large.find(word); at != std::string::npos; at = large.find(word, at + 1)) {
      const bool within = at > 0 && ((large[at - 1] >= 'A' && large[at - 1] <= 'Z') || is_digit(large[at - 1]));
      std::size_t digits = at + word.size();
      while (digits < large.size() && (large[digits] == ' ' || large[digits] == ':' || large[digits] == '_' || large[digits] == '-' || large[digits] == '#')) ++digits;
      std::size_t end = digits;
      while (end < large.size() && is_digit(large[end])) ++end;
      if (within || end == digits || end - digits > most_digits || ids.size() >= most_ids) continue;
      std::string id = large.substr(digits, end - digits);
      // UBERON's numbers have seven digits, of which a number loses the zeros.
      if (word == "UBERON" && id.size() < 7) id.insert(0, 7 - id.size(), '0');
      id = std::string(word) + (word == "UBERON" ? ":" : "") + id;
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
    }
  }
}

}  // namespace dorsum::imports
