#include "dorsum/body/probe.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/body/skin_path.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

TEST_CASE("The probe tells what lies under a point of the skin, and how deep") {
  // A ball of skin of 100 mm; on the body's right a muscle ball of 10 mm whose middle lies 50 mm under the skin.
  const auto body = small::body();
  const auto probe = probe_at(*body, {-130.0F, 0.0F, 0.0F});
  REQUIRE(probe);
  CHECK(glm::distance(probe->skin.rest, glm::vec3(-100, 0, 0)) < 0.5F);
  CHECK(glm::distance(probe->inward, glm::vec3(1, 0, 0)) < 0.02F);
  REQUIRE(probe->layers.size() == 1);
  // Straight through the middle and on lies the muscle of the other side, beyond the usual reach.
  CHECK(probe_at(*body, {-130.0F, 0.0F, 0.0F}, 160.0F)->layers.size() == 2);
  CHECK(body->atlas().structures[probe->layers[0].structure].id == "teres-major.R");
  CHECK(probe->layers[0].entry == Approx(40.0F).margin(0.5));
  CHECK(probe->layers[0].exit == Approx(60.0F).margin(0.5));
}

TEST_CASE("The probe ends at its reach, and where nothing lies it finds nothing") {
  const auto body = small::body();
  CHECK(probe_at(*body, {-100, 0, 0}, 30.0F)->layers.empty());
  CHECK(probe_at(*body, {-100, 0, 0}, 45.0F)->layers.size() == 1);
  CHECK(probe_at(*body, {0, 100, 0})->layers.empty());
}

TEST_CASE("On an imported set depths are said to be the set's own, on the built-in atlas they are not") {
  Parts parts = small::parts();
  parts.atlas.structures[0].source = std::string(atlas::sculpted_here) + "published depths";
  const auto built_in = *Body::build(parts, std::nullopt, silent_progress());
  CHECK_FALSE(depths_are_the_sets_own(*built_in));

  // Other structures that were sculpted onto an import's bones don't mend its skin.
  parts.atlas.structures[0].source = "FJ2810";
  parts.atlas.structures[1].source = std::string(atlas::sculpted_here) + "this set's bones";
  const auto imported = *Body::build(parts, std::nullopt, silent_progress());
  CHECK(depths_are_the_sets_own(*imported));
}

TEST_CASE("The probe stops at bone") {
  Parts parts = small::parts();
  parts.atlas.structures.push_back(small::structure("rib-5.R", atlas::Kind::bone));
  parts.meshes.push_back(geometry::shapes::sphere(12.0F, 3, {0.0F, 0.0F, 0.0F}));
  geometry::compute_normals(parts.meshes.back(), 180.0F);
  const auto body = *Body::build(std::move(parts), std::nullopt, silent_progress());
  const auto probe = probe_at(*body, {-100, 0, 0});
  REQUIRE(probe);
  REQUIRE(probe->layers.size() == 2);
  CHECK(body->atlas().structures[probe->layers[1].structure].id == "rib-5.R");
  CHECK(probe->layers[1].entry == Approx(88.0F).margin(0.5));
}

TEST_CASE("A probe far from the body is refused") {
  const auto body = small::body();
  CHECK_FALSE(probe_at(*body, {0, 0, 900}));
}

TEST_CASE("The way over a ball's skin is its great circle, nearly") {
  const auto body = small::body();
  const glm::vec3 targets[] = {{0, 0, 100}, {100, 0, 0}};
  const auto paths = skin_paths(*body, {-100, 0, 0}, targets);
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].length == Approx(100.0F * 1.5708F).epsilon(0.03));
  CHECK(paths[1].length == Approx(100.0F * 3.1416F).epsilon(0.03));
  for (const SkinPath& path : paths) {
    REQUIRE(path.points.size() == path.normals.size());
    CHECK(glm::distance(path.points.front().rest, glm::vec3(-100, 0, 0)) < 1.0F);
    for (std::size_t i = 0; i < path.points.size(); ++i) {
      CHECK(glm::length(path.points[i].rest) == Approx(100.0F).epsilon(0.01));
      CHECK(glm::dot(path.normals[i], glm::normalize(path.points[i].rest)) > 0.95F);
    }
  }
  CHECK(glm::distance(paths[0].points.back().rest, targets[0]) < 1.0F);
}
