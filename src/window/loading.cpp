#include "dorsum/window/loading.h"

#include <limits>

#include "dorsum/core/to_say.h"
#include "dorsum/ui/panels.h"

namespace dorsum::window {

void draw_loading_frame(const Window& window, Panels& panels, desk::Input& input, const WorkNow& now, const words::Catalogue& words, const opening::Settings& settings) {
  static_cast<void>(panels.begin(input.for_panels().take(), settings.theme, settings.text_scale));
  ui::draw_loading(now.what.empty() ? to_say("Opening the atlas") : now.what, now.done, words);
  panels.end();
  window.swap();
}

/// The body once it is open; none when the window was closed before.
std::optional<opening::BodyLoader::Outcome> wait_for_body(const Window& window, Panels& panels, desk::Input& input, opening::BodyLoader& loader, const words::Catalogue& words,
                                                          const opening::Settings& settings) {
  while (!window.closes()) {
    if (auto opened = loader.take()) return opened;
    draw_loading_frame(window, panels, input, loader.now(), words, settings);
    window.wait_until(std::numeric_limits<double>::infinity());
  }
  return std::nullopt;
}

}  // namespace dorsum::window
