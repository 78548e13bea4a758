#include "dorsum/workshop/derive.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "../geometry/shapes.h"
#include "dorsum/geometry/mesh_repair.h"

using namespace dorsum;

namespace {

struct Set {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;

  void add(const char* id, atlas::Kind kind, geometry::TriangleMesh mesh) {
    atlas::Structure& structure = atlas.structures.emplace_back();
    structure.id = structure.name = id;
    structure.kind = kind;
    geometry::compute_normals(mesh, 180.0F);
    meshes.push_back(std::move(mesh));
  }
};

/// A spindle of muscle from a round bone to another, with landmarks enough to know how large the body is.
Set muscle_between_bones() {
  Set set;
  geometry::TriangleMesh spindle = geometry::shapes::sphere(12.0F, 4);
  for (glm::vec3& position : spindle.positions) position.x *= 5.0F;
  set.add("skin", atlas::Kind::skin, geometry::shapes::sphere(200.0F, 4));
  set.add("teres-major.R", atlas::Kind::muscle, std::move(spindle));
  set.add("scapula.R", atlas::Kind::bone, geometry::shapes::sphere(15.0F, 4, {70.0F, 0.0F, 0.0F}));
  set.add("humerus.R", atlas::Kind::bone, geometry::shapes::sphere(15.0F, 4, {-70.0F, 0.0F, 0.0F}));
  set.atlas.landmarks["spinous-process:C7"] = {{0.0F, 0.0F, 470.0F}, "by hand"};
  set.atlas.landmarks["posterior-superior-iliac-spine:R"] = {{-20.0F, 0.0F, 0.0F}, "by hand"};
  set.atlas.landmarks["posterior-superior-iliac-spine:L"] = {{20.0F, 0.0F, 0.0F}, "by hand"};
  return set;
}

workshop::Facts facts() {
  workshop::Facts facts;
  atlas::MuscleAttachments& muscle = facts.attachments["teres-major"];
  muscle.bones.resize(2);
  muscle.bones[0] = {.end = atlas::MuscleEnd::origin, .bones = {"scapula"}, .near = {}};
  muscle.bones[1] = {.end = atlas::MuscleEnd::insertion, .bones = {"humerus"}, .near = {}};
  return facts;
}

}  // namespace

TEST_CASE("fibres are found between the attachments that the same derivation has marked") {
  Set set = muscle_between_bones();
  const auto missing = workshop::derive(set.atlas, set.meshes, facts());
  CHECK(missing.empty());
  REQUIRE(set.atlas.attachments.size() == 2);
  CHECK(set.meshes[2].masks.size() == 1);
  const geometry::TriangleMesh& muscle = set.meshes[1];
  REQUIRE(muscle.fibre.size() == muscle.positions.size());
  // What runs along the fibres grows from the origin to the insertion.
  const auto ends = std::minmax_element(muscle.positions.begin(), muscle.positions.end(), [](glm::vec3 a, glm::vec3 b) { return a.x < b.x; });
  const auto at_insertion = static_cast<std::size_t>(ends.first - muscle.positions.begin());
  const auto at_origin = static_cast<std::size_t>(ends.second - muscle.positions.begin());
  CHECK(muscle.fibre[at_insertion].x > muscle.fibre[at_origin].x + 60.0F);
}

TEST_CASE("deriving again changes nothing") {
  Set set = muscle_between_bones();
  static_cast<void>(workshop::derive(set.atlas, set.meshes, facts()));
  const Set once = set;
  static_cast<void>(workshop::derive(set.atlas, set.meshes, facts()));
  CHECK(set.atlas.attachments.size() == once.atlas.attachments.size());
  for (std::size_t m = 0; m < set.meshes.size(); ++m) {
    CHECK(set.meshes[m].fibre == once.meshes[m].fibre);
    CHECK(set.meshes[m].masks == once.meshes[m].masks);
  }
}

TEST_CASE("what is there already is kept: landmarks, and fibres that a recipe gave") {
  Set set = muscle_between_bones();
  set.meshes[1].fibre.assign(set.meshes[1].positions.size(), glm::vec2(1.0F, 2.0F));
  const auto before = set.atlas.landmarks.size();
  static_cast<void>(workshop::derive(set.atlas, set.meshes, facts()));
  CHECK(set.atlas.landmarks.size() == before);
  CHECK(set.atlas.landmarks.at("spinous-process:C7").how == "by hand");
  CHECK(set.meshes[1].fibre.front() == glm::vec2(1.0F, 2.0F));
}

TEST_CASE("what can't be found is told, each with its reason") {
  Set set = muscle_between_bones();
  set.atlas.landmarks.clear();
  const auto missing = workshop::derive_landmarks(set.atlas, set.meshes);
  CHECK_FALSE(missing.empty());
  for (const std::string& line : missing) CHECK(line.starts_with("landmark "));
  Set apart = muscle_between_bones();
  for (glm::vec3& position : apart.meshes[3].positions) position.x -= 80.0F;  // the arm lies elsewhere
  const auto notes = workshop::derive(apart.atlas, apart.meshes, facts());
  CHECK(std::find(notes.begin(), notes.end(), "teres-major.R: its insertion doesn't reach humerus.R") != notes.end());
}
