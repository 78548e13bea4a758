#include "dorsum/motion/motions.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "dorsum/motion/pose.h"

namespace dorsum::motion {
namespace {

const std::filesystem::path file = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets" / "motion.json";

Json document() { return *load_json(file); }
const Motions& motions() {
  static const Motions all = *load_motions(file);
  return all;
}

/// What is said of the document after a change.
template <class Change>
std::string complaint(const Change& change) {
  Json changed = document();
  change(changed);
  const auto read = parse_motions(changed, "motion.json");
  return read ? "" : read.error().message();
}

}  // namespace

TEST_CASE("the twenty motions are read, and each turns something") {
  CHECK(motions().motions.size() == 20);
  for (const Motion& motion : motions().motions) {
    INFO(motion.id);
    CHECK(motion.range > 0.0);
    CHECK_FALSE(motion.parts.empty());
    CHECK_FALSE(motion.plain.empty());
    CHECK_FALSE(motion.movers.empty());
  }
  CHECK(motions().motion("trunk-rotation")->sided);
  CHECK_FALSE(motions().motion("trunk-flexion")->sided);
  CHECK(motions().motion("no-such") == nullptr);
}

TEST_CASE("what is wrong in the file is told with its place") {
  CHECK(complaint([](Json& d) { d["motions"][0]["drives"] = {{"trunk.flexon", 1}}; }).find("trunk.flexion") != std::string::npos);
  CHECK(complaint([](Json& d) { d["motions"][0]["range"] = {0, 900}; }).find("range") != std::string::npos);
  CHECK(complaint([](Json& d) { d["motions"][1]["id"] = d["motions"][0]["id"]; }).find("second motion") != std::string::npos);
  CHECK(complaint([](Json& d) { d["motions"][0]["movers"]["prime"] = {"same:rectus-abdominis"}; }).find("no sides") != std::string::npos);
  CHECK(complaint([](Json& d) { d["segments"]["joints"].erase(3); }).find("25") != std::string::npos);
  CHECK(complaint([](Json& d) { d["segments"]["joints"][2]["level"] = "L9"; }).find("L3") != std::string::npos);
  CHECK(complaint([](Json& d) { d["rhythm"]["blade_upward"] = "much"; }).find("blade_upward") != std::string::npos);
  CHECK(complaint([](Json& d) { d["surprise"] = 1; }).find("surprise") != std::string::npos);
}

TEST_CASE("motions add up, each side its own") {
  const Drives both = drives_of({{"trunk-side-bend.R", 10.0F}, {"trunk-flexion", 20.0F}, {"arm-abduction.R", 30.0F}, {"arm-flexion.R", 40.0F}}, motions());
  CHECK(both.trunk.side == Approx(-10.0));
  CHECK(both.trunk.flexion == Approx(20.0));
  CHECK(both.shoulders[0].arm_raised.x == Approx(30.0));
  CHECK(both.shoulders[0].arm_raised.y == Approx(40.0));
  CHECK(both.shoulders[1].arm_raised == glm::dvec2(0.0));
  // Opposite ones meet.
  CHECK(drives_of({{"trunk-flexion", 15.0F}, {"trunk-extension", 15.0F}}, motions()).trunk.flexion == Approx(0.0));
  // Two that raise the arm together go no farther than one.
  const Drives over = drives_of({{"arm-abduction.L", 150.0F}, {"arm-flexion.L", 150.0F}}, motions());
  CHECK(std::hypot(over.shoulders[1].arm_raised.x, over.shoulders[1].arm_raised.y) == Approx(most_arm_raised));
}

}  // namespace dorsum::motion
