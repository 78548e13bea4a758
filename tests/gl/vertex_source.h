#pragma once
// A vertex shader of the product for programs of the tests' own.

#include <string>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {

inline std::string vertex_source(std::string_view name) {
  std::string source = shader_source(name), head;
  for (const VertexInput& input : vertex_inputs) head += "#define in_" + std::string(input.name) + ' ' + std::to_string(input.location) + '\n';
  return source.insert(source.find('\n') + 1, head);
}

}  // namespace dorsum::render
