#pragma once
// Keys on their way to panels that look at the keyboard once a frame.

#include <deque>
#include <vector>

namespace dorsum::ui {

/// Dear ImGui 1.86 knows which keys are down, not which went down and up again: a tap that begins and ends between
/// two frames, as it does while a frame is slow, would be lost. Here its two halves go into two frames.
class KeyQueue {
 public:
  struct Change {
    int key = 0, scancode = 0;  ///< as GLFW counts them
    bool down = false;
    int modifiers = 0;          ///< GLFW's bits
  };

  void add(Change change) { changes_.push_back(change); }
  /// What the next frame may see, oldest first: up to the first key that would change for the second time.
  [[nodiscard]] std::vector<Change> take();
  [[nodiscard]] bool waiting() const { return !changes_.empty(); }

 private:
  std::deque<Change> changes_;
};

}  // namespace dorsum::ui
