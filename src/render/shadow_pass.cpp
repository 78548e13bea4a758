#include "shadow_pass.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <limits>
#include <vector>

#include "shader_library.h"

namespace dorsum::render {
namespace {

constexpr int side = 1280;  ///< texels
constexpr float light_radius = 0.075F;  ///< radians: a lamp a hand wide, an arm's length away

/// The spot of the light's disc that a map has; the first few already lie all over it.
glm::vec2 spot_of(int map) {
  constexpr int all = Renderer::full_samples / ShadowPass::samples_a_map;
  const float number = static_cast<float>(map * 3 % all);
  const float away = std::sqrt((number + 0.5F) / static_cast<float>(all)), angle = number * 2.3999632F;
  return glm::vec2(std::cos(angle), std::sin(angle)) * away;
}

glm::vec3 corner_of(const geometry::Bounds& box, int corner) {
  return {(corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y,
          (corner & 4) != 0 ? box.high.z : box.low.z};
}

geometry::Bounds nothing() {
  return {glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
}

void take_in(geometry::Bounds& box, glm::vec3 point) {
  box.low = glm::min(box.low, point);
  box.high = glm::max(box.high, point);
}

/// The item's box as the light sees it.
geometry::Bounds seen_by_light(const drawing::DrawItem& item, const glm::mat4& light) {
  geometry::Bounds box = nothing();
  for (int corner = 0; corner < 8; ++corner) take_in(box, glm::vec3(light * glm::vec4(corner_of(item.bounds, corner), 1.0F)));
  return box;
}

/// What the camera can see, likewise: the whole picture's, so that all tiles of it have one map.
geometry::Bounds field_of_view(const drawing::CameraMatrices& camera, const glm::mat4& light) {
  const glm::mat4 back = glm::inverse(camera.projection * camera.view);
  geometry::Bounds box = nothing();
  for (int corner = 0; corner < 8; ++corner) {
    const glm::vec4 point = back * glm::vec4(corner_of({glm::vec3(-1.0F), glm::vec3(1.0F)}, corner), 1.0F);
    take_in(box, glm::vec3(light * glm::vec4(glm::vec3(point) / point.w, 1.0F)));
  }
  return box;
}

/// Translucent things seen through in x-ray let light through; what fades as it leaves stops less and less of it, in so
/// many of the maps.
bool stops_light(const drawing::DrawItem& item, int map) {
  constexpr float seen_through = 0.3F;
  const float part = (item.opacity - seen_through) / (1.0F - seen_through);
  const float turn = static_cast<float>(item.mesh) * 0.7548777F + (static_cast<float>(map) + 0.5F) * 0.6180340F;
  return part > turn - std::floor(turn);
}

}  // namespace

Result<ShadowPass> ShadowPass::create() {
  ShadowPass pass;
  struct Wanted {
    gl::Program* program;
    const char* define;
  };
  for (const Wanted& wanted : {Wanted{&pass.whole_, "WHOLE"}, Wanted{&pass.cut_, "CUT"}, Wanted{&pass.skin_, "SKIN"}}) {
    auto program = load_program("shadow.vert", "shadow.frag", {wanted.define});
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return pass;
}

Result<void> ShadowPass::fit() {
  if (fits_) return {};
  map_ = gl::Texture(side, side, GL_DEPTH_COMPONENT24, GL_LINEAR);
  map_.compare_depth();
  buffer_ = gl::Framebuffer::make();
  buffer_.attach(GL_DEPTH_ATTACHMENT, map_);
  buffer_.draw_no_colour();
  if (auto fits = buffer_.check(); !fits) return fits;
  fits_ = true;
  return {};
}

Shadow ShadowPass::cast(const Shot& shot) const {
  const drawing::Scene& scene = shot.scene;
  glm::vec3 towards = scene.key.direction;
  const glm::vec3 helper = std::abs(towards.z) < 0.9F ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 across = glm::normalize(glm::cross(helper, towards)), up = glm::cross(towards, across);
  const glm::vec2 spot = spot_of(shot.sample / samples_a_map) * light_radius;
  towards = glm::normalize(towards + across * spot.x + up * spot.y);
  const glm::mat4 light = glm::lookAt(towards, glm::vec3(0.0F), helper);

  std::vector<const drawing::DrawItem*> casting;
  geometry::Bounds all = nothing();
  for (const drawing::DrawItem& item : scene.items) {
    // The lens is for looking, not a hole in the body: what it opens does not darken what it shows.
    if (item.outside_lens || !stops_light(item, shot.sample / samples_a_map)) continue;
    const geometry::Bounds box = seen_by_light(item, light);
    take_in(all, box.low);
    take_in(all, box.high);
    casting.push_back(&item);
  }
  const geometry::Bounds field = field_of_view(scene.camera, light);
  glm::vec2 low = glm::max(glm::vec2(all.low), glm::vec2(field.low));
  glm::vec2 high = glm::min(glm::vec2(all.high), glm::vec2(field.high));
  if (casting.empty() || low.x >= high.x || low.y >= high.y) {  // nothing that is seen can be in shadow
    low = glm::vec2(-1.0F);
    high = glm::vec2(1.0F);
    all.low.z = -1.0F;
    all.high.z = 1.0F;
    casting.clear();
  }
  constexpr float rim = 3.0F;  // texels left free around all, where nothing casts a shadow
  const glm::vec2 margin = (high - low) * (rim / static_cast<float>(side));
  low -= margin;
  high += margin;
  const glm::mat4 to_clip = glm::ortho(low.x, high.x, low.y, high.y, -all.high.z - 5.0F, -all.low.z + 5.0F) * light;
  const float texel = std::max(high.x - low.x, high.y - low.y) / static_cast<float>(side);

  buffer_.bind();
  glViewport(0, 0, side, side);
  const Enabled depth_test(GL_DEPTH_TEST);
  glClear(GL_DEPTH_BUFFER_BIT);
  const bool skin_open = !scene.opening.closed();
  const auto program_of = [&](const drawing::DrawItem& item) {
    if (shot.is_skin(item) && skin_open) return &skin_;
    return scene.section ? &cut_ : &whole_;
  };
  for (const gl::Program* program : {&skin_, &cut_, &whole_}) {
    program->use();
    program->set("view_projection", to_clip);
    program->set("axis", scene.axis);
    program->set("section", scene.section.value_or(glm::vec4(0.0F, 0.0F, 0.0F, 1.0F)));
    set_opening(*program, shot.scene);
    for (const drawing::DrawItem* item : casting) {
      if (program_of(*item) != program) continue;
      const geometry::Bounds box = seen_by_light(*item, light);
      if (box.high.x < low.x || box.low.x > high.x || box.high.y < low.y || box.low.y > high.y) continue;
      set_place(*program, *item);
      const Enabled cull(GL_CULL_FACE, program == &whole_);  // closed solids: the side that faces the light is enough
      const float stray = scene.section ? 0.0F : 0.5F * texel;
      if (shot.is_skin(*item)) {
        shot.meshes.bind_skin();
        shot.meshes.draw_skin(stray);
      } else {
        shot.meshes.bind();
        shot.meshes.draw(item->mesh, stray);
      }
    }
  }
  // From -1..1 to 0..1.
  const glm::mat4 to_map = glm::scale(glm::translate(glm::mat4(1.0F), glm::vec3(0.5F)), glm::vec3(0.5F));
  return {.map = &map_, .to_map = to_map * to_clip, .texel = texel, .step = 1.0F / static_cast<float>(side)};
}

}  // namespace dorsum::render
