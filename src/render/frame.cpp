// The frame: which passes, in which order, over what.

#include <algorithm>
#include <cmath>

#include "attachments_pass.h"
#include "dorsum/render/renderer.h"
#include "glow_pass.h"
#include "hands_pass.h"
#include "labels_pass.h"
#include "legend_pass.h"
#include "markers_pass.h"
#include "peel_pass.h"
#include "piece.h"
#include "read_back.h"
#include "rim_pass.h"
#include "screen_passes.h"
#include "section_pass.h"
#include "shadow_pass.h"
#include "stipple_pass.h"
#include "strokes_pass.h"
#include "surfaces_pass.h"

namespace dorsum::render {
namespace {

constexpr int first_samples = 4;   ///< of the picture that draw shows in high quality
constexpr int more_samples = 2;    ///< that refine adds
constexpr int tile_side = 2048;    ///< pixels: what a tile's framebuffers take stays well under 200 MB

void reset_gl_state() {
  // The caller's own drawing (ImGui) leaves its state behind; start from OpenGL's defaults.
  for (const GLenum off : {GL_BLEND, GL_CULL_FACE, GL_DEPTH_TEST, GL_SCISSOR_TEST, GL_STENCIL_TEST}) glDisable(off);
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

/// Layers that are seen through take several times as long: fewer samples at once, so that a window answers the hand.
int at_once(const drawing::Scene& scene, int samples) {
  return std::any_of(scene.items.begin(), scene.items.end(), SurfacesPass::is_translucent) ? samples / 2 : samples;
}

Tile whole(drawing::Viewport viewport) {
  return {viewport.left, viewport.bottom, viewport.width, viewport.height,
          {.left = viewport.left, .bottom = viewport.bottom, .width = viewport.width, .height = viewport.height}};
}

}  // namespace

struct Renderer::Impl {
  BackgroundPass background;
  ShadowPass shadow;
  SurfacesPass surfaces;
  RimPass rim;
  SectionPass section;
  PeelPass peel;
  StipplePass stipple;
  AttachmentsPass attachments;
  HandsPass hands;
  AmbientObscurancePass shade;
  GlowPass glow;
  OutlinePass outline;
  PresentPass present;
  StrokesPass strokes;
  MarkersPass markers;
  LabelsPass labels;
  LegendPass legend;

  GpuMeshes meshes;
  Targets targets;
  Accumulation accumulation;
  std::uint64_t scalars_version = 0;

