// The frame: which passes, in which order, over what.

#include <algorithm>

#include "dorsum/render/renderer.h"
#include "labels_pass.h"
#include "markers_pass.h"
#include "screen_passes.h"
#include "stipple_pass.h"
#include "surfaces_pass.h"

namespace dorsum::render {

struct Renderer::Impl {
  BackgroundPass background;
  SurfacesPass surfaces;
  StipplePass stipple;
  ShadePass shade;
  OutlinePass outline;
  PresentPass present;
  MarkersPass markers;
  LabelsPass labels;

  GpuMeshes meshes;
  Targets targets;
  std::uint64_t scalars_version = 0;

  void take_scalars(const view::Scene& scene);
  void draw(const Frame& frame);
};

void Renderer::Impl::take_scalars(const view::Scene& scene) {
  if (scene.skin_scalars_version == scalars_version || !scene.skin_scalars) return;
  scalars_version = scene.skin_scalars_version;
  meshes.set_skin_scalars(*scene.skin_scalars);
  stipple.choose(*scene.skin_scalars);
}

void Renderer::Impl::draw(const Frame& frame) {
  frame.targets.draw_picture();
  background.draw(frame);
  surfaces.draw_opaque(frame);
  shade.draw(frame);

  frame.targets.draw_picture();
  surfaces.draw_translucent(frame);
  surfaces.draw_patches(frame);
  stipple.draw(frame);

  outline.draw(frame);
  present.draw(frame);
  markers.draw(frame);
  labels.draw(frame);
}

Result<Renderer> Renderer::create() {
  auto background = BackgroundPass::create();
  if (!background) return Failure(background.error());
  auto surfaces = SurfacesPass::create();
  if (!surfaces) return Failure(surfaces.error());
  auto stipple = StipplePass::create();
  if (!stipple) return Failure(stipple.error());
  auto shade = ShadePass::create();
  if (!shade) return Failure(shade.error());
  auto outline = OutlinePass::create();
  if (!outline) return Failure(outline.error());
  auto present = PresentPass::create();
  if (!present) return Failure(present.error());
  auto markers = MarkersPass::create();
  if (!markers) return Failure(markers.error());
  auto labels = LabelsPass::create();
  if (!labels) return Failure(labels.error());
  return Renderer(std::make_unique<Impl>(Impl{std::move(*background), std::move(*surfaces), std::move(*stipple),
                                              std::move(*shade), std::move(*outline), std::move(*present),
                                              std::move(*markers), std::move(*labels), {}, {}, 0}));
}

void Renderer::upload(const std::vector<geometry::TriangleMesh>& meshes, int skin) {
  impl_->meshes.upload(meshes, skin);
  impl_->scalars_version = 0;
  if (impl_->meshes.skin() >= 0) impl_->stipple.spread(meshes[static_cast<std::size_t>(skin)]);
}

void Renderer::set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic) {
  impl_->labels.set_fonts(std::move(upright), std::move(italic));
}

void Renderer::draw(const view::Scene& scene, view::Viewport viewport, Quality quality, unsigned int framebuffer) {
  if (viewport.width < 1 || viewport.height < 1) return;
  if (!impl_->targets.fit(viewport.width, viewport.height, quality)) return;
  // The caller's own drawing (ImGui) leaves its state behind; start from OpenGL's defaults.
  for (const GLenum off : {GL_BLEND, GL_CULL_FACE, GL_DEPTH_TEST, GL_SCISSOR_TEST, GL_STENCIL_TEST}) glDisable(off);
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  impl_->take_scalars(scene);
  impl_->draw({scene, viewport, quality, impl_->meshes, impl_->targets, scene.camera.projection * scene.camera.view,
               framebuffer, busy_rectangle(scene, impl_->meshes, viewport)});
  gl::VertexArray::unbind();
  glActiveTexture(GL_TEXTURE0);
}

Result<Pixels> Renderer::snapshot(const view::Scene& scene, view::Viewport viewport, Quality quality) {
  constexpr int largest = 8192;
  GLint driver_largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &driver_largest);
  const int limit = std::min(largest, driver_largest);
  if (viewport.width < 1 || viewport.height < 1 || viewport.width > limit || viewport.height > limit) {
    return bad_input("size", "a picture can have from 1 to " + std::to_string(limit) + " pixels on a side here");
  }
  viewport.left = viewport.bottom = 0;
  if (auto fits = impl_->targets.fit(viewport.width, viewport.height, quality); !fits) return Failure(fits.error());
  const gl::Texture picture(viewport.width, viewport.height, GL_RGBA8, GL_NEAREST);
  gl::Framebuffer output = gl::Framebuffer::make();
  output.attach(GL_COLOR_ATTACHMENT0, picture);
  if (auto drawable = output.check(); !drawable) return Failure(drawable.error());
  draw(scene, viewport, quality, output.name());

  Pixels pixels{viewport.width, viewport.height, {}};
  const std::size_t row = static_cast<std::size_t>(viewport.width) * 4;
  std::vector<std::uint8_t> from_below(row * static_cast<std::size_t>(viewport.height));
  output.bind();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, viewport.width, viewport.height, GL_RGBA, GL_UNSIGNED_BYTE, from_below.data());
  pixels.rgba.reserve(from_below.size());
  for (int y = viewport.height; y-- > 0;) {
    const auto begin = from_below.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row);
    pixels.rgba.insert(pixels.rgba.end(), begin, begin + static_cast<std::ptrdiff_t>(row));
  }
  if (glGetError() == GL_OUT_OF_MEMORY) {
    return machine_cannot("the graphics memory is too small for this picture", "ask for a smaller --size");
  }
  return pixels;
}

Renderer::Renderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

}  // namespace dorsum::render
