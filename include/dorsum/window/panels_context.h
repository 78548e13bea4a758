#pragma once
// Dear ImGui in a GLFW window: its context, its backends and its fonts, gone with their owner.

#include <array>

#include "dorsum/state/state.h"
#include "dorsum/ui/panels.h"
#include "dorsum/window/input.h"

namespace dorsum::window {

class Ui {
 public:
  /// The window's context must be current. Callbacks set on the window before this stay in use.
  Ui(GLFWwindow* window, Input& input);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  /// Colours, and the fonts where the text scale or the screen's scale has changed.
  void restyle(state::Theme theme, float text_scale);
  void begin_frame();
  /// Draws what was put into the frame, into the window's framebuffer.
  void end_frame();

 private:
  void follow(const ui::InputQueue::Change& change);

  GLFWwindow* window_;
  Input& input_;
  ui::FontFiles fonts_;
  float faulty_scale_ = 1.0F;  ///< of the window moved to another screen, which tests call up (gl/fault.h)
  float scale_ = 0.0F, pixels_per_point_ = 0.0F;
  std::optional<state::Theme> theme_;
  glm::vec2 pointer_{-1.0F};       ///< as the frame sees it, window points
  std::array<bool, 3> buttons_{};  ///< left, right, middle: whether they are down
};

/// Pixels of the framebuffer for each point of the window: 1 on X11, more on other systems' dense screens.
[[nodiscard]] float pixels_per_point(GLFWwindow* window);

}  // namespace dorsum::window
