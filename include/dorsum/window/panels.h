#pragma once
// The panels in a GLFW window: Dear ImGui's context, its backends and its fonts, gone with their owner.

#include <array>
#include <optional>

#include "dorsum/desk/panels.h"
#include "dorsum/state/state.h"
#include "dorsum/ui/panels.h"
#include "dorsum/window/window.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::window {

class Panels : public desk::Panels {
 public:
  /// The window's context must be current; the window outlives this. ImGui's own font serves where `fonts` are empty.
  Panels(const Window& window, ui::FontFiles fonts, words::Catalogue words = {});
  ~Panels() override;
  Panels(const Panels&) = delete;
  Panels& operator=(const Panels&) = delete;

  /// Clears the window, too. Colours and, where the text's scale or the screen's has changed, fonts are those asked for.
  [[nodiscard]] Claims begin(const std::vector<ui::InputQueue::Change>& changes, state::Theme theme, float text_scale) override;
  [[nodiscard]] ui::PanelOutput draw(const state::Session& session, const state::State& shown, const answers::Answers& answers,
                                    ui::PanelModel& model) override;
  void end() override;

 private:
  void restyle(state::Theme theme, float text_scale);
  void follow(const ui::InputQueue::Change& change);

  const Window& window_;
  ui::FontFiles fonts_;
  words::Catalogue words_;
  float faulty_scale_ = 1.0F;  ///< of the window moved to another screen, which tests call up (gl/fault.h)
  float scale_ = 0.0F, pixels_per_point_ = 0.0F;
  std::optional<state::Theme> theme_;
  glm::vec2 pointer_{-1.0F};       ///< as the frame sees it, window points
  std::array<bool, 3> buttons_{};  ///< left, right, middle: whether they are down
};

}  // namespace dorsum::window
