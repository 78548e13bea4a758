// The window first, then the body on a thread of its own, then the two together.

#include "dorsum/sitting/sitting.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
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
#include "dorsum/opening/handed.h"
#include "dorsum/opening/language.h"
#include "dorsum/opening/open_body.h"
#include "dorsum/opening/places.h"
#include "dorsum/opening/settings.h"
#include "dorsum/terminal/fonts.h"
#include "dorsum/window/hands.h"
#include "dorsum/window/loading.h"
#include "dorsum/window/panels.h"
#include "dorsum/window/window.h"
#include "reception.h"

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

/// What `--atlas` names may be anything that can be opened; what isn't there is told as a pack that isn't.
bool is_no_pack(const std::filesystem::path& place) {
  const opening::Handed kind = opening::kind_of(place);
  std::error_code trouble;
  // What a folder lacks to be a pack is told, too: an archive is handed over by the window.
  return kind != opening::Handed::pack && kind != opening::Handed::nothing && !std::filesystem::is_directory(place, trouble);
}

/// A sitting's own: what outlives a window whose driver was lost.
struct Sitting {
  Sitting(const Order& ordered, words::Catalogue spoken, std::filesystem::path settings_file) : order(ordered), words(std::move(spoken)), memory(std::move(settings_file)) {}

  const Order& order;
  words::Catalogue words;
  opening::Memory memory;
  opening::Settings settings = memory.found();
  std::string script = order.script;
  Reception reception{settings, window::Window::wake};
  std::optional<state::Session> session;
  std::string message;
};

/// In the terminal that the program was started from, too.
void tell_terminal(const Error& error, const words::Catalogue& words) { static_cast<void>(std::fputs(fmt::format("dorsum: {}\n", words.say(error.saying())).c_str(), stderr)); }

opening::BodyLoader::Task opens(const std::filesystem::path& pack) {
  return [pack](const Progress& progress) { return opening::open_body(pack, progress); };
}

void remember(Sitting& sitting, const window::Window& window) {
  opening::take(sitting.settings, sitting.session->state());
  if (const auto place = window.place())
    sitting.settings.window = opening::Settings::Place{.left = place->left, .top = place->top, .width = place->width, .height = place->height, .maximised = place->maximised};
  sitting.memory.keep(sitting.settings, window::Window::now());
}

/// The body that was asked for, or the built-in one where that can't be opened, which is told; none where the window was closed.
std::optional<opening::BodyLoader::Outcome> wait_for_first_body(Sitting& sitting, std::filesystem::path pack, std::optional<opening::BodyLoader>& loader, const window::Window& window,
                                                                window::Panels& panels, desk::Input& input) {
  auto opened = window::wait_for_body(window, panels, input, *loader, sitting.words, sitting.settings);
  if (opened && !*opened && !pack.empty()) {
    tell_terminal(opened->error(), sitting.words);
    sitting.reception.tell(pack.string(), opened->error());
    pack.clear();
    loader.emplace(opens(pack), window::Window::wake);
    opened = window::wait_for_body(window, panels, input, *loader, sitting.words, sitting.settings);
  }
  if (opened && *opened) sitting.reception.note_open(pack);
  return opened;
}

/// Until the window is closed or its context is lost.
Result<End> run(Sitting& sitting, const window::Window& window, desk::Desk& desk, std::optional<opening::BodyWatch>& watch) {
  std::filesystem::path watched = sitting.reception.pack();
  const auto watch_pack = [&] {
    watched = sitting.reception.pack();
    watch.emplace(opening::files_of_body(watched), opens(watched), window::Window::wake);
  };
  watch_pack();
  while (!window.closes()) {
    window.wait_until(std::min({desk.due(), watch->due(), sitting.memory.due()}));
    if (auto opened = watch->look(window::Window::now())) desk.take(*std::move(opened));
    const auto frame = desk.frame(window.glass());
    if (!frame) return Failure(frame.error());
    if (sitting.reception.pack() != watched) watch_pack();
    if (frame->drawn) {
      window.swap();
      if (window.is_lost()) return End::graphics_lost;
    }
    if (frame->settled || window::Window::now() >= sitting.memory.due()) remember(sitting, window);
    if (const Saying trouble = sitting.memory.take_trouble(); !trouble.empty()) desk.say(sitting.words.say(trouble));
    // Whoever waits for news asks again; one that could not be written is missed by nobody else.
    const std::filesystem::path& report = sitting.order.report;
    if (frame->settled && !report.empty()) static_cast<void>(io::write_whole_file(report, desk.report(window.debug_log().errors()), io::Lasting::now));
  }
  remember(sitting, window);
  sitting.memory.write();
  return End::closed;
}

