#pragma once
// What each key does: those of commands as the table of commands has them, and those that are the hand's own or the
// window's. The window looks keys up here, the help prints them, and nothing else gives a key a meaning.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dorsum/state/state.h"

namespace dorsum::ui {

/// What a key asks for. All but `command` concern the window and change no State.
enum class KeyAction { command, lens, probe, undo, redo, next_panel, search, open_file, save_picture, copy_state, reload, leave, quit };

struct KeyBinding {
  std::string_view chord;    ///< "Z", "Ctrl+Z", "Shift+H", "Left", "Page Down", "?": modifiers in the order Ctrl, Shift
  KeyAction action = KeyAction::command;
  /// The command, with three liberties: `on|off` stands for whichever the state is not, `SELECTED` for the
  /// selected structure, and `~0.1` for the present value plus 0.1, within the range of the command.
  std::string command;
  const char* meaning = "";  ///< for the help, in plain words; the catalogue says it
  const char* group = "";    ///< the help's heading; likewise
  bool repeats = false;      ///< whether it is done again and again while the key is held: steps are, switches are not
};

/// In the help's order; keys of one group stand together.
[[nodiscard]] std::span<const KeyBinding> key_bindings();

[[nodiscard]] const KeyBinding* binding_of(std::string_view chord);

/// The first key of a command as the table writes it ("skin window|whole") or, for what is no command, of an action; empty
/// where there is none.
[[nodiscard]] std::string_view chord_of(std::string_view command);
[[nodiscard]] std::string_view chord_of(KeyAction action);

/// The command that a binding means in this state, in the commands' own text form; none when it needs a
/// selected structure and there is none.
[[nodiscard]] std::optional<std::string> command_text(const KeyBinding& binding, const state::State& state);

}  // namespace dorsum::ui
