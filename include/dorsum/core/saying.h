#pragma once
// What is to be said where no language is known: a text of the catalogue and what fills its gaps. Errors and warnings are
// made of these; who speaks to people puts them in words (words/catalogue.h).

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "dorsum/core/to_say.h"

namespace dorsum {

class Saying {
 public:
  struct Gap;

  Saying() = default;
  /// A text without gaps: one marked by to_say, or data (a file's name, a driver's own words), which the catalogue leaves as it is.
  Saying(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor): a text is a saying
  Saying(const char* text) : text_(text) {}             // NOLINT(google-explicit-constructor)
  Saying(std::string text, std::vector<Gap> gaps);

  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// As it stands in the code, its gaps unfilled: what the catalogue knows it by.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }

  /// `text`, which is this one's or its translation, with the gaps filled; `say` words what is said within.
  [[nodiscard]] std::string filled(std::string_view text, const std::function<std::string(const Saying&)>& say) const;
  /// In the language of the code: for tests, for who makes files, for logs.
  [[nodiscard]] std::string english() const;

  friend bool operator==(const Saying& saying, std::string_view english) { return saying.english() == english; }

 private:
  std::string text_;
  std::vector<Gap> gaps_;
};

/// What fills a gap, by its name, or in the order of the text where it has none.
struct Saying::Gap {
  std::string name;
  std::variant<std::string, std::int64_t, std::uint64_t, float, double, Saying> value;
};

}  // namespace dorsum

/// A saying within a text that is English itself.
template <>
struct fmt::formatter<dorsum::Saying> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const dorsum::Saying& saying, Context& context) const {
    return fmt::formatter<std::string_view>::format(saying.english(), context);
  }
};

namespace dorsum {

namespace saying {

template <class Value>
Saying::Gap gap_of(const Value& value) {
  if constexpr (requires { value.name; value.value; }) {  // of fmt::arg
    Saying::Gap gap = gap_of(value.value);
    gap.name = value.name;
    return gap;
  } else if constexpr (std::same_as<Value, char>) {
    return {{}, std::string(1, value)};
  } else if constexpr (std::signed_integral<Value>) {
    return {{}, std::int64_t{value}};
  } else if constexpr (std::unsigned_integral<Value>) {
    return {{}, std::uint64_t{value}};
  } else if constexpr (std::convertible_to<Value, std::string_view>) {
    return {{}, std::string(std::string_view(value))};
  } else {
    return {{}, value};
  }
}

}  // namespace saying

/// A text of the catalogue with gaps as fmt writes them, and what fills them: texts, numbers, other sayings. More than one gap:
/// named, so that they can change places. xgettext finds texts by this name (assets/words/gather.cmake).
template <class... Values>
[[nodiscard]] Saying to_fill(fmt::format_string<Values...> english, const Values&... values) {
  const fmt::string_view text = english;
  return {std::string(text.data(), text.size()), {saying::gap_of(values)...}};
}

}  // namespace dorsum
