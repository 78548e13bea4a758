#pragma once

#include "dorsum/render/renderer.h"

namespace dorsum::easel {

/// Draws a body of three triangles once, unseen. A driver compiles a shader when it first draws with it; so it has done
/// that by the time the real body has been read on another thread.
void rehearse(render::Renderer& renderer);

}  // namespace dorsum::easel
