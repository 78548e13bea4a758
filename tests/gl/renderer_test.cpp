#include "dorsum/render/renderer.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "dorsum/gl/context.h"
#include "shader_files.h"
#include "shader_library.h"

namespace dorsum::render {
namespace {

/// An octahedron of 100 mm around the origin.
geometry::TriangleMesh solid() {
  geometry::TriangleMesh mesh;
  mesh.positions = {{100, 0, 0}, {-100, 0, 0}, {0, 100, 0}, {0, -100, 0}, {0, 0, 100}, {0, 0, -100}};
  for (const glm::vec3& p : mesh.positions) mesh.normals.push_back(glm::normalize(p));
  mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
  return mesh;
}

view::Scene scene_from_behind() {
  view::Scene scene;
  scene.camera.eye = {0, 600, 0};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
  scene.camera.projection = glm::perspective(glm::radians(30.0F), 1.0F, 100.0F, 1200.0F);
  scene.key = {glm::normalize(glm::vec3(0.3F, 0.8F, 0.5F)), glm::vec3(0.8F)};
  scene.fill = {glm::vec3(0, 1, 0), glm::vec3(0.1F)};
  scene.background_top = scene.background_bottom = glm::vec3(1.0F);
  return scene;
}

glm::ivec3 pixel(const Pixels& pixels, int x, int y) {
  const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4;
  return {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]};
}

constexpr view::Viewport viewport{.width = 64, .height = 64};

}  // namespace

TEST_CASE("Every shader compiles with its partner") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  for (const ShaderFile& file : shader_files()) {
    INFO(file.name);
    CHECK_FALSE(shader_source(file.name).empty());
    CHECK(shader_source(file.name).find("#include") == std::string::npos);
  }
  REQUIRE(Renderer::create());  // compiles and links them all
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Both qualities draw the same body on the same background without a GL error") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = Renderer::create();
  REQUIRE(renderer);
  renderer->upload({solid()}, -1);
  view::Scene scene = scene_from_behind();
  for (const view::Material material : {view::Material::flesh, view::Material::bone, view::Material::fascia}) {
    scene.items = {{.mesh = 0, .material = material, .colour = {0.5F, 0.1F, 0.05F}}};
    for (const Quality quality : {Quality::low, Quality::high}) {
      const auto pixels = renderer->snapshot(scene, viewport, quality);
      REQUIRE(pixels);
      const glm::ivec3 middle = pixel(*pixels, 32, 28), corner = pixel(*pixels, 2, 2);
      CHECK(middle.r > middle.g + 30);
      CHECK(corner.r > 240);
    }
  }
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Skin is gone where it is open, and a zone stays there as a patch") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = Renderer::create();
  REQUIRE(renderer);
  renderer->upload({solid()}, 0);
  view::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = view::Material::skin, .colour = {0.7F, 0.5F, 0.4F}}};
  scene.skin_colour = {0.7F, 0.5F, 0.4F};
  const auto draw = [&](float essential, float edge, bool patches) {
    scene.skin_scalars = std::make_shared<const std::vector<glm::vec4>>(6, glm::vec4(essential, 0.0F, 0.0F, 10.0F));
    ++scene.skin_scalars_version;
    scene.opening = {edge, edge};
    scene.skin_patches = patches;
    const auto pixels = renderer->snapshot(scene, viewport, Quality::high);
    REQUIRE(pixels);
    return pixel(*pixels, 32, 28);
  };
  const glm::ivec3 closed = draw(0.0F, std::numeric_limits<float>::infinity(), false);
  const glm::ivec3 zone = draw(1.0F, std::numeric_limits<float>::infinity(), true);
  const glm::ivec3 open = draw(0.0F, 0.0F, false);
  const glm::ivec3 patch = draw(1.0F, 0.0F, true);
  CHECK(closed.g > zone.g + 40);   // the zone is redder than skin
  CHECK(open != closed);           // the lining of the far wall shows
  CHECK(patch.r > patch.g + 40);   // a red patch ...
  CHECK(patch != zone);            // ... that lets through what lies behind
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A section cuts away, and what is cut shows its cut face") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = Renderer::create();
  REQUIRE(renderer);
  renderer->upload({solid()}, -1);
  view::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = view::Material::bone, .colour = {0.8F, 0.7F, 0.5F}}};
  scene.section = glm::vec4(0.0F, 0.0F, -1.0F, 0.0F);  // what lies above is cut away
  const auto pixels = renderer->snapshot(scene, viewport, Quality::high);
  REQUIRE(pixels);
  CHECK(pixel(*pixels, 32, 26).b > 240);  // background above the plane
  CHECK(pixel(*pixels, 32, 38).b < 240);  // bone below it
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Translucent shells let what is behind them through, in the same picture each time") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = Renderer::create();
  REQUIRE(renderer);
  renderer->upload({solid(), solid()}, -1);
  view::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = view::Material::bone, .colour = {0.0F, 0.0F, 0.6F}},
                 {.mesh = 1, .material = view::Material::bone, .colour = {0.6F, 0.0F, 0.0F}, .opacity = 0.5F, .lift = 20.0F, .shell = 3}};
  const auto first = renderer->snapshot(scene, viewport, Quality::high);
  const auto second = renderer->snapshot(scene, viewport, Quality::high);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->rgba == second->rgba);
  const glm::ivec3 middle = pixel(*first, 32, 28);
  CHECK(middle.r > 40);
  CHECK(middle.b > 40);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Sizes at the edges are drawn or refused, never a crash") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = Renderer::create();
  REQUIRE(renderer);
  const view::Scene scene = scene_from_behind();  // nothing uploaded, nothing in it
  CHECK(renderer->snapshot(scene, {.width = 1, .height = 1}, Quality::high));
  CHECK(renderer->snapshot(scene, {.width = 3, .height = 700}, Quality::low));
  CHECK_FALSE(renderer->snapshot(scene, {.width = 0, .height = 10}, Quality::high));
  CHECK_FALSE(renderer->snapshot(scene, {.width = 100000, .height = 10}, Quality::high));
  CHECK(context->debug_log().errors().empty());
}

}  // namespace dorsum::render
