#include "plural_rule.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dorsum::words {
namespace {

/// The value of a C expression over n, read as it is reckoned: rules are short and asked for seldom.
class Expression {
 public:
  Expression(std::string_view text, unsigned long n) : rest_(text), n_(n) {}

  /// None where it is no expression of gettext's, or divides by nothing.
  std::optional<unsigned long> value() {
    const unsigned long result = choice();
    skip_blanks();
    if (!good_ || !rest_.empty()) return std::nullopt;
    return result;
  }

 private:
  static constexpr int deepest = 64;  ///< parentheses in parentheses

  unsigned long choice() {
    const unsigned long condition = binary(0);
    if (!took("?")) return condition;
    const unsigned long yes = nested();
    good_ = took(":") && good_;
    const unsigned long no = nested();
    return condition != 0 ? yes : no;
  }

  unsigned long nested() {
    if (!good_ || ++depth_ > deepest) return fail();
    const unsigned long value = choice();
    --depth_;
    return value;
  }

  unsigned long binary(std::size_t level) {
    static constexpr std::array<std::array<std::string_view, 4>, 6> operators{{{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};
    if (level == operators.size()) return unary();
    unsigned long value = binary(level + 1);
    for (bool going = true; going && good_;) {
      going = false;
      for (const std::string_view sign : operators[level]) {
        if (sign.empty() || !took(sign)) continue;
        value = reckoned(value, sign, binary(level + 1));
        going = true;
        break;
      }
    }
    return value;
  }

  unsigned long reckoned(unsigned long a, std::string_view sign, unsigned long b) {
    if (sign == "||") return a != 0 || b != 0 ? 1 : 0;
    if (sign == "&&") return a != 0 && b != 0 ? 1 : 0;
    if (sign == "==") return a == b ? 1 : 0;
    if (sign == "!=") return a != b ? 1 : 0;
    if (sign == "<=") return a <= b ? 1 : 0;
    if (sign == ">=") return a >= b ? 1 : 0;
    if (sign == "<") return a < b ? 1 : 0;
    if (sign == ">") return a > b ? 1 : 0;
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a * b;
    if (b == 0) return fail();
    return sign == "/" ? a / b : a % b;
  }

  unsigned long unary() {
    skip_blanks();
    if (rest_.starts_with('!') && !rest_.starts_with("!=")) {
      rest_.remove_prefix(1);
      if (++depth_ > deepest) return fail();
      const unsigned long value = unary();
      --depth_;
      return value == 0 ? 1 : 0;
    }
    if (took("(")) {
      const unsigned long value = nested();
      good_ = took(")") && good_;
      return value;
    }
    if (took("n")) return n_;
    unsigned long number = 0;
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (problem != std::errc()) return fail();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  bool took(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size())); }
  unsigned long fail() {
    good_ = false;
    return 0;
  }

  std::string_view rest_;
  unsigned long n_;
  int depth_ = 0;
  bool good_ = true;
};

/// What stands behind `name=`, up to the semicolon.
std::optional<std::string> part_of(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(std::string(name) + "=");
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view from = text.substr(at + name.size() + 1);
  return std::string(from.substr(0, from.find(';')));
}

}  // namespace

std::optional<PluralRule> PluralRule::parse(std::string_view text) {
  const auto forms = part_of(text, "nplurals"), expression = part_of(text, " plural");
  if (!forms || !expression) return std::nullopt;
  const auto count = Expression(*forms, 0).value();
  if (!count || *count == 0 || *count > 8) return std::nullopt;
  for (unsigned long n = 0; n <= 1000; ++n) {
    const auto form = Expression(*expression, n).value();
    if (!form || *form >= *count) return std::nullopt;
  }
  return PluralRule(*count, *expression);
}

std::size_t PluralRule::form_of(std::size_t number) const {
  return std::min<std::size_t>(Expression(expression_, number).value().value_or(0), forms_ - 1);
}

}  // namespace dorsum::words
