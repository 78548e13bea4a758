#pragma once
// What every panel is given while a frame is drawn.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "dorsum/ui/keys.h"
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

  /// A text of the code in the catalogue's language; xgettext finds it by this name.
  [[nodiscard]] const char* say(const char* english) const { return words.say(english); }
  [[nodiscard]] const char* say_in(const char* context, const char* english) const { return words.say_in(context, english); }
  /// A tooltip with the keys that do the same; they come from the table (keys.h), so that they are the ones that work.
  [[nodiscard]] std::string with_keys(const char* said, std::initializer_list<std::string_view> chords) const {
    std::string keys;
    for (const std::string_view chord : chords)
      if (!chord.empty()) keys.append(keys.empty() ? "" : ", ").append(chord);
    return keys.empty() ? said : words.say_filled("{what} ({keys})", fmt::arg("what", said), fmt::arg("keys", keys));
  }
  /// What a structure, a muscle or a region is called: data of the atlas.
  [[nodiscard]] std::string of_atlas(std::string_view text) const { return words.of_atlas(text); }

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
