// Which form of a row is meant, and whether each argument is one of its slot.

#include "forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/body/spine_levels.h"
#include "dorsum/core/number.h"
#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"

namespace dorsum::state {
namespace {

constexpr std::size_t longest_name = 80;
// Wide enough for every body, narrow enough that no later arithmetic can overflow.
constexpr Number coordinates[] = {{"X", -5000.0F, 5000.0F}, {"Y", -5000.0F, 5000.0F}, {"Z", -5000.0F, 5000.0F}};

constexpr Number degrees{"DEGREES", 0.0F, 360.0F}, percent{"N%", 0.0F, 100.0F};

Failure mismatch(Saying reason, Saying remedy = {}) { return bad_input({}, std::move(reason), std::move(remedy)); }

std::string shortened(std::string_view given) { return std::string(given.substr(0, longest_name)); }

Failure no_number(const Number& slot, std::string_view given) {
  return mismatch(to_fill("{what} is a number, found \"{found}\"", fmt::arg("what", slot.name), fmt::arg("found", shortened(given))), to_fill("use a number from {least} to {most}", fmt::arg("least", slot.low), fmt::arg("most", slot.high)));
}

Result<float> within(const Number& slot, double value, std::string_view given) {
  if (!std::isfinite(value)) return no_number(slot, given);
  if (value < static_cast<double>(slot.low) || value > static_cast<double>(slot.high))
    return mismatch(to_fill("{what} is {found}, out of range", fmt::arg("what", slot.name), fmt::arg("found", shortened(given))), to_fill("use a number from {least} to {most}", fmt::arg("least", slot.low), fmt::arg("most", slot.high)));
  return value == 0.0 ? 0.0F : static_cast<float>(value);  // no negative zero
}

Result<float> as_number(const Number& slot, const Token& token) {
  std::string_view digits = token.text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  const std::optional<double> value = number_in(digits);
  if (!value || token.quoted) return no_number(slot, token.text);
  return within(slot, *value, token.text);
}

Result<void> check_word(const Words& slot, std::string_view given) {
  if (std::find(slot.choices.begin(), slot.choices.end(), given) != slot.choices.end()) return {};
  const std::string choices = fmt::format("{}", fmt::join(slot.choices, "|"));
  return mismatch(to_fill("expected {wanted}, found \"{found}\"", fmt::arg("wanted", choices), fmt::arg("found", shortened(given))),
                  did_you_mean(given, {slot.choices.begin(), slot.choices.end()}, to_fill("use {}", choices)));
}

/// A level as it is written; nothing for another word.
std::optional<std::string> as_level(std::string_view given) {
  std::string level(given);
  if (!level.empty() && level.front() >= 'a' && level.front() <= 'z') level.front() = static_cast<char>(level.front() - 'a' + 'A');
  return body::is_spine_level(level) ? std::optional(level) : std::nullopt;
}

Failure no_height(const Number& number, std::string_view given) {
  return mismatch(to_fill("{what} is a height or a level of the spine, found \"{found}\"", fmt::arg("what", usage_of(Slot(Height{number}))), fmt::arg("found", shortened(given))),
                  to_fill("use a number from {least} to {most}, or C1 to C7, T1 to T12, L1 to L5, S1 to S5", fmt::arg("least", number.low), fmt::arg("most", number.high)));
}

Result<void> check_name(const Name& slot, std::string_view given) {
  const auto fits = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/' ||
           (c == ':' && slot.of == Name::Of::landmark);
  };
  if (given.empty() || given.size() > longest_name || !std::all_of(given.begin(), given.end(), fits))
    return mismatch(to_fill("\"{}\" is no name", shortened(given)), to_say("names are made of letters, digits and hyphens"));
  const bool sided = slot.of == Name::Of::trigger || slot.of == Name::Of::region;
  if (sided && side_of(given) == Side::midline) return mismatch(to_fill("\"{}\" has no side", given), to_fill("write {id}.R or {id}.L", fmt::arg("id", given)));
  return {};
}

/// The words that a form begins with, if it begins with words.
std::vector<std::string_view> leading_words(const Form& form) {
  const Words* words = form.slots.empty() ? nullptr : std::get_if<Words>(&form.slots.front());
  return words != nullptr ? words->choices : std::vector<std::string_view>{};
}

std::string usage_of(const Form& form) {
  std::string usage;
  for (const Slot& slot : form.slots) usage.append(usage.empty() ? "" : " ").append(usage_of(slot));
  return usage;
}

bool is_optional(const Slot& slot) {
  const Words* words = std::get_if<Words>(&slot);
  return words != nullptr && words->optional;
}

/// The slots of a form that so many arguments or words fill; fails when none do.
template <class Width>
Result<std::vector<const Slot*>> slots_for(const Form& form, std::size_t given, Width width) {
  std::size_t all = 0, least = 0;
  for (const Slot& slot : form.slots) {
    all += width(slot);
    least += is_optional(slot) ? 0 : width(slot);
  }
  if (given != all && given != least) {
    const std::string usage = usage_of(form);
    if (usage.empty()) return mismatch(to_fill("expected nothing after the command, found {} words", given));
    if (given == 0) return mismatch(to_fill("expected {} after the command, found nothing", usage));
    return mismatch(to_fill("expected {usage} after the command, found {words} words", fmt::arg("usage", usage), fmt::arg("words", given)));
  }
  std::vector<const Slot*> slots;
  for (const Slot& slot : form.slots)
    if (given == all || !is_optional(slot)) slots.push_back(&slot);
  return slots;
}

std::size_t width_in_words(const Slot& slot) { return std::holds_alternative<Place>(slot) ? 3 : 1; }

/// A place in one word, `ID@TRIANGLE,U,V`.
bool is_on_surface(const Token& token) { return !token.quoted && token.text.find('@') != std::string::npos; }

/// Whether a word begins a formula: landmarks and functions begin with letters, numbers don't.
bool begins_formula(std::string_view text) { return !text.empty() && ((text.front() >= 'a' && text.front() <= 'z') || (text.front() >= 'A' && text.front() <= 'Z')); }

bool is_by_formula(const Slot& slot) {
  const Place* place = std::get_if<Place>(&slot);
  return place != nullptr && place->by_formula;
}

/// A formula has spaces in it: where a form ends with one, what is left is one word.
std::vector<Token> with_formula_joined(const Form& form, std::vector<Token> tokens) {
  if (form.slots.empty() || !is_by_formula(form.slots.back())) return tokens;
  const std::size_t first = form.slots.size() - 1;
  if (tokens.size() <= first || tokens[first].quoted || is_on_surface(tokens[first]) || !begins_formula(tokens[first].text)) return tokens;
  for (std::size_t i = first + 1; i < tokens.size(); ++i) tokens[first].text += " " + tokens[i].text;
  tokens.resize(first + 1);
  return tokens;
}

bool is_formula(const Slot& slot, const Token& token) { return is_by_formula(slot) && !token.quoted && !is_on_surface(token) && begins_formula(token.text); }

Result<void> check_on_surface(const OnSurface& on) {
  if (auto named = check_name(Name{Name::Of::structure}, on.structure); !named) return named;
  if (!(on.u >= 0.0F && on.v >= 0.0F && on.u + on.v <= 1.0F)) return mismatch(to_say("the weights of a triangle's corners are parts of 1"), to_say("write ID@TRIANGLE,U,V with U and V from 0 to 1 together"));
  return {};
}

Result<Argument> as_on_surface(std::string_view text) {
  const std::size_t at = text.find('@');
  OnSurface on{.structure = std::string(text.substr(0, at))};
  std::string_view rest = text.substr(at + 1);
  double numbers[3] = {0.0, 0.0, 0.0};
  for (double& number : numbers) {
    const std::size_t comma = rest.find(',');
    const bool last = &number == &numbers[2];
    const auto value = (comma == std::string_view::npos) == last ? number_in(rest.substr(0, comma)) : std::nullopt;
    if (!value) return mismatch(to_fill("\"{}\" is no place on a surface", shortened(text)), to_say("write ID@TRIANGLE,U,V or three numbers in mm"));
    number = *value;
    rest = last ? std::string_view() : rest.substr(comma + 1);
  }
  if (!(numbers[0] >= 0.0 && numbers[0] < 4294967295.0 && numbers[0] == std::floor(numbers[0])))
    return mismatch(to_fill("\"{}\" names no triangle", shortened(text)), to_say("triangles are numbered from 0"));
  on.triangle = static_cast<std::uint32_t>(numbers[0]);
  on.u = static_cast<float>(numbers[1]);
  on.v = static_cast<float>(numbers[2]);
  if (auto fits = check_on_surface(on); !fits) return Failure(fits.error());
  return Argument(on);
}

Result<Argument> read(const Slot& slot, const Token* tokens) {
  if (const auto* number = std::get_if<Number>(&slot)) {
    const auto value = as_number(*number, tokens[0]);
    if (!value) return Failure(value.error());
    return Argument(*value);
  }
  if (std::holds_alternative<Degrees>(slot)) {
    const bool is_share = !tokens[0].quoted && tokens[0].text.ends_with('%');
    const auto value = is_share ? as_number(percent, {tokens[0].text.substr(0, tokens[0].text.size() - 1), false}) : as_number(degrees, tokens[0]);
    if (!value) return Failure(value.error());
    return is_share ? Argument(Percent{*value}) : Argument(*value);
  }
  if (const auto* height = std::get_if<Height>(&slot)) {
    if (tokens[0].quoted) return no_height(height->number, tokens[0].text);
    if (auto level = as_level(tokens[0].text)) return Argument(*std::move(level));
    if (begins_formula(tokens[0].text)) return no_height(height->number, tokens[0].text);
    const auto value = as_number(height->number, tokens[0]);
    if (!value) return Failure(value.error());
    return Argument(*value);
  }
  if (const auto* slot_of_place = std::get_if<Place>(&slot)) {
    if (is_formula(slot, tokens[0])) {
      if (auto fits = atlas::check_formula(tokens[0].text); !fits) return Failure(fits.error());
      return Argument(tokens[0].text);
    }
    if (slot_of_place->of_body && is_on_surface(tokens[0])) return as_on_surface(tokens[0].text);
    glm::vec3 place(0.0F);
    for (int i = 0; i < 3; ++i) {
      const auto value = as_number(coordinates[i], tokens[i]);
      if (!value) return Failure(value.error());
      place[i] = *value;
    }
    return Argument(place);
  }
  if (std::holds_alternative<Quoted>(slot)) {
    if (!tokens[0].quoted) return mismatch(to_fill("expected a text in quotes, found {}", shortened(tokens[0].text)), to_say("write it like \"this\""));
    return Argument(Text(tokens[0].text));
  }
  if (tokens[0].quoted) return mismatch(to_fill("expected {}, found a text in quotes", usage_of(slot)), to_say("write it without quotes"));
  const auto fits = std::holds_alternative<Words>(slot) ? check_word(std::get<Words>(slot), tokens[0].text) : check_name(std::get<Name>(slot), tokens[0].text);
  if (!fits) return Failure(fits.error());
  return Argument(tokens[0].text);
}

Result<void> check(const Slot& slot, const Argument& argument) {
  const std::string text = to_text(argument);
  if (const auto* number = std::get_if<Number>(&slot)) {
    const float* value = std::get_if<float>(&argument);
    if (value == nullptr) return no_number(*number, text);
    const auto fits = within(*number, static_cast<double>(*value), text);
    return fits ? Result<void>() : Failure(fits.error());
  }
  if (std::holds_alternative<Degrees>(slot)) {
    const auto* share = std::get_if<Percent>(&argument);
    const float* value = std::get_if<float>(&argument);
    if (share == nullptr && value == nullptr) return no_number(degrees, text);
    const auto fits = share != nullptr ? within(percent, static_cast<double>(share->value), text) : within(degrees, static_cast<double>(*value), text);
    return fits ? Result<void>() : Failure(fits.error());
  }
  if (const auto* height = std::get_if<Height>(&slot)) {
    const auto* level = std::get_if<std::string>(&argument);
    if (level != nullptr && body::is_spine_level(*level)) return {};
    const float* value = std::get_if<float>(&argument);
    if (value == nullptr) return no_height(height->number, text);
    const auto fits = within(height->number, static_cast<double>(*value), text);
    return fits ? Result<void>() : Failure(fits.error());
  }
  if (const auto* slot_of_place = std::get_if<Place>(&slot)) {
    if (const auto* formula = std::get_if<std::string>(&argument); formula != nullptr && slot_of_place->by_formula) return atlas::check_formula(*formula);
    const auto* on = std::get_if<OnSurface>(&argument);
    if (slot_of_place->of_body && on != nullptr) return check_on_surface(*on);
    const auto* place = std::get_if<glm::vec3>(&argument);
    if (place == nullptr) return mismatch(to_fill("expected {wanted}, found {found}", fmt::arg("wanted", usage_of(slot)), fmt::arg("found", shortened(text))));
    for (int i = 0; i < 3; ++i) {
      const auto fits = within(coordinates[i], static_cast<double>((*place)[i]), to_text((*place)[i]));
      if (!fits) return Failure(fits.error());
    }
    return {};
  }
  if (std::holds_alternative<Quoted>(slot)) {
    const Text* said = std::get_if<Text>(&argument);
    return said != nullptr ? check_text(said->words) : mismatch(to_fill("expected a text in quotes, found {}", shortened(text)), to_say("write it like \"this\""));
  }
  const auto* word = std::get_if<std::string>(&argument);
  if (word == nullptr) return mismatch(to_fill("expected {wanted}, found {found}", fmt::arg("wanted", usage_of(slot)), fmt::arg("found", shortened(text))));
  return std::holds_alternative<Words>(slot) ? check_word(std::get<Words>(slot), *word) : check_name(std::get<Name>(slot), *word);
}

Result<Arguments> read_form(const Form& form, const std::vector<Token>& given) {
  const std::vector<Token> tokens = with_formula_joined(form, given);
  // A place in one word stands for the three of its millimetres.
  const bool by_formula = !form.slots.empty() && tokens.size() == form.slots.size() && is_formula(form.slots.back(), tokens.back());
  const auto in_one_word = static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_on_surface)) + (by_formula ? 1U : 0U);
  const auto slots = slots_for(form, tokens.size() + 2 * in_one_word, width_in_words);
  if (!slots) return Failure(slots.error());
  Arguments arguments;
  std::size_t at = 0;
  for (const Slot* slot : *slots) {
    Result<Argument> argument = read(*slot, &tokens[at]);
    if (!argument) return Failure(argument.error());
    arguments.push_back(*std::move(argument));
    const bool one_word = std::holds_alternative<Place>(*slot) && (is_on_surface(tokens[at]) || is_formula(*slot, tokens[at]));
    at += one_word ? 1 : width_in_words(*slot);
  }
  return arguments;
}

