#pragma once
// What the hands do on its way to panels that look at it once a frame.

#include <cstddef>
#include <deque>
#include <glm/vec2.hpp>
#include <variant>
#include <vector>

namespace dorsum::ui {

/// Dear ImGui 1.86 knows what is down and where the pointer is when a frame begins, not what happened before: a tap or a
/// click that begins and ends between two frames, from which the pointer has gone on, or after which a word is typed, would
/// be lost while frames are slow. Here what a frame could not tell apart goes into several.
class InputQueue {
 public:
  struct Key {
    int key = 0, scancode = 0;  ///< as GLFW counts them
    bool down = false;
    int modifiers = 0;          ///< GLFW's bits
  };
  struct Character {
    unsigned int codepoint = 0;  ///< Unicode; right behind the key that wrote it
  };
  struct Button {
    int button = 0;             ///< as GLFW and Dear ImGui count them: 0 the left one, 1 the right one
    bool down = false;
  };
  struct Pointer {
    glm::vec2 at{0.0F};         ///< window points, origin top left; outside the window when it has left
  };
  struct Scroll {
    glm::vec2 by{0.0F};         ///< notches or parts of them: x > 0 to the right, y > 0 away from the user
  };
  using Change = std::variant<Key, Character, Button, Pointer, Scroll>;

  void add(Change change);
  /// What the next frame may see, oldest first: up to the first key or button that would change for the second time, to
  /// where a button would change and the pointer move in one, or to what is typed into a field that a click or a key has
  /// only just asked for.
  [[nodiscard]] std::vector<Change> take();
  [[nodiscard]] bool waiting() const { return !changes_.empty(); }
  /// How many changes there have been, and how many of them were taken.
  [[nodiscard]] std::size_t added() const { return taken_ + changes_.size(); }
  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  std::deque<Change> changes_;
  std::size_t taken_ = 0;
  bool focus_moves_ = false;  ///< the last frame saw a key that may take the keyboard elsewhere
};

}  // namespace dorsum::ui
