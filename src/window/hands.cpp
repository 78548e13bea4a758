#include "dorsum/window/hands.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace dorsum::window {
namespace {

desk::Input& input_of(GLFWwindow* window) { return *static_cast<desk::Input*>(glfwGetWindowUserPointer(window)); }

constexpr std::array<std::pair<int, std::string_view>, 25> named_keys{
    {{GLFW_KEY_LEFT, "Left"},    {GLFW_KEY_RIGHT, "Right"}, {GLFW_KEY_UP, "Up"},   {GLFW_KEY_DOWN, "Down"}, {GLFW_KEY_ESCAPE, "Esc"},
     {GLFW_KEY_HOME, "Home"},    {GLFW_KEY_END, "End"},     {GLFW_KEY_F1, "F1"},   {GLFW_KEY_F2, "F2"},     {GLFW_KEY_F3, "F3"},
     {GLFW_KEY_F4, "F4"},        {GLFW_KEY_F5, "F5"},       {GLFW_KEY_F6, "F6"},   {GLFW_KEY_F7, "F7"},     {GLFW_KEY_F8, "F8"},
     {GLFW_KEY_F9, "F9"},        {GLFW_KEY_F10, "F10"},     {GLFW_KEY_F11, "F11"}, {GLFW_KEY_F12, "F12"},   {GLFW_KEY_KP_ADD, "+"},
     {GLFW_KEY_KP_SUBTRACT, "-"}, {GLFW_KEY_DELETE, "Delete"},
     {GLFW_KEY_TAB, "Tab"},      {GLFW_KEY_PAGE_UP, "PageUp"}, {GLFW_KEY_PAGE_DOWN, "PageDown"}}};

/// With Ctrl held the keys of the digits are digits, also in layouts that write them with Shift.
bool is_digit(int key, int modifiers) { return (modifiers & GLFW_MOD_CONTROL) != 0 && key >= GLFW_KEY_0 && key <= GLFW_KEY_9; }

/// The key's own name: of a letter in the user's layout, of a key without one from the table; else empty.
std::string key_name(int key, int scancode) {
  for (const auto& [code, name] : named_keys)
    if (code == key) return std::string(name);
  const char* printed = glfwGetKeyName(key, scancode);
  if (printed == nullptr || std::string_view(printed).size() != 1) return {};
  return {static_cast<char>(std::toupper(static_cast<unsigned char>(*printed)))};
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
  using enum desk::KeyEvent::Kind;
  input_of(window).key({.kind = action == GLFW_PRESS    ? press
                                : action == GLFW_REPEAT ? repeat
                                                        : release,
                        .name = is_digit(key, modifiers) ? std::string(1, static_cast<char>('0' + key - GLFW_KEY_0)) : key_name(key, scancode),
                        .code = key,
                        .scancode = scancode,
                        .modifiers = modifiers,
                        .control = (modifiers & GLFW_MOD_CONTROL) != 0,
                        .shift = (modifiers & GLFW_MOD_SHIFT) != 0,
                        .is_shift = key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT});
}

void on_char(GLFWwindow* window, unsigned int codepoint) { input_of(window).character(codepoint); }

void on_move(GLFWwindow* window, double x, double y) { input_of(window).move({static_cast<float>(x), static_cast<float>(y)}); }

void on_button(GLFWwindow* window, int button, int action, int modifiers) {
  if (button > GLFW_MOUSE_BUTTON_MIDDLE) return input_of(window).stir();
  const auto which = button == GLFW_MOUSE_BUTTON_LEFT    ? desk::MouseButton::left
                     : button == GLFW_MOUSE_BUTTON_RIGHT ? desk::MouseButton::right
                                                         : desk::MouseButton::middle;
  input_of(window).button(which, action == GLFW_PRESS, (modifiers & GLFW_MOD_SHIFT) != 0);
}

void on_drop(GLFWwindow* window, int count, const char** paths) { input_of(window).drop({paths, paths + count}); }

void on_scroll(GLFWwindow* window, double aside, double away) { input_of(window).scroll({aside, away}); }

}  // namespace

void listen(GLFWwindow* window, desk::Input& input) {
  glfwSetWindowUserPointer(window, &input);
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, on_char);
  glfwSetCursorPosCallback(window, on_move);
  glfwSetMouseButtonCallback(window, on_button);
  glfwSetScrollCallback(window, on_scroll);
  glfwSetDropCallback(window, on_drop);
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

}  // namespace dorsum::window
