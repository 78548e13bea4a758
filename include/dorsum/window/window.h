#pragma once
// A window with an OpenGL 4.1 core context (GLFW). Move-only; the context is current on the thread that made it, and goes
// with its owner, after everything made in it.

#include <memory>
#include <optional>
#include <string>

#include "dorsum/core/result.h"
#include "dorsum/desk/glass.h"
#include "dorsum/gl/context.h"

struct GLFWwindow;

namespace dorsum::window {

/// A window with a context.
class Window {
 public:
  /// Where it stands on the screen, pixels. One that is maximised keeps the place that it goes back to, as far as it was seen.
  struct Place {
    int left = 0, top = 0, width = 0, height = 0;
    bool maximised = false;
  };
  struct Options {
    int width = 1280, height = 800;
    std::string title = "Dorsum";
    bool visible = true;
    std::optional<Place> place;  ///< taken where enough of it is on a screen that is there; else width and height
  };
  /// Fails with Trouble::machine_cannot without a display or OpenGL 4.1 core.
  [[nodiscard]] static Result<Window> create(const Options& options);
  ~Window();
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  /// Whether the driver has lost the context (the card was reset, or hung): what was made in it is gone, and only a
  /// new window helps. Never where the driver can't tell.
  [[nodiscard]] bool is_lost() const;

  /// What of it is seen; nothing while it is minimised.
  [[nodiscard]] desk::Glass glass() const;
  /// Waits until something happens in it, `due` has come (seconds of now(); infinity: never) or wake() is called. Whatever
  /// happened is told to who listens (window/hands.h). While nothing of it is seen, `due` counts for nothing.
  void wait_until(double due) const;
  /// Puts what was drawn before people's eyes.
  void swap() const;
  /// Whether it is to be closed.
  [[nodiscard]] bool closes() const;
  void close() const;
  void copy(const std::string& text) const;  ///< to the clipboard
  void fill_screen(bool whole) const;        ///< or take its own place again
  /// Where it stands, or none while it fills the screen or nothing of it is seen.
  [[nodiscard]] std::optional<Place> place() const;
  /// Seconds since the first window was made.
  [[nodiscard]] static double now();
  /// Ends the waiting from any thread.
  static void wake();

  [[nodiscard]] GLFWwindow* handle() const;  ///< for the hands and the panels of this module
  [[nodiscard]] const gl::Driver& driver() const;
  [[nodiscard]] const gl::DebugLog& debug_log() const;

 private:
  struct Impl;
  explicit Window(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::window
