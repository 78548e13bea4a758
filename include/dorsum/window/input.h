#pragma once
// What the mouse and the keyboard did since the last frame, gathered from GLFW's callbacks.

#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "dorsum/ui/input_queue.h"

struct GLFWwindow;

namespace dorsum::window {

enum class MouseButton { left, right, middle };

struct InputEvent {
  enum class Kind { move, press, release, scroll, chord, let_go };
  Kind kind = Kind::move;
  glm::vec2 at{0.0F};                    ///< window points, origin top left
  MouseButton button = MouseButton::left;
  bool shift = false;
  glm::vec2 scroll{0.0F};                ///< notches or parts of them: x > 0 to the right, y > 0 away from the user
  std::string chord{};                   ///< a key as ui/keys.h writes it: "Ctrl+Z"; let_go: its letter alone
  std::size_t after = 0;                 ///< so many changes of the panels' queue came before it
};

class Input {
 public:
  /// Sets the window's callbacks and its user pointer; must outlive the window's use of them.
  explicit Input(GLFWwindow* window);
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// The events since the last call, oldest first; those that came after what the panels have seen wait for them, since
  /// the panels say whether the pointer is theirs.
  [[nodiscard]] std::vector<InputEvent> take();
  /// Whether anything happened that may change what is seen, the window's own business included.
  [[nodiscard]] bool take_stirred();
  void add(InputEvent event);
  void move(glm::vec2 to);  ///< the pointer, window points
  void leave();             ///< the pointer, out of the window
  void come_back();         ///< into it, to where it was last
  void stir() { stirred_ = true; }
  /// What the panels see; the events above are the program's own.
  [[nodiscard]] ui::InputQueue& for_panels() { return for_panels_; }
  [[nodiscard]] glm::vec2 pointer() const { return pointer_; }  ///< outside when it has left
  [[nodiscard]] glm::vec2 moved_to() const { return moved_to_; }  ///< where it was last, be it in the window or not
  void hold_key(bool held) { key_held_ = held; }  ///< whether the key told of last was down already and only repeats
  [[nodiscard]] bool key_held() const { return key_held_; }
  void hold_shift(bool held) { shift_ = held; }
  [[nodiscard]] bool shift() const { return shift_; }

 private:
  std::vector<InputEvent> events_;
  ui::InputQueue for_panels_;
  glm::vec2 pointer_{-1.0F}, moved_to_{-1.0F};
  int held_ = 0;  ///< buttons
  bool stirred_ = true, shift_ = false, key_held_ = false;
};

}  // namespace dorsum::window
