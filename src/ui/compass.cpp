// The compass in the picture's corner: a cube that turns with the body, each face a way to look at it.

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <optional>

#include "dorsum/core/to_say.h"
#include "dorsum/state/camera.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct CubeFace {
  const char* name;     ///< of its place, and of the view where there is one
  const char* letters;
  const char* words;
  const char* key;      ///< the command that the table of keys gives one
  glm::vec3 normal;     ///< body frame
  float azimuth, elevation;
};
constexpr float top_elevation = 89.0F;  // at 90 the picture would have no up
constexpr std::array<CubeFace, 6> faces{{{"back", to_say("Back"), to_say("From behind"), "view posterior", {0, 1, 0}, 0, 0},
                                         {"front", to_say("Front"), to_say("From the front"), "view anterior", {0, -1, 0}, 180, 0},
                                         {"left", to_say("L"), to_say("From the body's left"), "view left", {1, 0, 0}, 90, 0},
                                         {"right", to_say("R"), to_say("From the body's right"), "view right", {-1, 0, 0}, -90, 0},
                                         {"top", to_say("Head"), to_say("From above"), "view superior", {0, 0, 1}, 0, top_elevation},
                                         {"below", to_say("Feet"), to_say("From below"), "", {0, 0, -1}, 0, -top_elevation}}};

/// The picture's own directions in the body frame.
struct PictureAxes : state::PictureAxes {
  explicit PictureAxes(const state::Camera& camera) : state::PictureAxes(state::axes_of(camera)) {}
  [[nodiscard]] ImVec2 at(glm::vec3 point, ImVec2 middle, float size) const {
    return {middle.x + glm::dot(point, right) * size, middle.y - glm::dot(point, up) * size};
  }
};

using Quad = std::array<ImVec2, 4>;

Quad corners_of(const CubeFace& face, const PictureAxes& axes, ImVec2 middle, float size) {
  const glm::vec3 a(face.normal.y, face.normal.z, face.normal.x), b(face.normal.z, face.normal.x, face.normal.y);
  Quad quad;
  const std::array<glm::vec2, 4> signs{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
  for (std::size_t i = 0; i < 4; ++i) quad[i] = axes.at(face.normal + signs[i].x * a + signs[i].y * b, middle, size);
  return quad;
}

bool holds(const Quad& quad, ImVec2 p) {
  int sides = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const ImVec2 &a = quad[i], &b = quad[(i + 1) % 4];
    sides += (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0.0F ? 1 : -1;
  }
  return sides == 4 || sides == -4;
}

void look_from(Frame& frame, const CubeFace& face) {
  const state::Camera& camera = frame.state().camera;
  frame.run("camera", {face.azimuth, face.elevation, camera.target, camera.distance});
}

}  // namespace

void compass(Frame& frame, Rectangle picture) {
  const float side = 84.0F * unit(), edge = 10.0F * unit();
  if (picture.width < 4.0F * side || picture.height < 4.0F * side) return;  // it would cover the figure
  // At the top: the legend has the lower corner on this side, the note the other.
  ImGui::SetNextWindowPos({picture.left + picture.width - side - edge, picture.top + edge});
  ImGui::SetNextWindowSize({side, side});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::Begin("##compass", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
  const ImVec2 low = ImGui::GetCursorScreenPos(), middle{low.x + side * 0.5F, low.y + side * 0.5F};
  const bool clicked = ImGui::InvisibleButton("cube", {side, side});
  const bool over = ImGui::IsItemHovered();
  const PictureAxes axes(frame.shown.camera);
  const float size = side * 0.27F;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const CubeFace* pointed = nullptr;
  for (const CubeFace& face : faces) {
    const float facing = -glm::dot(face.normal, axes.forward);
    if (facing <= 0.02F) continue;
    const Quad quad = corners_of(face, axes, middle, size);
    const bool under = over && holds(quad, ImGui::GetMousePos());
    if (under) pointed = &face;
    const Palette& c = frame.colours;
    list->AddConvexPolyFilled(quad.data(), 4, packed(under ? c.accent_soft : facing > 0.6F ? c.raised : c.hover));
    list->AddPolyline(quad.data(), 4, packed(under ? c.accent : c.quiet), ImDrawFlags_Closed, 1.2F * unit());
    const ImVec2 centre = axes.at(face.normal, middle, size);
    if (facing > 0.38F) {
      const FaceScope text(Face::small);
      const char* const letters = frame.say(face.letters);
      const ImVec2 extent = text_extent(letters);
      write_at({centre.x - extent.x * 0.5F, centre.y - extent.y * 0.5F}, c.text, letters);
    }
    const float reach = 4.0F;
    frame.out.places.push_back({std::string("compass:") + face.name, {centre.x - reach, centre.y - reach, 2.0F * reach, 2.0F * reach}});
  }
  if (pointed != nullptr) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(frame.with_keys(frame.say(pointed->words), {chord_of(pointed->key)}));
    if (clicked) look_from(frame, *pointed);
  }
  ImGui::End();
  ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
