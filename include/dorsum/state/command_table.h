#pragma once
// The table of commands: what each is called, what may stand after it, what it does, what of the State it holds, and the
// keys that say it. Parser, apply, scripts, undo, `dorsum commands`, keys and random walks have all they know from here.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dorsum/state/command.h"

namespace dorsum::state {

/// One of some words: `left|right`.
struct Words {
  std::vector<std::string_view> choices;
  bool optional = false;  ///< may be left out; at most one of a form
};
/// A number within a range.
struct Number {
  std::string_view name;  ///< as the help writes it: "RADIUS"
  float low = 0.0F, high = 0.0F;
  float usual_low = low, usual_high = high;  ///< what people mean by it, where the range is wider than any use
};
/// Three numbers, mm; of a place of the body also one word, `ID@TRIANGLE,U,V` (command.h).
struct Place {
  bool of_body = false;
  bool by_formula = false;  ///< also a landmark formula (atlas/landmarks.h), which goes on to the command's end; the last slot of its form
};
/// A height in mm, or a level of the spine: `T6` (body/spine_levels.h).
struct Height {
  Number number;
};
/// Letters, digits, `-`, `.`, `/` and, of a landmark, `:`.
struct Name {
  enum class Of { structure, trigger, point, region, landmark, motion, technique, site };
  Of of = Of::structure;  ///< triggers and regions are named with their side
};
/// A text in quotes.
struct Quoted {};
/// A number of degrees from 0, or a share of a range as `50%`.
struct Degrees {};
using Slot = std::variant<Words, Number, Place, Name, Quoted, Degrees, Height>;

/// What of the State a form or a row of the table holds.
struct Member {
  /// Its present value, as the argument that sets it; of a value that several arguments make, the one that matters to keys.
  std::function<Argument(const State&)> now;
  /// Adds the commands that make it of the first state; none where it is as it was.
  std::function<void(const State&, const body::Body&, std::vector<Command>&)> write;
  /// Takes it over from another state.
  std::function<void(State& to, const State& from)> take;
};

/// One way to write a command.
struct Form {
  std::vector<Slot> slots;
  /// Changes the state; the arguments are of the slots' types and in their ranges, an optional one that was left out is
  /// missing. Fails when an id names nothing in this body.
  std::function<Result<void>(State&, const Arguments&, const body::Body&)> effect;
  Member holds{};  ///< empty where the form stands for no member of its own
};

/// Whether undo takes a member of the State back, or passes over it: how one looks, what is in the hand, and what stands
/// open around the picture.
enum class Undo { takes_back, passes_over };

/// A key that says the command.
struct Key {
  std::string_view chord;      ///< "Z", "Ctrl+Z", "Shift+H", "PageDown", "?": modifiers in the order Ctrl, Shift
  /// What stands after the verb, with three liberties: `on|off` stands for whichever the state is not, `SELECTED` for the
  /// selected structure, and `~0.1` for the present value plus 0.1.
  std::string_view arguments;
  bool repeats = false;        ///< whether it is said again and again while the key is held: steps are, switches are not
};

struct Row {
  std::string_view verb;
  std::vector<Form> forms;
  const char* meaning;         ///< one line in plain words, marked by to_say: the catalogue says it
  Undo undo = Undo::takes_back;  ///< of what it holds, and of what it changes where it holds nothing
  std::vector<Key> keys{};
  Member holds{};              ///< what its forms hold together
};

/// In the order of `dorsum commands`, which is the order of scripts, too.
[[nodiscard]] std::span<const Row> command_table();
/// Null when there is none.
[[nodiscard]] const Row* row_of(std::string_view verb);
/// The form that these arguments are of; fails with what was expected.
[[nodiscard]] Result<const Form*> form_of(const Row& row, const Arguments& arguments);

/// `[left|right] D`, `at X Y Z | off`.
[[nodiscard]] std::string usage_of(const Row& row);
[[nodiscard]] std::string usage_of(const Slot& slot);
/// An argument as scripts write it.
[[nodiscard]] std::string to_text(const Argument& argument);

/// The state with all that undo passes over taken from another.
void take_what_undo_passes_over(State& to, const State& from);

}  // namespace dorsum::state
