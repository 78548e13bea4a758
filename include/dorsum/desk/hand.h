#pragma once
// The hand on the figure: what drags, turns of the wheel and clicks in the picture mean.

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

#include "dorsum/picture/scene.h"
#include "dorsum/state/command.h"
#include "dorsum/desk/input.h"

namespace dorsum::desk {

class Hand {
 public:
  struct Click {
    glm::vec2 at{0.0F};  ///< picture pixels
    bool twice = false;  ///< the second of a double click
  };

  /// Events of one frame become at most one camera command each for turning, moving and zooming.
  /// `at` of the event in picture pixels (origin top left); `time` in seconds.
  void press(MouseButton button, glm::vec2 at, bool shift);
  void move(glm::vec2 at);
  [[nodiscard]] std::optional<Click> release(MouseButton button, glm::vec2 at, double time);
  /// Away and towards zooms, sideways turns, with Shift both move. Parts of a notch count as parts.
  void scroll(glm::vec2 notches, glm::vec2 at, bool shift);

  /// The camera moves gathered since the last call.
  [[nodiscard]] std::optional<state::Command> take_drag(const state::Camera& camera, drawing::Viewport viewport);
  [[nodiscard]] std::optional<state::Command> take_zoom(const state::Camera& camera, drawing::Viewport viewport);
  [[nodiscard]] std::optional<state::Command> take_swipe(const state::Camera& camera, drawing::Viewport viewport);

  [[nodiscard]] bool holding() const { return down_; }  ///< a button is held that was pressed in the picture

 private:
  enum class Drag { orbit, pan };
  Drag drag_ = Drag::orbit;
  bool down_ = false;
  MouseButton held_ = MouseButton::left;
  bool moved_ = false;  ///< farther than a click may tremble
  glm::vec2 pressed_at_{0.0F}, last_{0.0F}, travelled_{0.0F};
  float notches_ = 0.0F;                   ///< of zoom
  glm::vec2 turned_{0.0F}, swiped_{0.0F};  ///< by the wheel, in pixels of a drag
  glm::vec2 scrolled_at_{0.0F};
  double last_click_ = -1.0;
  glm::vec2 last_click_at_{0.0F};
};

}  // namespace dorsum::desk
