#include "dorsum/render/naive.h"

#include <glm/geometric.hpp>

#include "gpu_meshes.h"
#include "pass.h"
#include "shader_library.h"

namespace dorsum::render {

struct NaiveDrawing::Impl {
  gl::Program program;
  GpuMeshes meshes;
  drawing::Viewport viewport;
  gl::Renderbuffer many_colour, many_depth;
  gl::Texture colour;
  gl::Framebuffer many, plain;
};

Result<NaiveDrawing> NaiveDrawing::create(const std::vector<geometry::TriangleMesh>& meshes, drawing::Viewport viewport) {
  auto impl = std::make_unique<Impl>();
  auto program = load_program("naive.vert", "naive.frag");
  if (!program) return Failure(program.error());
  impl->program = std::move(*program);
  impl->meshes.upload(meshes, -1);
  impl->viewport = viewport;
  impl->many_colour = gl::Renderbuffer(viewport.width, viewport.height, GL_RGBA8, 4);
  impl->many_depth = gl::Renderbuffer(viewport.width, viewport.height, GL_DEPTH_COMPONENT24, 4);
  impl->many = gl::Framebuffer::make();
  impl->many.attach(GL_COLOR_ATTACHMENT0, impl->many_colour);
  impl->many.attach(GL_DEPTH_ATTACHMENT, impl->many_depth);
  if (auto fits = impl->many.check(); !fits) return Failure(fits.error());
  impl->colour = gl::Texture(viewport.width, viewport.height, GL_RGBA8, GL_NEAREST);
  impl->plain = gl::Framebuffer::make();
  impl->plain.attach(GL_COLOR_ATTACHMENT0, impl->colour);
  if (auto fits = impl->plain.check(); !fits) return Failure(fits.error());
  return NaiveDrawing(std::move(impl));
}

void NaiveDrawing::draw(const drawing::CameraMatrices& camera) {
  impl_->many.bind();
  glViewport(0, 0, impl_->viewport.width, impl_->viewport.height);
  glClearColor(1.0F, 1.0F, 1.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  const Enabled depth_test(GL_DEPTH_TEST);
  impl_->program.use();
  impl_->program.set("view_projection", camera.projection * camera.view);
  impl_->program.set("to_light", glm::normalize(glm::vec3(camera.view[0][2], camera.view[1][2], camera.view[2][2])));
  impl_->meshes.bind();
  for (std::size_t mesh = 0; mesh < impl_->meshes.count(); ++mesh) impl_->meshes.draw(mesh);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, impl_->many.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, impl_->plain.name());
  glBlitFramebuffer(0, 0, impl_->viewport.width, impl_->viewport.height, 0, 0, impl_->viewport.width, impl_->viewport.height,
                    GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glFinish();
}

NaiveDrawing::NaiveDrawing(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
NaiveDrawing::~NaiveDrawing() = default;
NaiveDrawing::NaiveDrawing(NaiveDrawing&&) noexcept = default;
NaiveDrawing& NaiveDrawing::operator=(NaiveDrawing&&) noexcept = default;

}  // namespace dorsum::render
