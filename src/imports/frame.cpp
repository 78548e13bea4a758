#include "dorsum/imports/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>
#include <vector>

namespace dorsum::imports {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::string lower(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(), [](char letter) { return lower(letter); });
  return made;
}

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

glm::vec3 direction(Axis axis) {
  glm::vec3 made(0.0F);
  made[axis.index] = static_cast<float>(axis.sign);
  return made;
}

/// The word that begins at `at`, after blanks and what stands between a name and its value.
std::string_view value_after(std::string_view text, std::size_t at) {
  const std::size_t start = text.find_first_not_of(" \t:=\"'([", at);
  if (start == std::string_view::npos) return {};
  std::size_t end = start;
  while (end < text.size() && letter_or_digit(text[end])) ++end;
  return text.substr(start, end - start);
}

/// "unit", "units" or "scale unit" as a word of its own, and then a unit that we know.
std::optional<float> unit_stated(std::string_view text) {
  for (std::size_t at = text.find("unit"); at != std::string_view::npos; at = text.find("unit", at + 1)) {
    if (at > 0 && letter_or_digit(text[at - 1])) continue;
    std::size_t end = at + 4;
    if (end < text.size() && text[end] == 's') ++end;
    if (end < text.size() && letter_or_digit(text[end])) continue;
    std::string_view value = value_after(text, end);
    for (const std::string_view filler : {"are", "is", "in"}) {
      if (value == filler) value = value_after(text, static_cast<std::size_t>(value.data() - text.data()) + value.size());
    }
    if (const auto mm = millimetres_in(value)) return mm;
    if (value == "in") return 25.4F;
  }
  for (const auto& [words, mm] : {std::pair("bounds(mm)", 1.0F), std::pair("in mm", 1.0F), std::pair("in millimet", 1.0F), std::pair("in centimet", 10.0F), std::pair("in meter", 1000.0F),
                                  std::pair("in metre", 1000.0F), std::pair("in inch", 25.4F)}) {
    if (text.find(words) != std::string_view::npos) return mm;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Axis> axis_named(std::string_view text) {
  Axis axis;
  if (text.starts_with('+') || text.starts_with('-')) {
    axis.sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
  }
  if (text.size() != 1) return std::nullopt;
  const char letter = lower(text.front());
  if (letter < 'x' || letter > 'z') return std::nullopt;
  axis.index = letter - 'x';
  return axis;
}

std::string name_of(Axis axis) { return fmt::format("{}{}", axis.sign < 0 ? '-' : '+', "XYZ"[axis.index]); }

std::optional<float> millimetres_in(std::string_view unit) {
  static constexpr std::array known{
      std::pair("mm", 1.0F),    std::pair("millimeter", 1.0F),  std::pair("millimeters", 1.0F),  std::pair("millimetre", 1.0F),  std::pair("millimetres", 1.0F),
      std::pair("cm", 10.0F),   std::pair("centimeter", 10.0F), std::pair("centimeters", 10.0F), std::pair("centimetre", 10.0F), std::pair("centimetres", 10.0F),
      std::pair("m", 1000.0F),  std::pair("meter", 1000.0F),    std::pair("meters", 1000.0F),    std::pair("metre", 1000.0F),    std::pair("metres", 1000.0F),
      std::pair("in", 25.4F),   std::pair("inch", 25.4F),       std::pair("inches", 25.4F),      std::pair("ft", 304.8F),        std::pair("foot", 304.8F),
      std::pair("feet", 304.8F), std::pair("micron", 0.001F),   std::pair("micrometer", 0.001F)};
  const std::string wanted = lower(unit);
  for (const auto& [name, mm] : known) {
    if (wanted == name) return mm;
  }
  return std::nullopt;
}

std::string name_of_unit(float millimetres) {
  static constexpr std::array names{std::pair("mm", 1.0F), std::pair("cm", 10.0F), std::pair("m", 1000.0F), std::pair("in", 25.4F), std::pair("ft", 304.8F)};
  for (const auto& [name, mm] : names) {
    if (std::abs(millimetres - mm) < mm * 1e-4F) return name;
  }
  return fmt::format("{} mm", millimetres);
}

glm::mat3 matrix_of(const Frame& frame) {
  const glm::vec3 up = direction(frame.up);
  const glm::vec3 posterior = -direction(frame.front);
  glm::vec3 left = glm::cross(posterior, up);
  if (frame.mirrored) left = -left;
  // Rows: what of the file goes along each axis of the body.
  return glm::transpose(glm::mat3(left, posterior, up)) * frame.mm;
}

Frame with(Frame base, const StatedFrame& stated) {
  if (stated.mm) base.mm = *stated.mm;
  if (stated.up) base.up = *stated.up;
  if (stated.front) base.front = *stated.front;
  if (stated.mirrored) base.mirrored = !base.mirrored;
  if (base.up.index != base.front.index) return base;
  if (stated.front && !stated.up) {
    base.up = base.front.index == 2 ? Axis{1, 1} : Axis{2, 1};
  } else {
    base.front = base.up.index == 1 ? Axis{2, 1} : Axis{1, -1};
  }
  return base;
}

StatedFrame change_between(const Frame& read, const Frame& wanted) {
  StatedFrame change;
  if (wanted.mm != read.mm) change.mm = wanted.mm;
  if (wanted.up != read.up) change.up = wanted.up;
  if (with(read, change).front != wanted.front) change.front = wanted.front;
  change.mirrored = wanted.mirrored != read.mirrored;
  return change;
}

std::string options_of(const StatedFrame& stated) {
  std::vector<std::string> options;
  if (stated.mm) options.push_back("--unit " + name_of_unit(*stated.mm));
  if (stated.up) options.push_back("--up " + name_of(*stated.up));
  if (stated.front) options.push_back("--front " + name_of(*stated.front));
  if (stated.mirrored) options.emplace_back("--mirror");
  return fmt::format("{}", fmt::join(options, " "));
}

StatedFrame stated_in(std::string_view comments) {
  StatedFrame stated;
  const std::string text = lower(comments);
  stated.mm = unit_stated(text);
  if (const std::size_t at = text.find("space"); at != std::string::npos) {
    const std::string_view value = value_after(text, at + 5);
    // Slicer's words name where the three axes point: L(eft) or R(ight), P(osterior) or A(nterior), S(uperior).
    if (value == "ras" || value == "lps" || value == "las" || value == "rps") {
      stated.up = Axis{2, 1};
      stated.front = Axis{1, value[1] == 'a' ? 1 : -1};
      stated.mirrored = value == "las" || value == "rps";
      if (!stated.mm) stated.mm = 1.0F;  // Slicer writes millimetres
    }
  }
  if (!stated.up) {
    for (const char* axis : {"x", "y", "z"}) {
      const std::string word = axis;
      for (const std::string& form : {word + " up", word + "-up", word + "_up", "up axis: " + word, "up: " + word, "up=" + word, "up_axis=" + word}) {
        const std::size_t at = text.find(form);
        if (at == std::string::npos || (at > 0 && letter_or_digit(text[at - 1]))) continue;
        if (at + form.size() < text.size() && letter_or_digit(text[at + form.size()])) continue;
        stated.up = Axis{axis[0] - 'x', at > 0 && text[at - 1] == '-' ? -1 : 1};
      }
    }
  }
  return stated;
}

}  // namespace dorsum::imports
