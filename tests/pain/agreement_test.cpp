// From pain back to the point that sends it.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <ctime>

#include "dorsum/body/explain.h"
#include "pack_under_test.h"

using namespace dorsum;
using namespace dorsum::body;
using namespace dorsum::pain_test;

namespace {

const Candidate* find(const Explanation& explanation, const std::string& id) {
  const auto found = std::find_if(explanation.candidates.begin(), explanation.candidates.end(), [&](const Candidate& c) { return c.id == id; });
  return found == explanation.candidates.end() ? nullptr : &*found;
}

int rank_of(const Body& body, const char* region, const char* point) {
  const Explanation explanation = explain(body, paint_region(body, region, Side::right).value());
  const Candidate* candidate = find(explanation, point);
  return candidate == nullptr ? 999 : candidate->rank;
}

}  // namespace

TEST_CASE("painting a point's own essential zones ranks it first, alone or in a tie that is stated") {
  const Body& body = body_under_test();
  std::size_t checked = 0, tied = 0;
  for (const PlacedTrigger& trigger : body.triggers()) {
    INFO(trigger.id);
    const Explanation explanation = explain(body, essential_skin(body, trigger));
    const Candidate* own = find(explanation, trigger.id);
    if (without_side(trigger.id) == "trapezius-7") {
      CHECK(own == nullptr);  // gooseflesh is no pain
      continue;
    }
    REQUIRE(own != nullptr);
    CHECK(own->rank == 1);
    for (const Candidate& other : explanation.candidates) {
      if (other.rank != 1 || &other == own) continue;
      CHECK(std::find(own->equals.begin(), own->equals.end(), other.id) != own->equals.end());
      ++tied;
    }
    ++checked;
  }
  CHECK(checked == body.triggers().size() - 2);
  WARN(checked << " points rank first for their own zones; of these ties with another point: " << tied);
}

TEST_CASE("a hand that paints about a zone's middle finds the point among the first five") {
  const Body& body = body_under_test();
  for (const PlacedTrigger& trigger : body.triggers()) {
    if (without_side(trigger.id) == "trapezius-7") continue;
    PaintedSkin pain;
    for (const std::size_t z : trigger.zones) {
      const Zone& zone = body.zones()[z];
      if (zone.kind != atlas::ZoneKind::essential) continue;
      const auto radius = static_cast<float>(std::sqrt(zone.area_mm2 / 3.14159));
      REQUIRE(brush(body, pain, zone.centre.rest, radius, false));
    }
    const Explanation explanation = explain(body, pain);
    const Candidate* own = find(explanation, trigger.id);
    INFO(trigger.id);
    REQUIRE(own != nullptr);
    CHECK(own->rank <= 5);
  }
}

TEST_CASE("what every student hears holds") {
  const Body& body = body_under_test();
  CHECK(rank_of(body, "suboccipital", "trapezius-3.R") <= 5);
  CHECK(rank_of(body, "mid-buttock", "longissimus-thoracis-1.R") <= 5);
  CHECK(rank_of(body, "mid-buttock", "iliocostalis-lumborum-1.R") <= 5);
}

TEST_CASE("the ranking is quick enough to follow the brush") {
  const Body& body = body_under_test();
  const PaintedSkin back = paint_disc(body, body.atlas().landmarks.at("spinous-process:T7").position, 120.0F).value();
  const std::clock_t start = std::clock();  // of the processor: a busy machine must not fail the test
  constexpr int times = 20;
  for (int i = 0; i < times; ++i) static_cast<void>(explain(body, back));
  const double each = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
  WARN("ranking over " << body.skin_areas().size() << " skin vertices takes " << each << " ms");
  CHECK(each < 33.0);
}
