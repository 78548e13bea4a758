// What the pointer picks is what the picture shows: 300 places of the picture, in every way to look at the body.

#include "dorsum/picture/pick.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "dorsum/gl/context.h"
#include "dorsum/io/pack.h"
#include "dorsum/picture/side_by_side.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "id_picture.h"

namespace dorsum {
namespace {

constexpr int width = 640, height = 760;
constexpr int places_a_look = 15;

std::shared_ptr<const body::Body> built_in_body() {
  auto pack = io::read_pack(DORSUM_BUILT_IN_PACK, silent_progress());
  REQUIRE(pack);
  const std::filesystem::path assets = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets";
  body::Parts parts;
  parts.atlas = std::move(pack->atlas);
  parts.meshes = std::move(pack->meshes);
  auto content = atlas::load_content(assets / "content");
  REQUIRE(content);
  // Without their areas the points have no zones to find, which is most of the time that a body takes.
  parts.content = *std::move(content);
  for (atlas::TriggerPoint& point : parts.content.trigger_points) point.areas.clear();
  auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  return *std::move(body);
}

std::string name_of(const body::Body& body, std::uint32_t number) { return number == 0 ? "nothing" : body.atlas().structures[number - 1].id; }

constexpr const char* looks[] = {
    "depth 0",
    "depth 1; view upper-back",
    "depth 0.6; view oblique-right",
    "depth 1.75; view upper-back",
    "depth left 1.8; depth right 2.85",
    "depth 3.8; view oblique-left",
    "depth 4.3; view upper-back",
    "skin whole; depth 0.8; view anterior",
    "skin wide; depth 1.85; view oblique-left",
    "explode 60; view oblique-left",
    "explode 35; depth 1.8; view oblique-right",
    "explode 50; depth 3.85; view left",
    "view upper-back; lens at 60 90 1280 70 2.8",
    "depth 1.7; view upper-back; lens at -50 80 1300 60 5",
    "explode 30; depth 1.8; view oblique-left; lens at 60 160 1250 80 4",
    "section transverse 1150; view superior",
    "depth 2.8; section transverse 1250; view superior; orbit 30 -35",
    "depth left 1; section sagittal 20; view left",
    "explode 40; depth 1.8; section sagittal 60; view oblique-left",
    "xray on; select rhomboid-major.R; view upper-back",
    "depth 1.8; compare trapezius-3.R infraspinatus-1.L; view upper-back",
    "hide trapezius.R; hide skin; depth 1.8; section oblique 30 10 60; view upper-back",
};

}  // namespace

TEST_CASE("What is picked at a place of the picture is what the picture shows there") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  const std::shared_ptr<const body::Body> body = built_in_body();
  render::IdPainter painter;
  painter.upload(body->meshes(), static_cast<int>(body->skin().value()));
  std::mt19937 random(20261130);
  int asked = 0;
  for (const char* look : looks) {
    state::Session session(body);
    REQUIRE(session.run(look));
    const std::vector<state::State> states = picture::pictures_of(session.state());
    std::vector<render::IdPicture> pictures;
    std::vector<std::shared_ptr<const body::Stance>> stances;
    for (std::size_t i = 0; i < states.size(); ++i) {
      const drawing::Viewport part = picture::part_of(width, height, states.size(), i);
      pictures.push_back(painter.paint(picture::make_scene(states[i], *body, part), part));
      stances.push_back(state::stance_of(states[i], *body));
    }
    int here = 0;
    for (int tries = 0; here < places_a_look && tries < 4000; ++tries) {
      const std::size_t which = states.size() > 1 ? random() % states.size() : 0;
      const render::IdPicture& shown = pictures[which];
      const int x = static_cast<int>(random() % static_cast<unsigned>(shown.width)), y = static_cast<int>(random() % static_cast<unsigned>(shown.height));
      const auto number = shown.clear_at(x, y);
      // Beside the body two places of fifteen are enough.
      if (!number || (*number == 0 && here % 7 != 3)) continue;
      ++here;
      const drawing::Viewport part = picture::part_of(width, height, states.size(), which);
      const picture::Ray ray = picture::ray_under(states[which].camera, part, {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F});
      const auto found = picture::pick(states[which], *stances[which], ray);
      INFO(look << ", picture " << which << ", pixel " << x << ", " << y);
      CHECK(name_of(*body, found ? static_cast<std::uint32_t>(found->structure) + 1 : 0) == name_of(*body, *number));
      if (!found) continue;
      // Where it is picked it is drawn, and the place of the body that was told is there.
      const glm::vec3 at = drawing::project(picture::matrices_of(states[which].camera, part, stances[which]->bounds()), part, found->position);
      CHECK(std::abs(at.x - static_cast<float>(x) - 0.5F) < 0.05F);
      CHECK(std::abs(at.y - static_cast<float>(y) - 0.5F) < 0.05F);
      CHECK(glm::distance(stances[which]->place(found->place), found->position) < 1e-2F);
    }
    asked += here;
  }
  CHECK(asked >= 300);
  CHECK(context->debug_log().errors().empty());
}

}  // namespace dorsum
