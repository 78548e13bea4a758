#pragma once
// A Scene to pixels. Owned by the program, made after the context and gone before it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/view/scene.h"

namespace dorsum::render {

enum class Quality { low, high };

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
  /// `skin` is the number of the mesh that skin scalars belong to, or -1.
  void upload(const std::vector<geometry::TriangleMesh>& meshes, int skin);

  /// Takes the bytes of an OpenType or TrueType font for text in the picture, and of its italic; without one,
  /// or with one that can't be read, no text is drawn.
  void set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic);

  /// Draws into the given framebuffer (0: the window's), `viewport` pixels large, antialiased.
  void draw(const view::Scene& scene, view::Viewport viewport, Quality quality, unsigned int framebuffer = 0);

  /// Draws into a framebuffer of its own and reads it back. Up to 8192 on a side.
  [[nodiscard]] Result<Pixels> snapshot(const view::Scene& scene, view::Viewport viewport, Quality quality);

 private:
  struct Impl;
  explicit Renderer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::render
