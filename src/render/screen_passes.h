#pragma once
// The passes that work on the whole picture: background, ambient shade, outline, and the finished picture.

#include "pass.h"

namespace dorsum::render {

class BackgroundPass {
 public:
  [[nodiscard]] static Result<BackgroundPass> create();
  void draw(const Frame& frame) const;  ///< clears colour and depth too

 private:
  BackgroundPass() = default;
  gl::Program program_;
  gl::VertexArray nothing_;
};

class ShadePass {
 public:
  [[nodiscard]] static Result<ShadePass> create();
  /// Finds where light can't get in and, in high quality, darkens what is drawn so far. In low quality the
  /// last pass does that on its way: a pass over all pixels is what a software renderer can spare least.
  void draw(const Frame& frame) const;

 private:
  ShadePass() = default;
  gl::Program gather_, blur_, apply_;
  gl::VertexArray nothing_;
};

class OutlinePass {
 public:
  [[nodiscard]] static Result<OutlinePass> create();
  /// Marks the pixels of selected and hovered items, also where something covers them.
  void draw(const Frame& frame) const;
  [[nodiscard]] static bool needed(const Frame& frame);

 private:
  OutlinePass() = default;
  gl::Program program_;
};

class PresentPass {
 public:
  [[nodiscard]] static Result<PresentPass> create();
  void draw(const Frame& frame) const;  ///< into the output framebuffer

 private:
  PresentPass() = default;
  gl::Program program_;
  gl::VertexArray nothing_;
};

}  // namespace dorsum::render
