#include "dorsum/gl/driver.h"

#include <glad/gl.h>

#include <cstdlib>
#include <string_view>

namespace dorsum::gl {
namespace {

void GLAD_API_PTR on_message(GLenum, GLenum type, GLuint, GLenum severity, GLsizei length, const GLchar* message,
                             const void* user) {
  // Notes on buffer placement and shader recompilation are the driver's business; errors are ours.
  if (type != GL_DEBUG_TYPE_ERROR && type != GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR && severity != GL_DEBUG_SEVERITY_HIGH) return;
  auto* log = static_cast<DebugLog*>(const_cast<void*>(user));
  log->add(length < 0 ? std::string(message) : std::string(message, static_cast<std::size_t>(length)));
}

std::string text_of(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text == nullptr ? std::string() : std::string(text);
}

}  // namespace

bool debug_wanted() {
  const char* asked = std::getenv("DORSUM_GL_DEBUG");
  if (asked != nullptr) return std::string_view(asked) == "1";
#ifdef NDEBUG
  return false;
#else
  return true;
#endif
}

Driver describe_driver() {
  Driver driver{.name = text_of(GL_RENDERER), .version = text_of(GL_VERSION)};
  for (const std::string_view software : {"llvmpipe", "softpipe", "swrast", "Software"}) {
    driver.software = driver.software || driver.name.find(software) != std::string::npos;
  }
  return driver;
}

void watch_errors(DebugLog& log) {
  if (GLAD_GL_KHR_debug == 0 || !debug_wanted()) return;
  glEnable(GL_DEBUG_OUTPUT);
  glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
  glDebugMessageCallback(on_message, &log);
}

}  // namespace dorsum::gl
