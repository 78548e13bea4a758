#include <array>
#include <catch2/catch.hpp>

#include "dorsum/gl/buffer.h"
#include "dorsum/gl/context.h"
#include "dorsum/gl/framebuffer.h"
#include "dorsum/gl/program.h"

namespace dorsum::gl {
namespace {

constexpr auto plain_vertex = R"(#version 410 core
layout(location = 0) in vec2 position;
void main() { gl_Position = vec4(position, 0.0, 1.0); })";
constexpr auto plain_fragment = R"(#version 410 core
uniform vec3 colour;
out vec4 fragment;
void main() { fragment = vec4(colour, 1.0); })";

}  // namespace

TEST_CASE("A context without a display is OpenGL 4.1 core") {
  auto context = SurfacelessContext::create();
  REQUIRE(context);
  CHECK_FALSE(context->driver().name.empty());
  GLint major = 0, minor = 0;
  glGetIntegerv(GL_MAJOR_VERSION, &major);
  glGetIntegerv(GL_MINOR_VERSION, &minor);
  CHECK(major * 10 + minor >= 41);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("The debug log hears an error") {
  auto context = SurfacelessContext::create();
  REQUIRE(context);
  if (GLAD_GL_KHR_debug == 0) {
    WARN("this driver has no GL_KHR_debug: nothing to test");
    return;
  }
  glEnable(GL_TEXTURE0);  // no capability
  CHECK_FALSE(context->debug_log().errors().empty());
}

TEST_CASE("Objects move, and are deleted once, with their owner") {
  auto context = SurfacelessContext::create();
  REQUIRE(context);
  GLuint name = 0;
  {
    Texture first(4, 4, GL_RGBA8, GL_NEAREST);
    name = first.name();
    CHECK(glIsTexture(name) == GL_TRUE);
    Texture second = std::move(first);
    CHECK(second.name() == name);
    Texture third(8, 8, GL_RGBA8, GL_NEAREST);
    const GLuint replaced = third.name();
    third = std::move(second);
    CHECK(glIsTexture(replaced) == GL_FALSE);
    CHECK(glIsTexture(name) == GL_TRUE);
  }
  CHECK(glIsTexture(name) == GL_FALSE);
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A triangle is drawn where it should be, in its colour") {
  auto context = SurfacelessContext::create();
  REQUIRE(context);
  auto program = Program::create("plain", plain_vertex, plain_fragment);
  REQUIRE(program);
  const Texture picture(16, 16, GL_RGBA8, GL_NEAREST);
  Framebuffer framebuffer = Framebuffer::make();
  framebuffer.attach(GL_COLOR_ATTACHMENT0, picture);
  REQUIRE(framebuffer.check());
  // The lower left half of the picture.
  const std::array<float, 6> corners = {-1, -1, 1, -1, -1, 1};
  Buffer buffer(GL_ARRAY_BUFFER);
  buffer.fill(std::span<const float>(corners), GL_STATIC_DRAW);
  VertexArray array;
  const Attribute attribute[] = {{.location = 0, .components = 2}};
  array.read(buffer, 2 * sizeof(float), attribute);

  glViewport(0, 0, 16, 16);
  glClearColor(0, 0, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  program->use();
  program->set("colour", glm::vec3(1, 0, 0));
  array.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  std::array<std::uint8_t, 4> inside{}, outside{};
  glReadPixels(2, 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, inside.data());
  glReadPixels(14, 14, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, outside.data());
  CHECK(inside == std::array<std::uint8_t, 4>{255, 0, 0, 255});
  CHECK(outside == std::array<std::uint8_t, 4>{0, 0, 255, 255});
  CHECK(context->debug_log().errors().empty());
}

TEST_CASE("A shader that does not compile says so in the driver's words") {
  auto context = SurfacelessContext::create();
  REQUIRE(context);
  const auto broken = Program::create("broken", plain_vertex, "#version 410 core\nvoid main() { nonsense; }");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().trouble == Trouble::machine_cannot);
  CHECK(broken.error().reason.english().find("nonsense") != std::string::npos);
}

}  // namespace dorsum::gl
