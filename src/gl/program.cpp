#include "dorsum/gl/program.h"

#include <fmt/format.h>

#include <algorithm>
#include <glm/gtc/type_ptr.hpp>
#include <vector>

#include "dorsum/core/assert.h"

namespace dorsum::gl {
namespace {

struct ShaderKind {
  static GLuint make() { return 0; }
  static void drop(GLuint name) { glDeleteShader(name); }
};
using Shader = Handle<ShaderKind>;

Result<Shader> compile(GLenum stage, std::string_view source, const std::string& name) {
  Shader shader(glCreateShader(stage));
  const char* text = source.data();
  const auto length = static_cast<GLint>(source.size());
  glShaderSource(shader.name(), 1, &text, &length);
  glCompileShader(shader.name());
  GLint compiled = GL_FALSE;
  glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled);
  if (compiled == GL_TRUE) return shader;
  GLint log_length = 0;
  glGetShaderiv(shader.name(), GL_INFO_LOG_LENGTH, &log_length);
  std::string log(static_cast<std::size_t>(log_length) + 1, '\0');
  glGetShaderInfoLog(shader.name(), log_length, nullptr, log.data());
  return machine_cannot(to_fill("the {stage} shader of {name} does not compile on this driver: {log}", fmt::arg("stage", stage == GL_VERTEX_SHADER ? "vertex" : "fragment"),
                                fmt::arg("name", name), fmt::arg("log", log.c_str())),
                        to_say("please report this with the name of your graphics card"));
}

/// The names after `uniform TYPE` in a source, comments left out.
std::vector<std::string> declared_uniforms(std::string_view source) {
  std::vector<std::string> names;
  while (!source.empty()) {
    const std::size_t end = std::min(source.find('\n'), source.size());
    std::string_view line = source.substr(0, end);
    source.remove_prefix(std::min(end + 1, source.size()));
    line = line.substr(0, line.find("//"));
    constexpr std::string_view keyword = "uniform ";
    if (!line.starts_with(keyword)) continue;
    line.remove_prefix(keyword.size());
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    names.emplace_back(line.substr(0, line.find_first_of(";[ ")));
  }
  return names;
}

}  // namespace

GLuint ProgramKind::make() { return glCreateProgram(); }
void ProgramKind::drop(GLuint name) { glDeleteProgram(name); }

Result<Program> Program::create(const std::string& name, std::string_view vertex, std::string_view fragment) {
  auto vertex_shader = compile(GL_VERTEX_SHADER, vertex, name);
  if (!vertex_shader) return Failure(vertex_shader.error());
  auto fragment_shader = compile(GL_FRAGMENT_SHADER, fragment, name);
  if (!fragment_shader) return Failure(fragment_shader.error());

  Program program;
  program.handle_ = Handle<ProgramKind>::make();
  const GLuint id = program.handle_.name();
  glAttachShader(id, vertex_shader->name());
  glAttachShader(id, fragment_shader->name());
  glLinkProgram(id);
  glDetachShader(id, vertex_shader->name());
  glDetachShader(id, fragment_shader->name());
  GLint linked = GL_FALSE;
  glGetProgramiv(id, GL_LINK_STATUS, &linked);
  if (linked != GL_TRUE) {
    std::string log(2048, '\0');
    glGetProgramInfoLog(id, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return machine_cannot(to_fill("the shaders of {name} do not link on this driver: {log}", fmt::arg("name", name), fmt::arg("log", log.c_str())),
                          to_say("please report this with the name of your graphics card"));
  }

  for (const std::string_view source : {vertex, fragment}) {
    for (std::string& uniform : declared_uniforms(source)) {
      const GLint location = glGetUniformLocation(id, uniform.c_str());
      program.locations_.emplace(std::move(uniform), location);
    }
  }
  return program;
}

void Program::use() const { glUseProgram(handle_.name()); }

GLint Program::location(std::string_view uniform) const {
  const auto found = locations_.find(uniform);
  assert(found != locations_.end() && "no shader of this program declares that uniform");
  return found == locations_.end() ? -1 : found->second;
}

void Program::set(std::string_view uniform, bool value) const { glUniform1i(location(uniform), value ? 1 : 0); }
void Program::set(std::string_view uniform, int value) const { glUniform1i(location(uniform), value); }
void Program::set(std::string_view uniform, float value) const { glUniform1f(location(uniform), value); }
void Program::set(std::string_view uniform, const glm::vec2& value) const {
  glUniform2fv(location(uniform), 1, glm::value_ptr(value));
}
void Program::set(std::string_view uniform, const glm::vec3& value) const {
  glUniform3fv(location(uniform), 1, glm::value_ptr(value));
}
void Program::set(std::string_view uniform, const glm::vec4& value) const {
  glUniform4fv(location(uniform), 1, glm::value_ptr(value));
}
void Program::set(std::string_view uniform, const glm::mat4& value) const {
  glUniformMatrix4fv(location(uniform), 1, GL_FALSE, glm::value_ptr(value));
}

}  // namespace dorsum::gl
