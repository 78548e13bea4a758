// Whole bodies moved: what holds on bone stays there, triangles keep their side, muscles their volume, left mirrors right.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <map>

#include "dorsum/motion/binding.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "packs.h"

namespace dorsum {
namespace {

struct Moving {
  const io::Pack* pack;
  motion::Motions motions;
  motion::Rig rig;
  motion::Binding binding;
};

Moving moving(const io::Pack& pack) {
  auto motions = motion::load_motions(test::source / "assets" / "motion.json");
  REQUIRE(motions);
  auto rig = motion::Rig::build(pack.atlas, pack.meshes, *motions);
  if (!rig) FAIL(rig.error().message());
  auto binding = motion::bind(pack.atlas, pack.meshes, *motions, *rig, silent_progress());
  REQUIRE(binding);
  REQUIRE(motion::fits(*binding, pack.meshes));
  return {&pack, *std::move(motions), *std::move(rig), *std::move(binding)};
}

const Moving& built_in() {
  static const Moving body = moving(test::built_in());
  return body;
}

motion::Frames frames_of(const Moving& body, const motion::Pose& pose) { return body.rig.frames(motion::drives_of(pose, body.motions)); }

/// What a structure has suffered.
struct Suffered {
  std::size_t inverted = 0;  ///< triangles that face the other way than their surroundings have turned
  std::size_t triangles = 0;
  double volume = 1.0;       ///< share of what it was
};

Suffered suffered(const Moving& body, std::size_t i, const motion::Frames& frames) {
  constexpr float least_area = 0.3F;  // mm2: slivers have no side
  const geometry::TriangleMesh& rest = body.pack->meshes[i];
  geometry::TriangleMesh posed;
  posed.triangles = rest.triangles;
  posed.positions = motion::bent(rest, body.binding[i], frames).positions;
  Suffered s{0, rest.triangles.size(), 1.0};
  if (posed.positions.empty()) return s;
  for (const geometry::Triangle& t : rest.triangles) {
    const auto face = [&](const std::vector<glm::vec3>& p) { return glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]); };
    const glm::vec3 before = face(rest.positions);
    if (glm::length(before) < 2.0F * least_area) continue;
    glm::dmat3 turn(0.0);
    for (const std::uint32_t v : t) turn += motion::map_of(body.binding[i], v, frames).turn;
    if (glm::dot(glm::dvec3(face(posed.positions)), turn * glm::dvec3(before)) < 0.0) ++s.inverted;
  }
  s.volume = geometry::signed_volume_of(posed) / geometry::signed_volume_of(rest);
  return s;
}

/// Over all muscles, fasciae and ligaments, and the skin apart.
struct Whole {
  double inverted_share = 0.0;  ///< of muscles' triangles
  std::size_t skin_inverted = 0;
  double least_volume = 1.0, most_volume = 1.0;  ///< of any muscle
  std::string worst, thinnest;
};

Whole measured(const Moving& body, const motion::Pose& pose) {
  const motion::Frames frames = frames_of(body, pose);
  Whole whole;
  std::size_t inverted = 0, triangles = 0, most = 0;
  for (std::size_t i = 0; i < body.pack->meshes.size(); ++i) {
    const atlas::Kind kind = body.pack->atlas.structures[i].kind;
    if (body.pack->meshes[i].triangles.empty()) continue;
    if (kind == atlas::Kind::skin) whole.skin_inverted = suffered(body, i, frames).inverted;
    if (kind != atlas::Kind::muscle && kind != atlas::Kind::fascia && kind != atlas::Kind::ligament) continue;
    const Suffered s = suffered(body, i, frames);
    inverted += s.inverted;
    triangles += s.triangles;
    if (s.inverted > most) whole.worst = body.pack->atlas.structures[i].id;
    most = std::max(most, s.inverted);
    if (kind != atlas::Kind::muscle) continue;
    if (s.volume < whole.least_volume) whole.thinnest = body.pack->atlas.structures[i].id;
    whole.least_volume = std::min(whole.least_volume, s.volume);
    whole.most_volume = std::max(whole.most_volume, s.volume);
  }
  whole.inverted_share = static_cast<double>(inverted) / static_cast<double>(triangles);
  return whole;
}

struct Bounds {
  const char* motion;
  float degrees;
  double inverted;  ///< share of the muscles' triangles
  std::size_t skin;
  double least_volume, most_volume;
};

