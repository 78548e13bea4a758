// A vertex is moved by one rule, written twice: geometry/displacement.h and moved.glsl. What the graphics card makes of
// it is read back and compared.

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <random>
#include <string>
#include <vector>

#include "dorsum/geometry/displacement.h"
#include "dorsum/gl/context.h"
#include "dorsum/gl/framebuffer.h"
#include "vertex_source.h"

namespace dorsum::render {
namespace {

/// A vertex shader of the product alone, whose `at` is caught before anything is drawn.
GLuint catching(const char* vertex_shader) {
  const std::string source = vertex_source(vertex_shader);
  const char* const text = source.c_str();
  const GLuint shader = glCreateShader(GL_VERTEX_SHADER);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  const GLuint program = glCreateProgram();
  glAttachShader(program, shader);
  const char* const caught = "at";
  glTransformFeedbackVaryings(program, 1, &caught, GL_INTERLEAVED_ATTRIBS);
  glLinkProgram(program);
  glDeleteShader(shader);
  GLint linked = GL_FALSE;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  REQUIRE(linked == GL_TRUE);
  return program;
}

std::vector<glm::vec3> moved_by_card(GLuint program, const std::vector<glm::vec3>& positions, const geometry::Displacement& by, glm::vec2 axis) {
  glUseProgram(program);
  glUniform1f(glGetUniformLocation(program, "lift"), by.lift);
  glUniform3f(glGetUniformLocation(program, "offset"), by.offset.x, by.offset.y, by.offset.z);
  glUniform2f(glGetUniformLocation(program, "axis"), axis.x, axis.y);
  const auto bytes = static_cast<GLsizeiptr>(positions.size() * sizeof(glm::vec3));
  GLuint array = 0, buffers[2] = {0, 0};
  glGenVertexArrays(1, &array);
  glBindVertexArray(array);
  glGenBuffers(2, buffers);
  glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
  glBufferData(GL_ARRAY_BUFFER, bytes, positions.data(), GL_STATIC_DRAW);
  glEnableVertexAttribArray(location_of("position"));
  glVertexAttribPointer(location_of("position"), 3, GL_FLOAT, GL_FALSE, 0, nullptr);
  glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, buffers[1]);
  glBufferData(GL_TRANSFORM_FEEDBACK_BUFFER, bytes, nullptr, GL_STREAM_READ);
  glEnable(GL_RASTERIZER_DISCARD);
  glBeginTransformFeedback(GL_POINTS);
  glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(positions.size()));
  glEndTransformFeedback();
  glDisable(GL_RASTERIZER_DISCARD);
  std::vector<glm::vec3> moved(positions.size());
  glGetBufferSubData(GL_TRANSFORM_FEEDBACK_BUFFER, 0, bytes, moved.data());
  glBindVertexArray(0);
  glDeleteBuffers(2, buffers);
  glDeleteVertexArrays(1, &array);
  return moved;
}

}  // namespace

TEST_CASE("The graphics card moves a vertex to where geometry says that it is") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  // Nothing is drawn into it, but without it nothing is drawn at all.
  const gl::Texture colour(1, 1, GL_RGBA8, GL_NEAREST);
  gl::Framebuffer output = gl::Framebuffer::make();
  output.attach(GL_COLOR_ATTACHMENT0, colour);
  output.bind();
  constexpr glm::vec2 axis(3.5F, -21.0F);
  std::mt19937 random(5);
  std::uniform_real_distribution<float> anywhere(-300.0F, 300.0F), upright(0.0F, 1800.0F);
  std::vector<glm::vec3> positions;
  for (int i = 0; i < 500; ++i) positions.emplace_back(anywhere(random), anywhere(random), upright(random));
  positions.emplace_back(axis, 900.0F);  // on the axis, and nearer to it than a millimetre
  positions.emplace_back(axis.x + 0.4F, axis.y - 0.3F, 900.0F);
  for (const char* shader : {"surface.vert", "skin.vert"}) {
    const GLuint program = catching(shader);
    for (const geometry::Displacement& by : {geometry::Displacement{}, geometry::Displacement{.lift = 16.0F}, geometry::Displacement{.lift = 7.25F, .offset = {0.0F, 90.0F, 0.0F}},
                                             geometry::Displacement{.lift = 0.0F, .offset = {3.0F, 450.0F, -2.0F}}}) {
      const std::vector<glm::vec3> found = moved_by_card(program, positions, by, axis);
      for (std::size_t i = 0; i < positions.size(); ++i) {
        INFO(shader << ", lift " << by.lift << ", offset " << by.offset.y << ", vertex " << i);
        CHECK(glm::distance(found[i], geometry::moved(positions[i], by, axis)) < 1e-3F);
      }
    }
    glDeleteProgram(program);
  }
  CHECK(context->debug_log().errors().empty());
}

}  // namespace dorsum::render
