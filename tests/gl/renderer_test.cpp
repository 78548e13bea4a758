#include "dorsum/render/renderer.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <cmath>

#include "../unit/geometry/shapes.h"
#include "dorsum/gl/context.h"
#include "piece.h"
#include "read_back.h"
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

/// A smooth ball around the origin.
geometry::TriangleMesh ball(float radius) {
  geometry::TriangleMesh mesh = geometry::shapes::sphere(radius, 6);
  mesh.normals.clear();
  for (const glm::vec3& p : mesh.positions) mesh.normals.push_back(glm::normalize(p));
  return mesh;
}

drawing::Scene scene_from_behind() {
  drawing::Scene scene;
  scene.camera.eye = {0, 600, 0};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
  scene.camera.projection = glm::perspective(glm::radians(30.0F), 1.0F, 100.0F, 1200.0F);
  scene.key = {glm::normalize(glm::vec3(0.3F, 0.8F, 0.5F)), glm::vec3(0.8F)};
  scene.fill = {glm::vec3(0, 1, 0), glm::vec3(0.1F)};
  scene.background_top = scene.background_bottom = glm::vec3(1.0F);
  return scene;
}

/// The scene with a box to each item that holds whatever these tests draw.
drawing::Scene boxed(drawing::Scene scene) {
  for (drawing::DrawItem& item : scene.items) item.bounds = geometry::moved(geometry::Bounds{glm::vec3(-300.0F), glm::vec3(300.0F)}, item.moved);
  return scene;
}

glm::ivec3 pixel(const Pixels& pixels, int x, int y) {
  const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4;
  return {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]};
}

constexpr drawing::Viewport viewport{.width = 64, .height = 64};

