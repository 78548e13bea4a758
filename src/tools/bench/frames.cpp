#include "frames.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>

namespace dorsum::bench {

double milliseconds_since(BenchClock::time_point start) { return std::chrono::duration<double, std::milli>(BenchClock::now() - start).count(); }

double at_part(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
}

Output::Output(drawing::Viewport size) : colour(size.width, size.height, GL_RGBA8, GL_NEAREST) {
  framebuffer.attach(GL_COLOR_ATTACHMENT0, colour);
}

std::vector<double> orbit(state::Session& session, render::Renderer& renderer, const Output& output, picture::SceneMemo& memo, int frames) {
  const std::string step = fmt::format("orbit {} 0", 360 / frames);
  constexpr int unmeasured = 2;  // in them a software renderer compiles what it draws with for the first time
  std::vector<double> times;
  for (int i = 0; i < frames + unmeasured; ++i) {
    const auto start = BenchClock::now();
    if (!session.run(step)) break;
    const drawing::Scene scene = picture::make_scene(session.state(), session.body(), bench_viewport, {}, &memo);
    if (!renderer.draw(scene, bench_viewport, render::Quality::low, output.framebuffer.name())) break;
    glFinish();
    if (i >= unmeasured) times.push_back(milliseconds_since(start));
  }
  return times;
}

}  // namespace dorsum::bench
