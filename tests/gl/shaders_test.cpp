// What the shaders and those who feed them agree on, and that they are good for OpenGL ES, too.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "dorsum/gl/context.h"
#include "dorsum/render/naive.h"
#include "dorsum/render/renderer.h"
#include "shader_files.h"
#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

/// What goes to the driver while it lives: the sources of each program.
class Overheard {
 public:
  Overheard() : source_(glad_glShaderSource), attach_(glad_glAttachShader) {
    now = this;
    glad_glShaderSource = [](GLuint shader, GLsizei count, const GLchar* const* text, const GLint* length) {
      now->sources_[shader] = std::string(*text, static_cast<std::size_t>(*length));
      now->source_(shader, count, text, length);
    };
    glad_glAttachShader = [](GLuint program, GLuint shader) {
      now->programs_[program].push_back(now->sources_[shader]);
      now->attach_(program, shader);
    };
  }
  ~Overheard() {
    glad_glShaderSource = source_;
    glad_glAttachShader = attach_;
  }
  Overheard(const Overheard&) = delete;
  Overheard& operator=(const Overheard&) = delete;

  /// By program: the vertex shader, then the fragment shader.
  [[nodiscard]] const std::map<GLuint, std::vector<std::string>>& programs() const { return programs_; }

 private:
  static inline Overheard* now = nullptr;
  PFNGLSHADERSOURCEPROC source_;
  PFNGLATTACHSHADERPROC attach_;
  std::map<GLuint, std::string> sources_;
  std::map<GLuint, std::vector<std::string>> programs_;
};

}  // namespace

TEST_CASE("A vertex shader's inputs have the numbers that vertex arrays read them by, and no others") {
  std::size_t inputs = 0;
  for (const ShaderFile& file : shader_files()) {
    if (!file.name.ends_with(".vert")) continue;
    INFO(file.name);
    std::string_view rest = file.text;
    constexpr std::string_view begins = "layout(location = ";
    for (std::size_t at = rest.find(begins); at != std::string_view::npos; at = rest.find(begins)) {
      rest.remove_prefix(at + begins.size());
      // "in_position) in vec3 position;"
      const std::string_view number = rest.substr(0, rest.find(')')), declared = rest.substr(0, rest.find(';'));
      const std::string_view name = declared.substr(declared.rfind(' ') + 1);
      INFO(name);
      CHECK(number == "in_" + std::string(name));
      CHECK(std::any_of(std::begin(vertex_inputs), std::end(vertex_inputs), [&](const VertexInput& input) { return input.name == name; }));
      ++inputs;
    }
  }
  CHECK(inputs > 30);
}

TEST_CASE("No shader goes beyond what its source shares with OpenGL ES but for the clip distance behind its #if") {
  for (const ShaderFile& file : shader_files()) {
    INFO(file.name);
    if (file.name != "cut_vertex.glsl") CHECK(file.text.find("gl_ClipDistance") == std::string_view::npos);
  }
}

// For gl.shaders_for_es, which hands the files to glslangValidator: all programs that the renderer makes.
TEST_CASE("Programs are written out in GLSL ES", "[.for-es]") {
  const char* folder = std::getenv("DORSUM_SHADERS_OUT");
  REQUIRE(folder != nullptr);
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  const Overheard overheard;
  REQUIRE(Renderer::create());
  REQUIRE(NaiveDrawing::create({}, {.width = 8, .height = 8}));
  REQUIRE(overheard.programs().size() > 30);
  for (const auto& [program, sources] : overheard.programs()) {
    REQUIRE(sources.size() == 2);
    const std::filesystem::path stem = std::filesystem::path(folder) / std::to_string(program);
    std::ofstream(stem.string() + ".vert") << for_es(sources[0]);
    std::ofstream(stem.string() + ".frag") << for_es(sources[1]);
  }
}

}  // namespace dorsum::render