Result<Arguments> check_form(const Form& form, const Arguments& arguments) {
  const auto slots = slots_for(form, arguments.size(), [](const Slot&) { return std::size_t{1}; });
  if (!slots) return Failure(slots.error());
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (Result<void> fits = check(*(*slots)[i], arguments[i]); !fits) return Failure(fits.error());
  return arguments;
}

/// `fit` says whether a form fits. `first`: the first word given; `counts`: whether a form takes as many as are given.
template <class Fit>
Result<Match> choose(const Row& row, std::string_view first, std::size_t given, const Fit& fit) {
  const auto as_match = [](const Form& form, Result<Arguments> fitted) -> Result<Match> {
    if (!fitted) return Failure(fitted.error());
    return Match{&form, *std::move(fitted)};
  };
  if (row.forms.size() == 1) return as_match(row.forms.front(), fit(row.forms.front()));
  // A form that begins with the very word given (`none`, `add`) is the one meant; its complaint is the one to tell.
  Words beginnings;
  bool all_begin_with_words = true;
  for (const Form& form : row.forms) {
    const std::vector<std::string_view> words = leading_words(form);
    if (std::find(words.begin(), words.end(), first) != words.end()) return as_match(form, fit(form));
    beginnings.choices.insert(beginnings.choices.end(), words.begin(), words.end());
    all_begin_with_words = all_begin_with_words && !words.empty();
  }
  if (all_begin_with_words && !first.empty()) return Failure(check_word(beginnings, first).error());
  for (const Form& form : row.forms)
    if (Result<Arguments> fitted = fit(form)) return as_match(form, std::move(fitted));
  if (row.forms.front().slots.size() == given) return as_match(row.forms.front(), fit(row.forms.front()));
  return mismatch(to_fill("expected {}", usage_of(row)));
}

}  // namespace

