#pragma once
// What the mouse and the keyboard did since the last frame, whatever window they did it in.

#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "dorsum/ui/input_queue.h"

namespace dorsum::desk {

enum class MouseButton { left, right, middle };

struct InputEvent {
  enum class Kind { move, press, release, scroll, chord, let_go, drop };
  Kind kind = Kind::move;
  glm::vec2 at{0.0F};                    ///< window points, origin top left
  MouseButton button = MouseButton::left;
  bool shift = false;
  glm::vec2 scroll{0.0F};                ///< notches or parts of them: x > 0 to the right, y > 0 away from the user
  std::string chord{};                   ///< a key as ui/keys.h writes it: "Ctrl+Z"; let_go: its letter alone
  std::vector<std::string> paths{};      ///< drop: files and folders
  std::size_t after = 0;                 ///< so many changes of the panels' queue came before it
};

/// A key went down, stays down, or came up.
struct KeyEvent {
  enum class Kind { press, repeat, release };
  Kind kind = Kind::press;
  std::string name;  ///< its letter in the user's layout, or a name of ui/keys.h ("Left"); empty: it has none
  int code = 0, scancode = 0, modifiers = 0;  ///< for the panels (ui/input_queue.h)
  bool control = false, shift = false;        ///< held with it
  bool is_shift = false;                      ///< it is the Shift key itself
};

class Input {
 public:
  // What the window tells.
  void key(const KeyEvent& event);
  /// A character was written, right behind the key that wrote it.
  void character(unsigned int codepoint);
  void button(MouseButton button, bool down, bool shift);
  void scroll(glm::vec2 notches);
  void move(glm::vec2 to);  ///< the pointer, window points
  void leave();             ///< the pointer, out of the window
  void come_back();         ///< into it, to where it was last
  void drop(std::vector<std::string> paths);  ///< files and folders onto the window
  /// Something else has happened that may change what is seen.
  void stir() { stirred_ = true; }

  /// The events since the last call, oldest first; those that came after what the panels have seen wait for them, since
  /// the panels say whether the pointer is theirs.
  [[nodiscard]] std::vector<InputEvent> take();
  /// Whether anything happened that may change what is seen, the window's own business included.
  [[nodiscard]] bool take_stirred();
  /// What the panels see; the events above are the desk's own.
  [[nodiscard]] ui::InputQueue& for_panels() { return for_panels_; }
  [[nodiscard]] const ui::InputQueue& for_panels() const { return for_panels_; }
  [[nodiscard]] glm::vec2 pointer() const { return pointer_; }  ///< outside when it has left
  /// Whether a field takes what is typed: then a key that stays down writes its letter again.
  void set_typing(bool typing) { typing_ = typing; }

 private:
  void add(InputEvent event);
  [[nodiscard]] bool goes_on(std::string_view chord) const;

  std::vector<InputEvent> events_;
  ui::InputQueue for_panels_;
  glm::vec2 pointer_{-1.0F}, moved_to_{-1.0F};  ///< moved_to_: where it was last, be it in the window or not
  int held_ = 0;  ///< buttons
  bool stirred_ = true, shift_ = false, typing_ = false;
  bool key_held_ = false;  ///< the key told of last was down already and only repeats
};

}  // namespace dorsum::desk
