#include "dorsum/ui/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dorsum/core/number.h"
#include "dorsum/state/command_table.h"

namespace dorsum::ui {
namespace {

using enum KeyAction;

constexpr bool repeats = true;

// The one table. Letters stay clear of each other in the common layouts; every action of the mouse has a key.
constexpr std::array bindings{
    KeyBinding{"0", command, "depth 0", "Skin", "Depth"},
    KeyBinding{"1", command, "depth 1", "Open the skin: first layer", "Depth"},
    KeyBinding{"2", command, "depth 2", "Second layer", "Depth"},
    KeyBinding{"3", command, "depth 3", "Third layer", "Depth"},
    KeyBinding{"4", command, "depth 4", "Fourth layer", "Depth"},
    KeyBinding{"5", command, "depth 5", "Skeleton", "Depth"},
    KeyBinding{"]", command, "depth ~0.25", "Peel a little deeper", "Depth", repeats},
    KeyBinding{"[", command, "depth ~-0.25", "Put a little back", "Depth", repeats},
    KeyBinding{"O", KeyAction::lens, "", "Hold: a round opening under the pointer; 1 to 5 how deep, wheel how wide", "Depth"},
    KeyBinding{"D", KeyAction::probe, "", "What lies under the pointer, how deep; again: take it away", "Depth"},
    KeyBinding{"C", command, "section off|facing", "Cut through the middle of the view, facing you; again: no cut", "Depth"},
    KeyBinding{"PageDown", command, "section by -5", "Move the cut 5 mm into the body", "Depth", repeats},
    KeyBinding{"PageUp", command, "section by 5", "Move it 5 mm out again", "Depth", repeats},
    KeyBinding{"E", command, "explode ~15", "Draw the layers apart", "Depth", repeats},
    KeyBinding{"Shift+E", command, "explode ~-15", "Bring them together", "Depth", repeats},

    KeyBinding{"P", command, "view posterior", "From behind", "View"},
    KeyBinding{"A", command, "view anterior", "From the front", "View"},
    KeyBinding{"L", command, "view left", "From the left", "View"},
    KeyBinding{"R", command, "view right", "From the right", "View"},
    KeyBinding{"S", command, "view superior", "From above", "View"},
    KeyBinding{"U", command, "view upper-back", "The upper back, close", "View"},
    KeyBinding{"Left", command, "orbit 15 0", "Look from farther left", "View", repeats},
    KeyBinding{"Right", command, "orbit -15 0", "Look from farther right", "View", repeats},
    KeyBinding{"Up", command, "orbit 0 10", "Look from higher up", "View", repeats},
    KeyBinding{"Down", command, "orbit 0 -10", "Look from lower down", "View", repeats},
    KeyBinding{"+", command, "zoom 1.2", "Nearer", "View", repeats},
    KeyBinding{"-", command, "zoom 0.8333", "Farther", "View", repeats},
    KeyBinding{"V", command, "projection perspective|orthographic", "Near things larger, or all to one scale", "View"},
    KeyBinding{"F", command, "focus SELECTED", "Go to the selected structure", "View"},

    KeyBinding{"H", command, "hide SELECTED", "Hide the selected structure", "Show and hide"},
    KeyBinding{"I", command, "isolate SELECTED", "Show only the selected structure", "Show and hide"},
    KeyBinding{"Shift+H", command, "show-all", "Show everything again", "Show and hide"},
    KeyBinding{"Z", command, "zones on|off", "Pain zones on the skin", "Show and hide"},
    KeyBinding{"Shift+Z", command, "trigger none", "Switch all trigger points off", "Show and hide"},
    KeyBinding{"X", command, "xray on|off", "X-ray: see through to the selection", "Show and hide"},
    KeyBinding{"G", command, "fibres on|off", "Which way the selected muscle's fibres pull", "Show and hide"},
    KeyBinding{"Shift+A", command, "arcs on|off", "Arcs to where pain is felt", "Show and hide"},
    KeyBinding{"N", command, "labels on|off", "Names in the picture", "Show and hide"},
    KeyBinding{"Shift+N", command, "latin on|off", "Latin names beside the plain ones", "Show and hide"},
    KeyBinding{"W", command, "skin window|whole", "Skin: open over the back, or all off", "Show and hide"},
    KeyBinding{"Shift+W", command, "skin window|wide", "Skin: open over the back, or wide", "Show and hide"},
    KeyBinding{"T", command, "theme light|dark", "Light or dark", "Show and hide"},
    KeyBinding{"M", command, "motion full|reduced", "Let changes glide, or come at once", "Show and hide"},

    KeyBinding{"B", command, "brush on|off", "Take the brush that paints pain, or lay it down", "Pain"},
    KeyBinding{"Shift+B", command, "brush paint|erase", "Brush: paint or erase", "Pain"},
    KeyBinding{"Shift+M", command, "brush one-side|mirror", "Brush: one side or both alike", "Pain"},
    KeyBinding{".", command, "step next", "The next trigger point of the back", "Pain", repeats},
    KeyBinding{",", command, "step previous", "The one before", "Pain", repeats},
    KeyBinding{"Shift+S", command, "slow-show on|off", "Slow show of all trigger points: begin and stop", "Pain"},

    KeyBinding{"Ctrl+Z", undo, "", "Undo", "Program", repeats},
    KeyBinding{"Ctrl+Y", redo, "", "Redo", "Program", repeats},
    KeyBinding{"Ctrl+Shift+Z", redo, "", "Redo", "Program", repeats},
    KeyBinding{"Tab", next_panel, "", "To the next panel; arrows and Space work there", "Program"},
    KeyBinding{"F6", next_panel, "", "The same", "Program"},
    KeyBinding{"Ctrl+F", search, "", "Search the structures", "Program"},
    KeyBinding{"Esc", leave, "select none", "Back to the figure; then: select nothing", "Program"},
    KeyBinding{"F9", save_picture, "", "Save the picture as a PNG file", "Program"},
    KeyBinding{"Ctrl+C", copy_state, "", "Copy what you see as commands (for --run)", "Program"},
    KeyBinding{"F5", reload, "", "Read the atlas and its texts from disk again", "Program"},
    KeyBinding{"Ctrl++", command, "text-scale ~0.1", "Larger text", "Program", repeats},
    KeyBinding{"Ctrl+-", command, "text-scale ~-0.1", "Smaller text", "Program", repeats},
    KeyBinding{"F10", command, "panels on|off", "The panels beside the picture", "Program"},
    KeyBinding{"F11", command, "full-screen on|off", "The whole screen", "Program"},
    KeyBinding{"?", command, "dialog keys", "These keys", "Program"},
    KeyBinding{"F1", command, "dialog safety", "Safety note", "Program"},
    KeyBinding{"Ctrl+Q", quit, "", "Close", "Program"},
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
