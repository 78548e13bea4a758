#include "id_picture.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <glm/geometric.hpp>
#include <string>

#include "dorsum/geometry/plane_section.h"
#include "dorsum/gl/framebuffer.h"
#include "pass.h"
#include "../vertex_source.h"

namespace dorsum::render {
namespace {

constexpr GLuint painted = 0x80, counted = 0x7F;

struct Corner {
  glm::vec4 from, to;
};

gl::Program program_of(const char* vertex, const std::string& fragment) {
  auto program = gl::Program::create(vertex, vertex_source(vertex), "#version 410 core\n" + fragment);
  REQUIRE(program);
  return std::move(*program);
}

gl::Program product_program(const char* vertex, const char* fragment) {
  auto program = load_program(vertex, fragment);
  REQUIRE(program);
  return std::move(*program);
}

glm::vec3 colour_of(std::uint32_t mesh) {
  const std::uint32_t number = mesh + 1;
  return glm::vec3(static_cast<float>(number & 0xFFU), static_cast<float>(number >> 8U & 0xFFU), 0.0F) / 255.0F;
}

bool stops(const drawing::DrawItem& item) { return item.opacity >= 0.5F; }

void begin(const gl::Program& program, const drawing::Scene& scene) {
  program.use();
  set_common(program, scene, scene.camera.projection * scene.camera.view);
  set_opening(program, scene);
}

}  // namespace

std::optional<std::uint32_t> IdPicture::clear_at(int x, int y) const {
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      const int i = x + dx, k = y + dy;
      if (i < 0 || k < 0 || i >= width || k >= height || at(i, k) != at(x, y)) return std::nullopt;
    }
  }
  return at(x, y);
}

IdPainter::IdPainter() {
  const std::string head = shader_source("lens.glsl") + "in vec3 at;\nuniform vec3 colour;\nout vec4 fragment;\n";
  surface_ = program_of("surface.vert", head + "void main() { if (is_opened(at)) discard; fragment = vec4(colour, 1.0); }");
  skin_ = program_of("skin.vert", head + "in vec4 values;\n" + shader_source("skin_window.glsl") + shader_source("skin_gone.glsl") +
                                      "void main() { if (is_gone(at, values.w)) discard; fragment = vec4(colour, 1.0); }");
  rim_ = program_of("rim.vert", head + "void main() { if (is_opened(at)) discard; fragment = vec4(colour, 1.0); }");
  face_ = program_of("section_face.vert", "uniform vec3 colour;\nout vec4 fragment;\nvoid main() { fragment = vec4(colour, 1.0); }");
  fan_ = product_program("section_fan.vert", "nothing.frag");
  stroke_ = product_program("section_stroke.vert", "section_stroke.frag");
  const gl::Attribute rim[] = {{.location = location_of("position"), .components = 3, .offset = offsetof(drawing::RimVertex, position)}};
  rim_array_.read(rim_buffer_, sizeof(drawing::RimVertex), rim);
  const gl::Attribute cut[] = {{.location = location_of("from"), .components = 4, .offset = offsetof(Corner, from)}, {.location = location_of("to"), .components = 4, .offset = offsetof(Corner, to)}};
  cut_array_.read(cut_buffer_, sizeof(Corner), cut);
}

void IdPainter::upload(const std::vector<geometry::TriangleMesh>& meshes, int skin) { meshes_.upload(meshes, skin); }

void IdPainter::draw_surfaces(const drawing::Scene& scene) {
  const Enabled clip(GL_CLIP_DISTANCE0, scene.section.has_value());
  for (const drawing::DrawItem& item : scene.items) {
    if (!stops(item)) continue;
    const bool skin = static_cast<int>(item.mesh) == meshes_.skin();
    const gl::Program& program = skin ? skin_ : surface_;
    begin(program, scene);
    set_place(program, item);
    program.set("colour", colour_of(item.mesh));
    const bool open = scene.section.has_value() || (skin && (!scene.opening.closed() || item.outside_lens));
    const Enabled cull(GL_CULL_FACE, item.opacity < 1.0F || !open);
    if (skin) {
      meshes_.bind_skin();
      meshes_.draw_skin();
    } else {
      meshes_.bind();
      meshes_.draw(item.mesh);
    }
  }
}

void IdPainter::draw_rim(const drawing::Scene& scene) {
  const auto skin = std::find_if(scene.items.begin(), scene.items.end(), [&](const drawing::DrawItem& item) { return static_cast<int>(item.mesh) == meshes_.skin() && item.opacity >= 1.0F; });
  if (!scene.skin_rim || scene.skin_rim->empty() || skin == scene.items.end()) return;
  rim_buffer_.fill(std::span<const drawing::RimVertex>(*scene.skin_rim), GL_DYNAMIC_DRAW);
  const Enabled clip(GL_CLIP_DISTANCE0, scene.section.has_value());
  begin(rim_, scene);
  set_place(rim_, *skin);
  rim_.set("colour", colour_of(skin->mesh));
  rim_array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(scene.skin_rim->size()));
}

