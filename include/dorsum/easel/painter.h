#pragma once
// The desk's easel by the renderer. The picture of the body is drawn into a framebuffer of its own and kept, so that a frame
// in which only a panel changed costs a copy, not a drawing.

#include "dorsum/core/parallel.h"
#include "dorsum/desk/easel.h"
#include "dorsum/easel/kept_picture.h"
#include "dorsum/geometry/detail_levels.h"
#include "dorsum/render/renderer.h"

namespace dorsum::easel {

class Painter : public desk::Easel {
 public:
  /// The renderer outlives this. `slow`: it draws without a graphics card. `into`: the framebuffer that people see, 0 where
  /// it is a window's own.
  Painter(render::Renderer& renderer, bool slow, unsigned int into = 0) : renderer_(renderer), slow_(slow), into_(into) {}

  void take(std::shared_ptr<const body::Body> body) override;
  [[nodiscard]] bool slow() const override { return slow_; }
  [[nodiscard]] Result<void> draw(std::span<const drawing::Scene> scenes, int width, int height, bool light) override;
  [[nodiscard]] Result<bool> refine(const drawing::Scene& scene) override;
  [[nodiscard]] bool glows() const override { return renderer_.glows(); }
  void show(const Stand& whole, const Stand& glowing, float brightness) override;

 private:
  render::Renderer& renderer_;
  bool slow_;
  unsigned int into_;
  KeptPicture picture_;
  Later<std::vector<geometry::DetailLevels>> levels_;  ///< on their way to the renderer
};

}  // namespace dorsum::easel
