// The window first, then the body on a thread of its own, then the two together.

#include "dorsum/sitting/sitting.h"

#include <chrono>
#include <ctime>
#include <fmt/chrono.h>

#include "dorsum/desk/desk.h"
#include "dorsum/easel/painter.h"
#include "dorsum/easel/rehearsal.h"
#include "dorsum/easel/still_picture.h"
#include "dorsum/io/image.h"
#include "dorsum/io/whole_file.h"
#include "dorsum/opening/body_loader.h"
#include "dorsum/opening/body_watch.h"
#include "dorsum/opening/open_body.h"
#include "dorsum/opening/places.h"
#include "dorsum/terminal/fonts.h"
#include "dorsum/window/hands.h"
#include "dorsum/window/loading.h"
#include "dorsum/window/panels.h"
#include "dorsum/window/window.h"

namespace dorsum::sitting {
namespace {

enum class End { closed, graphics_lost };

/// A picture of a state, in the folder where the program was started, named by the time.
Result<std::string> keep_picture(render::Renderer& renderer, const state::State& state, const body::Body& body, drawing::Viewport size,
                                 const words::Catalogue& words) {
  auto pixels = easel::still_picture(renderer, state, body, size, render::Quality::high, render::Ground::backdrop, words);
  if (!pixels) return Failure(pixels.error());
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const std::filesystem::path file = std::filesystem::current_path() / fmt::format("dorsum-{:%Y-%m-%d-%H-%M-%S}.png", fmt::localtime(now));
  if (const auto written = io::write_png(file, {.width = pixels->width, .height = pixels->height, .rgba = std::move(pixels->rgba)}); !written)
    return Failure(written.error());
  return file.string();
}

/// Until the window is closed or its context is lost.
Result<End> run(const window::Window& window, desk::Desk& desk, opening::BodyWatch& watch, const std::filesystem::path& report) {
  while (!window.closes()) {
    window.wait_until(std::min(desk.due(), watch.due()));
    if (auto opened = watch.look(window::Window::now())) desk.take(*std::move(opened));
    const auto frame = desk.frame(window.glass());
    if (!frame) return Failure(frame.error());
    if (frame->drawn) {
      window.swap();
      if (window.is_lost()) return End::graphics_lost;
    }
    // Whoever waits for news asks again; one that could not be written is missed by nobody else.
    if (frame->settled && !report.empty()) static_cast<void>(io::write_whole_file(report, desk.report(window.debug_log().errors()), io::Lasting::now));
  }
  return End::closed;
}

/// A window on the session, which it opens first where there is none yet. Window, driver and all that was made in it
/// are gone when this returns; the session stays.
Result<End> run_window(const Order& order, const words::Catalogue& words, std::optional<state::Session>& session, const std::string& message) {
  const auto window = window::Window::create({});
  if (!window) return Failure(window.error());
  desk::Input input;
  window::listen(window->handle(), input);
  const opening::FontPlaces inter = opening::find_fonts();  // ImGui's own font serves where it is missing
  window::Panels panels(*window, {inter.regular, inter.semibold, inter.italic}, words);
  const auto open = [&order](const Progress& progress) { return opening::open_body(order.atlas, progress); };
  const bool first = !session;
  std::optional<opening::BodyLoader> loader;
  if (first) {
    loader.emplace(open, window::Window::wake);
    window::draw_loading_frame(*window, panels, input, loader->now(), words);
  }
  // The driver compiles shaders while the body is opened.
  auto renderer = render::Renderer::create();
  if (renderer) {
    terminal::give_fonts(*renderer);
    if (first) easel::rehearse(*renderer);
  }
  if (first) {
    auto opened = window::wait_for_body(*window, panels, input, *loader, words);
    if (!opened) return End::closed;
    if (!*opened) return Failure(opened->error());
    session.emplace(**opened);
  }
  if (!renderer) return Failure(renderer.error());
  easel::Painter easel(*renderer, window->driver().software);
  opening::BodyWatch watch(opening::files_of_body(order.atlas), open, window::Window::wake);
  desk::Desk desk(*session, easel, panels, input, window::Window::now,
                  {.keep_picture = [&](const auto& state, const auto& body, auto size) { return keep_picture(*renderer, state, body, size, words); },
                   .copy = [&](const std::string& text) { window->copy(text); },
                   .read_again = [&] { watch.ask(); },
                   .close = [&] { window->close(); },
                   .fill_screen = [&](bool whole) { window->fill_screen(whole); }});
  desk.speak(words, !order.report.empty());
  if (first) desk.begin_with(order.script);
  if (!message.empty()) desk.say(message);
  return run(*window, desk, watch, order.report);
}

}  // namespace

Result<void> sit(const Order& order, const words::Catalogue& words) {
  // A script that can't be read is wrong before anything is opened.
  if (auto script = state::parse_script(order.script); !script) return Failure(script.error());

  constexpr int most_losses = 3;  // a driver that loses more will lose the next, too
  std::optional<state::Session> session;
  std::string message;
  for (int losses = 0; losses <= most_losses; ++losses) {
    const auto end = run_window(order, words, session, message);
    if (!end) return Failure(end.error());
    if (*end == End::closed) return {};
    message = words.say("The graphics driver was reset. The window was opened again; nothing of what you did is lost.");
  }
  return machine_cannot(fmt::format("the graphics driver was reset {} times", most_losses + 1),
                        "install a newer graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the graphics card");
}

}  // namespace dorsum::sitting
