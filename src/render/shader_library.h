#pragma once
// Shaders by the names they have in shaders/.

#include <string>
#include <string_view>

#include "dorsum/core/result.h"
#include "dorsum/gl/program.h"

namespace dorsum::render {

/// A file's text with its `#include "x.glsl"` lines replaced by those files.
[[nodiscard]] std::string shader_source(std::string_view name);

/// `define`: a name that both are compiled with defined, or none.
[[nodiscard]] Result<gl::Program> load_program(std::string_view vertex, std::string_view fragment, std::string_view define = {});

}  // namespace dorsum::render
