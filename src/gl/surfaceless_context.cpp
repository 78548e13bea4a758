#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <fmt/format.h>
#include <glad/gl.h>

#include <cstring>

#include "dorsum/gl/context.h"
#include "dorsum/gl/driver.h"

namespace dorsum::gl {
namespace {

bool has_extension(const char* list, const char* name) { return list != nullptr && std::strstr(list, name) != nullptr; }

/// Displays that need no display server, the likeliest first: Mesa's surfaceless platform, then the first
/// graphics device (drivers without the former), then whatever EGL takes for its default.
std::vector<EGLDisplay> candidate_displays() {
  std::vector<EGLDisplay> displays;
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  const auto get_platform_display =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_platform_display != nullptr) {
    if (has_extension(extensions, "EGL_EXT_platform_device")) {
      const auto query_devices = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
      EGLDeviceEXT device = nullptr;
      EGLint count = 0;
      if (query_devices != nullptr && query_devices(1, &device, &count) == EGL_TRUE && count > 0) {
        displays.push_back(get_platform_display(EGL_PLATFORM_DEVICE_EXT, device, nullptr));
      }
    }
    if (has_extension(extensions, "EGL_MESA_platform_surfaceless")) {
      const EGLDisplay surfaceless = get_platform_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
      displays.insert(displays.begin(), surfaceless);
    }
  }
  displays.push_back(eglGetDisplay(EGL_DEFAULT_DISPLAY));
  return displays;
}

EGLContext create_context(EGLDisplay display) {
  if (!has_extension(eglQueryString(display, EGL_EXTENSIONS), "EGL_KHR_surfaceless_context")) return EGL_NO_CONTEXT;
  if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return EGL_NO_CONTEXT;
  const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display, wanted, &config, 1, &count) != EGL_TRUE || count == 0) return EGL_NO_CONTEXT;
  const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION,       4,
                               EGL_CONTEXT_MINOR_VERSION,       1,
                               EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                               EGL_CONTEXT_OPENGL_DEBUG,        debug_wanted() ? EGL_TRUE : EGL_FALSE,
                               EGL_NONE};
  return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes);
}

}  // namespace

struct SurfacelessContext::Impl {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  Driver driver;
  DebugLog log;

  ~Impl() {
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    eglTerminate(display);
  }
};

Result<SurfacelessContext> SurfacelessContext::create() {
  for (const EGLDisplay display : candidate_displays()) {
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE) continue;
    auto impl = std::make_unique<Impl>();
    impl->display = display;
    impl->context = create_context(display);
    if (impl->context == EGL_NO_CONTEXT) continue;
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl->context) != EGL_TRUE) continue;
    if (gladLoadGL(eglGetProcAddress) == 0) continue;
    impl->driver = describe_driver();
    watch_errors(impl->log);
    return SurfacelessContext(std::move(impl));
  }
  return machine_cannot(to_say("this machine has no OpenGL 4.1 core that works without a display"),
                        to_say("install a graphics driver; libgl1-mesa-dri draws without a graphics card"));
}

SurfacelessContext::SurfacelessContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SurfacelessContext::~SurfacelessContext() = default;
SurfacelessContext::SurfacelessContext(SurfacelessContext&&) noexcept = default;
SurfacelessContext& SurfacelessContext::operator=(SurfacelessContext&&) noexcept = default;
const Driver& SurfacelessContext::driver() const { return impl_->driver; }
const DebugLog& SurfacelessContext::debug_log() const { return impl_->log; }

}  // namespace dorsum::gl
