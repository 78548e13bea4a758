// What the card is asked about counts a picture later: what that must not change.
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "../unit/geometry/shapes.h"
#include "dorsum/gl/buffer.h"
#include "dorsum/gl/context.h"
#include "dorsum/gl/program.h"
#include "dorsum/gl/query.h"
#include "dorsum/render/renderer.h"
#include "read_back.h"

namespace dorsum::render {
namespace {

constexpr drawing::Viewport small_viewport{.width = 64, .height = 64};

geometry::TriangleMesh ball(float radius, glm::vec3 centre) {
  geometry::TriangleMesh mesh = geometry::shapes::sphere(radius, 6, centre);
  mesh.normals.clear();
  for (const glm::vec3& p : mesh.positions) mesh.normals.push_back(glm::normalize(p - centre));
  return mesh;
}

/// A small red ball behind a large white one, seen along the body's upright axis of turning.
struct TwoBalls {
  TwoBalls() {
    REQUIRE(context);
    REQUIRE(renderer);
    meshes = {ball(60.0F, {0, 0, 0}), ball(25.0F, {0, -120, 0})};
    renderer->upload(meshes, {});
    output = gl::Framebuffer::make();
    output.attach(GL_COLOR_ATTACHMENT0, picture);
  }
  [[nodiscard]] drawing::DrawItem item(std::uint32_t mesh, float opacity = 1.0F) const {
    return {.mesh = mesh, .material = drawing::Material::bone, .colour = mesh == 0 ? glm::vec3(0.8F) : glm::vec3(0.8F, 0.0F, 0.0F),
            .opacity = opacity, .bounds = geometry::bounds_of(meshes[mesh])};
  }
  [[nodiscard]] drawing::Scene scene(float turn, std::vector<drawing::DrawItem> items) const {
    drawing::Scene made;
    made.camera.eye = 600.0F * glm::vec3(std::sin(turn), std::cos(turn), 0.0F);
    made.camera.view = glm::lookAt(made.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
    made.camera.projection = glm::perspective(glm::radians(30.0F), 1.0F, 100.0F, 1200.0F);
    made.key = {glm::normalize(made.camera.eye), glm::vec3(0.8F)};
    made.fill = {glm::vec3(0, 0, 1), glm::vec3(0.1F)};
    made.items = std::move(items);
    return made;
  }
  Pixels drawn(const drawing::Scene& scene, Quality quality) {
    REQUIRE(renderer->draw(scene, small_viewport, quality, output.name()));
    glFinish();  // so that whatever was asked is known in the next picture
    return read_pixels(output, small_viewport.width, small_viewport.height);
  }
  Result<gl::SurfacelessContext> context = gl::SurfacelessContext::create();
  Result<Renderer> renderer = Renderer::create();
  std::vector<geometry::TriangleMesh> meshes;
  gl::Texture picture{64, 64, GL_RGBA8, GL_NEAREST};
  gl::Framebuffer output;
};

std::size_t red(const Pixels& pixels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) count += pixels.rgba[i] > pixels.rgba[i + 1] + 40 ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("What stands still is drawn alike before and after the card has told what is hidden") {
  TwoBalls stage;
  const drawing::Scene scene = stage.scene(0.05F, {stage.item(0), stage.item(1)});
  for (const Quality quality : {Quality::low, Quality::high}) {
    const Pixels first = stage.drawn(scene, quality);
    for (int i = 0; i < 3; ++i) CHECK(stage.drawn(scene, quality).rgba == first.rgba);
  }
  CHECK(stage.context->debug_log().errors().empty());
}

TEST_CASE("What was hidden shows at once when its cover goes, and when it is looked at from elsewhere in high quality") {
  TwoBalls stage;
  const drawing::Scene covered = stage.scene(0.0F, {stage.item(0), stage.item(1)});
  for (int i = 0; i < 3; ++i) CHECK(red(stage.drawn(covered, Quality::low)) == 0);
  CHECK(red(stage.drawn(stage.scene(0.0F, {stage.item(1)}), Quality::low)) > 10);

  for (int i = 0; i < 3; ++i) CHECK(red(stage.drawn(covered, Quality::low)) == 0);
  CHECK(red(stage.drawn(stage.scene(0.7F, {stage.item(0), stage.item(1)}), Quality::high)) > 10);

  for (int i = 0; i < 3; ++i) CHECK(red(stage.drawn(covered, Quality::low)) == 0);
  CHECK(red(stage.drawn(stage.scene(1.5F, {stage.item(0), stage.item(1)}), Quality::low)) > 10);  // too far to trust
}

TEST_CASE("What a slow turn lays bare is there a picture later at most") {
  TwoBalls stage;
  constexpr float step = 0.05F;
  float turn = 0.0F;
  for (int i = 0; i < 14; ++i, turn += step) static_cast<void>(stage.drawn(stage.scene(turn, {stage.item(0), stage.item(1)}), Quality::low));
  const drawing::Scene there = stage.scene(turn, {stage.item(0), stage.item(1)});
  static_cast<void>(stage.drawn(there, Quality::low));
  CHECK(red(stage.drawn(there, Quality::low)) > 10);
}

TEST_CASE("Layers that are seen through are drawn alike before and after it is known how many there are") {
  TwoBalls stage;
  const drawing::Scene scene = stage.scene(0.1F, {stage.item(0, 0.3F), stage.item(1, 0.3F)});
  for (const Quality quality : {Quality::low, Quality::high}) {
    const Pixels first = stage.drawn(scene, quality);
    CHECK(red(first) > 10);  // through the white one
    for (int i = 0; i < 3; ++i) CHECK(stage.drawn(scene, quality).rgba == first.rgba);
  }
  CHECK(stage.context->debug_log().errors().empty());
}

TEST_CASE("A question is answered when the card knows, and nobody waits") {
  TwoBalls stage;
  const gl::AnySamplesQuery query;
  stage.output.bind();
  query.begin();
  query.end();
  glFinish();
  const std::optional<bool> nothing = query.answer();
  REQUIRE(nothing);
  CHECK_FALSE(*nothing);
}

}  // namespace dorsum::render
