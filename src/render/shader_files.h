#pragma once
// The files of shaders/, which travel inside the program as text (generated at build time).

#include <span>
#include <string_view>

namespace dorsum::render {

struct ShaderFile {
  std::string_view name;  ///< "flesh.frag"
  std::string_view text;
};

[[nodiscard]] std::span<const ShaderFile> shader_files();

}  // namespace dorsum::render
