#include "dorsum/body/explain.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <limits>

#include "../stopped_by_assert.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

PaintedSkin essential_zones(const Body& body, std::string_view trigger) {
  PaintedSkin pain(body.mesh(*body.skin()).positions.size(), 0.0F);
  for (const std::size_t z : body.trigger(trigger)->zones) {
    if (body.zones()[z].kind != atlas::ZoneKind::essential) continue;
    for (const auto& [vertex, weight] : body.zones()[z].vertices) pain[vertex] = std::max(pain[vertex], weight);
  }
  return pain;
}

}  // namespace

TEST_CASE("a point's own essential zones name it first") {
  const auto body = small::body();
  for (const PlacedTrigger& trigger : body->triggers()) {
    // teres-major-1 shares its midline zone with the other side: a tie.
    const auto candidates = explain(*body, essential_zones(*body, trigger.id)).candidates;
    REQUIRE_FALSE(candidates.empty());
    const auto own =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.id == trigger.id; });
    REQUIRE(own != candidates.end());
    CHECK(own->score == Approx(candidates.front().score).margin(1e-3));
    CHECK(own->score > 0.99F);
  }
}

TEST_CASE("essential counts more than spill-over, and a silent main zone against") {
  const auto body = small::body();
  const auto pain = paint_disc(*body, {-100.0F, 0.0F, 0.0F}, 20.0F);
  REQUIRE(pain);
  const auto candidates = explain(*body, *pain).candidates;
  REQUIRE(candidates.size() == 2);
  CHECK(candidates[0].id == "teres-major-2.R");
  CHECK(candidates[1].id == "teres-major-1.R");
  CHECK(candidates[1].score < 0.5F);
  CHECK(candidates[1].score > 0.2F);
  CHECK(candidates[1].by_essential < 0.05);
  CHECK(candidates[1].silent > 0.5);
  CHECK(candidates[0].by_essential > 0.95);
  CHECK(candidates[0].silent < 0.1);
}

TEST_CASE("what a point leaves unexplained is named by its region") {
  const auto body = small::body();
  PaintedSkin pain = essential_zones(*body, "teres-major-2.R");
  const PaintedSkin more = essential_zones(*body, "teres-major-3.R");
  for (std::size_t v = 0; v < pain.size(); ++v) pain[v] = std::max(pain[v], more[v]);
  const auto candidates = explain(*body, pain).candidates;
  const auto second =
      std::find_if(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.id == "teres-major-2.R"; });
  REQUIRE(second != candidates.end());
  CHECK(second->unexplained == std::vector<std::string>{"elbow"});
}

TEST_CASE("gooseflesh is not pain") {
  Parts parts = small::parts(5);
  for (auto& area : parts.content.trigger_points[1].areas) area.sensation = atlas::Sensation::gooseflesh;
  const auto body = *Body::build(std::move(parts), std::nullopt, silent_progress());
  const auto pain = paint_disc(*body, {-100.0F, 0.0F, 0.0F}, 20.0F);
  REQUIRE(pain);
  for (const Candidate& candidate : explain(*body, *pain).candidates) CHECK(candidate.id != "teres-major-2.R");
}

TEST_CASE("a painted disc reaches as far along the skin as its radius") {
  const auto body = small::body();
  const auto pain = paint_disc(*body, {0.0F, 140.0F, 0.0F}, 30.0F);
  REQUIRE(pain);
  const auto& skin = body->mesh(*body->skin());
  for (std::size_t v = 0; v < pain->size(); ++v) {
    const float arc = 100.0F * std::acos(std::clamp(skin.positions[v].y / 100.0F, -1.0F, 1.0F));
    if (arc < 26.0F) CHECK((*pain)[v] == 1.0F);
    if (arc > 34.0F) CHECK((*pain)[v] == 0.0F);
  }
  const auto candidates = explain(*body, *pain).candidates;
  REQUIRE(candidates.size() == 2);  // both sides of the midline zone
  CHECK(candidates[0].id == "teres-major-1.R");
  CHECK(candidates[1].id == "teres-major-1.L");
  CHECK(candidates[0].rank == 1);
  CHECK(candidates[1].rank == 1);
  CHECK(candidates[0].equals == std::vector<std::string>{"teres-major-1.L"});
}

