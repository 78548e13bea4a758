#include "shader_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "shader_files.h"
#include "vertex_inputs.h"

namespace dorsum::render {

std::string shader_source(std::string_view name) {
  const auto files = shader_files();
  const auto file = std::find_if(files.begin(), files.end(), [name](const ShaderFile& f) { return f.name == name; });
  // Names come from our own code: a wrong one is a programming error.
  if (file == files.end()) throw std::logic_error(fmt::format("no shader file {}", name));

  std::string source;
  std::string_view rest = file->text;
  constexpr std::string_view directive = "#include \"";
  for (std::size_t at = rest.find(directive); at != std::string_view::npos; at = rest.find(directive)) {
    source += rest.substr(0, at);
    rest.remove_prefix(at + directive.size());
    const std::size_t end = rest.find('"');
    source += shader_source(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return source.append(rest);
}

std::string for_es(std::string_view source) {
  constexpr std::string_view head =
      "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\nprecision highp sampler2DShadow;\n";
  return std::string(head).append(source.substr(source.find('\n') + 1));
}

Result<gl::Program> load_program(std::string_view vertex, std::string_view fragment,
                                 std::initializer_list<std::string_view> defines) {
  const auto defined = [defines](std::string source) {
    std::string head;
    for (const VertexInput& input : vertex_inputs) head += fmt::format("#define in_{} {}\n", input.name, input.location);
    for (const std::string_view define : defines) head += fmt::format("#define {}\n", define);
    return source.insert(source.find('\n') + 1, head);  // GLSL wants its #version first
  };
  return gl::Program::create(fmt::format("{} and {} {}", vertex, fragment, fmt::join(defines, " ")), defined(shader_source(vertex)),
                             defined(shader_source(fragment)));
}

}  // namespace dorsum::render
