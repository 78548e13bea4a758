#pragma once
// What the parts of `dorsum bench` share: the picture they draw, and how long its frames take.

#include <chrono>
#include <vector>

#include "dorsum/gl/framebuffer.h"
#include "dorsum/picture/scene.h"
#include "dorsum/render/renderer.h"
#include "dorsum/state/session.h"

namespace dorsum::bench {

using BenchClock = std::chrono::steady_clock;
inline constexpr drawing::Viewport bench_viewport{.width = 1280, .height = 800};

[[nodiscard]] double milliseconds_since(BenchClock::time_point start);
/// The value below which so large a part (0 to 1) of the values lies; there must be one.
[[nodiscard]] double at_part(std::vector<double> values, double part);

/// What drawing into costs is measured with: a framebuffer in place of the window's.
struct Output {
  gl::Texture colour;
  gl::Framebuffer framebuffer = gl::Framebuffer::make();
  explicit Output(drawing::Viewport size);
};

/// Milliseconds of each of so many frames while the body turns once, scene and drawing together, as in the window.
/// Two frames beforehand let the driver compile.
[[nodiscard]] std::vector<double> orbit(state::Session& session, render::Renderer& renderer, const Output& output, picture::SceneMemo& memo, int frames);

}  // namespace dorsum::bench
