#pragma once
// What lies under the pointer, of what is visible: the skin's window, peeled and hidden structures and the
// cut-away half of a section let the ray through.

#include <memory>
#include <optional>

#include "dorsum/body/hollow.h"
#include "dorsum/body/stance.h"
#include "dorsum/drawing/scene.h"
#include "dorsum/picture/camera.h"

namespace dorsum::picture {

struct Pick {
  std::size_t structure = 0;
  glm::vec3 position{0.0F};  ///< mm, where it is drawn
  body::Place place;         ///< which place of the body that is
};

/// What a section lays bare where no structure is cut.
struct CutRoom {
  std::optional<body::Hollow> hollow;  ///< none: fat and what else binds
};
/// Where the section's plane is met nearer than anything of it that is kept, and no structure but the skin's inside is cut
/// there; nothing in other places and without a section. Within a finger's breadth under the skin it is the skin's own.
[[nodiscard]] std::optional<CutRoom> cut_room(const state::State& state, const body::Stance& stance, const Ray& ray);
/// What picks share while the skin's opening stays as it is. For one body.
struct PickMemo {
  std::optional<drawing::SkinOpening> opening;  ///< that the rim is of
  body::SkinWindow window = body::SkinWindow::back;
  std::shared_ptr<const geometry::SurfaceQuery> rim;  ///< the strip of cut skin and fat around the window
};

/// `stance` is that of the state. The rim of the window is skin. With a memo, the rim is made once.
[[nodiscard]] std::optional<Pick> pick(const state::State& state, const body::Stance& stance, const Ray& ray, PickMemo* memo = nullptr);
/// The same for whoever picks once in a stance.
[[nodiscard]] std::optional<Pick> pick(const state::State& state, const body::Body& body, const Ray& ray);

/// The structure whose name in the picture lies under a pixel. The text's width is reckoned by its letters.
[[nodiscard]] std::optional<std::size_t> pick_label(const drawing::Scene& scene, glm::vec2 pixel);

/// The trigger point's mark within `reach` pixels of a pixel, nearest first.
[[nodiscard]] std::optional<std::string> pick_marker(const drawing::Scene& scene, drawing::Viewport viewport, glm::vec2 pixel, float reach);

}  // namespace dorsum::picture
