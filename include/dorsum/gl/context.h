#pragma once
// An OpenGL 4.1 core context without a window (surfaceless EGL); a window's is window/window.h. Move-only; the context is
// current on the thread that made it, and goes with its owner, after everything made in it.

#include <memory>
#include <string>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::gl {

/// What the driver says of itself.
struct Driver {
  std::string name;      ///< GL_RENDERER
  std::string version;   ///< GL_VERSION
  bool software = false;  ///< llvmpipe, softpipe, swrast
};

/// Errors the driver reported through GL_KHR_debug (or glGetError where there is none); tests demand none.
class DebugLog {
 public:
  [[nodiscard]] const std::vector<std::string>& errors() const { return errors_; }
  void add(std::string line) { errors_.push_back(std::move(line)); }

 private:
  std::vector<std::string> errors_;
};

/// A context without a window or a display, for snapshots and tests.
class SurfacelessContext {
 public:
  /// Fails with Trouble::machine_cannot where EGL or OpenGL 4.1 core is lacking.
  [[nodiscard]] static Result<SurfacelessContext> create();
  ~SurfacelessContext();
  SurfacelessContext(SurfacelessContext&&) noexcept;
  SurfacelessContext& operator=(SurfacelessContext&&) noexcept;
  [[nodiscard]] const Driver& driver() const;
  [[nodiscard]] const DebugLog& debug_log() const;

 private:
  struct Impl;
  explicit SurfacelessContext(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::gl
