#pragma once
// What a state shows, as one picture to keep: for `dorsum snapshot` and for the window's own key.

#include "dorsum/picture/scene.h"
#include "dorsum/render/renderer.h"

namespace dorsum::easel {

/// Two points that are compared stand side by side in it. Fails when it is too narrow for that, or as
/// Renderer::snapshot does.
[[nodiscard]] Result<render::Pixels> still_picture(render::Renderer& renderer, const state::State& state, const body::Body& body, drawing::Viewport size,
                                                   render::Quality quality = render::Quality::high,
                                                   render::Ground ground = render::Ground::backdrop,
                                                   const words::Catalogue& words = {});

}  // namespace dorsum::easel
