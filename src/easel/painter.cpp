#include "dorsum/easel/painter.h"

#include <utility>

namespace dorsum::easel {

void Painter::take(std::shared_ptr<const body::Body> body) {
  renderer_.upload(body->meshes(), body->skin());
  // Beside it: the first picture does not wait for what only the hand and moving pictures need.
  levels_ = later([body = std::move(body)] {
    static_cast<void>(body->surfaces());
    static_cast<void>(body->skin_regions());
    return geometry::detail_levels_of_each(body->meshes());
  });
}

Result<void> Painter::draw(std::span<const drawing::Scene> scenes, int width, int height, bool light) {
  if (levels_.ready()) renderer_.add_levels(levels_.take());
  return picture_.draw(renderer_, scenes, width, height, light ? render::Quality::low : render::Quality::high);
}

Result<bool> Painter::refine(const drawing::Scene& scene) {
  const auto samples = picture_.refine(renderer_, scene);
  if (!samples) return Failure(samples.error());
  return *samples < render::Renderer::full_samples;
}

void Painter::show(const Stand& whole, const Stand& glowing, float brightness) {
  picture_.show(whole.left, whole.bottom, into_);
  renderer_.draw_glow({.width = glowing.width, .height = glowing.height, .left = glowing.left, .bottom = glowing.bottom}, brightness, into_);
}

}  // namespace dorsum::easel
