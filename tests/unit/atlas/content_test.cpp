#include "dorsum/atlas/content.h"

#include <catch2/catch.hpp>
#include <set>

#include "dorsum/atlas/atlas.h"
#include "synthetic_landmarks.h"

using namespace dorsum;
using namespace dorsum::atlas;

namespace {

const Content& content() {
  static const Content loaded = [] {
    auto result = load_content(DORSUM_SOURCE_DIR "/assets/content");
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
  }();
  return loaded;
}

std::vector<std::string> all_formulas() {
  std::vector<std::string> formulas;
  const auto add = [&](const std::vector<std::string>& more) {
    formulas.insert(formulas.end(), more.begin(), more.end());
  };
  for (const MuscleFacts& muscle : content().muscles) {
    add(muscle.origin_formulas);
    add(muscle.insertion_formulas);
  }
  for (const TriggerPoint& point : content().trigger_points) {
    formulas.push_back(point.place_formula);
    for (const ReferralArea& area : point.areas) add(area.anchors);
  }
  return formulas;
}

}  // namespace

TEST_CASE("the content has no problem") {
  for (const Error& problem : problems_of_content(DORSUM_SOURCE_DIR "/assets/content")) FAIL_CHECK(problem.message());
}

TEST_CASE("the content is whole: 61 muscles and what goes with them, 51 points, 56 regions, the safety note") {
  std::size_t with_layer = 0;
  for (const MuscleFacts& muscle : content().muscles) with_layer += muscle.companion ? 0 : 1;
  CHECK(with_layer == 16);
  CHECK(content().muscles.size() == 61);
  CHECK(content().muscles.front().layer == 1);
  CHECK(content().muscles.back().companion);
  CHECK(content().trigger_points.size() == 51);
  CHECK(content().regions.size() == 56);
  CHECK(content().safety.groups.size() == 3);
  CHECK(content().safety.sources.size() == 19);
  std::size_t unnumbered = 0, gooseflesh = 0, areas = 0;
  for (const TriggerPoint& point : content().trigger_points) {
    unnumbered += point.number.empty() ? 1 : 0;
    areas += point.areas.size();
    for (const ReferralArea& area : point.areas) gooseflesh += area.sensation == Sensation::gooseflesh ? 1 : 0;
  }
  CHECK(unnumbered == 4);
  CHECK(gooseflesh == 1);
  CHECK(areas == 132);
}

TEST_CASE("sources keep the note that a manual's page was not checked") {
  const TriggerPoint* point = content().trigger_point("trapezius-1");
  REQUIRE(point);
  CHECK(point->number == "TrP1");
  REQUIRE_FALSE(point->sources.empty());
  CHECK(point->sources.front().key == "TS1");
  CHECK(point->sources.front().title.find("[page not checked]") != std::string::npos);
  for (const TriggerPoint& each : content().trigger_points) CHECK_FALSE(each.sources.empty());
  for (const MuscleFacts& each : content().muscles) CHECK_FALSE(each.sources.empty());
}

TEST_CASE("no hand is sent where it could harm: what cards say of the neck, the flank and the buttock keeps its warning") {
  const auto palpation = [](const char* id) {
    const TriggerPoint* point = content().trigger_point(id);
    REQUIRE(point);
    return point->palpation;
  };
  const auto says = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
  for (const char* id : {"splenius-capitis-1", "splenius-cervicis-1", "splenius-cervicis-2", "semispinalis-capitis-1", "semispinalis-capitis-2",
                         "multifidus-1", "longissimus-capitis-1"}) {
    INFO(id);
    CHECK(says(palpation(id), "head in line"));
    CHECK(says(palpation(id), "at most 30 seconds"));
    CHECK(says(palpation(id), "Stop with dizziness"));
  }
  for (const char* id : {"quadratus-lumborum-1", "quadratus-lumborum-3", "iliocostalis-lumborum-1"}) {
    INFO(id);
    CHECK(says(palpation(id), " up under "));
  }
  CHECK(says(palpation("levator-scapulae-1"), "Never into the hollow in front of it"));
  CHECK(says(palpation("gluteus-maximus-2"), "sciatic nerve"));
  for (const TriggerPoint& point : content().trigger_points) {
    INFO(point.id);
    CHECK_FALSE(says(point.palpation, "toward the opposite eye"));
    CHECK_FALSE(says(point.quality_of_pain, "sight"));  // a warning sign, no quality of a muscle's pain
  }
}

TEST_CASE("cards carry no working notes and lean on no other card") {
  const auto check = [](const std::string& text) {
    INFO(text);
    for (const char* note : {"from memory", "remembered", "by default", "by search", "Z-Anatomy", "this table", "As above", "As for the", "Same as", "Same test"})
      CHECK(text.find(note) == std::string::npos);
  };
  for (const MuscleFacts& muscle : content().muscles) {
    check(muscle.palpation);
    for (const std::string& line : muscle.disagreements) check(line);
  }
  for (const TriggerPoint& point : content().trigger_points) {
    check(point.palpation);
    for (const std::string& line : point.notes) check(line);
  }
}

TEST_CASE("every formula of the content evaluates on both sides, and the left is the mirror image") {
  const Landmarks landmarks = test::synthetic_landmarks();
  const std::vector<std::string> formulas = all_formulas();
  CHECK(formulas.size() > 480);
  for (const std::string& formula : formulas) {
    INFO(formula);
    const auto right = evaluate(formula, landmarks, Side::right, 1.0F);
    const auto left = evaluate(formula, landmarks, Side::left, 1.0F);
    REQUIRE(right);
    REQUIRE(left);
    CHECK(left->x == Approx(-right->x).margin(1e-3));
    CHECK(left->y == Approx(right->y));
    CHECK(left->z == Approx(right->z));
  }
}

TEST_CASE("every target, muscle and part of the content is a structure of the table, and the other way round") {
  Atlas atlas;
  atlas.structures = load_structure_table(DORSUM_SOURCE_DIR "/assets/structures.json").value();
  for (const TriggerPoint& point : content().trigger_points) {
    INFO(point.id << " -> " << point.project_to);
    CHECK(structures_named(atlas, point.project_to + ".R").size() >= 1);
    CHECK(structures_named(atlas, point.project_to + ".L").size() >= 1);
  }
  for (const MuscleFacts& muscle : content().muscles) {
    INFO(muscle.id);
    CHECK_FALSE(structures_named(atlas, muscle.id).empty());
    for (const std::size_t index : structures_named(atlas, muscle.id)) {
      const Structure& structure = atlas.structures[index];
      CHECK(structure.companion == (muscle.companion && structure.layer != deepest_layer));
      CHECK(structure.group == muscle.group);
    }
  }
  for (const Structure& structure : atlas.structures) {
    INFO(structure.id);
    if (structure.kind == Kind::muscle) CHECK_FALSE(structure.muscle.empty());
    if (structure.muscle.empty()) continue;
    const MuscleFacts* facts = content().muscle(structure.muscle);
    REQUIRE(facts);
    if (structure.part.empty()) continue;
    CHECK(std::any_of(facts->parts.begin(), facts->parts.end(),
                      [&](const MusclePart& p) { return p.id == structure.part; }));
  }
}
