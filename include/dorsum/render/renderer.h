#pragma once
// A Scene to pixels. Owned by the program, made after the context and gone before it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/detail_levels.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/drawing/scene.h"

namespace dorsum::render {

enum class Quality { low, high };

/// What lies behind the body in a picture. Transparent: alpha says how much of a pixel the body covers, and
/// colours are not multiplied by it (as PNG has it).
enum class Ground { backdrop, transparent };

struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  ///< rows from the top
};

class Renderer {
 public:
  /// Needs a current OpenGL 4.1 core context. Fails when the shaders don't compile on this driver.
  [[nodiscard]] static Result<Renderer> create();
  ~Renderer();
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;

  /// Takes a body's meshes (mesh numbers in scenes refer to this order); replaces those it had.
  /// `skin` is the number of the mesh that skin scalars belong to, if there is one.
  void upload(const std::vector<geometry::TriangleMesh>& meshes, std::optional<std::size_t> skin);

  /// Coarser levels of the meshes uploaded, in their order: they are drawn where they stray less than a pixel, in low
  /// quality, and than half of one in high quality of what is seen through and of what throws a shadow. Until they are
  /// there the whole meshes are.
  void add_levels(const std::vector<geometry::DetailLevels>& levels);

  /// Takes the bytes of an OpenType or TrueType font for text in the picture, and of its italic; without one,
  /// or with one that can't be read, no text is drawn.
  void set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic);

  /// Draws into the given framebuffer (0: the window's), `viewport` pixels large: in low quality one sample with
  /// smoothed edges, drawn at moving_scale; in high quality the mean of the first few of full_samples. Fails, and leaves the
  /// framebuffer as it was, where the driver can't draw into framebuffers of that size.
  [[nodiscard]] Result<void> draw(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality, unsigned int framebuffer = 0);

  /// Adds more samples to the picture in high quality that was drawn last and shows their mean. The scene and
  /// the size must be the same. Returns how many samples it has: full_samples is all there are to get. Fails as draw.
  [[nodiscard]] Result<int> refine(const drawing::Scene& scene, drawing::Viewport viewport, unsigned int framebuffer = 0);

  /// Adds the glow of essential zones to a copy of the picture drawn last, 0 to 1: it pulses without the picture
  /// being drawn again. Snapshots have it in full.
  void draw_glow(drawing::Viewport viewport, float strength, unsigned int framebuffer = 0);
  /// Whether the picture drawn last has any.
  [[nodiscard]] bool glows() const;

  static constexpr int full_samples = 16;
  static constexpr float moving_scale = 0.7F;  ///< a side, of what draw shows in low quality; snapshots are whole

  /// Draws into a framebuffer of its own and reads it back, with all samples in high quality. Up to 8192 on a
  /// side; fails where the machine can't.
  [[nodiscard]] Result<Pixels> snapshot(const drawing::Scene& scene, drawing::Viewport viewport, Quality quality,
                                        Ground ground = Ground::backdrop);

 private:
  struct Impl;
  explicit Renderer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::render
