// `dorsum view`: the window first, then the body on a thread of its own, then the two together.

#define GLFW_INCLUDE_NONE
#include <glad/gl.h>

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui.h>

#include "dorsum/desk/desk.h"
#include "dorsum/easel/rehearsal.h"
#include "dorsum/opening/body_loader.h"
#include "dorsum/opening/open_body.h"
#include "dorsum/ui/panels.h"
#include "dorsum/window/window.h"
#include "picture_fonts.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

void draw_loading_frame(GLFWwindow* window, window::Ui& ui, const opening::BodyLoader::Now& now) {
  ui.restyle(state::Theme::light, 1.0F);
  ui.begin_frame();
  ui::draw_loading(now.what.empty() ? "Opening the atlas" : now.what, now.done);
  int width = 0, height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  glViewport(0, 0, width, height);
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ui.end_frame();
  glfwSwapBuffers(window);
}

/// The body once it is open; none when the window was closed before.
std::optional<opening::BodyLoader::Opened> wait_for_body(GLFWwindow* window, window::Ui& ui, opening::BodyLoader& loader) {
  while (glfwWindowShouldClose(window) == GLFW_FALSE) {
    if (auto opened = loader.take()) return opened;
    draw_loading_frame(window, ui, loader.now());
    glfwWaitEvents();
  }
  return std::nullopt;
}

/// A window on the session, which it opens first where there is none yet. Window, driver and all that was made in it
/// are gone when this returns; the session stays.
Result<desk::Desk::End> run_window(const ViewOptions& options, std::optional<state::Session>& session, const std::string& message) {
  auto window = window::Window::create({});
  if (!window) return Failure(window.error());
  window::Input input(window->handle());
  window::Ui ui(window->handle(), input);
  const auto open = [&options](const Progress& progress) { return opening::open_body(options.atlas, progress); };
  const auto wake = [] { glfwPostEmptyEvent(); };
  const bool first = !session;
  std::optional<opening::BodyLoader> loader;
  if (first) {
    loader.emplace(open, wake);
    draw_loading_frame(window->handle(), ui, loader->now());
  }
  // The driver compiles shaders while the body is opened.
  auto renderer = render::Renderer::create();
  if (renderer) {
    give_fonts(*renderer);
    if (first) easel::rehearse(*renderer);
  }
  if (first) {
    auto opened = wait_for_body(window->handle(), ui, *loader);
    if (!opened) return desk::Desk::End::closed;
    if (!*opened) return Failure(opened->error());
    session.emplace(**opened);
  }
  if (!renderer) return Failure(renderer.error());
  desk::Desk app(*window, ui, input, *renderer, *session, options.report.empty() ? std::nullopt : std::optional(options.report));
  if (first) app.begin_with(options.script);
  if (!message.empty()) app.say(message);
  opening::BodyWatch watch(opening::files_of_body(options.atlas), open, wake);
  app.follow(watch);
  return app.run();
}

}  // namespace

Result<void> run_view(const ViewOptions& options) {
  // A script that can't be read is wrong before anything is opened.
  if (auto script = state::parse_script(options.script); !script) return Failure(script.error());

  constexpr int most_losses = 3;  // a driver that loses more will lose the next, too
  std::optional<state::Session> session;
  std::string message;
  for (int losses = 0; losses <= most_losses; ++losses) {
    const auto end = run_window(options, session, message);
    if (!end) return Failure(end.error());
    if (*end == desk::Desk::End::closed) return {};
    message = "The graphics driver was reset. The window was opened again; nothing of what you did is lost.";
  }
  return machine_cannot(fmt::format("the graphics driver was reset {} times", most_losses + 1),
                        "install a newer graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the graphics card");
}

}  // namespace dorsum::programs
