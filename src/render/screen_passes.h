#pragma once
// The passes that work on the whole picture: background, ambient obscurance, outline, and the finished picture.

#include <array>

#include "pass.h"
#include "piece.h"

namespace dorsum::render {

class BackgroundPass {
 public:
  [[nodiscard]] static Result<BackgroundPass> create();
  void draw(const Shot& shot) const;  ///< clears colour and depth too

 private:
  BackgroundPass() = default;
  gl::Program program_;
  gl::VertexArray nothing_;
};

class AmbientObscurancePass {
 public:
  [[nodiscard]] static Result<AmbientObscurancePass> create();
  /// Finds where light can't get in and, in high quality, darkens what is drawn so far. In low quality the
  /// last pass does that on its way, the key light's shadow with it: a pass over all pixels is what a software renderer can spare least.
  void draw(const Shot& shot) const;
  [[nodiscard]] static bool applied_before_overlays(const Shot& shot) { return shot.quality == Quality::high; }

 private:
  AmbientObscurancePass() = default;
  gl::Program gather_, gather_with_shadow_, blur_, apply_;
  gl::VertexArray nothing_;
};

class OutlinePass {
 public:
  [[nodiscard]] static Result<OutlinePass> create();
  /// Marks the pixels of selected and hovered items: those that something covers, and those that show.
  void draw(const Shot& shot) const;
  [[nodiscard]] static bool needed(const Shot& shot);

 private:
  OutlinePass() = default;
  gl::Program program_;
};

class PresentPass {
 public:
  [[nodiscard]] static Result<PresentPass> create();
  /// One sample as the finished picture, its edges smoothed.
  void show(const Shot& shot, unsigned int framebuffer, drawing::Viewport where) const;
  /// One sample of many.
  void add_to(Accumulation& accumulation, const Shot& shot) const;
  /// The mean of the samples of a tile as the finished picture of that tile.
  void show_mean(const Accumulation& accumulation, unsigned int framebuffer, const Tile& tile) const;

 private:
  PresentPass() = default;
  const gl::Program& begin(const Shot& shot) const;
  std::array<gl::Program, 8> programs_;  ///< by what is done: 1 edges smoothed, 2 shade applied, 4 outline drawn
  gl::Program mean_;
  gl::VertexArray nothing_;
};

}  // namespace dorsum::render
