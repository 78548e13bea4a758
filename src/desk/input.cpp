#include "dorsum/desk/input.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "dorsum/ui/keys.h"

namespace dorsum::desk {
namespace {

constexpr glm::vec2 outside(-1.0F);

bool is_letter(std::string_view name) { return name.size() == 1 && std::isalpha(static_cast<unsigned char>(name.front())) != 0; }

std::string chord_of(const KeyEvent& event) {
  const bool signs = event.name.size() == 1 && !is_letter(event.name);
  // With Ctrl held "=" stands for the "+" that shares its key.
  const std::string name = event.control && event.name == "=" ? "+" : event.name;
  return (event.control ? "Ctrl+" : "") + std::string(event.shift && !signs ? "Shift+" : "") + name;
}

}  // namespace

/// Whether a key that stays down asks for something again: a step in the figure, the next letter of a text. Of other keys
/// nothing would be drawn anew but what there is.
bool Input::goes_on(std::string_view chord) const {
  if (typing_) return true;
  const ui::KeyBinding* binding = ui::binding_of(chord);
  return binding != nullptr ? binding->repeats : !is_letter(chord);
}

void Input::key(const KeyEvent& event) {
  using enum KeyEvent::Kind;
  const std::string chord = chord_of(event);
  key_held_ = event.kind == repeat;
  if (event.kind == repeat && !goes_on(chord)) return;
  stir();
  if (event.kind != repeat)
    for_panels_.add(ui::InputQueue::Key{.key = event.code, .scancode = event.scancode, .down = event.kind == press, .modifiers = event.modifiers});
  shift_ = event.is_shift ? event.kind != release : event.shift;
  if (event.kind == release) {
    if (!event.name.empty()) add({.kind = InputEvent::Kind::let_go, .at = pointer_, .chord = event.name});
    return;
  }
  // Signs and digits come as characters, because layouts put them on different keys; with Ctrl held no character comes.
  const bool signs = event.name.size() == 1 && !is_letter(event.name);
  if (event.name.empty() || (signs && !event.control)) return;
  add({.kind = InputEvent::Kind::chord, .at = pointer_, .chord = chord});
}

void Input::character(unsigned int codepoint) {
  const bool printable = codepoint > ' ' && codepoint <= '~';
  const std::string sign(1, printable ? static_cast<char>(std::toupper(static_cast<int>(codepoint))) : ' ');
  if (key_held_ && !goes_on(sign)) return;
  stir();
  for_panels_.add(ui::InputQueue::Character{codepoint});
  if (printable && !is_letter(sign)) add({.kind = InputEvent::Kind::chord, .at = pointer_, .chord = sign});
}

void Input::button(MouseButton button, bool down, bool shift) {
  const int number = button == MouseButton::left ? 0 : button == MouseButton::right ? 1 : 2;
  for_panels_.add(ui::InputQueue::Button{.button = number, .down = down});
  add({.kind = down ? InputEvent::Kind::press : InputEvent::Kind::release, .at = moved_to_, .button = button, .shift = shift});
}

void Input::scroll(glm::vec2 notches) {
  for_panels_.add(ui::InputQueue::Scroll{notches});
  add({.kind = InputEvent::Kind::scroll, .at = pointer_, .shift = shift_, .scroll = notches});
}

std::vector<InputEvent> Input::take() {
  const auto waits = std::find_if(events_.begin(), events_.end(), [&](const InputEvent& event) { return event.after > for_panels_.taken(); });
  std::vector<InputEvent> later(waits, events_.end());
  events_.erase(waits, events_.end());
  return std::exchange(events_, std::move(later));
}

bool Input::take_stirred() { return std::exchange(stirred_, false); }

void Input::add(InputEvent event) {
  stirred_ = true;
  if (event.kind == InputEvent::Kind::press) ++held_;
  if (event.kind == InputEvent::Kind::release) --held_;
  event.after = for_panels_.added();
  events_.push_back(std::move(event));
}

void Input::move(glm::vec2 to) {
  pointer_ = moved_to_ = to;
  for_panels_.add(ui::InputQueue::Pointer{to});
  add({.kind = InputEvent::Kind::move, .at = to});
}

void Input::drop(std::vector<std::string> paths) { add({.kind = InputEvent::Kind::drop, .at = pointer_, .paths = std::move(paths)}); }

// No window tells of a move where the pointer comes back to where it was, as when another window covered this one for a while.
void Input::come_back() { move(moved_to_); }

void Input::leave() {
  if (held_ > 0) return;  // a hand that holds something keeps it beyond the window's edge, and its moves are told
  pointer_ = outside;
  for_panels_.add(ui::InputQueue::Pointer{outside});
  add({.kind = InputEvent::Kind::move, .at = outside});
}

}  // namespace dorsum::desk
