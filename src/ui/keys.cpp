#include "dorsum/ui/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dorsum/core/number.h"
#include "dorsum/core/to_say.h"
#include "dorsum/state/command_table.h"

namespace dorsum::ui {
namespace {

using enum KeyAction;

constexpr bool repeats = true;

/// What the help says of a command's key; the key itself stands in the command's row (state/command_table.h).
KeyBinding of_row(std::string command, const char* meaning, const char* group) {
  return {.chord = "", .action = KeyAction::command, .command = std::move(command), .meaning = meaning, .group = group};
}

/// In the help's order. Letters stay clear of each other in the common layouts; every action of the mouse has a key.
std::vector<KeyBinding> lines() {
  return {
      of_row("depth 0", to_say("Skin"), to_say("Depth")),
      of_row("depth 1", to_say("Open the skin: first layer"), to_say("Depth")),
      of_row("depth 2", to_say("Second layer"), to_say("Depth")),
      of_row("depth 3", to_say("Third layer"), to_say("Depth")),
      of_row("depth 4", to_say("Fourth layer"), to_say("Depth")),
      of_row("depth 5", to_say("Skeleton"), to_say("Depth")),
      of_row("depth ~0.25", to_say("Peel a little deeper"), to_say("Depth")),
      of_row("depth ~-0.25", to_say("Put a little back"), to_say("Depth")),
      KeyBinding{"O", KeyAction::lens, "", to_say("Hold: a round opening under the pointer; 1 to 5 how deep, wheel how wide"), to_say("Depth")},
      KeyBinding{"D", KeyAction::probe, "", to_say("What lies under the pointer, how deep; again: take it away"), to_say("Depth")},
      of_row("section off|facing", to_say("Cut through the middle of the view, facing you; again: no cut"), to_say("Depth")),
      of_row("section by -5", to_say("Move the cut 5 mm into the body"), to_say("Depth")),
      of_row("section by 5", to_say("Move it 5 mm out again"), to_say("Depth")),
      of_row("explode ~15", to_say("Draw the layers apart"), to_say("Depth")),
      of_row("explode ~-15", to_say("Bring them together"), to_say("Depth")),

      of_row("view posterior", to_say("From behind"), to_say("View")),
      of_row("view anterior", to_say("From the front"), to_say("View")),
      of_row("view left", to_say("From the left"), to_say("View")),
      of_row("view right", to_say("From the right"), to_say("View")),
      of_row("view superior", to_say("From above"), to_say("View")),
      of_row("view upper-back", to_say("The upper back, close"), to_say("View")),
      of_row("orbit 15 0", to_say("Look from farther left"), to_say("View")),
      of_row("orbit -15 0", to_say("Look from farther right"), to_say("View")),
      of_row("orbit 0 10", to_say("Look from higher up"), to_say("View")),
      of_row("orbit 0 -10", to_say("Look from lower down"), to_say("View")),
      of_row("zoom 1.2", to_say("Nearer"), to_say("View")),
      of_row("zoom 0.8333", to_say("Farther"), to_say("View")),
      of_row("projection perspective|orthographic", to_say("Near things larger, or all to one scale"), to_say("View")),
      of_row("focus SELECTED", to_say("Go to the selected structure"), to_say("View")),

      of_row("hide SELECTED", to_say("Hide the selected structure"), to_say("Show and hide")),
      of_row("isolate SELECTED", to_say("Show only the selected structure"), to_say("Show and hide")),
      of_row("show-all", to_say("Show everything again"), to_say("Show and hide")),
      of_row("zones on|off", to_say("Pain zones on the skin"), to_say("Show and hide")),
      of_row("trigger none", to_say("Switch all trigger points off"), to_say("Show and hide")),
      of_row("xray on|off", to_say("X-ray: see through to the selection"), to_say("Show and hide")),
      of_row("fibres on|off", to_say("Which way the selected muscle's fibres pull"), to_say("Show and hide")),
      of_row("arcs on|off", to_say("Arcs to where pain is felt"), to_say("Show and hide")),
      of_row("markers on|lit", to_say("Rings on all trigger points, or only on those that are on"), to_say("Show and hide")),
      of_row("legend on|off", to_say("What the signs on the picture mean"), to_say("Show and hide")),
      of_row("left-right on|off", to_say("L and R beside the body"), to_say("Show and hide")),
      of_row("labels on|off", to_say("Names in the picture"), to_say("Show and hide")),
      of_row("latin on|off", to_say("Latin names beside the plain ones"), to_say("Show and hide")),
      of_row("skin window|whole", to_say("Skin: open over the back, or all off"), to_say("Show and hide")),
      of_row("skin window|wide", to_say("Skin: open over the back, or wide"), to_say("Show and hide")),
      of_row("theme light|dark", to_say("Light or dark"), to_say("Show and hide")),
      of_row("motion full|reduced", to_say("Let changes glide, or come at once"), to_say("Show and hide")),

      of_row("brush on|off", to_say("Take the brush that paints pain, or lay it down"), to_say("Pain")),
      of_row("brush paint|erase", to_say("Brush: paint or erase"), to_say("Pain")),
      of_row("brush one-side|mirror", to_say("Brush: one side or both alike"), to_say("Pain")),
      of_row("step next", to_say("The next trigger point of the back"), to_say("Pain")),
      of_row("step previous", to_say("The one before"), to_say("Pain")),
      of_row("slow-show on|off", to_say("Slow show of all trigger points: begin and stop"), to_say("Pain")),

      KeyBinding{"Ctrl+Z", undo, "", to_say("Undo"), to_say("Program"), repeats},
      KeyBinding{"Ctrl+Y", redo, "", to_say("Redo"), to_say("Program"), repeats},
      KeyBinding{"Ctrl+Shift+Z", redo, "", to_say("Redo"), to_say("Program"), repeats},
      of_row("tab structure", to_say("Explore: what is selected"), to_say("Program")),
      of_row("tab pain", to_say("Where it hurts"), to_say("Program")),
      of_row("tab view", to_say("Section & view"), to_say("Program")),
      of_row("tab list", to_say("All structures"), to_say("Program")),
      KeyBinding{"Tab", next_panel, "", to_say("To the next panel; arrows and Space work there"), to_say("Program")},
      KeyBinding{"F6", next_panel, "", to_say("The same"), to_say("Program")},
      KeyBinding{"Ctrl+F", search, "", to_say("Search the structures"), to_say("Program")},
      KeyBinding{"Ctrl+O", open_file, "", to_say("Open a pack, a model or a file of commands"), to_say("Program")},
      KeyBinding{"Esc", leave, "select none", to_say("Back to the figure; then: select nothing"), to_say("Program")},
      KeyBinding{"F9", save_picture, "", to_say("Save the picture as a PNG file"), to_say("Program")},
      KeyBinding{"Ctrl+C", copy_state, "", to_say("Copy what you see as commands (for --run)"), to_say("Program")},
      KeyBinding{"F5", reload, "", to_say("Read the atlas and its texts from disk again"), to_say("Program")},
      of_row("text-scale ~0.1", to_say("Larger text"), to_say("Program")),
      of_row("text-scale ~-0.1", to_say("Smaller text"), to_say("Program")),
      of_row("panels on|off", to_say("The panels beside the picture"), to_say("Program")),
      of_row("full-screen on|off", to_say("The whole screen"), to_say("Program")),
      of_row("dialog keys", to_say("These keys"), to_say("Program")),
      of_row("dialog safety", to_say("Safety note"), to_say("Program")),
      KeyBinding{"Ctrl+Q", quit, "", to_say("Close"), to_say("Program")},
  };
}

std::string said_by(const state::Row& row, const state::Key& key) {
  return key.arguments.empty() ? std::string(row.verb) : fmt::format("{} {}", row.verb, key.arguments);
}

/// The key of a row that says this command; null when there is none.
const state::Key* key_in_row(const state::Row& row, std::string_view command) {
  const auto key = std::find_if(row.keys.begin(), row.keys.end(), [&](const state::Key& each) { return said_by(row, each) == command; });
  return key == row.keys.end() ? nullptr : &*key;
}

std::vector<KeyBinding> make_bindings() {
  std::vector<KeyBinding> bindings = lines();
  const auto is_there = [&](const std::string& command) {
    return std::any_of(bindings.begin(), bindings.end(), [&](const KeyBinding& each) { return each.command == command; });
  };
  for (const state::Row& row : state::command_table()) {
    for (KeyBinding& binding : bindings) {
      const state::Key* key = binding.action == KeyAction::command ? key_in_row(row, binding.command) : nullptr;
      if (key == nullptr) continue;
      binding.chord = key->chord;
      binding.repeats = key->repeats;
    }
    // A key that no line above speaks of stands in the help all the same, in the words of its row.
    for (const state::Key& key : row.keys)
      if (const std::string command = said_by(row, key); !is_there(command))
        bindings.push_back({key.chord, KeyAction::command, command, row.meaning, bindings.back().group, key.repeats});
  }
  return bindings;
}

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

std::span<const KeyBinding> key_bindings() {
  static const std::vector<KeyBinding> bindings = make_bindings();
  return bindings;
}

const KeyBinding* binding_of(std::string_view chord) {
  const auto bindings = key_bindings();
  const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const KeyBinding& each) { return each.chord == chord; });
  return found == bindings.end() ? nullptr : &*found;
}

std::string_view chord_of(std::string_view command) {
  const auto bindings = key_bindings();
  const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const KeyBinding& b) { return b.action == KeyAction::command && b.command == command; });
  return found == bindings.end() ? std::string_view() : found->chord;
}

std::string_view chord_of(KeyAction action) {
  const auto bindings = key_bindings();
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
