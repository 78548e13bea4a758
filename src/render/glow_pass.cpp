#include "glow_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {
namespace {

constexpr int divisor = 4;             ///< times smaller a side than the picture: it is soft
constexpr float reach = 1.0F / 42.0F;  ///< of the whole picture's height that the light spreads

}  // namespace

Result<GlowPass> GlowPass::create() {
  GlowPass pass;
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment;
  };
  for (const Wanted& wanted : {Wanted{&pass.zones_, "skin.vert", "glow_zones.frag"}, Wanted{&pass.blur_, "screen.vert", "glow_blur.frag"},
                               Wanted{&pass.light_, "screen.vert", "glow_light.frag"}}) {
    auto program = load_program(wanted.vertex, wanted.fragment);
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return pass;
}

bool GlowPass::fit(int width, int height) {
  if (width == width_ && height == height_) return true;
  width_ = width;
  height_ = height;
  bool fits = true;
  for (int i = 0; i < 2; ++i) {
    pictures_[i] = gl::Texture(width, height, GL_R8, GL_LINEAR);
    buffers_[i] = gl::Framebuffer::make();
    buffers_[i].attach(GL_COLOR_ATTACHMENT0, pictures_[i]);
    fits = fits && buffers_[i].check();
  }
  if (!fits) width_ = 0;
  return fits;
}

void GlowPass::take(std::span<const glm::vec4> scalars) {
  any_ = std::any_of(scalars.begin(), scalars.end(), [](const glm::vec4& at) { return at.x > 0.2F; });
}

void GlowPass::find(const Shot& shot) {
  lit_ = false;
  if (!any_ || shot.meshes.skin() < 0) return;
  if (!fit(std::max(1, shot.viewport.width / divisor), std::max(1, shot.viewport.height / divisor))) return;
  lit_ = true;
  const glm::vec2 pixel(1.0F / static_cast<float>(width_), 1.0F / static_cast<float>(height_));
  glViewport(0, 0, width_, height_);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  buffers_[0].bind();
  glClear(GL_COLOR_BUFFER_BIT);
  {
    const Enabled cull(GL_CULL_FACE);
    const CutBySection cut(shot);
    zones_.use();
    set_common(zones_, shot);
    set_eye_space(zones_, shot);
    set_place(zones_, {}, false);
    zones_.set("pixel", pixel);
    zones_.set("depth", 0);
    shot.targets.depth().bind(0);
    shot.meshes.bind_skin();
    shot.meshes.draw_skin();
  }
  // Wide with few taps: each round spreads what the one before has smoothed.
  const float whole_height = static_cast<float>(shot.viewport.height) * shot.projection[1][1] / shot.scene.camera.projection[1][1];
  const float step = whole_height * reach / divisor / 8.0F;
  blur_.use();
  blur_.set("picture", 0);
  for (const float wide : {1.0F, 2.2F}) {
    for (int direction = 0; direction < 2; ++direction) {
      buffers_[1 - direction].bind();
      pictures_[direction].bind(0);
      blur_.set("stride", (direction == 0 ? glm::vec2(pixel.x, 0.0F) : glm::vec2(0.0F, pixel.y)) * step * wide);
      draw_screen(nothing_);
    }
  }
}

void GlowPass::draw(unsigned int framebuffer, drawing::Viewport where, float strength) const {
  if (!lit_ || strength <= 0.0F) return;
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(where.left, where.bottom, where.width, where.height);
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  light_.use();
  light_.set("glow", 0);
  light_.set("strength", strength);
  pictures_[0].bind(0);
  draw_screen(nothing_);
  gl::VertexArray::unbind();
}

}  // namespace dorsum::render
