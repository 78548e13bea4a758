#pragma once
// The font of text in the picture, found where the distributions put it.

#include "dorsum/render/renderer.h"

namespace dorsum::terminal {

/// Gives the renderer its font; where there is none the picture has no text, and one message on stderr says so.
void give_fonts(render::Renderer& renderer);

}  // namespace dorsum::terminal
