#pragma once
// Which plural form a number takes: the C expression of a .po file's head, "nplurals=2; plural=(n != 1);".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dorsum::words {

class PluralRule {
 public:
  /// English: one, and all else.
  PluralRule() : PluralRule(2, "n != 1") {}

  /// None where the text is no such rule, or gives a form out of range for a number up to a thousand.
  [[nodiscard]] static std::optional<PluralRule> parse(std::string_view text);

  [[nodiscard]] std::size_t forms() const { return forms_; }
  [[nodiscard]] std::size_t form_of(std::size_t number) const;

 private:
  PluralRule(std::size_t forms, std::string expression) : forms_(forms), expression_(std::move(expression)) {}
  std::size_t forms_;
  std::string expression_;
};

}  // namespace dorsum::words
