#include "dorsum/window/loading.h"

#include <limits>

#include "dorsum/core/to_say.h"
#include "dorsum/ui/panels.h"

namespace dorsum::window {

void draw_loading_frame(const Window& window, Panels& panels, desk::Input& input, const opening::BodyLoader::Now& now, const words::Catalogue& words) {
  static_cast<void>(panels.begin(input.for_panels().take(), state::Theme::light, 1.0F));
  ui::draw_loading(now.what.empty() ? to_say("Opening the atlas") : now.what, now.done, words);
  panels.end();
  window.swap();
}

/// The body once it is open; none when the window was closed before.
std::optional<opening::BodyLoader::Opened> wait_for_body(const Window& window, Panels& panels, desk::Input& input, opening::BodyLoader& loader, const words::Catalogue& words) {
  while (!window.closes()) {
    if (auto opened = loader.take()) return opened;
    draw_loading_frame(window, panels, input, loader.now(), words);
    window.wait_until(std::numeric_limits<double>::infinity());
  }
  return std::nullopt;
}

}  // namespace dorsum::window