Result<Match> read_arguments(const Row& row, const std::vector<Token>& tokens) {
  const bool has_word = !tokens.empty() && !tokens.front().quoted;
  return choose(row, has_word ? std::string_view(tokens.front().text) : std::string_view{}, tokens.size(),
                [&](const Form& form) { return read_form(form, tokens); });
}

Result<Match> check_arguments(const Row& row, const Arguments& arguments) {
  const auto* word = arguments.empty() ? nullptr : std::get_if<std::string>(&arguments.front());
  return choose(row, word != nullptr ? std::string_view(*word) : std::string_view{}, arguments.size(),
                [&](const Form& form) { return check_form(form, arguments); });
}

Result<const Form*> form_of(const Row& row, const Arguments& arguments) {
  const Result<Match> match = check_arguments(row, arguments);
  if (!match) return Failure(match.error());
  return match->form;
}

std::string usage_of(const Slot& slot) {
  if (const auto* words = std::get_if<Words>(&slot)) {
    const std::string choices = fmt::format("{}", fmt::join(words->choices, "|"));
    return words->optional ? "[" + choices + "]" : choices;
  }
  if (const auto* number = std::get_if<Number>(&slot)) return std::string(number->name);
  if (const auto* height = std::get_if<Height>(&slot)) return fmt::format("{}|LEVEL", height->number.name);
  if (const auto* place = std::get_if<Place>(&slot)) return place->by_formula ? "X Y Z|FORMULA" : "X Y Z";
  if (std::holds_alternative<Quoted>(slot)) return "\"TEXT\"";
  if (std::holds_alternative<Degrees>(slot)) return "DEGREES|N%";
  switch (std::get<Name>(slot).of) {
    case Name::Of::structure: return "ID";
    case Name::Of::trigger: return "ID.SIDE";
    case Name::Of::point: return "POINT";
    case Name::Of::region: return "REGION.SIDE";
    case Name::Of::landmark: return "LANDMARK";
    case Name::Of::technique: return "TECHNIQUE[.SIDE]";
    case Name::Of::site: return "SITE|all";
    case Name::Of::motion: break;
  }
  return "MOTION";
}

std::string usage_of(const Row& row) {
  std::string usage;
  for (const Form& form : row.forms) usage.append(usage.empty() ? "" : " | ").append(usage_of(form));
  return usage;
}

}  // namespace dorsum::state
