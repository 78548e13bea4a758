// soak PACK STEPS SEED: walks at random over a pack and draws as it goes. Ends with 1 and the last things done when a
// state is no longer valid, OpenGL reports an error, memory keeps growing, or undo does not lead back to the first
// state and the first picture.

#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <deque>
#include <fstream>
#include <string_view>

#include "dorsum/easel/still_picture.h"
#include "dorsum/gl/context.h"
#include "dorsum/picture/side_by_side.h"
#include "dorsum/render/renderer.h"
#include "dorsum/terminal/fonts.h"
#include "dorsum/terminal/open_body.h"
#include "walker.h"
#include "witness.h"

namespace dorsum::soak {
namespace {

constexpr drawing::Viewport usual{.width = 320, .height = 200};
constexpr int steps_a_drawing = 8, steps_a_script = 40;
constexpr double most_growth_mb = 60.0;  // from a tenth of the way to the end: caches that fill, the history of undo

/// Of memory that is kept: what the allocator holds free for later, up to 160 MB of it, comes and goes with the threads.
double resident_mb() {
  ::malloc_trim(0);
  std::ifstream file("/proc/self/statm");
  double total = 0, resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1048576.0;
}

class Soak {
 public:
  Soak(std::shared_ptr<const body::Body> body, render::Renderer& renderer, const gl::SurfacelessContext& context)
      : body_(std::move(body)), renderer_(renderer), context_(context), session_(body_) {}

  Result<void> run(int steps, unsigned int seed) {
    const state::State first = session_.state();
    const auto picture = still(first);
    if (!picture) return Failure(picture.error());
    Walker walker(*body_, seed);
    double early_mb = 0.0;
    for (int i = 0; i < steps; ++i) {
      last_.push_back(walker.step(session_, usual));
      if (last_.size() > 12) last_.pop_front();
      if (last_.back().starts_with("BROKEN")) return broken(i, last_.back());
      if (const auto flaw = flaw_of(session_.state(), *body_)) return broken(i, "the state is not valid: " + *flaw);
      if (i % steps_a_script == 0) {
        if (const auto flaw = flaw_of_script(session_.state(), body_)) return broken(i, "the state's script: " + *flaw);
      }
      if (i % steps_a_drawing == 0) {
        if (auto drawn = draw(i); !drawn) return broken(i, drawn.error().message());
      }
      if (i == steps / 10) early_mb = resident_mb();
    }
    const double late_mb = resident_mb();
    if (late_mb - early_mb > most_growth_mb) return broken(steps, fmt::format("memory grew from {:.0f} to {:.0f} MB", early_mb, late_mb));
    while (session_.can_undo()) session_.undo();
    if (!same_but_for_the_hand(session_.state(), first)) return broken(steps, "undo does not lead back to the first state");
    const auto again = still(first);
    if (!again) return Failure(again.error());
    if (again->rgba != picture->rgba) return broken(steps, "the first state no longer gives the first picture");
    if (auto errors = no_gl_error(); !errors) return errors;
    fmt::print("{} steps, {} drawings, {:.0f} MB a tenth of the way, {:.0f} MB at the end\n", steps, drawings_, early_mb, late_mb);
    return {};
  }

 private:
  Result<render::Pixels> still(const state::State& state) {
    return easel::still_picture(renderer_, state, *body_, {.width = 640, .height = 400}, render::Quality::low);
  }

  /// In the usual size, and now and then in an odd one: a window dragged to nothing, a sliver, another scale factor.
  Result<void> draw(int step) {
    static constexpr std::array odd{drawing::Viewport{.width = 1, .height = 1}, drawing::Viewport{.width = 2, .height = 300},
                                    drawing::Viewport{.width = 640, .height = 3}, drawing::Viewport{.width = 480, .height = 300}};
    const bool is_odd = step % (steps_a_drawing * 7) == 0;
    const drawing::Viewport size = is_odd ? odd[static_cast<std::size_t>(drawings_) % odd.size()] : usual;
    const auto states = picture::pictures_of(session_.state());
    for (const state::State& state : states) {
      const drawing::Scene scene = picture::make_scene(state, *body_, size, {}, states.size() == 1 ? &memo_ : nullptr);
      const auto pixels = renderer_.snapshot(scene, size, render::Quality::low);
      if (!pixels) return Failure(pixels.error());
    }
    ++drawings_;
    return no_gl_error();
  }

  Result<void> no_gl_error() const {
    if (context_.debug_log().errors().empty()) return {};
    return machine_cannot("OpenGL reported: " + context_.debug_log().errors().front());
  }

  [[nodiscard]] Failure broken(int step, const std::string& what) const {
    return bad_input(fmt::format("step {}", step), fmt::format("{}\n  the last things done:\n    {}", what, fmt::join(last_, "\n    ")));
  }

  std::shared_ptr<const body::Body> body_;
  render::Renderer& renderer_;
  const gl::SurfacelessContext& context_;
  state::Session session_;
  picture::SceneMemo memo_;
  std::deque<std::string> last_;
  int drawings_ = 0;
};

Result<void> soak(const std::filesystem::path& pack, int steps, unsigned int seed) {
  auto body = terminal::open_body(pack);
  if (!body) return Failure(body.error());
  const auto context = gl::SurfacelessContext::create();
  if (!context) return Failure(context.error());
  auto renderer = render::Renderer::create();
  if (!renderer) return Failure(renderer.error());
  terminal::give_fonts(*renderer);
  renderer->upload((*body)->meshes(), (*body)->skin());
  return Soak(*body, *renderer, *context).run(steps, seed);
}

template <class T>
bool parse(std::string_view text, T& value) {
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
}

}  // namespace
}  // namespace dorsum::soak

int main(int count, char** arguments) {
  constexpr int skipped = 77;
  int steps = 0;
  unsigned int seed = 0;
  if (count != 4 || !dorsum::soak::parse(arguments[2], steps) || !dorsum::soak::parse(arguments[3], seed)) {
    fmt::print(stderr, "soak PACK STEPS SEED\n");
    return 2;
  }
  if (!std::filesystem::exists(arguments[1])) {
    fmt::print(stderr, "{} is not there: not tested\n", arguments[1]);
    return skipped;
  }
  const auto done = dorsum::soak::soak(arguments[1], steps, seed);
  if (done) return 0;
  fmt::print(stderr, "{}\n", done.error().message());
  return 1;
}
