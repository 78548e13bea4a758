#pragma once
// The window while the body is opened.

#include <optional>

#include "dorsum/desk/input.h"
#include "dorsum/opening/body_loader.h"
#include "dorsum/opening/settings.h"
#include "dorsum/window/panels.h"
#include "dorsum/window/window.h"

namespace dorsum::window {

/// How far it is, once; light or dark and with the text as large as remembered.
void draw_loading_frame(const Window& window, Panels& panels, desk::Input& input, const WorkNow& now, const words::Catalogue& words, const opening::Settings& settings);

/// Shows how far it is until the body is open; none when the window was closed before.
[[nodiscard]] std::optional<opening::BodyLoader::Outcome> wait_for_body(const Window& window, Panels& panels, desk::Input& input, opening::BodyLoader& loader,
                                                                        const words::Catalogue& words, const opening::Settings& settings);

}  // namespace dorsum::window