void IdPainter::draw_cuts(const drawing::Scene& scene, drawing::Viewport viewport) {
  if (!scene.section || !scene.section_cuts) return;
  const geometry::PlaneSheet sheet(*scene.section);
  const Enabled stencil(GL_STENCIL_TEST);
  glDepthMask(GL_FALSE);
  const auto draw_face = [&](const glm::vec4& extent) {
    face_.use();
    face_.set("origin", sheet.origin);
    face_.set("axis_u", sheet.u);
    face_.set("axis_v", sheet.v);
    face_.set("extent", extent);
    nothing_.bind();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  };
  // As the product does: what is whole first, what is on its way over it.
  for (const bool opaque : {true, false}) {
    for (const drawing::DrawItem& item : scene.items) {
      const auto cut = std::find_if(scene.section_cuts->begin(), scene.section_cuts->end(), [&](const drawing::SectionCut& each) { return each.mesh == item.mesh; });
      if (!stops(item) || (item.opacity >= 1.0F) != opaque || cut == scene.section_cuts->end() || cut->ends.empty()) continue;
      std::vector<Corner> corners;
      glm::vec2 low(1e9F), high(-1e9F);
      for (std::size_t i = 0; i + 1 < cut->ends.size(); i += 2) {
        for (int corner = 0; corner < 6; ++corner) corners.push_back({cut->ends[i], cut->ends[i + 1]});
        low = glm::min(low, sheet.on(glm::vec3(cut->ends[i])));
        high = glm::max(high, sheet.on(glm::vec3(cut->ends[i])));
      }
      cut_buffer_.fill(std::span<const Corner>(corners), GL_DYNAMIC_DRAW);
      const auto count = static_cast<GLsizei>(corners.size());
      glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
      glDisable(GL_DEPTH_TEST);
      glStencilMask(counted);
      glStencilFunc(GL_ALWAYS, 0, counted);
      glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
      glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
      begin(fan_, scene);
      set_place(fan_, item);
      fan_.set("pivot", glm::vec3(cut->ends.front()));
      cut_array_.bind();
      glDrawArrays(GL_TRIANGLES, 0, count);
      if (static_cast<int>(item.mesh) == meshes_.skin()) {
        glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
        begin(stroke_, scene);
        stroke_.set("normal", glm::cross(sheet.u, sheet.v));
        stroke_.set("width", drawing::opened_thickness);
        stroke_.set("least_pixels", 0.0F);
        stroke_.set("pixel_angle", 2.0F / scene.camera.projection[1][1] / static_cast<float>(viewport.height));
        stroke_.set("erase", true);
        cut_array_.bind();
        glDrawArrays(GL_TRIANGLES, 0, count);
      }
      glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
      glEnable(GL_DEPTH_TEST);
      glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
      glStencilFunc(GL_NOTEQUAL, 0, counted);
      begin(face_, scene);
      face_.set("colour", colour_of(item.mesh));
      draw_face(glm::vec4(low, high));
      glStencilMask(counted | painted);
      glStencilFunc(GL_NOTEQUAL, painted, counted);
      glStencilOp(GL_KEEP, GL_ZERO, GL_REPLACE);
      glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
      draw_face(glm::vec4(low, high));
      glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    }
  }
  glStencilMask(0xFF);
  glDepthMask(GL_TRUE);
}

IdPicture IdPainter::paint(const drawing::Scene& scene, drawing::Viewport viewport) {
  // The window's distances are the skin's scalars.
  meshes_.set_skin_scalars(scene.skin_scalars ? std::span<const glm::vec4>(*scene.skin_scalars) : std::span<const glm::vec4>{}, {});
  const gl::Texture colour(viewport.width, viewport.height, GL_RGBA8, GL_NEAREST), depth(viewport.width, viewport.height, GL_DEPTH24_STENCIL8, GL_NEAREST);
  gl::Framebuffer output = gl::Framebuffer::make();
  output.attach(GL_COLOR_ATTACHMENT0, colour);
  output.attach(GL_DEPTH_STENCIL_ATTACHMENT, depth);
  REQUIRE(output.check());
  output.bind();
  glViewport(0, 0, viewport.width, viewport.height);
  glDisable(GL_BLEND);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  {
    const Enabled depth_test(GL_DEPTH_TEST);
    draw_surfaces(scene);
    draw_rim(scene);
    draw_cuts(scene, viewport);
  }
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(viewport.width) * static_cast<std::size_t>(viewport.height) * 4);
  glReadPixels(0, 0, viewport.width, viewport.height, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
  IdPicture picture{viewport.width, viewport.height, std::vector<std::uint32_t>(bytes.size() / 4)};
  for (int y = 0; y < viewport.height; ++y) {
    for (int x = 0; x < viewport.width; ++x) {
      const std::size_t from = 4 * (static_cast<std::size_t>(viewport.height - 1 - y) * static_cast<std::size_t>(viewport.width) + static_cast<std::size_t>(x));
      picture.numbers[static_cast<std::size_t>(y) * static_cast<std::size_t>(viewport.width) + static_cast<std::size_t>(x)] = bytes[from] + 256U * bytes[from + 1];
    }
  }
  return picture;
}

}  // namespace dorsum::render
