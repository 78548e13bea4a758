#pragma once
// The colours of a theme, by what they are for. Text colours reach 4.5:1 on the surfaces they stand on.

#include <imgui.h>

#include "dorsum/state/state.h"

namespace dorsum::ui {

struct Palette {
  ImVec4 panel;       ///< the side panels
  ImVec4 raised;      ///< what stands on a panel: fields, buttons
  ImVec4 hover, press;
  ImVec4 line;        ///< hairlines and borders
  ImVec4 text, quiet;  ///< quiet: secondary text
  ImVec4 accent, on_accent, accent_soft;
  ImVec4 pain;        ///< of the zones on the skin
  ImVec4 warn, warn_soft;
};

[[nodiscard]] Palette palette_of(state::Theme theme);

[[nodiscard]] inline ImU32 packed(const ImVec4& colour) { return ImGui::ColorConvertFloat4ToU32(colour); }
[[nodiscard]] inline ImVec4 faded(ImVec4 colour, float alpha) {
  colour.w *= alpha;
  return colour;
}

/// The faces of the text, in the order that load_fonts adds them to the atlas.
enum class Face { regular, semibold, title, small, italic };

/// Draws text in a face while it lives.
class FaceScope {
 public:
  explicit FaceScope(Face face);
  ~FaceScope() { ImGui::PopFont(); }
  FaceScope(const FaceScope&) = delete;
  FaceScope& operator=(const FaceScope&) = delete;
};

/// One unit of layout: 1 at 15-pixel text; grows with the text.
[[nodiscard]] float unit();

}  // namespace dorsum::ui
