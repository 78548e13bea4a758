#include "argument_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "dorsum/body/painted_skin.h"
#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"

namespace dorsum::state {
namespace {

using Words = std::vector<std::string>;

struct Range {
  std::string_view placeholder;
  double low, high;
};
// Wide enough for every body and camera, narrow enough that no later arithmetic can overflow.
constexpr std::array<Range, 14> ranges{{{"D", 0, 5},
                                        {"GAP", 0, 150},
                                        {"MM", -5000, 5000},
                                        {"SCALE", 0.75, 2.5},
                                        {"X", -5000, 5000},
                                        {"Y", -5000, 5000},
                                        {"Z", -5000, 5000},
                                        {"RADIUS", body::least_paint_radius, body::most_paint_radius},
                                        {"AZ", -3600, 3600},
                                        {"EL", -180, 180},
                                        {"DX", -10, 10},
                                        {"DY", -10, 10},
                                        {"F", 0.01, 100},
                                        {"DISTANCE", 1, 20000}}};

constexpr std::size_t longest_name = 80;

Failure mismatch(std::string reason, std::string remedy = {}) {
  return bad_input({}, std::move(reason), std::move(remedy));
}

Result<std::string> as_number(const Range& range, std::string_view given) {
  std::string_view digits = given;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double value = 0.0;
  const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (trouble != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) {
    return mismatch(fmt::format("{} is a number, found \"{}\"", range.placeholder, given.substr(0, longest_name)),
                    fmt::format("use a number from {} to {}", range.low, range.high));
  }
  if (value < range.low || value > range.high) {
    return mismatch(fmt::format("{} is {}, out of range", range.placeholder, given.substr(0, longest_name)),
                    fmt::format("use a number from {} to {}", range.low, range.high));
  }
  return fmt::format("{}", value == 0.0 ? 0.0 : value);  // no negative zero
}

Result<std::string> as_name(const std::string& given, bool sided) {
  const bool fits = given.size() <= longest_name && std::all_of(given.begin(), given.end(), [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                             c == '.' || c == '/';
                    });
  if (!fits)
    return mismatch(fmt::format("\"{}\" is no name", given.substr(0, longest_name)),
                    "names are made of letters, digits and hyphens");
  if (sided && side_of(given) == Side::midline) {
    return mismatch(fmt::format("\"{}\" has no side", given), fmt::format("write {0}.R or {0}.L", given));
  }
  return given;
}

Result<std::string> match_word(const std::string& slot, const std::string& given) {
  if (slot == "ID") return as_name(given, false);
  if (slot == "ID.SIDE" || slot == "REGION.SIDE") return as_name(given, true);
  const auto* range = std::find_if(ranges.begin(), ranges.end(), [&](const Range& r) { return r.placeholder == slot; });
  if (range != ranges.end()) return as_number(*range, given);
  const Words choices = split(slot, "|");
  if (std::find(choices.begin(), choices.end(), given) != choices.end()) return given;
  return mismatch(fmt::format("expected {}, found \"{}\"", slot, given.substr(0, longest_name)),
                  did_you_mean(given, choices, "use " + slot));
}

/// One alternative of a form: `[left|right] D`.
Result<Words> match_alternative(std::string_view form, const Words& given) {
  Words slots = split(form, " ");
  const std::size_t optional = static_cast<std::size_t>(
      std::count_if(slots.begin(), slots.end(), [](const std::string& slot) { return slot.starts_with('['); }));
  if (given.size() > slots.size() || given.size() + optional < slots.size()) {
    return mismatch(fmt::format("expected {} after the command, found {}", form.empty() ? "nothing" : form,
                                given.empty() ? "nothing" : fmt::format("{} words", given.size())));
  }
  if (given.size() < slots.size()) std::erase_if(slots, [](const std::string& slot) { return slot.starts_with('['); });
  Words matched;
  for (std::size_t i = 0; i < given.size(); ++i) {
    std::string& slot = slots[i];
    if (slot.starts_with('[')) slot = slot.substr(1, slot.size() - 2);
    Result<std::string> word = match_word(slot, given[i]);
    if (!word) return Failure(word.error());
    matched.push_back(*std::move(word));
  }
  return matched;
}

bool begins_with_word(std::string_view form, const Words& given) {
  return !given.empty() && split(form, " ").front() == given.front();
}

}  // namespace

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    if (const std::string_view part = text.substr(0, end); !part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

Result<Words> match_arguments(std::string_view form, const Words& given) {
  const Words alternatives = split(form, " | ");
  if (alternatives.size() < 2) return match_alternative(form, given);
  // A form that begins with the very word given (`none`, `add`) is the one meant; its complaint is the one to tell.
  for (const std::string& alternative : alternatives) {
    if (begins_with_word(alternative, given)) return match_alternative(alternative, given);
  }
  for (const std::string& alternative : alternatives) {
    if (Result<Words> matched = match_alternative(alternative, given)) return matched;
  }
  const Result<Words> first = match_alternative(alternatives.front(), given);
  const bool counts = split(alternatives.front(), " ").size() == given.size();
  return counts ? first : mismatch(fmt::format("expected {}", form), {});
}

}  // namespace dorsum::state
