#include "dorsum/body/warning_signs.h"

#include <catch2/catch.hpp>

#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

/// The small body with three signs: one place, two places on one side, an area of the skin's own.
std::shared_ptr<const Body> body_with_signs() {
  Parts parts = small::parts();
  auto& safety = parts.content.safety;
  safety.areas["front"] = {"the very front", "off(spinous-process:T6, front=120)", 30.0F};
  const auto sign = [](const char* id, std::vector<std::vector<std::string>> hurts) {
    atlas::WarningSign one;
    one.id = id;
    one.hurts = std::move(hurts);
    return one;
  };
  safety.signs = {sign("both", {{"shoulder-tip.L"}, {"interscapular"}}), sign("back", {{"interscapular"}}),
                  sign("front", {{"front"}}), sign("one-sided", {{"shoulder-tip"}, {"interscapular", "elbow"}})};
  safety.signs[0].instead_of = {"back"};
  safety.signs[3].same_side = true;
  return *Body::build(std::move(parts), std::nullopt, silent_progress());
}

std::vector<std::string> fitting(const Body& body, const std::vector<std::pair<glm::vec3, float>>& discs) {
  PaintedSkin pain;
  for (const auto& [centre, radius] : discs) REQUIRE(brush(body, pain, centre, radius, false));
  std::vector<std::string> ids;
  for (const FittingSign& one : fitting_signs(body, pain)) ids.push_back(body.content().safety.signs[one.sign].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a sign fits when all its places hurt, on the side that it names") {
  const auto body = body_with_signs();
  const glm::vec3 back(0.0F, 100.0F, 0.0F), left(100.0F, 0.0F, 0.0F), right(-100.0F, 0.0F, 0.0F), front(0.0F, -100.0F, 0.0F);
  CHECK(fitting(*body, {{back, 25.0F}}) == Ids{"back"});
  CHECK(fitting(*body, {{left, 25.0F}}).empty());
  CHECK(fitting(*body, {{right, 25.0F}, {{-40.0F, 92.0F, 0.0F}, 20.0F}}) == Ids{"back", "one-sided"});
  CHECK(fitting(*body, {{right, 25.0F}, {{40.0F, 92.0F, 0.0F}, 20.0F}}) == Ids{"back"});
  // The narrower sign stands for the wider one.
  CHECK(fitting(*body, {{left, 25.0F}, {{-40.0F, 92.0F, 0.0F}, 20.0F}}) == Ids{"both"});
  CHECK(fitting(*body, {{front, 20.0F}}) == Ids{"front"});
  CHECK(fitting(*body, {{back, 6.0F}}).empty());  // a finger's tip is no pain in the back
}

TEST_CASE("a sign says where it hurts") {
  const auto body = body_with_signs();
  PaintedSkin pain;
  REQUIRE(brush(*body, pain, {100.0F, 0.0F, 0.0F}, 25.0F, false));
  REQUIRE(brush(*body, pain, {-40.0F, 92.0F, 0.0F}, 20.0F, false));
  const auto signs = fitting_signs(*body, pain);
  REQUIRE(signs.size() == 1);
  CHECK(signs[0].where == Ids{"interscapular.R", "shoulder-tip.L"});
  CHECK(fitting_signs(*body, {}).empty());
}
