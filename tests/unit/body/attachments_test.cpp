// Attachment areas on a body small enough to know, and on both packs.

#include "dorsum/body/attachments.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "../geometry/shapes.h"
#include "dorsum/body/body.h"
#include "dorsum/geometry/mesh_repair.h"
#include "small_body.h"

using namespace dorsum;

namespace {

/// A ball of muscle (radius 10 mm) that rests on a plate of bone: touches it at the origin, 2 mm off.
struct BallOnPlate {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;

  BallOnPlate() {
    atlas.structures = {body::small::structure("teres-major.R", atlas::Kind::muscle, "teres-major"),
                        body::small::structure("scapula.R", atlas::Kind::bone),
                        body::small::structure("scapula.L", atlas::Kind::bone)};
    meshes = {geometry::shapes::sphere(10.0F, 4, {0.0F, 0.0F, 12.0F}), slab(), slab()};
    for (geometry::TriangleMesh& mesh : meshes) geometry::compute_normals(mesh, 60.0F);
  }

  /// 60 by 60 mm, 1 mm thick, its upper face at z = 0.
  static geometry::TriangleMesh slab() {
    geometry::TriangleMesh slab = geometry::shapes::plane(60, 60.0F);
    for (glm::vec3& p : slab.positions) p -= glm::vec3(30.0F, 30.0F, 0.0F);
    geometry::TriangleMesh under = slab;
    for (glm::vec3& p : under.positions) p.z = -1.0F;
    for (geometry::Triangle& t : under.triangles) std::swap(t[1], t[2]);
    geometry::append(slab, under);
    return slab;
  }

  static atlas::AttachmentFacts facts() {
    atlas::AttachmentBones origin;
    origin.bones = {"scapula", "humerus"};  // this pack has no humerus
    return {{"teres-major", {.bones = {origin}}}};
  }
};

}  // namespace

TEST_CASE("an attachment area is the bone under the muscle, on the muscle's own side, and only the face toward it") {
  BallOnPlate scene;
  const auto notes = body::mark_attachments(scene.atlas, scene.meshes, BallOnPlate::facts());
  CHECK(notes.empty());
  REQUIRE(scene.atlas.attachments.size() == 1);
  CHECK(scene.atlas.attachments[0].bone == "scapula.R");
  CHECK(scene.meshes[2].masks.empty());
  const geometry::TriangleMesh& bone = scene.meshes[1];
  REQUIRE(bone.masks.size() == 1);
  for (std::size_t v = 0; v < bone.positions.size(); ++v) {
    const glm::vec3 p = bone.positions[v];
    const float from_middle = std::hypot(p.x, p.y);
    INFO(p.x << ' ' << p.y << ' ' << p.z);
    if (p.z < -0.5F) CHECK(bone.masks[0][v] == 0.0F);
    if (p.z > -0.5F && from_middle < 5.0F) CHECK(bone.masks[0][v] > 0.9F);
    if (from_middle > 13.0F) CHECK(bone.masks[0][v] == 0.0F);
  }

  const auto list = body::attachments_on(scene.atlas, scene.meshes);
  REQUIRE(list.size() == 1);
  CHECK(list[0].muscle == 0);
  CHECK(list[0].bone == 1);
  CHECK(list[0].end == atlas::MuscleEnd::origin);
  CHECK(list[0].area_mm2 > 3.14 * 6.0 * 6.0);
  CHECK(list[0].area_mm2 < 3.14 * 12.0 * 12.0);
  CHECK(glm::distance(list[0].centre.rest, glm::vec3(0.0F)) < 1.5F);
}

TEST_CASE("a place given by landmarks bounds an area") {
  BallOnPlate scene;
  scene.atlas.landmarks["inferior-angle-scapula:R"] = {{5.0F, 0.0F, 0.0F}, "by hand"};
  atlas::AttachmentFacts facts = BallOnPlate::facts();
  facts["teres-major"].bones[0].near = {"inferior-angle-scapula:R"};
  SECTION("near to it") {
    facts["teres-major"].bones[0].within_mm = 4.0F;
    CHECK(body::mark_attachments(scene.atlas, scene.meshes, facts).empty());
    const auto list = body::attachments_on(scene.atlas, scene.meshes);
    REQUIRE(list.size() == 1);
    CHECK(list[0].centre.rest.x > 3.0F);
  }
  SECTION("or away from it, where the muscle doesn't reach") {
    facts["teres-major"].bones[0].beyond_mm = 50.0F;
    const auto notes = body::mark_attachments(scene.atlas, scene.meshes, facts);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0] == "teres-major.R: its origin doesn't reach scapula.R");
    CHECK(scene.atlas.attachments.empty());
  }
}

TEST_CASE("an area may be bound to bone that looks up or down") {
  for (const auto& [facing, found] : {std::pair{1, true}, std::pair{-1, false}}) {
    BallOnPlate scene;  // the ball lies on the plate's upper face
    atlas::AttachmentFacts facts = BallOnPlate::facts();
    facts["teres-major"].bones[0].facing = facing;
    CHECK(body::mark_attachments(scene.atlas, scene.meshes, facts).empty() == found);
  }
}

TEST_CASE("marking again replaces what was marked") {
  BallOnPlate scene;
  (void)body::mark_attachments(scene.atlas, scene.meshes, BallOnPlate::facts());
  (void)body::mark_attachments(scene.atlas, scene.meshes, BallOnPlate::facts());
  CHECK(scene.atlas.attachments.size() == 1);
  CHECK(scene.meshes[1].masks.size() == 1);
}

TEST_CASE("a body lists the attachments of each muscle") {
  BallOnPlate scene;
  (void)body::mark_attachments(scene.atlas, scene.meshes, BallOnPlate::facts());
  const auto body = body::Body::build({.atlas = scene.atlas, .meshes = scene.meshes, .content = {}, .regions = {}}, std::nullopt, silent_progress());
  REQUIRE(body);
  CHECK((*body)->attachments_of(0).size() == 1);
  CHECK((*body)->attachments_of(1).empty());
  CHECK((*body)->attachments_of(77).empty());
}
