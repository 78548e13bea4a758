// Where a cut lays bare a hollow of the body it is named, and the spine's levels lie in their vertebrae.

#include <catch2/catch.hpp>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/body/hollow.h"
#include "dorsum/body/spine_levels.h"
#include "packs.h"

using namespace dorsum;
using body::Hollow;

namespace {

std::shared_ptr<const body::Body> bare_body(const io::Pack& pack) {
  body::Parts parts;
  parts.atlas = pack.atlas;
  parts.meshes = pack.meshes;
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

glm::vec3 middle_of(const io::Pack& pack, std::string_view id) {
  glm::vec3 sum(0.0F);
  const geometry::TriangleMesh& mesh = test::mesh_of(pack, id);
  for (const glm::vec3& p : mesh.positions) sum += p;
  return sum / static_cast<float>(mesh.positions.size());
}

}  // namespace

TEST_CASE("the built-in body's hollows are told apart, and told from flesh and fat") {
  const io::Pack& pack = test::built_in();
  const auto body = bare_body(pack);
  const body::Stance stance(*body);
  const auto landmark = [&](std::string_view id) { return pack.atlas.landmarks.find(id)->second.position; };
  for (const char* organ : {"lung.R", "lung.L", "heart"}) {
    INFO(organ);
    CHECK(hollow_at(stance, middle_of(pack, organ)) == Hollow::chest);
  }
  for (const char* organ : {"liver", "spleen"}) {
    INFO(organ);
    CHECK(hollow_at(stance, middle_of(pack, organ)) == Hollow::belly);
  }
  CHECK(hollow_at(stance, landmark("umbilicus-level") + glm::vec3(0, 70, 0)) == Hollow::belly);
  CHECK(hollow_at(stance, glm::mix(landmark("pubic-symphysis"), landmark("spinous-process:S3"), 0.5F)) == Hollow::pelvis);
  CHECK(hollow_at(stance, glm::mix(landmark("ear-canal:L"), landmark("ear-canal:R"), 0.5F) + glm::vec3(0, 0, 50)) == Hollow::skull);
  const geometry::TriangleMesh& cord = test::mesh_of(pack, "spinal-cord");
  for (const body::SpineLevel& level : body->spine_levels()) {
    if (level.name != "C5" && level.name != "T3" && level.name != "T6" && level.name != "T11") continue;
    INFO(level.name);
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (const glm::vec3& p : cord.positions)
      if (std::abs(p.z - level.height) < 8.0F) {
        sum += p;
        count += 1.0F;
      }
    REQUIRE(count > 0.0F);
    CHECK(hollow_at(stance, sum / count) == Hollow::spinal_canal);
  }
  // Between the muscles of the back, under the skin, in the limbs.
  CHECK_FALSE(hollow_at(stance, landmark("rib-angle:6:R") + glm::vec3(0, 6, 0)));
  CHECK_FALSE(hollow_at(stance, landmark("greater-trochanter:R") + glm::vec3(-20, 0, 0)));
  CHECK_FALSE(hollow_at(stance, landmark("deltoid-tuberosity:L") + glm::vec3(10, 0, 0)));
  CHECK_FALSE(hollow_at(stance, landmark("spinous-process:L3") + glm::vec3(30, -8, 0)));
}

TEST_CASE("levels of the spine lie in their vertebrae's bodies, from the head down") {
  std::vector<const io::Pack*> packs{&test::built_in()};
  if (const io::Pack* imported = test::imported()) packs.push_back(imported);
  for (const io::Pack* pack : packs) {
    INFO(pack->atlas.name);
    const auto levels = body::spine_levels(pack->atlas.structures, pack->meshes, pack->atlas.landmarks);
    REQUIRE(levels.size() == 29);
    CHECK(levels.front().name == "C1");
    CHECK(levels.back().name == "S5");
    for (std::size_t i = 1; i < levels.size(); ++i) {
      INFO(levels[i].name);
      CHECK(levels[i].height < levels[i - 1].height - 5.0F);
      if (levels[i].name.starts_with('S')) continue;
      const geometry::Bounds box = geometry::bounds_of(test::mesh_of(*pack, "vertebra-" + levels[i].name));
      CHECK(levels[i].height > box.low.z + 3.0F);
      CHECK(levels[i].height < box.high.z - 3.0F);
      // The disc below lies below the body's middle.
      if (const auto disc = "disc-" + levels[i].name; pack->atlas.index_of(disc)) CHECK(geometry::bounds_of(test::mesh_of(*pack, disc)).high.z < levels[i].height + 2.0F);
    }
  }
}