  void take_scene(const drawing::Scene& scene);
  [[nodiscard]] Shot shot_of(const drawing::Scene& scene, drawing::Viewport viewport, const Piece& piece, Quality quality, int sample,
                               Ground ground) const;
  void draw_sample(const Shot& shot);
  [[nodiscard]] Result<void> fit(int width, int height, Quality quality);
  void add_samples(const drawing::Scene& scene, drawing::Viewport viewport, Piece piece, int count, Ground ground);
  void draw_overlays(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality, unsigned int framebuffer);
  [[nodiscard]] Result<void> draw_light(const drawing::Scene& scene, drawing::Viewport viewport, float scale, float glow_strength,
                                        unsigned int framebuffer);
  void draw_full(const drawing::Scene& scene, drawing::Viewport viewport, int more, unsigned int framebuffer);
  [[nodiscard]] Result<void> draw_tiles(const drawing::Scene& scene, drawing::Viewport viewport, Ground ground, unsigned int framebuffer);
};

/// What a scene brings besides numbers goes to the GPU when it has changed.
void Renderer::Impl::take_scene(const drawing::Scene& scene) {
  meshes.bend(scene.bent.get());
  if (stipple.bend(scene.bent.get(), meshes.skin())) scalars_version = 0;
  section.take(scene);
  rim.take(scene);
  if (scene.skin_scalars_version == scalars_version || !scene.skin_scalars) return;
  scalars_version = scene.skin_scalars_version;
  meshes.set_skin_scalars(*scene.skin_scalars,
                          scene.skin_patterns ? std::span<const glm::vec4>(*scene.skin_patterns) : std::span<const glm::vec4>{});
  stipple.choose(*scene.skin_scalars);
  glow.take(*scene.skin_scalars);
}

Shot Renderer::Impl::shot_of(const drawing::Scene& scene, drawing::Viewport viewport, const Piece& piece, Quality quality, int sample,
                               Ground ground) const {
  const glm::mat4 projection = projection_of(piece, scene.camera.projection, {.width = viewport.width, .height = viewport.height});
  const drawing::Viewport size{.width = piece.width, .height = piece.height};
  const glm::mat4 to_clip = projection * scene.camera.view;
  const float line_width = std::max(1.5F, static_cast<float>(viewport.height) / 520.0F);
  return {.scene = scene,
          .viewport = size,
          .quality = quality,
          .meshes = meshes,
          .targets = targets,
          .projection = projection,
          .view_projection = to_clip,
          .busy = busy_rectangle(scene, to_clip, size, line_width),
          .sample = sample,
          .line_width = line_width,
          .transparent = ground == Ground::transparent};
}

Result<void> Renderer::Impl::fit(int width, int height, Quality quality) {
  if (quality == Quality::high) {
    if (auto fits = shadow.fit(); !fits) return fits;
  }
  return targets.fit(width, height, quality);
}

void Renderer::Impl::draw_sample(const Shot& shot) {
  shot.targets.draw_picture();
  background.draw(shot);
  surfaces.draw_opaque(shot);
  rim.draw(shot);
  section.draw_opaque(shot);
  shade.draw(shot);

  shot.targets.draw_picture();
  peel.draw(shot, surfaces);
  section.draw_translucent(shot);
  surfaces.draw_patches(shot);
  stipple.draw(shot);
  attachments.draw(shot);
  hands.draw(shot);
  outline.draw(shot);
  glow.find(shot);
}

void Renderer::Impl::add_samples(const drawing::Scene& scene, drawing::Viewport viewport, Piece piece, int count, Ground ground) {
  Shadow cast;
  for (int i = 0; i < count; ++i) {
    const int sample = accumulation.samples();
    piece.jitter = jitter_of(sample);
    Shot shot = shot_of(scene, viewport, piece, Quality::high, sample, ground);
    if (i == 0 || sample % ShadowPass::samples_a_map == 0) cast = shadow.cast(shot);
    shot.shadow = cast;
    draw_sample(shot);
    present.add_to(accumulation, shot);
  }
}

void Renderer::Impl::draw_overlays(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality, unsigned int framebuffer) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(viewport.left, viewport.bottom, viewport.width, viewport.height);
  const Shot shot = shot_of(scene, viewport, {.width = viewport.width, .height = viewport.height}, quality, 0, Ground::backdrop);
  strokes.draw(shot);
  markers.draw(shot);
  labels.draw(shot);
  legend.draw(shot, strokes, labels);
  gl::VertexArray::unbind();
  glActiveTexture(GL_TEXTURE0);
}

Result<void> Renderer::Impl::draw_light(const drawing::Scene& scene, drawing::Viewport viewport, float scale, float glow_strength,
                                        unsigned int framebuffer) {
  const auto scaled = [scale](int side) { return std::max(1, static_cast<int>(std::lround(static_cast<float>(side) * scale))); };
  const drawing::Viewport size{.width = scaled(viewport.width), .height = scaled(viewport.height)};
  if (auto fits = fit(size.width, size.height, Quality::low); !fits) return fits;
  const Shot shot = shot_of(scene, size, {.width = size.width, .height = size.height}, Quality::low, 0, Ground::backdrop);
  draw_sample(shot);
  present.show(shot, framebuffer, viewport);
  glow.draw(framebuffer, viewport, glow_strength);
  draw_overlays(scene, viewport, Quality::low, framebuffer);
  return {};
}

void Renderer::Impl::draw_full(const drawing::Scene& scene, drawing::Viewport viewport, int more, unsigned int framebuffer) {
  add_samples(scene, viewport, {.width = viewport.width, .height = viewport.height}, more, Ground::backdrop);
  present.show_mean(accumulation, framebuffer, whole(viewport));
  draw_overlays(scene, viewport, Quality::high, framebuffer);
}

Result<void> Renderer::Impl::draw_tiles(const drawing::Scene& scene, drawing::Viewport viewport, Ground ground, unsigned int framebuffer) {
  // Ambient shade looks a fifth of the picture's height around a pixel at most (shade.frag).
  const int margin = viewport.height <= tile_side && viewport.width <= tile_side ? 0 : viewport.height / 5 + 8;
  for (const Tile& tile : tiles_of(viewport, tile_side, margin)) {
    if (auto fits = fit(tile.drawn.width, tile.drawn.height, Quality::high); !fits) return fits;
    if (auto fits = accumulation.fit(tile.drawn.width, tile.drawn.height); !fits) return fits;
    accumulation.clear();
    add_samples(scene, viewport, tile.drawn, full_samples, ground);
    present.show_mean(accumulation, framebuffer, tile);
    const Enabled scissor(GL_SCISSOR_TEST);
    glScissor(tile.left, tile.bottom, tile.width, tile.height);
    const Piece& piece = tile.drawn;
    glow.draw(framebuffer, {.width = piece.width, .height = piece.height, .left = piece.left, .bottom = piece.bottom}, 1.0F);
  }
  accumulation.clear();  // none of the window's samples are left in it
  return {};
}

Result<Renderer> Renderer::create() {
  auto background = BackgroundPass::create();
  if (!background) return Failure(background.error());
  auto shadow = ShadowPass::create();
  if (!shadow) return Failure(shadow.error());
  auto surfaces = SurfacesPass::create();
  if (!surfaces) return Failure(surfaces.error());
  auto rim = RimPass::create();
  if (!rim) return Failure(rim.error());
  auto section = SectionPass::create();
  if (!section) return Failure(section.error());
  auto peel = PeelPass::create();
  if (!peel) return Failure(peel.error());
  auto stipple = StipplePass::create();
  if (!stipple) return Failure(stipple.error());
  auto attachments = AttachmentsPass::create();
  if (!attachments) return Failure(attachments.error());
  auto hands = HandsPass::create();
  if (!hands) return Failure(hands.error());
  auto shade = AmbientObscurancePass::create();
  if (!shade) return Failure(shade.error());
  auto glow = GlowPass::create();
  if (!glow) return Failure(glow.error());
  auto outline = OutlinePass::create();
  if (!outline) return Failure(outline.error());
  auto present = PresentPass::create();
  if (!present) return Failure(present.error());
  auto strokes = StrokesPass::create();
  if (!strokes) return Failure(strokes.error());
  auto markers = MarkersPass::create();
  if (!markers) return Failure(markers.error());
  auto labels = LabelsPass::create();
  if (!labels) return Failure(labels.error());
  auto legend = LegendPass::create();
  if (!legend) return Failure(legend.error());
  return Renderer(std::make_unique<Impl>(Impl{.background = std::move(*background),
                                              .shadow = std::move(*shadow),
                                              .surfaces = std::move(*surfaces),
                                              .rim = std::move(*rim),
                                              .section = std::move(*section),
                                              .peel = std::move(*peel),
                                              .stipple = std::move(*stipple),
                                              .attachments = std::move(*attachments),
                                              .hands = std::move(*hands),
                                              .shade = std::move(*shade),
                                              .glow = std::move(*glow),
                                              .outline = std::move(*outline),
                                              .present = std::move(*present),
                                              .strokes = std::move(*strokes),
                                              .markers = std::move(*markers),
                                              .labels = std::move(*labels),
                                              .legend = std::move(*legend),
                                              .meshes = {},
                                              .targets = {},
                                              .accumulation = {},
                                              .scalars_version = 0}));
}

void Renderer::upload(const std::vector<geometry::TriangleMesh>& meshes, std::optional<std::size_t> skin) {
  impl_->meshes.upload(meshes, skin ? static_cast<int>(*skin) : -1);
  impl_->scalars_version = 0;
  impl_->surfaces.forget();
  if (const int kept = impl_->meshes.skin(); kept >= 0) impl_->stipple.take(meshes[static_cast<std::size_t>(kept)]);
}

void Renderer::add_levels(const std::vector<geometry::DetailLevels>& levels) { impl_->meshes.add_levels(levels); }

void Renderer::set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic) {
  impl_->labels.set_fonts(std::move(upright), std::move(italic));
}