// A quarter wider than what was measured. Wanted: 0.0001 of the trunk's, 0.0035 to 90 degrees, 0.005 overhead; no skin of the
// trunk's, 15 to 90, 40 overhead (flexion 100); volumes 0.65 to 1.45. Off those: bending to the side (between the ribs),
// the deep neck's volumes, the skin where the arm is raised forward, rhomboids squeezed by the blade, pectoralis major overhead.
constexpr Bounds bounds_of_motions[] = {
    {"trunk-flexion", 60, 1e-4, 0, 0.65, 1.45},
    {"trunk-extension", 25, 1e-4, 0, 0.65, 1.45},
    {"trunk-side-bend.L", 25, 3e-4, 0, 0.65, 1.45},
    {"trunk-rotation.L", 30, 1e-4, 0, 0.65, 1.45},
    {"neck-flexion", 50, 1e-4, 0, 0.6, 1.45},
    {"neck-extension", 45, 2e-4, 0, 0.65, 1.45},
    {"neck-side-bend.L", 45, 1e-4, 0, 0.6, 1.45},
    {"neck-rotation.L", 65, 1e-4, 0, 0.65, 1.45},
    {"scapula-elevation.R", 20, 7e-4, 15, 0.4, 1.45},
    {"scapula-depression.R", 7, 1e-4, 15, 0.65, 1.45},
    {"scapula-protraction.R", 20, 4e-4, 15, 0.65, 2.2},
    {"scapula-retraction.R", 18, 9e-4, 15, 0.12, 1.45},
    {"scapula-upward-rotation.R", 40, 35e-4, 15, 0.3, 2.2},
    {"scapula-downward-rotation.R", 10, 2e-4, 15, 0.65, 1.45},
    {"arm-abduction.R", 90, 35e-4, 15, 0.65, 1.7},
    {"arm-abduction.R", 150, 50e-4, 40, 0.6, 2.0},
    {"arm-flexion.R", 90, 35e-4, 50, 0.55, 2.0},
    {"arm-flexion.R", 150, 55e-4, 260, 0.2, 2.2},
    {"arm-extension.R", 50, 35e-4, 15, 0.65, 1.45},
    {"arm-adduction.R", 30, 35e-4, 15, 0.55, 1.45},
    {"arm-internal-rotation.R", 70, 35e-4, 15, 0.45, 1.6},
    {"arm-external-rotation.R", 40, 35e-4, 15, 0.65, 1.45},
};

}  // namespace

TEST_CASE("a pose that is none leaves every vertex where it rests, bit for bit") {
  const Moving& body = built_in();
  const motion::Frames frames = frames_of(body, {});
  for (std::size_t i = 0; i < body.pack->meshes.size(); ++i) CHECK(motion::bent(body.pack->meshes[i], body.binding[i], frames).positions.empty());
}

TEST_CASE("a moved body keeps its triangles' sides and its muscles' volumes") {
  const Moving& body = built_in();
  for (const Bounds& bounds : bounds_of_motions) {
    const Whole whole = measured(body, {{bounds.motion, bounds.degrees}});
    INFO(bounds.motion << " " << bounds.degrees << ", worst: " << whole.worst << ", inverted " << whole.inverted_share << ", skin " << whole.skin_inverted << ", volume "
                       << whole.least_volume << " (" << whole.thinnest << ") to " << whole.most_volume);
    CHECK(whole.inverted_share <= bounds.inverted);
    CHECK(whole.skin_inverted <= bounds.skin);
    CHECK(whole.least_volume >= bounds.least_volume);
    CHECK(whole.most_volume <= bounds.most_volume);
  }
}

TEST_CASE("whoever asks for the pose that another has gets the same one") {
  const io::Pack& pack = test::built_in();
  const auto body = body::Body::build({.atlas = pack.atlas,
                                       .meshes = pack.meshes,
                                       .content = {},
                                       .regions = {},
                                       .motions = *motion::load_motions(test::source / "assets" / "motion.json"),
                                       .known_binding = [] { return std::optional(built_in().binding); }},
                                      std::nullopt, silent_progress());
  REQUIRE(body);
  state::State state = state::first_state(**body);
  state.pose = motion::Pose{{"trunk-flexion", 30.0F}};
  const auto stance = state::stance_of(state, **body);
  REQUIRE(stance->posed());
  state.depth = {2.0F, 2.0F};
  CHECK(state::stance_of(state, **body)->posed() == stance->posed());
  state.pose = motion::Pose{{"trunk-flexion", 31.0F}};
  CHECK(state::stance_of(state, **body)->posed() != stance->posed());
  state.pose = motion::Pose{};
  CHECK_FALSE(state::stance_of(state, **body)->posed());
}

TEST_CASE("left is the mirror of right") {
  const Moving& body = built_in();
  const auto middle = static_cast<double>(body.pack->atlas.landmarks.at("spinous-process:C7").position.x);
  for (const motion::Motion& each : body.motions.motions) {
    if (!each.sided) continue;
    INFO(each.id);
    const auto degrees = static_cast<float>(each.range);
    const motion::Frames right = frames_of(body, {{each.id + ".R", degrees}}), left = frames_of(body, {{each.id + ".L", degrees}});
    double most = 0.0;
    for (std::size_t i = 0; i < body.pack->meshes.size(); ++i) {
      const atlas::Structure& bone = body.pack->atlas.structures[i];
      const auto frame = motion::frame_of_bone(bone.id), other = motion::frame_of_bone(mirrored_id(bone.id));
      if (bone.kind != atlas::Kind::bone || !frame || !other || body.pack->meshes[i].positions.empty()) continue;
      const auto mirrored = [&](glm::dvec3 p) { return glm::dvec3(2.0 * middle - p.x, p.y, p.z); };
      for (std::size_t v = 0; v < body.pack->meshes[i].positions.size(); v += 50) {
        const glm::dvec3 p(body.pack->meshes[i].positions[v]);
        most = std::max(most, glm::distance(right[*frame](p), mirrored(left[*other](mirrored(p)))));
      }
    }
    CHECK(most < 3.0);  // mm; the study found 2.0: the built-in bones mirror to within 1 mm
  }
}

}  // namespace dorsum
