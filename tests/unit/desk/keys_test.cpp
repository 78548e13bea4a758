// Keys, and keys that stay down.

#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

namespace {

KeyEvent event(KeyEvent::Kind kind, const std::string& name) { return {.kind = kind, .name = name, .code = name.front()}; }

std::size_t chords(Input& input) {
  while (input.for_panels().waiting()) static_cast<void>(input.for_panels().take());
  std::size_t count = 0;
  for (const InputEvent& each : input.take()) count += each.kind == InputEvent::Kind::chord ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("of a key that stays down, a step is asked for again and again, a switch once") {
  using enum KeyEvent::Kind;
  Input input;
  input.key(event(press, "Left"));
  input.key(event(repeat, "Left"));
  input.key(event(repeat, "Left"));
  CHECK(chords(input) == 3);
  static_cast<void>(input.take_stirred());
  input.key(event(press, "M"));
  CHECK(chords(input) == 1);
  static_cast<void>(input.take_stirred());
  input.key(event(repeat, "M"));
  CHECK(chords(input) == 0);
  CHECK_FALSE(input.take_stirred());  // and nothing is drawn for it
}

TEST_CASE("a letter that stays down writes on while a field takes what is typed") {
  using enum KeyEvent::Kind;
  Input input;
  input.set_typing(true);
  input.key(event(press, "M"));
  input.character('m');
  input.key(event(repeat, "M"));
  input.character('m');
  std::size_t written = 0;
  while (input.for_panels().waiting())
    for (const auto& change : input.for_panels().take()) written += std::holds_alternative<ui::InputQueue::Character>(change) ? 1 : 0;
  CHECK(written == 2);
}

TEST_CASE("a key does what the table of keys says, and nothing while a field takes what is typed") {
  Seat seat;
  seat.key("]");
  CHECK(seat.state().depth.left == 0.25F);
  seat.panels.claims.typing = true;
  seat.follow();
  seat.key("]");
  CHECK(seat.state().depth.left == 0.25F);
  seat.panels.claims.typing = false;
  seat.key("Z", false, true);
  CHECK(seat.state().depth.left == 0.0F);
}

TEST_CASE("keys that are the machine's business are handed to it") {
  Seat seat("motion reduced; depth 2");
  for (const ui::KeyBinding& binding : ui::key_bindings()) {
    const bool plain = binding.chord.starts_with("Ctrl+") && binding.chord.size() == 6;
    const bool function = binding.chord.starts_with("F") && binding.chord.size() == 2;
    if (!plain && !function) continue;
    using enum ui::KeyAction;
    if (binding.action != copy_state && binding.action != reload && binding.action != quit) continue;
    seat.key(plain ? std::string(binding.chord.substr(5)) : std::string(binding.chord), false, plain);
  }
  CHECK(seat.closed == 1);
  CHECK(seat.read_again == 1);
}

TEST_CASE("a pointer that leaves with nothing held is outside; one that drags is not") {
  Input input;
  input.move({10.0F, 10.0F});
  input.leave();
  CHECK(input.pointer().x < 0.0F);
  input.come_back();
  CHECK(input.pointer() == glm::vec2(10.0F, 10.0F));
  input.button(MouseButton::left, true, false);
  input.leave();
  CHECK(input.pointer() == glm::vec2(10.0F, 10.0F));
}