/// A window on the session, which it opens first where there is none yet. Window, driver and all that was made in it
/// are gone when this returns; the session stays.
Result<End> run_window(Sitting& sitting) {
  window::Window::Options wanted;
  if (const auto& place = sitting.settings.window)
    wanted.place = window::Window::Place{.left = place->left, .top = place->top, .width = place->width, .height = place->height, .maximised = place->maximised};
  const auto window = window::Window::create(wanted);
  if (!window) return Failure(window.error());
  desk::Input input;
  window::listen(window->handle(), input);
  const opening::FontPlaces inter = opening::find_fonts();  // ImGui's own font serves where it is missing
  window::Panels panels(*window, {inter.regular, inter.semibold, inter.italic}, sitting.words);
  const bool first = !sitting.session;
  const bool hands_over = !sitting.order.atlas.empty() && is_no_pack(sitting.order.atlas);
  const std::filesystem::path pack = sitting.order.atlas.empty() || hands_over ? std::filesystem::path(sitting.settings.pack) : sitting.order.atlas;
  std::optional<opening::BodyLoader> loader;
  if (first) {
    loader.emplace(opens(pack), window::Window::wake);
    window::draw_loading_frame(*window, panels, input, loader->now(), sitting.words, sitting.settings);
  }
  // The driver compiles shaders while the body is opened.
  auto renderer = render::Renderer::create();
  if (renderer) {
    terminal::give_fonts(*renderer);
    if (first) easel::rehearse(*renderer);
  }
  if (first) {
    auto opened = wait_for_first_body(sitting, pack, loader, *window, panels, input);
    if (!opened) return End::closed;
    if (!*opened) return Failure(opened->error());
    sitting.session.emplace(**opened, desk::first_state(***opened));
    if (const auto looks = sitting.session->begin(opening::script_of(sitting.settings)); !looks) return Failure(looks.error());
  }
  if (!renderer) return Failure(renderer.error());
  easel::Painter easel(*renderer, window->driver().software);
  std::optional<opening::BodyWatch> watch;
  desk::Desk desk(*sitting.session, easel, panels, input, window::Window::now,
                  {.keep_picture = [&](const auto& state, const auto& body, auto size) { return keep_picture(*renderer, state, body, size, sitting.words); },
                   .copy = [&](const std::string& text) { window->copy(text); },
                   .read_again = [&] { watch->ask(); },
                   .close = [&] { window->close(); },
                   .fill_screen = [&](bool whole) { window->fill_screen(whole); },
                   .wake = window::Window::wake});
  desk.speak(sitting.words, !sitting.order.report.empty());
  desk.receive_by(sitting.reception);
  if (first) desk.begin_with(sitting.script);
  if (first && hands_over) sitting.reception.follow({.kind = ui::OpenAsk::Kind::open, .path = sitting.order.atlas.string()});
  if (!sitting.message.empty()) desk.say(sitting.message);
  return run(sitting, *window, desk, watch);
}

/// The catalogue of the remembered language, where none was named.
words::Catalogue spoken_in(Sitting& sitting) {
  if (!sitting.order.language.empty()) {
    sitting.settings.language = sitting.order.language;
    return sitting.words;
  }
  auto words = opening::catalogue_of(sitting.settings.language);
  if (words) return *std::move(words);
  sitting.message = sitting.words.say(words.error().saying());
  return sitting.words;
}

}  // namespace

Result<void> sit(const Order& order, const words::Catalogue& words) {
  Sitting sitting(order, words, order.fresh ? std::filesystem::path() : opening::settings_file());
  sitting.words = spoken_in(sitting);
  if (const Saying trouble = sitting.memory.take_trouble(); !trouble.empty()) sitting.message = sitting.words.say(trouble);
  if (const auto script = state::parse_script(order.script); !script) {
    tell_terminal(script.error(), sitting.words);
    sitting.reception.tell("--run", script.error());
    sitting.script.clear();
  }

  constexpr int most_losses = 3;  // a driver that loses more will lose the next, too
  for (int losses = 0; losses <= most_losses; ++losses) {
    const auto end = run_window(sitting);
    if (!end) return Failure(end.error());
    if (*end == End::closed) return {};
    sitting.message = sitting.words.say("The graphics driver was reset. The window was opened again; nothing of what you did is lost.");
  }
  return machine_cannot(to_fill("the graphics driver was reset {} times", most_losses + 1),
                        to_say("install a newer graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the graphics card"));
}

}  // namespace dorsum::sitting
