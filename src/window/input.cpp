#include "dorsum/window/input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "dorsum/ui/keys.h"

namespace dorsum::window {
namespace {

constexpr glm::vec2 outside(-1.0F);

Input& input_of(GLFWwindow* window) { return *static_cast<Input*>(glfwGetWindowUserPointer(window)); }

constexpr std::array<std::pair<int, std::string_view>, 25> named_keys{
    {{GLFW_KEY_LEFT, "Left"},    {GLFW_KEY_RIGHT, "Right"}, {GLFW_KEY_UP, "Up"},   {GLFW_KEY_DOWN, "Down"}, {GLFW_KEY_ESCAPE, "Esc"},
     {GLFW_KEY_HOME, "Home"},    {GLFW_KEY_END, "End"},     {GLFW_KEY_F1, "F1"},   {GLFW_KEY_F2, "F2"},     {GLFW_KEY_F3, "F3"},
     {GLFW_KEY_F4, "F4"},        {GLFW_KEY_F5, "F5"},       {GLFW_KEY_F6, "F6"},   {GLFW_KEY_F7, "F7"},     {GLFW_KEY_F8, "F8"},
     {GLFW_KEY_F9, "F9"},        {GLFW_KEY_F10, "F10"},     {GLFW_KEY_F11, "F11"}, {GLFW_KEY_F12, "F12"},   {GLFW_KEY_KP_ADD, "+"},
     {GLFW_KEY_KP_SUBTRACT, "-"}, {GLFW_KEY_DELETE, "Delete"},
     {GLFW_KEY_TAB, "Tab"},      {GLFW_KEY_PAGE_UP, "PageUp"}, {GLFW_KEY_PAGE_DOWN, "PageDown"}}};

/// The key's own name: of a letter in the user's layout, of a key without one from the table; else empty.
std::string key_name(int key, int scancode) {
  for (const auto& [code, name] : named_keys)
    if (code == key) return std::string(name);
  const char* printed = glfwGetKeyName(key, scancode);
  if (printed == nullptr || std::string_view(printed).size() != 1) return {};
  return {static_cast<char>(std::toupper(static_cast<unsigned char>(*printed)))};
}

bool is_letter(std::string_view name) { return name.size() == 1 && std::isalpha(static_cast<unsigned char>(name.front())) != 0; }

/// Whether a key that stays down asks for something again: a step in the figure, the next letter of a text. Of other keys
/// nothing would be drawn anew but what there is.
bool goes_on(std::string_view chord) {
  if (ImGui::GetIO().WantTextInput) return true;
  const ui::KeyBinding* binding = ui::binding_of(chord);
  return binding != nullptr ? binding->repeats : !is_letter(chord);
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
  Input& input = input_of(window);
  std::string name = key_name(key, scancode);
  const bool control = (modifiers & GLFW_MOD_CONTROL) != 0, shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  const bool signs = name.size() == 1 && !is_letter(name);
  if (control && name == "=") name = "+";  // with Ctrl held it stands for the "+" that shares its key
  const std::string chord = (control ? "Ctrl+" : "") + std::string(shift && !signs ? "Shift+" : "") + name;
  input.hold_key(action == GLFW_REPEAT);
  if (action == GLFW_REPEAT && !goes_on(chord)) return;
  input.stir();
  if (action != GLFW_REPEAT) {
    input.for_panels().add(ui::InputQueue::Key{.key = key, .scancode = scancode, .down = action == GLFW_PRESS, .modifiers = modifiers});
  }
  input.hold_shift(shift);
  if (key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT) input.hold_shift(action != GLFW_RELEASE);
  if (action == GLFW_RELEASE) {
    if (!name.empty()) input.add({.kind = InputEvent::Kind::let_go, .at = input.pointer(), .chord = name});
    return;
  }
  // Signs and digits come as characters (on_char), because layouts put them on different keys; with Ctrl held no
  // character comes.
  if (name.empty() || (signs && !control)) return;
  input.add({.kind = InputEvent::Kind::chord, .at = input.pointer(), .chord = chord});
}

void on_char(GLFWwindow* window, unsigned int codepoint) {
  Input& input = input_of(window);
  const bool printable = codepoint > ' ' && codepoint <= '~';
  const std::string sign(1, printable ? static_cast<char>(std::toupper(static_cast<int>(codepoint))) : ' ');
  if (input.key_held() && !goes_on(sign)) return;
  input.stir();
  input.for_panels().add(ui::InputQueue::Character{codepoint});
  if (printable && !is_letter(sign)) input.add({.kind = InputEvent::Kind::chord, .at = input.pointer(), .chord = sign});
}

void on_move(GLFWwindow* window, double x, double y) {
  input_of(window).move({static_cast<float>(x), static_cast<float>(y)});
}

void on_button(GLFWwindow* window, int button, int action, int modifiers) {
  Input& input = input_of(window);
  input.stir();
  if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
  input.for_panels().add(ui::InputQueue::Button{.button = button, .down = action == GLFW_PRESS});
  // Not where the pointer is by now, which is what GLFW would say.
  input.add({.kind = action == GLFW_PRESS ? InputEvent::Kind::press : InputEvent::Kind::release,
             .at = input.moved_to(),
             .button = button == GLFW_MOUSE_BUTTON_LEFT    ? MouseButton::left
                       : button == GLFW_MOUSE_BUTTON_RIGHT ? MouseButton::right
                                                           : MouseButton::middle,
             .shift = (modifiers & GLFW_MOD_SHIFT) != 0});
}

void on_scroll(GLFWwindow* window, double aside, double away) {
  Input& input = input_of(window);
  const glm::vec2 by(aside, away);
  input.for_panels().add(ui::InputQueue::Scroll{by});
  input.add({.kind = InputEvent::Kind::scroll, .at = input.pointer(), .shift = input.shift(), .scroll = by});
}

}  // namespace

Input::Input(GLFWwindow* window) {
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, on_char);
  glfwSetCursorPosCallback(window, on_move);
  glfwSetMouseButtonCallback(window, on_button);
  glfwSetScrollCallback(window, on_scroll);
  // What changes the window itself only asks for a new frame.
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { input_of(w).stir(); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { input_of(w).stir(); });
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { input_of(w).stir(); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { input_of(w).stir(); });
  glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { input_of(w).stir(); });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    if (entered == GLFW_TRUE)
      input_of(w).come_back();
    else
      input_of(w).leave();
  });
}

std::vector<InputEvent> Input::take() {
  const auto waits = std::ranges::find_if(events_, [&](const InputEvent& event) { return event.after > for_panels_.taken(); });
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

// GLFW tells of no move where the pointer comes back to where it was, as when another window covered this one for a while.
void Input::come_back() { move(moved_to_); }

void Input::leave() {
  if (held_ > 0) return;  // a hand that holds something keeps it beyond the window's edge, and its moves are told
  pointer_ = outside;
  for_panels_.add(ui::InputQueue::Pointer{outside});
  add({.kind = InputEvent::Kind::move, .at = outside});
}

}  // namespace dorsum::window