/// A context and a renderer in it, which goes first.
struct Stage {
  Stage() {
    REQUIRE(context);
    REQUIRE(renderer);
  }
  Result<gl::SurfacelessContext> context = gl::SurfacelessContext::create();
  Result<Renderer> renderer = Renderer::create();
};

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
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({solid()}, {});
  drawing::Scene scene = scene_from_behind();
  for (const drawing::Material material : {drawing::Material::flesh, drawing::Material::bone, drawing::Material::fascia}) {
    scene.items = {{.mesh = 0, .material = material, .colour = {0.5F, 0.1F, 0.05F}}};
    for (const Quality quality : {Quality::low, Quality::high}) {
      const auto pixels = renderer->snapshot(boxed(scene), viewport, quality);
      REQUIRE(pixels);
      const glm::ivec3 middle = pixel(*pixels, 32, 28), corner = pixel(*pixels, 2, 2);
      CHECK(middle.r > middle.g + 30);
      CHECK(corner.r > 240);
    }
  }
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Skin is gone where it is open, and a zone stays there as a patch") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({solid()}, 0);
  drawing::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = drawing::Material::skin, .colour = {0.7F, 0.5F, 0.4F}}};
  scene.skin_colour = {0.7F, 0.5F, 0.4F};
  const auto draw = [&](float essential, float edge, bool patches) {
    scene.skin_scalars = std::make_shared<const std::vector<glm::vec4>>(6, glm::vec4(essential, 0.0F, 0.0F, 10.0F));
    ++scene.skin_scalars_version;
    scene.opening = {edge, edge};
    scene.skin_patches = patches;
    const auto pixels = renderer->snapshot(boxed(scene), viewport, Quality::high);
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

/// The outline of the octahedron `scale` times as large, cut at z = 0.
drawing::SectionCut square(std::uint32_t mesh, float half_diagonal) {
  const glm::vec4 corners[] = {{half_diagonal, 0, 0, -1e5F}, {0, half_diagonal, 0, -1e5F}, {-half_diagonal, 0, 0, -1e5F}, {0, -half_diagonal, 0, -1e5F}};
  drawing::SectionCut cut{.mesh = mesh, .ends = {}};
  for (std::size_t i = 0; i < 4; ++i) {
    cut.ends.push_back(corners[i]);
    cut.ends.push_back(corners[(i + 1) % 4]);
  }
  return cut;
}

geometry::TriangleMesh scaled(geometry::TriangleMesh mesh, float factor) {
  for (glm::vec3& p : mesh.positions) p *= factor;
  return mesh;
}

TEST_CASE("A section cuts away, and what lies within another is painted over it on the cut face") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({solid(), scaled(solid(), 0.4F)}, {});
  drawing::Scene scene = scene_from_behind();
  scene.camera.eye = {0, 300, 400};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
  scene.items = {{.mesh = 0, .material = drawing::Material::fascia, .colour = {0.8F, 0.8F, 0.1F}},
                 {.mesh = 1, .material = drawing::Material::fascia, .colour = {0.1F, 0.1F, 0.8F}}};
  scene.section = glm::vec4(0.0F, 0.0F, -1.0F, 0.0F);  // what lies above is cut away
  scene.section_cuts = std::make_shared<const std::vector<drawing::SectionCut>>(std::vector{square(0, 100.0F), square(1, 40.0F)});
  for (const Quality quality : {Quality::low, Quality::high}) {
    const auto pixels = renderer->snapshot(boxed(scene), viewport, quality);
    REQUIRE(pixels);
    const glm::ivec3 inner = pixel(*pixels, 32, 32), outer = pixel(*pixels, 32 + 12, 32), above = pixel(*pixels, 32, 8);
    CHECK(inner.b > inner.r + 60);
    CHECK(outer.r > outer.b + 60);
    CHECK(above.b > 240);  // background
  }
  // What is on its way lies in the same plane, and shows whole on it: no pixel of a face is the other's.
  scene.items[1].opacity = 0.5F;
  scene.camera.eye = {37, 310, 220};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
  const auto half = renderer->snapshot(boxed(scene), viewport, Quality::high);
  REQUIRE(half);
  const glm::ivec3 mixed = pixel(*half, 32, 32);
  for (int x = 26; x <= 38; ++x) {
    for (int y = 30; y <= 34; ++y) CHECK(std::abs(pixel(*half, x, y).b - mixed.b) < 16);
  }
  CHECK(mixed.b > pixel(*half, 32 + 14, 32).b + 20);
  scene.items[1].opacity = 1.0F;
  // What is within lies under it when it is named first: the scene's order is the painter's.
  std::swap(scene.items[0], scene.items[1]);
  const auto swapped = renderer->snapshot(boxed(scene), viewport, Quality::high);
  REQUIRE(swapped);
  CHECK(pixel(*swapped, 32, 32).r > pixel(*swapped, 32, 32).b + 60);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A cut face with a hole shows what is behind the hole") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({scaled(solid(), 0.01F)}, {});  // nothing behind the face but the background
  drawing::Scene scene = scene_from_behind();
  scene.camera.eye = {0, 10, 500};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 1, 0));
  scene.items = {{.mesh = 0, .material = drawing::Material::fascia, .colour = {0.8F, 0.8F, 0.1F}}};
  scene.section = glm::vec4(0.0F, 0.0F, -1.0F, 90.0F);
  drawing::SectionCut ring = square(0, 100.0F);
  drawing::SectionCut hole = square(0, 50.0F);
  for (std::size_t i = 0; i < hole.ends.size(); i += 2) {  // winding the other way
    ring.ends.push_back(hole.ends[i + 1]);
    ring.ends.push_back(hole.ends[i]);
  }
  for (glm::vec4& end : ring.ends) end.z = 90.0F;
  scene.section_cuts = std::make_shared<const std::vector<drawing::SectionCut>>(std::vector{ring});
  const auto pixels = renderer->snapshot(boxed(scene), viewport, Quality::high);
  REQUIRE(pixels);
  CHECK(pixel(*pixels, 32, 40).b > 220);       // beside the speck in the middle of the hole
  CHECK(pixel(*pixels, 32 + 20, 32).b < 150);  // on the face
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("What is translucent is blended in the order in which it lies, from every side, however it is listed") {
  Stage stage;
  auto& [context, renderer] = stage;
  // Three solids in a row along Y: red, green, blue.
  const auto at = [](float y) {
    geometry::TriangleMesh mesh = scaled(solid(), 0.4F);
    for (glm::vec3& p : mesh.positions) p.y += y;
    return mesh;
  };
  renderer->upload({at(90.0F), at(0.0F), at(-90.0F)}, {});
  drawing::Scene scene = scene_from_behind();
  const auto draw = [&](float side) {
    scene.camera.eye = {0, side * 600, 0};
    scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
    const auto pixels = renderer->snapshot(boxed(scene), viewport, Quality::high);
    REQUIRE(pixels);
    return pixel(*pixels, 32, 30);
  };
  const drawing::DrawItem red{.mesh = 0, .material = drawing::Material::bone, .colour = {0.8F, 0.0F, 0.0F}, .opacity = 0.7F};
  const drawing::DrawItem green{.mesh = 1, .material = drawing::Material::bone, .colour = {0.0F, 0.8F, 0.0F}, .opacity = 0.7F};
  const drawing::DrawItem blue{.mesh = 2, .material = drawing::Material::bone, .colour = {0.0F, 0.0F, 0.8F}, .opacity = 0.7F};
  scene.items = {red, green, blue};
  const glm::ivec3 behind = draw(1.0F), front = draw(-1.0F);
  scene.items = {blue, red, green};
  CHECK(draw(1.0F) == behind);
  CHECK(draw(-1.0F) == front);
  CHECK(behind.r > behind.g);
  CHECK(behind.g > behind.b);
  CHECK(front.b > front.g);
  CHECK(front.g > front.r);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("On a transparent ground alpha says what the body covers, and colours are whole") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({solid()}, {});
  drawing::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = drawing::Material::fascia, .colour = {0.8F, 0.3F, 0.1F}}};
  const auto pixels = renderer->snapshot(boxed(scene), viewport, Quality::high, Ground::transparent);
  const auto opaque = renderer->snapshot(boxed(scene), viewport, Quality::high);
  REQUIRE(pixels);
  REQUIRE(opaque);
  const auto alpha = [&](std::size_t i) { return pixels->rgba[i * 4 + 3]; };
  CHECK(alpha(0) == 0);
  CHECK(alpha(32 * 64 + 32) == 255);
  CHECK(pixel(*pixels, 32, 28) == pixel(*opaque, 32, 28));
  std::size_t partly = 0;
  for (std::size_t i = 0; i < 64 * 64; ++i) {
    // Laid over white, the background of the other picture, it is that picture.
    for (std::size_t c = 0; c < 3; ++c) {
      const int over = (pixels->rgba[i * 4 + c] * alpha(i) + 255 * (255 - alpha(i))) / 255;
      CHECK(std::abs(over - opaque->rgba[i * 4 + c]) <= 6);
    }
    partly += alpha(i) > 0 && alpha(i) < 255 ? 1U : 0U;
  }
  CHECK(partly > 20);  // smooth edges
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Refining goes on from the picture drawn, ends, and ends where a snapshot does") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({solid()}, {});
  drawing::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = drawing::Material::fascia, .colour = {0.8F, 0.3F, 0.1F}}};
  const gl::Texture picture(64, 64, GL_RGBA8, GL_NEAREST);
  gl::Framebuffer output = gl::Framebuffer::make();
  output.attach(GL_COLOR_ATTACHMENT0, picture);
  REQUIRE(renderer->draw(boxed(scene), viewport, Quality::high, output.name()));
  int samples = 0, steps = 0;
  while (samples < Renderer::full_samples && steps < 100) {
    const Result<int> now = renderer->refine(boxed(scene), viewport, output.name());
    REQUIRE(now);
    CHECK(*now > samples);
    samples = *now;
    ++steps;
  }
  CHECK(samples == Renderer::full_samples);
  CHECK(steps > 2);
  const Pixels refined = read_pixels(output, 64, 64);
  const auto snapshot = renderer->snapshot(boxed(scene), viewport, Quality::high);
  REQUIRE(snapshot);
  CHECK(refined.rgba == snapshot->rgba);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("The mean of all samples is no other colour than each of them") {
  Stage stage;
  auto& [context, renderer] = stage;
  drawing::Scene scene = scene_from_behind();
  for (int level = 0; level <= 40; ++level) {
    scene.background_top = scene.background_bottom = glm::vec3(static_cast<float>(level) / 40.0F);
    const auto one = renderer->snapshot(scene, viewport, Quality::low), mean = renderer->snapshot(scene, viewport, Quality::high);
    REQUIRE((one && mean));
    INFO(level);
    CHECK(pixel(*mean, 20, 20) == pixel(*one, 20, 20));
  }
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A picture made of tiles has no seams") {
  const drawing::Viewport large{.width = 500, .height = 300};
  const auto tiles = tiles_of(large, 128, 40);
  CHECK(tiles.size() == 12);
  int area = 0;
  for (const Tile& tile : tiles) {
    area += tile.width * tile.height;
    CHECK(tile.drawn.left <= tile.left);
    CHECK(tile.drawn.left + tile.drawn.width >= tile.left + tile.width);
    // A point of the body falls on the same pixel whichever tile draws it.
    const glm::mat4 whole = glm::perspective(glm::radians(30.0F), 5.0F / 3.0F, 100.0F, 1200.0F);
    const glm::vec4 point = glm::vec4(37.0F, -21.0F, -600.0F, 1.0F);
    const auto pixel_by = [&](const glm::mat4& projection, int width, int height) {
      const glm::vec4 clip = projection * point;
      return (glm::vec2(clip) / clip.w * 0.5F + 0.5F) * glm::vec2(width, height);
    };
    const glm::vec2 direct = pixel_by(whole, large.width, large.height);
    const glm::vec2 tiled = pixel_by(projection_of(tile.drawn, whole, large), tile.drawn.width, tile.drawn.height) +
                            glm::vec2(tile.drawn.left, tile.drawn.bottom);
    CHECK(glm::distance(direct, tiled) < 0.01F);
  }
  CHECK(area == 500 * 300);
}

