#pragma once
// What every panel is given while a frame is drawn.

#include <string>
#include <utility>

#include "dorsum/ui/panels.h"
#include "palette.h"

namespace dorsum::ui {

struct Frame {
  const state::Session& session;
  const state::State& shown;          ///< the session's state as the picture has it at this moment of a motion
  const answers::Answers& answers;    ///< to `shown`
  PanelModel& model;
  PanelOutput& out;
  const words::Catalogue& words;
  Palette colours;

  [[nodiscard]] const state::State& state() const { return session.state(); }
  [[nodiscard]] const body::Body& body() const { return session.body(); }
  [[nodiscard]] const atlas::Atlas& atlas() const { return session.body().atlas(); }

  void run(std::string verb, state::Arguments arguments) {
    out.commands.push_back({std::move(verb), std::move(arguments)});
  }
  /// Around a slider, before its command and after: what one drag of it changes is undone as one.
  void begin_gesture() {
    if (ImGui::IsItemActivated()) model.gesture = ++model.gestures;
  }
  void end_gesture() {
    if (ImGui::IsItemDeactivated()) model.gesture = 0;
  }
  /// Notes where the control drawn last stands.
  void place(std::string name) {
    const ImVec2 low = ImGui::GetItemRectMin(), extent = ImGui::GetItemRectSize();
    out.places.push_back({std::move(name), {low.x, low.y, extent.x, extent.y}});
  }
};

}  // namespace dorsum::ui
