#include "dorsum/core/number.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace dorsum {
namespace {

#if defined(__cpp_lib_to_chars)

LeadingNumber read(std::string_view text) {
  LeadingNumber number;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (trouble == std::errc{}) number.length = static_cast<std::size_t>(end - text.data());
  return number;
}

#else  // libc++ has no from_chars of floating point yet

/// Only what from_chars would take: strtod also knows hexadecimal numbers.
LeadingNumber read(std::string_view text) {
  const std::string copy(text.substr(0, text.find_first_not_of("+-.0123456789eE")));
  char* end = nullptr;
  LeadingNumber number{.value = std::strtod(copy.c_str(), &end)};
  if (std::isfinite(number.value)) number.length = static_cast<std::size_t>(end - copy.c_str());
  return number;
}

#endif

}  // namespace

std::optional<LeadingNumber> leading_number(std::string_view text) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  const bool begins = first < text.size() && ((text[first] >= '0' && text[first] <= '9') || text[first] == '.');
  if (!begins) return std::nullopt;
  const LeadingNumber number = read(text);
  return number.length > 0 && std::isfinite(number.value) ? std::optional(number) : std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
  const auto number = leading_number(text);
  return number && number->length == text.size() ? std::optional(number->value) : std::nullopt;
}

}  // namespace dorsum