TEST_CASE("Shade lies smoothly on a smooth surface, without stripes") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({ball(300.0F)}, {});
  drawing::Scene scene = scene_from_behind();
  scene.camera.eye = {150, 800, 100};
  scene.camera.view = glm::lookAt(scene.camera.eye, glm::vec3(0), glm::vec3(0, 0, 1));
  scene.items = {{.mesh = 0, .material = drawing::Material::skin, .colour = {0.6F, 0.4F, 0.3F}}};
  const auto pixels = renderer->snapshot(boxed(scene), {.width = 1000, .height = 900}, Quality::high);
  REQUIRE(pixels);
  // Rounded to whole steps a slope bends by one of them; a stripe's edge by more, all along it.
  int bent = 0;
  for (int y = 100; y < 800; ++y) {
    for (int x = 100; x < 900; ++x) {
      const auto bend = [&](int dx, int dy) {
        return std::abs(pixel(*pixels, x - dx, y - dy).g - 2 * pixel(*pixels, x, y).g + pixel(*pixels, x + dx, y + dy).g);
      };
      bent += bend(3, 0) > 2 || bend(0, 3) > 2 ? 1 : 0;
    }
  }
  CHECK(bent < 40);
}

TEST_CASE("What stands in the key light's way darkens what lies behind it, unless it is taken away") {
  Stage stage;
  auto& [context, renderer] = stage;
  const drawing::Scene first = scene_from_behind();
  // A wall, and between one spot of it and the light, beside the line of sight, a ball.
  geometry::TriangleMesh wall;
  wall.positions = {{-200, -50, -200}, {200, -50, -200}, {200, -50, 200}, {-200, -50, 200}};
  wall.normals.assign(4, glm::vec3(0, 1, 0));
  wall.triangles = {{0, 2, 1}, {0, 3, 2}};
  const glm::vec3 spot(-40, -50, -40);
  geometry::TriangleMesh blocker = ball(30.0F);
  for (glm::vec3& p : blocker.positions) p += spot + 110.0F * first.key.direction;
  renderer->upload({wall, blocker}, 1);
  constexpr drawing::Viewport large{.width = 256, .height = 256};
  constexpr int x = 156, y = 156;  // where the spot falls
  const auto brightness = [&](const drawing::Scene& scene, Quality quality) {
    const auto pixels = renderer->snapshot(boxed(scene), large, quality);
    REQUIRE(pixels);
    return pixel(*pixels, x, y).g;
  };
  drawing::Scene scene = first;
  const drawing::DrawItem bare{.mesh = 0, .material = drawing::Material::bone, .colour = glm::vec3(0.6F)};
  const drawing::DrawItem before{.mesh = 1, .material = drawing::Material::skin, .colour = glm::vec3(0.6F)};
  for (const Quality quality : {Quality::low, Quality::high}) {
    INFO((quality == Quality::high ? "high" : "low"));
    scene.items = {bare};
    const int open = brightness(scene, quality);
    scene.items = {bare, before};
    CHECK(brightness(scene, quality) < open - 30);

    drawing::Scene cut = scene;  // everything behind the wall's side of the ball is kept: the ball is not
    cut.section = glm::vec4(0, -1, 0, 0);
    CHECK(std::abs(brightness(cut, quality) - open) < 6);

    drawing::Scene peeled = scene;
    peeled.skin_scalars = std::make_shared<const std::vector<glm::vec4>>(blocker.positions.size(), glm::vec4(0.0F, 0.0F, 0.0F, 10.0F));
    peeled.skin_scalars_version = 7;
    peeled.opening.left = peeled.opening.right = 0.0F;
    CHECK(std::abs(brightness(peeled, quality) - open) < 6);

    drawing::Scene seen_through = scene;
    seen_through.items.back().opacity = 0.16F;
    CHECK(std::abs(brightness(seen_through, quality) - open) < 6);

    drawing::Scene apart = scene;  // moved out of the light's way
    apart.items.back().moved.offset = {80, 0, 0};
    CHECK(std::abs(brightness(apart, quality) - open) < 6);
  }
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A ball in the light throws no shadow on its own lit side") {
  Stage stage;
  auto& [context, renderer] = stage;
  renderer->upload({ball(100.0F)}, {});
  drawing::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = drawing::Material::cartilage, .colour = glm::vec3(0.6F)}};
  constexpr drawing::Viewport large{.width = 256, .height = 256};
  for (const Quality quality : {Quality::low, Quality::high}) {
    const auto pixels = renderer->snapshot(boxed(scene), large, quality);
    REQUIRE(pixels);
    // Along a line over the lit side brightness changes slowly.
    for (int x = 80; x < 170; ++x) {
      INFO(x);
      CHECK(std::abs(pixel(*pixels, x, 100).g - pixel(*pixels, x + 1, 100).g) <= 5);
    }
  }
}

