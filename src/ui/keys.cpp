#include "dorsum/ui/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

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
    KeyBinding{"Shift+S", slow_show, "", "Slow show of all trigger points: begin and stop", "Pain"},

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
    KeyBinding{"?", keys_help, "", "These keys", "Program"},
    KeyBinding{"F1", safety, "", "Safety note", "Program"},
    KeyBinding{"Ctrl+Q", quit, "", "Close", "Program"},
};

/// The word of `alternatives` (`on|off`) that the state is not.
std::string other_of(std::string_view verb, std::string_view alternatives, const state::State& state) {
  const auto bar = alternatives.find('|');
  const std::string first(alternatives.substr(0, bar)), second(alternatives.substr(bar + 1));
  const bool is_first = verb == "zones"    ? state.zones
                        : verb == "xray"   ? state.xray
                        : verb == "labels" ? state.labels
                        : verb == "latin"  ? state.names != state::Names::plain
                        : verb == "fibres" ? state.fibres
                        : verb == "arcs"   ? state.arcs
                        : verb == "motion" ? !state.reduced_motion
                        : verb == "projection" ? !state.camera.orthographic
                        : verb == "skin"   ? state.skin != (second == "wide" ? state::SkinMode::wide : state::SkinMode::whole)
                        : verb == "section" ? !state.section.has_value()
                        : verb == "theme"  ? state.theme == state::Theme::light
                        : first == "on"    ? state.brush.on
                        : first == "paint" ? !state.brush.erase
                        : first == "one-side" ? !state.brush.mirror
                                           : false;
  return is_first ? second : first;
}

/// The present value of a command's number, and the range it is kept in.
struct Present {
  float value = 0.0F, low = 0.0F, high = 0.0F;
};
Present present(std::string_view verb, const state::State& state) {
  if (verb == "explode") return {state.explode, 0.0F, 150.0F};
  if (verb == "text-scale") return {state.text_scale, 0.75F, 2.5F};
  return {std::max(state.depth.left, state.depth.right), 0.0F, 5.0F};
}

float number_in(std::string_view text) {
  float value = 0.0F;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
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
  if (words.empty()) return std::nullopt;

  std::string text(words.front());
  for (const std::string_view word : std::span(words).subspan(1)) {
    if (word == "SELECTED") {
      if (state.selected.empty()) return std::nullopt;
      text.append(" ").append(state.selected);
    } else if (word.find('|') != std::string_view::npos) {
      text.append(" ").append(other_of(words.front(), word, state));
    } else if (word.front() == '~') {
      const Present now = present(words.front(), state);
      text += fmt::format(" {:.4g}", std::clamp(now.value + number_in(word.substr(1)), now.low, now.high));
    } else {
      text.append(" ").append(word);
    }
  }
  return text;
}

}  // namespace dorsum::ui