TEST_CASE("a disc smaller than the skin's triangles still paints") {
  const auto body = *Body::build(small::parts(2), std::nullopt, silent_progress());
  const auto pain = paint_disc(*body, {0.0F, 100.0F, 0.0F}, 1.0F);
  REQUIRE(pain);
  CHECK(std::count_if(pain->begin(), pain->end(), [](float w) { return w > 0.0F; }) >= 1);
}

TEST_CASE("pain that can't be painted is refused with a reason") {
  const auto body = small::body();
  CHECK_FALSE(paint_disc(*body, {0.0F, 0.0F, 0.0F}, 0.0F));
  CHECK_FALSE(paint_disc(*body, {0.0F, 0.0F, 0.0F}, 5000.0F));
  CHECK_FALSE(paint_disc(*body, {std::numeric_limits<float>::quiet_NaN(), 0.0F, 0.0F}, 10.0F));
  CHECK_FALSE(paint_region(*body, "knee", Side::right));
  CHECK(test::stopped_by_assert([&] { static_cast<void>(explain(*body, PaintedSkin(3, 1.0F))); }));
  CHECK_FALSE(paint_disc(*body, {0.0F, 900.0F, 0.0F}, 10.0F));  // 800 mm from the skin
  const auto body_skin = body->mesh(0).positions.size();
  const Explanation nothing = explain(*body, PaintedSkin(body_skin, 0.0F));
  CHECK(nothing.candidates.empty());
  CHECK(nothing.note == RankingNote::nothing_painted);
  CHECK(explain(*body, {}).note == nothing.note);
  CHECK(explain(*body, PaintedSkin(body_skin, 1.0F)).note == RankingNote::most_is_painted);
}

TEST_CASE("what is erased no longer hurts, and painting over it hurts again") {
  const auto body = small::body();
  PaintedSkin pain;
  REQUIRE(brush(*body, pain, {0.0F, 100.0F, 0.0F}, 30.0F, false));
  const PaintedSkin before = pain;
  REQUIRE(brush(*body, pain, {0.0F, 100.0F, 0.0F}, 15.0F, true));
  const auto& skin = body->mesh(*body->skin());
  for (std::size_t v = 0; v < pain.size(); ++v) {
    const float arc = 100.0F * std::acos(std::clamp(skin.positions[v].y / 100.0F, -1.0F, 1.0F));
    if (arc < 11.0F) CHECK(pain[v] == 0.0F);
    if (arc > 19.0F) CHECK(pain[v] == before[v]);
  }
  REQUIRE(brush(*body, pain, {0.0F, 100.0F, 0.0F}, 30.0F, false));
  CHECK(pain == before);
}

// unit_body "[measure]": not a check, the figures of how the ranking's time grows with the skin.
TEST_CASE("ranking time against the number of skin vertices", "[.][measure]") {
  for (const int levels : {4, 5, 6, 7, 8}) {
    const auto body = *Body::build(small::parts(levels), std::nullopt, silent_progress());
    const auto pain = paint_disc(*body, {-70.0F, 70.0F, 0.0F}, 60.0F);
    REQUIRE(pain);
    constexpr int times = 50;
    const std::clock_t start = std::clock();
    for (int i = 0; i < times; ++i) static_cast<void>(explain(*body, *pain));
    const double ranking = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
    const std::clock_t then = std::clock();
    for (int i = 0; i < times; ++i) static_cast<void>(paint_disc(*body, {-70.0F, 70.0F, 0.0F}, 18.0F));
    const double dab = 1000.0 * static_cast<double>(std::clock() - then) / CLOCKS_PER_SEC / times;
    WARN(pain->size() << " vertices: ranking " << ranking << " ms, a dab of the brush " << dab << " ms");
  }
}
