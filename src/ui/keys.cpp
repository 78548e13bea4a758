#include "dorsum/ui/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dorsum/core/number.h"
#include "dorsum/core/to_say.h"
#include "dorsum/state/command_table.h"

namespace dorsum::ui {
namespace {

using enum KeyAction;

constexpr bool repeats = true;

// The one table. Letters stay clear of each other in the common layouts; every action of the mouse has a key.
constexpr std::array bindings{
    KeyBinding{"0", command, "depth 0", to_say("Skin"), to_say("Depth")},
    KeyBinding{"1", command, "depth 1", to_say("Open the skin: first layer"), to_say("Depth")},
    KeyBinding{"2", command, "depth 2", to_say("Second layer"), to_say("Depth")},
    KeyBinding{"3", command, "depth 3", to_say("Third layer"), to_say("Depth")},
    KeyBinding{"4", command, "depth 4", to_say("Fourth layer"), to_say("Depth")},
    KeyBinding{"5", command, "depth 5", to_say("Skeleton"), to_say("Depth")},
    KeyBinding{"]", command, "depth ~0.25", to_say("Peel a little deeper"), to_say("Depth"), repeats},
    KeyBinding{"[", command, "depth ~-0.25", to_say("Put a little back"), to_say("Depth"), repeats},
    KeyBinding{"O", KeyAction::lens, "", to_say("Hold: a round opening under the pointer; 1 to 5 how deep, wheel how wide"), to_say("Depth")},
    KeyBinding{"D", KeyAction::probe, "", to_say("What lies under the pointer, how deep; again: take it away"), to_say("Depth")},
    KeyBinding{"C", command, "section off|facing", to_say("Cut through the middle of the view, facing you; again: no cut"), to_say("Depth")},
    KeyBinding{"PageDown", command, "section by -5", to_say("Move the cut 5 mm into the body"), to_say("Depth"), repeats},
    KeyBinding{"PageUp", command, "section by 5", to_say("Move it 5 mm out again"), to_say("Depth"), repeats},
    KeyBinding{"E", command, "explode ~15", to_say("Draw the layers apart"), to_say("Depth"), repeats},
    KeyBinding{"Shift+E", command, "explode ~-15", to_say("Bring them together"), to_say("Depth"), repeats},

    KeyBinding{"P", command, "view posterior", to_say("From behind"), to_say("View")},
    KeyBinding{"A", command, "view anterior", to_say("From the front"), to_say("View")},
    KeyBinding{"L", command, "view left", to_say("From the left"), to_say("View")},
    KeyBinding{"R", command, "view right", to_say("From the right"), to_say("View")},
    KeyBinding{"S", command, "view superior", to_say("From above"), to_say("View")},
    KeyBinding{"U", command, "view upper-back", to_say("The upper back, close"), to_say("View")},
    KeyBinding{"Left", command, "orbit 15 0", to_say("Look from farther left"), to_say("View"), repeats},
    KeyBinding{"Right", command, "orbit -15 0", to_say("Look from farther right"), to_say("View"), repeats},
    KeyBinding{"Up", command, "orbit 0 10", to_say("Look from higher up"), to_say("View"), repeats},
    KeyBinding{"Down", command, "orbit 0 -10", to_say("Look from lower down"), to_say("View"), repeats},
    KeyBinding{"+", command, "zoom 1.2", to_say("Nearer"), to_say("View"), repeats},
    KeyBinding{"-", command, "zoom 0.8333", to_say("Farther"), to_say("View"), repeats},
    KeyBinding{"V", command, "projection perspective|orthographic", to_say("Near things larger, or all to one scale"), to_say("View")},
    KeyBinding{"F", command, "focus SELECTED", to_say("Go to the selected structure"), to_say("View")},

    KeyBinding{"H", command, "hide SELECTED", to_say("Hide the selected structure"), to_say("Show and hide")},
    KeyBinding{"I", command, "isolate SELECTED", to_say("Show only the selected structure"), to_say("Show and hide")},
    KeyBinding{"Shift+H", command, "show-all", to_say("Show everything again"), to_say("Show and hide")},
    KeyBinding{"Z", command, "zones on|off", to_say("Pain zones on the skin"), to_say("Show and hide")},
    KeyBinding{"Shift+Z", command, "trigger none", to_say("Switch all trigger points off"), to_say("Show and hide")},
    KeyBinding{"X", command, "xray on|off", to_say("X-ray: see through to the selection"), to_say("Show and hide")},
    KeyBinding{"G", command, "fibres on|off", to_say("Which way the selected muscle's fibres pull"), to_say("Show and hide")},
    KeyBinding{"Shift+A", command, "arcs on|off", to_say("Arcs to where pain is felt"), to_say("Show and hide")},
    KeyBinding{"N", command, "labels on|off", to_say("Names in the picture"), to_say("Show and hide")},
    KeyBinding{"Shift+N", command, "latin on|off", to_say("Latin names beside the plain ones"), to_say("Show and hide")},
    KeyBinding{"W", command, "skin window|whole", to_say("Skin: open over the back, or all off"), to_say("Show and hide")},
    KeyBinding{"Shift+W", command, "skin window|wide", to_say("Skin: open over the back, or wide"), to_say("Show and hide")},
    KeyBinding{"T", command, "theme light|dark", to_say("Light or dark"), to_say("Show and hide")},
    KeyBinding{"M", command, "motion full|reduced", to_say("Let changes glide, or come at once"), to_say("Show and hide")},

    KeyBinding{"B", command, "brush on|off", to_say("Take the brush that paints pain, or lay it down"), to_say("Pain")},
    KeyBinding{"Shift+B", command, "brush paint|erase", to_say("Brush: paint or erase"), to_say("Pain")},
    KeyBinding{"Shift+M", command, "brush one-side|mirror", to_say("Brush: one side or both alike"), to_say("Pain")},
    KeyBinding{".", command, "step next", to_say("The next trigger point of the back"), to_say("Pain"), repeats},
    KeyBinding{",", command, "step previous", to_say("The one before"), to_say("Pain"), repeats},
    KeyBinding{"Shift+S", command, "slow-show on|off", to_say("Slow show of all trigger points: begin and stop"), to_say("Pain")},

    KeyBinding{"Ctrl+Z", undo, "", to_say("Undo"), to_say("Program"), repeats},
    KeyBinding{"Ctrl+Y", redo, "", to_say("Redo"), to_say("Program"), repeats},
    KeyBinding{"Ctrl+Shift+Z", redo, "", to_say("Redo"), to_say("Program"), repeats},
    KeyBinding{"Tab", next_panel, "", to_say("To the next panel; arrows and Space work there"), to_say("Program")},
    KeyBinding{"F6", next_panel, "", to_say("The same"), to_say("Program")},
    KeyBinding{"Ctrl+F", search, "", to_say("Search the structures"), to_say("Program")},
    KeyBinding{"Esc", leave, "select none", to_say("Back to the figure; then: select nothing"), to_say("Program")},
    KeyBinding{"F9", save_picture, "", to_say("Save the picture as a PNG file"), to_say("Program")},
    KeyBinding{"Ctrl+C", copy_state, "", to_say("Copy what you see as commands (for --run)"), to_say("Program")},
    KeyBinding{"F5", reload, "", to_say("Read the atlas and its texts from disk again"), to_say("Program")},
    KeyBinding{"Ctrl++", command, "text-scale ~0.1", to_say("Larger text"), to_say("Program"), repeats},
    KeyBinding{"Ctrl+-", command, "text-scale ~-0.1", to_say("Smaller text"), to_say("Program"), repeats},
    KeyBinding{"F10", command, "panels on|off", to_say("The panels beside the picture"), to_say("Program")},
    KeyBinding{"F11", command, "full-screen on|off", to_say("The whole screen"), to_say("Program")},
    KeyBinding{"?", command, "dialog keys", to_say("These keys"), to_say("Program")},
    KeyBinding{"F1", command, "dialog safety", to_say("Safety note"), to_say("Program")},
    KeyBinding{"Ctrl+Q", quit, "", to_say("Close"), to_say("Program")},
};

/// What of the state a command's row holds, by the form that `fits`.
template <class Fits>
const state::Member* member_of(const state::Row& row, const Fits& fits) {
  const auto form = std::find_if(row.forms.begin(), row.forms.end(), [&](const state::Form& each) { return std::any_of(each.slots.begin(), each.slots.end(), fits); });
  if (form != row.forms.end() && form->holds.now) return &form->holds;
  return row.holds.now ? &row.holds : nullptr;
}

/// The word of `alternatives` (`on|off`) that the state is not.
std::string other_of(const state::Row& row, std::string_view alternatives, const state::State& state) {
  const auto bar = alternatives.find('|');
  const std::string first(alternatives.substr(0, bar)), second(alternatives.substr(bar + 1));
  const state::Member* member = member_of(row, [&](const state::Slot& slot) {
    const auto* words = std::get_if<state::Words>(&slot);
    return words != nullptr && std::find(words->choices.begin(), words->choices.end(), first) != words->choices.end();
  });
  return member != nullptr && to_text(member->now(state)) == second ? first : second;
}

/// The present value of a command's number and `step`, within the range of the command.
std::string stepped(const state::Row& row, std::string_view step, const state::State& state) {
  const state::Number* range = nullptr;
  const state::Member* member = member_of(row, [&](const state::Slot& slot) {
    if (range == nullptr) range = std::get_if<state::Number>(&slot);
    return range != nullptr;
  });
  if (member == nullptr || range == nullptr) return std::string(step);
  const auto by = static_cast<float>(number_in(step).value_or(0.0));
  return fmt::format("{:.4g}", std::clamp(std::get<float>(member->now(state)) + by, range->low, range->high));
}

}  // namespace

std::span<const KeyBinding> key_bindings() { return bindings; }

const KeyBinding* binding_of(std::string_view chord) {
  const auto found = std::ranges::find(bindings, chord, &KeyBinding::chord);
  return found == bindings.end() ? nullptr : &*found;
}

std::string_view chord_of(std::string_view command) {
  const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const KeyBinding& b) { return b.action == KeyAction::command && b.command == command; });
  return found == bindings.end() ? std::string_view() : found->chord;
}

std::string_view chord_of(KeyAction action) {
  const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const KeyBinding& b) { return b.action == action; });
  return found == bindings.end() ? std::string_view() : found->chord;
}

std::optional<std::string> command_text(const KeyBinding& binding, const state::State& state) {
  std::vector<std::string_view> words;
  for (std::string_view rest = binding.command; !rest.empty();) {
    const auto space = rest.find(' ');
    words.push_back(rest.substr(0, space));
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
  }
  const state::Row* row = words.empty() ? nullptr : state::row_of(words.front());
  if (row == nullptr) return std::nullopt;

  std::string text(words.front());
  for (const std::string_view word : std::span(words).subspan(1)) {
    if (word == "SELECTED") {
      if (state.selected.empty()) return std::nullopt;
      text.append(" ").append(state.selected);
    } else if (word.find('|') != std::string_view::npos) {
      text.append(" ").append(other_of(*row, word, state));
    } else if (word.front() == '~') {
      text.append(" ").append(stepped(*row, word.substr(1), state));
    } else {
      text.append(" ").append(word);
    }
  }
  return text;
}

}  // namespace dorsum::ui
