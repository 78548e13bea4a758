#pragma once
// A command is one change of the state, with a text form: `depth left 2`, `note "left, when lifting"`.
// Panels, keys, scripts, lessons and tests all change things by these and nothing else. Within the program a command is
// a typed value; it is text only where people write or read it. What each means: command_table.h.

#include <cstdint>
#include <glm/vec3.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// What is written in quotes: UTF-8 without control characters other than line ends and tabs.
struct Text {
  explicit Text(std::string said) : words(std::move(said)) {}
  std::string words;
  friend bool operator==(const Text&, const Text&) = default;
};
inline constexpr std::size_t longest_text = 2000;  ///< bytes

/// A place that its surface tells, written `ID@TRIANGLE,U,V`: U and V are the weights of the triangle's second and third
/// corners. It holds for the very body that it was taken from; millimetres hold for others, nearly.
struct OnSurface {
  std::string structure;
  std::uint32_t triangle = 0;
  float u = 0.0F, v = 0.0F;
  friend bool operator==(const OnSurface&, const OnSurface&) = default;
};

/// A share of a range, written `50%`.
struct Percent {
  float value = 0.0F;
  friend bool operator==(const Percent&, const Percent&) = default;
};

/// A word of the table, a name, a level of the spine or a formula; a number; a place on the body at rest, mm, or as its surface
/// tells it; a text; a share.
using Argument = std::variant<std::string, float, glm::vec3, Text, OnSurface, Percent>;
using Arguments = std::vector<Argument>;

struct Command {
  std::string verb;     ///< "depth"
  Arguments arguments;  ///< {"left", 2.0F}
  friend bool operator==(const Command&, const Command&) = default;
};

/// Fails with what was expected: unknown verb (with the nearest known one), number, type or range of arguments.
[[nodiscard]] Result<Command> parse_command(std::string_view text);
/// `a; b; c` as written after --run; empty parts are passed over. `;` and line ends within quotes are text.
[[nodiscard]] Result<std::vector<Command>> parse_script(std::string_view text);
/// Numbers as short as they can be read back exactly; texts in quotes, with \" and \\ for the two that quotes need.
[[nodiscard]] std::string to_text(const Command& command);
/// Commands separated by `; `.
[[nodiscard]] std::string to_text(const std::vector<Command>& script);

/// The state after the command. Fails, changing nothing, when the arguments are not those of the command's row, or an id
/// names nothing in this body.
[[nodiscard]] Result<State> apply(const State& state, const Command& command, const body::Body& body);

}  // namespace dorsum::state
