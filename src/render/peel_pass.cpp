#include "peel_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {
namespace {

// A layer of 0.3 opacity hides what is behind it by as much: after ten, less than 3 % of anything shows.
constexpr int most_layers = 10, most_layers_low = 5;

}  // namespace

Result<PeelPass> PeelPass::create() {
  PeelPass pass;
  auto copy = load_program("screen.vert", "copy.frag");
  if (!copy) return Failure(copy.error());
  pass.copy_ = std::move(*copy);
  return pass;
}

bool PeelPass::fit(int width, int height) {
  if (width == width_ && height == height_) return true;
  width_ = width;
  height_ = height;
  layer_ = gl::Texture(width, height, GL_RGBA8, GL_NEAREST);
  front_ = gl::Texture(width, height, GL_RGBA16F, GL_NEAREST);
  front_buffer_ = gl::Framebuffer::make();
  front_buffer_.attach(GL_COLOR_ATTACHMENT0, front_);
  bool fits = static_cast<bool>(front_buffer_.check());
  for (int i = 0; i < 2; ++i) {
    depths_[i] = gl::Texture(width, height, GL_DEPTH24_STENCIL8, GL_NEAREST);
    layer_buffers_[i] = gl::Framebuffer::make();
    layer_buffers_[i].attach(GL_COLOR_ATTACHMENT0, layer_);
    layer_buffers_[i].attach(GL_DEPTH_STENCIL_ATTACHMENT, depths_[i]);
    fits = fits && layer_buffers_[i].check();
  }
  if (!fits) width_ = 0;
  return fits;
}

void PeelPass::lay(const gl::Texture& picture, bool multiply) const {
  copy_.use();
  picture.bind(0);
  copy_.set("picture", 0);
  copy_.set("multiply", multiply);
  draw_screen(nothing_);
}

void PeelPass::blend_layer() const {
  // Under what is in front already: colours multiplied by alpha, alpha gathered.
  front_buffer_.bind();
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE_MINUS_DST_ALPHA, GL_ONE);
  lay(layer_, true);
}

/// One more than there were in the picture before: what comes to light behind them. All, where that isn't known; in high
/// quality only what was found from the very same place counts.
int PeelPass::layers_to_draw(const Shot& shot, const SurfacesPass::Items& items) {
  const bool high = shot.quality == Quality::high;
  const int most = high ? most_layers : most_layers_low;
  std::vector<std::pair<std::uint32_t, float>> here;
  for (const drawing::DrawItem* item : items) here.emplace_back(item->mesh, high ? item->opacity : 0.0F);
  if (here != asked_of_ || (high && asked_from_ != shot.scene.camera.eye)) {
    for (Question& question : questions_) question.open = false;
    drawn_ = 0;
    known_.reset();
  }
  asked_of_ = std::move(here);
  asked_from_ = shot.scene.camera.eye;
  int found = 0;
  bool open = false;
  for (int layer = 0; layer < drawn_; ++layer) {
    Question& question = questions_[static_cast<std::size_t>(layer)];
    const auto any = question.open ? question.any.answer() : std::nullopt;
    open = open || !any;
    if (any && *any) found = layer + 1;
  }
  if (drawn_ > 0 && !open) {
    known_ = found;
    for (Question& question : questions_) question.open = false;
  }
  return known_ ? std::min(most, *known_ + 1) : most;
}

void PeelPass::draw(const Shot& shot, const SurfacesPass& surfaces) {
  const auto items = SurfacesPass::translucent(shot);
  if (items.empty() || !fit(shot.targets.width(), shot.targets.height())) return;
  glViewport(0, 0, width_, height_);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  front_buffer_.bind();
  glClear(GL_COLOR_BUFFER_BIT);

  const Within busy(shot, 1);
  const int layers = layers_to_draw(shot, items);
  const bool ask = std::none_of(questions_.begin(), questions_.end(), [](const Question& question) { return question.open; });
  if (questions_.empty()) questions_.resize(most_layers);
  for (int layer = 0; layer < layers; ++layer) {
    shot.targets.copy_depth_to(layer_buffers_[layer % 2]);
    layer_buffers_[layer % 2].bind();
    glClear(GL_COLOR_BUFFER_BIT);
    Question& question = questions_[static_cast<std::size_t>(layer)];
    if (ask) question.any.begin();
    surfaces.find_layer(shot, items, layer == 0 ? nullptr : &depths_[(layer + 1) % 2]);
    if (ask) question.any.end();
    question.open = question.open || ask;
    surfaces.shade_layer(shot, items);
    blend_layer();
  }
  if (ask) drawn_ = layers;

  shot.targets.draw_picture();
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  lay(front_, false);
}

}  // namespace dorsum::render
