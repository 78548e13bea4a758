#include "dorsum/ui/keys.h"

#include <catch2/catch.hpp>
#include <set>

#include "dorsum/state/command_table.h"

namespace dorsum::ui {
namespace {

state::State with_selection() {
  state::State state;
  state.selected = "trapezius-ascending.R";
  return state;
}

std::string text(std::string_view chord, const state::State& state) {
  const KeyBinding* binding = binding_of(chord);
  REQUIRE(binding != nullptr);
  return command_text(*binding, state).value_or("");
}

}  // namespace

TEST_CASE("every key's command is one that the program knows") {
  for (const KeyBinding& binding : key_bindings()) {
    INFO(binding.chord << ": " << binding.command);
    if (binding.command.empty()) {
      CHECK(binding.action != KeyAction::command);
      continue;
    }
    const auto words = command_text(binding, with_selection());
    REQUIRE(words);
    const auto parsed = state::parse_command(*words);
    CHECK(parsed);
  }
}

TEST_CASE("C cuts facing the view, and takes the cut away again") {
  state::State state;
  CHECK(text("C", state) == "section facing");
  state.section = state::Section{state::Plane::transverse, 1200.0F};
  CHECK(text("C", state) == "section off");
}

TEST_CASE("no key means two things, and each says what it does") {
  std::set<std::string_view> chords;
  for (const KeyBinding& binding : key_bindings()) {
    INFO(binding.chord);
    CHECK_FALSE(binding.chord.empty());  // a line of the help whose command has no key in its row
    CHECK(chords.insert(binding.chord).second);
    CHECK(*binding.meaning != '\0');
    CHECK(*binding.group != '\0');
  }
}

TEST_CASE("every key of the table of commands is one of the keyboard's") {
  for (const state::Row& row : state::command_table()) {
    for (const state::Key& key : row.keys) {
      INFO(row.verb << ' ' << key.arguments << ": " << key.chord);
      const KeyBinding* binding = binding_of(key.chord);
      REQUIRE(binding != nullptr);
      CHECK(binding->action == KeyAction::command);
      CHECK(binding->command.starts_with(row.verb));
      CHECK(binding->repeats == key.repeats);
    }
  }
}

TEST_CASE("a toggle's key names whichever the state is not") {
  state::State state;
  CHECK(text("Z", state) == "zones off");
  state.zones = false;
  CHECK(text("Z", state) == "zones on");
  CHECK(text("X", state) == "xray on");
  CHECK(text("B", state) == "brush on");
  CHECK(text("Shift+M", state) == "brush mirror");
  state.brush.erase = true;
  CHECK(text("Shift+B", state) == "brush paint");
  CHECK(text("Shift+S", state) == "slow-show on");
  CHECK(text("F10", state) == "panels off");
  CHECK(text("V", state) == "projection orthographic");
  CHECK(text("M", state) == "motion reduced");
  CHECK(text("Shift+N", state) == "latin on");
  state.names = state::Names::latin;
  CHECK(text("Shift+N", state) == "latin off");
  CHECK(text("T", state) == "theme dark");
  state.theme = state::Theme::dark;
  CHECK(text("T", state) == "theme light");
  CHECK(text("W", state) == "skin whole");
  CHECK(text("Shift+W", state) == "skin wide");
  state.skin = state::SkinMode::wide;  // each of the two leads to its own, from the other too
  CHECK(text("W", state) == "skin whole");
  CHECK(text("Shift+W", state) == "skin window");
}

TEST_CASE("a key that is held goes on with steps and leaves switches alone") {
  for (const KeyBinding& binding : key_bindings()) {
    INFO(binding.chord << ": " << binding.command);
    const bool steps = binding.command.find('~') != std::string_view::npos || binding.command.starts_with("orbit");
    if (steps) CHECK(binding.repeats);
    const bool switches = binding.command.find('|') != std::string_view::npos || binding.command.starts_with("view");
    if (switches) CHECK_FALSE(binding.repeats);
  }
}

TEST_CASE("keys that need a selection ask for one") {
  CHECK(text("H", with_selection()) == "hide trapezius-ascending.R");
  CHECK_FALSE(command_text(*binding_of("H"), state::State{}).has_value());
}

TEST_CASE("keys that step start from the present value and stay in its range") {
  state::State state;
  state.depth = {4.9F, 4.9F};
  CHECK(text("]", state) == "depth 5");
  CHECK(text("[", state) == "depth 4.65");
  state.text_scale = 0.75F;
  CHECK(text("Ctrl+-", state) == "text-scale 0.75");
  CHECK(text("Ctrl++", state) == "text-scale 0.85");
}

TEST_CASE("tooltips ask the table for the key of a command, and for that of an action") {
  CHECK(chord_of("brush one-side|mirror") == "Shift+M");
  CHECK(chord_of("motion full|reduced") == "M");
  CHECK(chord_of("explode ~-15") == "Shift+E");
  CHECK(chord_of(KeyAction::redo) == "Ctrl+Y");
  CHECK(chord_of("view oblique-left").empty());
}

TEST_CASE("an unknown key means nothing") { CHECK(binding_of("Ctrl+Alt+J") == nullptr); }

}  // namespace dorsum::ui
