#pragma once
// What the desk needs of whoever draws its panels: module window's by Dear ImGui, a test's own by nothing at all.

#include <vector>

#include "dorsum/ui/input_queue.h"
#include "dorsum/ui/panels.h"

namespace dorsum::desk {

class Panels {
 public:
  /// What the panels keep for themselves in this frame.
  struct Claims {
    bool pointer = false;  ///< it is over one of them, or drags something of theirs
    bool typing = false;   ///< a field takes what is typed
  };

  virtual ~Panels() = default;

  /// Begins a frame in which the hands did `changes`.
  [[nodiscard]] virtual Claims begin(const std::vector<ui::InputQueue::Change>& changes, state::Theme theme, float text_scale) = 0;
  /// Puts the panels into the frame. `shown` is the session's state as the picture has it at this moment of a motion,
  /// `answers` are those to it.
  [[nodiscard]] virtual ui::PanelOutput draw(const state::Session& session, const state::State& shown, const answers::Answers& answers,
                                              ui::PanelModel& model) = 0;
  /// Draws them over what is in the window by now.
  virtual void end() = 0;
};

}  // namespace dorsum::desk
