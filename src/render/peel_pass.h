#pragma once
// Translucent surfaces in their true order, by depth peeling (Everitt, "Interactive Order-Independent
// Transparency", NVIDIA 2001): layer after layer from the eye, each the nearest of what is behind the last.

#include "dorsum/gl/query.h"
#include "pass.h"
#include "surfaces_pass.h"

namespace dorsum::render {

class PeelPass {
 public:
  [[nodiscard]] static Result<PeelPass> create();
  /// Blends the scene's translucent items over the picture. In high quality as many layers as count, in low
  /// quality the nearest ones.
  void draw(const Shot& shot, const SurfacesPass& surfaces);

 private:
  PeelPass() = default;
  [[nodiscard]] bool fit(int width, int height);
  /// Draws a picture over the whole of the framebuffer that is bound; `multiply`: colours by their alpha.
  void lay(const gl::Texture& picture, bool multiply) const;
  void blend_layer() const;

  int width_ = 0, height_ = 0;
  gl::Texture layer_, front_, depths_[2];
  gl::Framebuffer layer_buffers_[2], front_buffer_;
  /// Whether a layer has anything, from the eye on; known from the next picture on.
  struct Question {
    gl::AnySamplesQuery any;
    bool open = false;
  };
  [[nodiscard]] int layers_to_draw(const Shot& shot, const SurfacesPass::Items& items);

  std::vector<Question> questions_;
  std::vector<std::pair<std::uint32_t, float>> asked_of_;  ///< meshes and opacities that were peeled
  glm::vec3 asked_from_{0.0F};                             ///< the eye
  int drawn_ = 0;                                          ///< layers in the picture before; 0: none, or another picture
  std::optional<int> known_;                               ///< layers that there are
  gl::Program copy_;
  gl::VertexArray nothing_;
};

}  // namespace dorsum::render