Result<void> Renderer::draw(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality, unsigned int framebuffer) {
  if (viewport.width < 1 || viewport.height < 1) return {};
  reset_gl_state();
  impl_->take_scene(scene);
  if (quality == Quality::low) return impl_->draw_light(scene, viewport, moving_scale, 0.0F, framebuffer);
  if (auto fits = impl_->fit(viewport.width, viewport.height, quality); !fits) return fits;
  if (auto fits = impl_->accumulation.fit(viewport.width, viewport.height); !fits) return fits;
  impl_->accumulation.clear();
  impl_->draw_full(scene, viewport, at_once(scene, first_samples), framebuffer);
  return {};
}

void Renderer::draw_glow(drawing::Viewport viewport, float strength, unsigned int framebuffer) {
  reset_gl_state();
  impl_->glow.draw(framebuffer, viewport, strength);
  glActiveTexture(GL_TEXTURE0);
}

bool Renderer::glows() const { return impl_->glow.lit(); }

Result<int> Renderer::refine(const drawing::Scene& scene, drawing::Viewport viewport, unsigned int framebuffer) {
  const Accumulation& so_far = impl_->accumulation;
  if (so_far.samples() == 0 || so_far.width() != viewport.width || so_far.height() != viewport.height) {
    if (auto drawn = draw(scene, viewport, Quality::high, framebuffer); !drawn) return Failure(drawn.error());
  } else if (so_far.samples() < full_samples) {
    if (auto fits = impl_->fit(viewport.width, viewport.height, Quality::high); !fits) return Failure(fits.error());
    reset_gl_state();
    impl_->take_scene(scene);
    impl_->draw_full(scene, viewport, std::min(at_once(scene, more_samples), full_samples - so_far.samples()), framebuffer);
  }
  return so_far.samples();
}

