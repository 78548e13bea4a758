// viewer_alone PACK ASSETS: opens a pack, takes a seat at the desk and draws until nothing moves, by the viewer library alone.

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <set>
#include <vector>

#include "dorsum/desk/desk.h"
#include "dorsum/easel/painter.h"
#include "dorsum/gl/context.h"
#include "dorsum/gl/framebuffer.h"
#include "dorsum/opening/open_body.h"

using namespace dorsum;

namespace {

constexpr int width = 320, height = 240;

/// What people would see, in place of a window's own framebuffer.
struct Seen {
  gl::Texture colour{width, height, GL_RGBA8, GL_NEAREST};
  gl::Framebuffer framebuffer = gl::Framebuffer::make();
  Seen() { framebuffer.attach(GL_COLOR_ATTACHMENT0, colour); }

  /// How many different colours are in it: a body in the light has many, a bare ground few.
  [[nodiscard]] std::size_t colours() const {
    std::vector<std::uint32_t> pixels(std::size_t{width} * height);
    framebuffer.bind();
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return std::set<std::uint32_t>(pixels.begin(), pixels.end()).size();
  }
};

/// Where there is no Dear ImGui window: the picture fills the glass.
class NoPanels : public desk::Panels {
 public:
  Claims begin(const std::vector<ui::InputQueue::Change>&, state::Theme, float) override { return {}; }
  ui::PanelOutput draw(const state::Session&, const state::State&, const answers::Answers&, ui::PanelModel&) override {
    ui::PanelOutput out;
    out.picture = {0.0F, 0.0F, float{width}, float{height}};
    return out;
  }
  void end() override {}
};

Result<int> draw(const opening::Places& places) {
  const auto context = gl::SurfacelessContext::create();
  if (!context) return Failure(context.error());
  auto renderer = render::Renderer::create();
  if (!renderer) return Failure(renderer.error());
  const auto body = opening::open_body(places, places.atlas, silent_progress());
  if (!body) return Failure(body.error());
  state::Session session(*body);
  const Seen seen;
  easel::Painter easel(*renderer, true, seen.framebuffer.name());
  NoPanels panels;
  desk::Input input;
  double now = 0.0;
  desk::Desk desk(session, easel, panels, input, [&now] { return now; }, {});
  desk.begin_with("depth 2");
  int drawn = 0;
  while (std::isfinite(desk.due()) && drawn < 200) {
    now = std::max(now, desk.due());
    const auto frame = desk.frame({.width = width, .height = height});
    if (!frame) return Failure(frame.error());
    drawn += frame->drawn ? 1 : 0;
  }
  if (!context->debug_log().errors().empty()) return machine_cannot("OpenGL reported an error: " + context->debug_log().errors().front());
  if (seen.colours() < 500) return bad_input({}, fmt::format("the picture has {} colours: there is no body in it", seen.colours()));
  return drawn;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return static_cast<int>(Trouble::wrong_usage);
  const std::filesystem::path assets = words[2];
  const auto drawn = draw({.atlas = words[1],
                           .content = assets / "content",
                           .structure_table = assets / "structures.json",
                           .regions = assets / "regions.json",
                           .motions = assets / "motion.json",
                           .recipes = assets / "sculpt",
                           .attachments = assets / "attachments.json",
                           .words = {}});
  if (!drawn) {
    fmt::print(stderr, "{}\n", drawn.error().message());
    return drawn.error().trouble == Trouble::machine_cannot ? 77 : 1;
  }
  fmt::print("{} frames until nothing moved\n", *drawn);
  return *drawn > 1 && *drawn < 200 ? 0 : 1;
}
