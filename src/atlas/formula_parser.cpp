#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/number.h"
#include "dorsum/core/spelling.h"
#include "formula.h"

namespace dorsum::atlas {
namespace {

constexpr int max_nesting = 16;       // the content nests four deep
constexpr double max_offset = 500.0;  // mm; further than any point of the back lies from its landmark
constexpr double max_t = 3.0;         // a lerp may run past its ends, but not far

struct Direction {
  std::string_view name;
  glm::vec3 unit;
};
constexpr std::array<Direction, 6> directions{{{"up", {0, 0, 1}},
                                               {"down", {0, 0, -1}},
                                               {"front", {0, -1, 0}},
                                               {"back", {0, 1, 0}},
                                               {"lat", {1, 0, 0}},
                                               {"med", {-1, 0, 0}}}};

/// expression = name | lerp(expression, expression, number) | mid(expression, expression)
///            | off(expression, direction=number, ...)
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Formula> whole() {
    Formula formula = expression(0);
    skip_space();
    if (ok() && at_ < text_.size()) fail(to_say("the end of the formula"), to_say("take out what follows"));
    if (!ok()) return Failure(error_);
    return formula;
  }

 private:
  [[nodiscard]] bool ok() const { return error_.reason.empty(); }

  void fail_at(std::size_t place, Saying reason, Saying remedy) {
    if (!ok()) return;
    std::string shown(text_.substr(0, 120));
    if (text_.size() > 120) shown += "...";
    error_ = {Trouble::bad_input, to_fill("formula \"{formula}\", character {place}", fmt::arg("formula", shown), fmt::arg("place", place + 1)),
              std::move(reason), std::move(remedy)};
  }

  void fail(const Saying& wanted, Saying remedy) {
    if (at_ < text_.size()) {
      fail_at(at_, to_fill("expected {wanted}, found \"{found}\"", fmt::arg("wanted", wanted), fmt::arg("found", text_.substr(at_, 12))), std::move(remedy));
    } else {
      fail_at(at_, to_fill("expected {}, found the end", wanted), std::move(remedy));
    }
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  bool take(char wanted) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void require(char wanted) {
    if (ok() && !take(wanted))
      fail(fmt::format("\"{}\"", wanted), to_say("see the formula language in docs/content.md"));
  }

  std::string name() {
    skip_space();
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
    };
    const std::size_t start = at_;
    while (at_ < text_.size() && is_part(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  double number(double low, double high) {
    skip_space();
    const auto number = leading_number(text_.substr(at_));
    if (!number) {
      fail(to_say("a number"), to_say("write it like 12 or 0.5"));
      return 0.0;
    }
    const double value = number->value;
    if (value < low || value > high)
      fail(to_fill("a number from {least} to {most}", fmt::arg("least", low), fmt::arg("most", high)), to_say("check the number"));
    at_ += number->length;
    return value;
  }

  Formula expression(int nesting) {
    Formula formula;
    if (!ok()) return formula;
    if (nesting > max_nesting) {
      fail_at(at_, to_say("nested too deep"), to_fill("use at most {} levels", max_nesting));
      return formula;
    }
    skip_space();
    const std::size_t start = at_;
    const std::string word = name();
    if (word.empty()) {
      fail(to_say("a landmark, lerp, mid or off"), to_say("see the landmark list in docs/content.md"));
    } else if (!take('(')) {
      read_landmark(formula, word, start);
    } else if (word == "lerp" || word == "mid") {
      read_lerp(formula, word == "mid", nesting);
    } else if (word == "off") {
      read_off(formula, nesting);
    } else {
      fail_at(start, to_fill("unknown function \"{}\"", word), to_say("use lerp, mid or off"));
    }
    return formula;
  }

  void read_landmark(Formula& formula, const std::string& word, std::size_t start) {
    formula.landmark = word;
    if (is_landmark(word)) return;
    Saying remedy = is_landmark(word + ":R") ? to_fill("it is a pair: write \"{}:R\"", word)
                                             : did_you_mean(word, landmark_vocabulary(), to_say("see the landmark list in docs/content.md"));
    fail_at(start, to_fill("unknown landmark \"{}\"", word.substr(0, 60)), std::move(remedy));
  }

  void read_lerp(Formula& formula, bool middle, int nesting) {
    formula.form = Formula::Form::lerp;
    formula.operands.push_back(expression(nesting + 1));
    require(',');
    formula.operands.push_back(expression(nesting + 1));
    formula.t = 0.5F;
    if (!middle) {
      require(',');
      if (ok()) formula.t = static_cast<float>(number(-max_t, max_t));
    }
    require(')');
  }

  void read_off(Formula& formula, int nesting) {
    formula.form = Formula::Form::off;
    formula.operands.push_back(expression(nesting + 1));
    std::set<std::string_view> used;
    require(',');
    do {
      read_direction(formula, used);
    } while (ok() && take(','));
    require(')');
  }

  void read_direction(Formula& formula, std::set<std::string_view>& used) {
    if (!ok()) return;
    skip_space();
    const std::size_t start = at_;
    const std::string word = name();
    const auto* known =
        std::find_if(directions.begin(), directions.end(), [&](const Direction& d) { return d.name == word; });
    if (known == directions.end()) {
      fail_at(start, to_fill("unknown direction \"{}\"", word.substr(0, 60)),
              to_say("use up, down, front, back, lat or med"));
      return;
    }
    if (!used.insert(known->name).second) fail_at(start, to_fill("\"{}\" stands twice", word), to_say("keep one of them"));
    require('=');
    if (ok()) formula.offset += known->unit * static_cast<float>(number(-max_offset, max_offset));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Error error_;
};

}  // namespace

Result<Formula> parse_formula(std::string_view text) { return Parser(text).whole(); }

}  // namespace dorsum::atlas
