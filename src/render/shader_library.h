#pragma once
// Shaders by the names they have in shaders/.

#include <initializer_list>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"
#include "dorsum/gl/program.h"

namespace dorsum::render {

/// A file's text with its `#include "x.glsl"` lines replaced by those files.
[[nodiscard]] std::string shader_source(std::string_view name);

/// The same source in GLSL ES 3.00 instead of 4.10: what the shaders use is common to both (cut.glsl has the one difference).
[[nodiscard]] std::string for_es(std::string_view source);

/// `defines`: names that both are compiled with defined. What a drawing does not need is left out that way and not by a
/// uniform: a driver that draws on the processor runs both sides of a branch.
[[nodiscard]] Result<gl::Program> load_program(std::string_view vertex, std::string_view fragment,
                                               std::initializer_list<std::string_view> defines = {});

}  // namespace dorsum::render