TEST_CASE("The outline of what is selected shows through what covers it, broken") {
  Stage stage;
  auto& [context, renderer] = stage;
  geometry::TriangleMesh wall = scaled(solid(), 1.5F);
  for (glm::vec3& p : wall.positions) p.y = p.y * 0.1F + 200.0F;
  renderer->upload({scaled(solid(), 0.6F), wall}, {});
  drawing::Scene scene = scene_from_behind();
  scene.accent = {0.0F, 0.0F, 1.0F};
  const auto blues = [&] {
    const auto pixels = renderer->snapshot(boxed(scene), {.width = 128, .height = 128}, Quality::high);
    REQUIRE(pixels);
    int count = 0;
    for (std::size_t i = 0; i < pixels->rgba.size(); i += 4) count += pixels->rgba[i + 2] > pixels->rgba[i] + 60 ? 1 : 0;
    return count;
  };
  const drawing::DrawItem selected{.mesh = 0, .material = drawing::Material::fascia, .colour = {0.8F, 0.8F, 0.7F}, .selected = true};
  scene.items = {selected};
  const int bare = blues();
  scene.items = {selected, {.mesh = 1, .material = drawing::Material::fascia, .colour = {0.8F, 0.8F, 0.7F}}};
  const int covered = blues();
  CHECK(bare > 60);
  CHECK(covered > bare / 6);
  CHECK(covered < bare * 4 / 5);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Coarser levels are drawn while things move, look alike, and change nothing but shadows in the full picture") {
  Stage stage;
  auto& [context, renderer] = stage;
  const std::vector<geometry::TriangleMesh> meshes{ball(100.0F)};
  renderer->upload(meshes, {});
  drawing::Scene scene = scene_from_behind();
  scene.items = {{.mesh = 0, .material = drawing::Material::bone, .colour = {0.8F, 0.7F, 0.5F}}};
  const auto light = renderer->snapshot(boxed(scene), viewport, Quality::low), full = renderer->snapshot(boxed(scene), viewport, Quality::high);
  renderer->add_levels({});  // of another body: not taken
  CHECK(renderer->snapshot(boxed(scene), viewport, Quality::low)->rgba == light->rgba);
  renderer->add_levels(geometry::detail_levels_of_each(meshes));
  const auto difference = [](const Result<Pixels>& a, const Result<Pixels>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a->rgba.size(); ++i) sum += std::abs(static_cast<int>(a->rgba[i]) - static_cast<int>(b->rgba[i]));
    return sum / static_cast<double>(a->rgba.size());
  };
  CHECK(difference(renderer->snapshot(boxed(scene), viewport, Quality::high), full) < 0.1);
  const auto coarse = renderer->snapshot(boxed(scene), viewport, Quality::low);
  CHECK(coarse->rgba != light->rgba);
  CHECK(difference(coarse, light) < 1.5);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("Sizes at the edges are drawn or refused, never a crash") {
  Stage stage;
  auto& [context, renderer] = stage;
  const drawing::Scene scene = scene_from_behind();  // nothing uploaded, nothing in it
  CHECK(renderer->snapshot(boxed(scene), {.width = 1, .height = 1}, Quality::high));
  CHECK(renderer->snapshot(boxed(scene), {.width = 3, .height = 700}, Quality::low));
  CHECK_FALSE(renderer->snapshot(boxed(scene), {.width = 0, .height = 10}, Quality::high));
  CHECK_FALSE(renderer->snapshot(boxed(scene), {.width = 100000, .height = 10}, Quality::high));
  CHECK(context->debug_log().errors().empty());
}

}  // namespace dorsum::render
