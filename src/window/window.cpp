#include <glad/gl.h>
// GLFW must come after glad, which provides the GL declarations.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dorsum/gl/driver.h"
#include "dorsum/gl/fault.h"
#include "dorsum/window/window.h"
#include "lost_display.h"

namespace dorsum::window {
namespace {

std::string glfw_reason() {
  const char* description = nullptr;
  glfwGetError(&description);
  return description == nullptr ? "no reason given" : description;
}

/// Whether a hand's breadth of the place, its upper edge in it, lies on one of the screens that are there.
bool is_reachable(const Window::Place& place) {
  constexpr int least = 100;
  int count = 0;
  GLFWmonitor** const monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    int left = 0, top = 0, width = 0, height = 0;
    glfwGetMonitorWorkarea(monitors[i], &left, &top, &width, &height);
    const int seen = std::min(place.left + place.width, left + width) - std::max(place.left, left);
    if (seen >= std::min(least, place.width) && place.top >= top - least && place.top <= top + height - least) return true;
  }
  return false;
}

}  // namespace

struct Window::Impl {
  bool glfw = false;  ///< glfwInit succeeded
  GLFWwindow* window = nullptr;
  gl::Driver driver;
  gl::DebugLog log;
  int left = 0, top = 0, width = 0, height = 0;  ///< its own place, while it fills the screen
  std::optional<Place> unmaximised;              ///< its place when it was seen last and was not maximised

  ~Impl() {
    if (window != nullptr) glfwDestroyWindow(window);
    if (glfw) glfwTerminate();
  }
};

Result<Window> Window::create(const Options& options) {
  auto impl = std::make_unique<Impl>();
  impl->glfw = glfwInit() == GLFW_TRUE;
  if (!impl->glfw) {
    return machine_cannot(to_fill("no window can be opened: {}", glfw_reason()),
                          to_say("run Dorsum on a desktop, or draw a picture with `dorsum snapshot`, which needs no display"));
  }
  tell_when_display_is_lost();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 4);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 1);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, gl::debug_wanted() ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);  // so that is_lost can know; where the driver can
  glfwWindowHint(GLFW_SAMPLES, 0);  // the renderer antialiases in framebuffers of its own
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  const bool placed = options.place && is_reachable(*options.place);
  glfwWindowHint(GLFW_VISIBLE, options.visible && !placed ? GLFW_TRUE : GLFW_FALSE);  // one that has a place is seen there first
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "dorsum");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "dorsum");
  impl->window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (impl->window == nullptr) {
    return machine_cannot(to_fill("no window with OpenGL 4.1 core can be opened: {}", glfw_reason()),
                          to_say("install a graphics driver with OpenGL 4.1 (libgl1-mesa-dri draws without a graphics card)"));
  }
  if (placed) {
    const Place& place = *options.place;
    glfwSetWindowSize(impl->window, place.width, place.height);  // beyond the scale of the screen: it was measured there
    glfwSetWindowPos(impl->window, place.left, place.top);
    if (place.maximised) glfwMaximizeWindow(impl->window);
    if (options.visible) glfwShowWindow(impl->window);
    impl->unmaximised = place;
  }
  glfwMakeContextCurrent(impl->window);
  if (gladLoadGL(glfwGetProcAddress) == 0) {
    return machine_cannot(to_say("the graphics driver lacks functions of OpenGL 4.1 core"), to_say("install a newer graphics driver"));
  }
  glfwSwapInterval(1);
  impl->driver = gl::describe_driver();
  gl::watch_errors(impl->log);
  return Window(std::move(impl));
}

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

desk::Glass Window::glass() const {
  int width = 0, height = 0, pixel_width = 0, pixel_height = 0;
  glfwGetWindowSize(impl_->window, &width, &height);
  glfwGetFramebufferSize(impl_->window, &pixel_width, &pixel_height);
  const float density = width > 0 && pixel_width > 0 ? static_cast<float>(pixel_width) / static_cast<float>(width) : 1.0F;
  if (glfwGetWindowAttrib(impl_->window, GLFW_ICONIFIED) == GLFW_TRUE) pixel_width = pixel_height = 0;
  return {.width = pixel_width, .height = pixel_height, .pixels_per_point = density};
}

void Window::wait_until(double due) const {
  const double rest = due - now();
  if (!glass().is_seen() || std::isinf(due)) {
    glfwWaitEvents();
  } else if (rest <= 0.0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(std::max(0.001, rest));
  }
}

void Window::swap() const { glfwSwapBuffers(impl_->window); }
bool Window::closes() const { return glfwWindowShouldClose(impl_->window) == GLFW_TRUE; }
void Window::close() const { glfwSetWindowShouldClose(impl_->window, GLFW_TRUE); }
void Window::copy(const std::string& text) const { glfwSetClipboardString(impl_->window, text.c_str()); }
void Window::fill_screen(bool whole) const {
  if (!whole) {
    if (impl_->width > 0) glfwSetWindowMonitor(impl_->window, nullptr, impl_->left, impl_->top, impl_->width, impl_->height, GLFW_DONT_CARE);
    return;
  }
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode == nullptr) return;
  glfwGetWindowPos(impl_->window, &impl_->left, &impl_->top);
  glfwGetWindowSize(impl_->window, &impl_->width, &impl_->height);
  glfwSetWindowMonitor(impl_->window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}
std::optional<Window::Place> Window::place() const {
  GLFWwindow* const window = impl_->window;
  if (glfwGetWindowMonitor(window) != nullptr || !glass().is_seen()) return std::nullopt;
  Place place;
  glfwGetWindowPos(window, &place.left, &place.top);
  glfwGetWindowSize(window, &place.width, &place.height);
  if (glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != GLFW_TRUE) {
    impl_->unmaximised = place;
    return place;
  }
  if (impl_->unmaximised) place = *impl_->unmaximised;
  place.maximised = true;
  return place;
}
double Window::now() { return glfwGetTime(); }
void Window::wake() { glfwPostEmptyEvent(); }

GLFWwindow* Window::handle() const { return impl_->window; }
bool Window::is_lost() const {
  return gl::fault_due("lost-context") || (GLAD_GL_KHR_robustness != 0 && glGetGraphicsResetStatus() != GL_NO_ERROR);
}
const gl::Driver& Window::driver() const { return impl_->driver; }
const gl::DebugLog& Window::debug_log() const { return impl_->log; }

}  // namespace dorsum::window
