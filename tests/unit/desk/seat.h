#pragma once
// A desk without a window: an easel that draws nothing and keeps what it was given, panels that are not there, and a clock
// that goes when a test says so.

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "../state/tiny_body.h"
#include "dorsum/desk/desk.h"

namespace dorsum::desk::test {

class BareEasel : public Easel {
 public:
  void take(std::shared_ptr<const body::Body> body) override { bodies.push_back(std::move(body)); }
  [[nodiscard]] bool slow() const override { return is_slow; }
  Result<void> draw(std::span<const drawing::Scene> scenes, int, int, bool light) override {
    drawn.assign(scenes.begin(), scenes.end());
    light_pictures += light ? 1 : 0;
    full_pictures += light ? 0 : 1;
    refined = 0;
    return {};
  }
  Result<bool> refine(const drawing::Scene&) override { return ++refined < 3; }
  [[nodiscard]] bool glows() const override { return has_zones; }
  void show(const Stand& whole, const Stand&, float brightness) override {
    stood = whole;
    brightnesses.push_back(brightness);
  }

  bool is_slow = true, has_zones = false;
  std::vector<std::shared_ptr<const body::Body>> bodies;
  std::vector<drawing::Scene> drawn;
  int light_pictures = 0, full_pictures = 0, refined = 0;
  Stand stood;
  std::vector<float> brightnesses;
};

class BarePanels : public Panels {
 public:
  Claims begin(const std::vector<ui::InputQueue::Change>&, state::Theme, float) override { return claims; }
  ui::PanelOutput draw(const state::Session&, const state::State&, const answers::Answers&, ui::PanelModel& model) override {
    ui::PanelOutput out;
    out.commands = std::exchange(asked, {});
    out.picture = {100.0F, 0.0F, 400.0F, 600.0F};
    message = model.message;
    return out;
  }
  void end() override { ++frames; }

  Claims claims;
  std::vector<state::Command> asked;  ///< in the next frame
  std::string message;                ///< over the picture
  int frames = 0;
};

struct Seat {
  double now = 100.0;
  state::Session session{state::test::tiny_body()};
  BareEasel easel;
  BarePanels panels;
  Input input;
  int read_again = 0, closed = 0;
  bool fills_screen = false;
  std::string copied;
  Glass glass{.width = 600, .height = 600};
  Desk desk{session, easel, panels, input, [this] { return now; },
            {.keep_picture = {},
             .copy = [this](const std::string& text) { copied = text; },
             .read_again = [this] { ++read_again; },
             .close = [this] { ++closed; },
             .fill_screen = [this](bool full) { fills_screen = full; }}};

  explicit Seat(std::string_view script = "motion reduced") {
    desk.begin_with(script);
    settle();
  }

  Frame frame() {
    const auto done = desk.frame(glass);
    REQUIRE(done);
    return *done;
  }
  /// Frame after frame, each when it is due, until none is due by itself; how many were drawn. For what stops by itself.
  int settle() {
    int drawn = frame().drawn ? 1 : 0;
    for (int i = 0; i < 500 && std::isfinite(desk.due()); ++i) {
      now = std::max(now, desk.due());
      drawn += frame().drawn ? 1 : 0;
    }
    CHECK(std::isinf(desk.due()));
    return drawn;
  }
  /// What happens takes effect in frames at this moment: time stands still.
  void follow() {
    for (int i = 0; i < 6; ++i) frame();
  }

  /// Where in the window a place of the body is seen.
  [[nodiscard]] glm::vec2 seen_at(glm::vec3 place) const {
    const drawing::Viewport viewport{.width = 400, .height = 600};
    const auto camera = picture::matrices_of(session.state().camera, viewport, session.body().bounds());
    return glm::vec2(100.0F, 0.0F) + glm::vec2(drawing::project(camera, viewport, place));
  }
  void point_at(glm::vec2 at) {
    input.move(at);
    follow();
  }
  void press(MouseButton button = MouseButton::left) { input.button(button, true, false), follow(); }
  void release(MouseButton button = MouseButton::left) { input.button(button, false, false), follow(); }
  void click(glm::vec2 at) {
    point_at(at);
    press();
    release();
  }
  void drag(glm::vec2 from, glm::vec2 to) {
    point_at(from);
    press();
    point_at((from + to) * 0.5F);
    point_at(to);
    release();
  }
  void key(const std::string& name, bool shift = false, bool control = false) {
    input.key({.kind = KeyEvent::Kind::press, .name = name, .code = name.front(), .control = control, .shift = shift});
    if (name.size() == 1 && !control) input.character(static_cast<unsigned char>(name.front()));
    follow();
  }
  void let_go(const std::string& name) {
    input.key({.kind = KeyEvent::Kind::release, .name = name, .code = name.front()});
    follow();
  }

  [[nodiscard]] const state::State& state() const { return session.state(); }
};

/// On the tiny body: in the middle of the back's skin, and beside the body.
inline constexpr glm::vec3 on_the_back{60.0F, 120.0F, 1000.0F};
inline constexpr glm::vec2 beside_the_body{110.0F, 590.0F};

}  // namespace dorsum::desk::test
