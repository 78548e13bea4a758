#pragma once
// The brush on the skin: what a drag over the body means while it is in the hand.

#include <glm/vec2.hpp>
#include <optional>
#include <vector>

#include "dorsum/body/stance.h"
#include "dorsum/picture/camera.h"
#include "dorsum/state/command.h"

namespace dorsum::desk {

class Brush {
 public:
  /// Begins a stroke when there is skin under the pixel (origin top left); else nothing, and the hand may turn the body.
  /// `gesture`: under it all dabs of the stroke are undone together.
  [[nodiscard]] bool press(glm::vec2 pixel, const state::State& state, const body::Stance& stance, drawing::Viewport viewport, int gesture);
  void move(glm::vec2 pixel);
  void release() { held_ = false; }

  [[nodiscard]] bool holding() const { return held_; }
  [[nodiscard]] int gesture() const { return gesture_; }

  /// The dabs gathered since the last call, close enough to make one stroke.
  [[nodiscard]] std::vector<state::Command> take(const state::State& state, const body::Stance& stance, drawing::Viewport viewport);

 private:
  bool held_ = false, waiting_ = false;
  int gesture_ = 0;
  glm::vec2 now_{0.0F};
  std::optional<glm::vec2> last_;  ///< where the last dab was laid
};

/// The skin under a pixel where it stands, open or not: the brush paints on the skin, whatever is peeled.
[[nodiscard]] std::optional<geometry::SurfaceHit> skin_under(glm::vec2 pixel, const state::State& state, const body::Stance& stance,
                                                               drawing::Viewport viewport);

/// The brush's rim about the skin under a pixel, as it lies on the skin's slope; pixels, empty beside the body.
[[nodiscard]] std::vector<glm::vec2> rim_under(glm::vec2 pixel, const state::State& state, const body::Stance& stance, drawing::Viewport viewport);

/// The `brush size` command that a turn of the wheel stands for.
[[nodiscard]] state::Command resized_by(const state::Brush& brush, float notches);

}  // namespace dorsum::desk