Result<Pixels> Renderer::snapshot(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality, Ground ground) {
  constexpr int largest = 8192;
  GLint driver_largest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &driver_largest);
  const int limit = std::min(largest, driver_largest);
  if (viewport.width < 1 || viewport.height < 1 || viewport.width > limit || viewport.height > limit) {
    return bad_input(to_say("size"), to_fill("a picture can have from 1 to {} pixels on a side here", limit));
  }
  viewport.left = viewport.bottom = 0;
  while (glGetError() != GL_NO_ERROR) {  // what others left is not ours to report
  }
  const gl::Texture picture(viewport.width, viewport.height, GL_RGBA8, GL_NEAREST);
  gl::Framebuffer output = gl::Framebuffer::make();
  output.attach(GL_COLOR_ATTACHMENT0, picture);
  if (auto drawable = output.check(); !drawable) return Failure(drawable.error());
  reset_gl_state();
  impl_->take_scene(scene);
  if (quality == Quality::low && ground == Ground::backdrop) {
    if (auto drawn = impl_->draw_light(scene, viewport, 1.0F, 1.0F, output.name()); !drawn) return Failure(drawn.error());
  } else {
    if (auto drawn = impl_->draw_tiles(scene, viewport, ground, output.name()); !drawn) return Failure(drawn.error());
    impl_->draw_overlays(scene, viewport, quality, output.name());
  }
  Pixels pixels = read_pixels(output, viewport.width, viewport.height);
  if (ground == Ground::transparent) divide_by_alpha(pixels);
  if (glGetError() == GL_OUT_OF_MEMORY) {
    return machine_cannot(to_say("the graphics memory is too small for this picture"), to_say("ask for a smaller --size"));
  }
  return pixels;
}

Renderer::Renderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

}  // namespace dorsum::render
