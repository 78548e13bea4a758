// The skull and the lower jaw.

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/surface_query.h"
#include "landmark_bones.h"

namespace dorsum::body {
namespace {

void measure_midline(LandmarkBones& bones) {
  std::optional<glm::vec3> vertex;
  for (const Side side : both_sides) {
    const auto* parietal = bones.mesh(with_side("skull-parietal", side), "vertex");
    if (!parietal) continue;
    const auto top =
        farthest(*parietal, up, [&](const glm::vec3& p) { return std::abs(p.x - bones.midline()) < 10.0F; });
    if (top && (!vertex || top->z > vertex->z)) vertex = top;
  }
  if (vertex) vertex->x = bones.midline();
  bones.take("vertex", vertex, "measured: highest point of the parietal bones in the midline");

  // The bump where the back of the head turns under: the point of the midline farthest back and down.
  const auto* occipital = bones.mesh("skull-occipital", "external-occipital-protuberance");
  std::optional<glm::vec3> bump;
  if (occipital) {
    constexpr glm::vec3 back_and_down{0.0F, 0.82F, -0.57F};  // 35 degrees below the horizon
    bump =
        farthest(*occipital, back_and_down, [&](const glm::vec3& p) { return std::abs(p.x - bones.midline()) < 8.0F; });
    if (bump) bump->x = bones.midline();
  }
  bones.take("external-occipital-protuberance", bump,
             "measured: point of the occipital bone's midline farthest back and down (35 degrees)");
}

void measure_back_of_head(LandmarkBones& bones, Side side) {
  const std::string landmark = sided("superior-nuchal-line", side);
  const auto* occipital = bones.mesh("skull-occipital", landmark);
  const glm::vec3* bump = bones.at("external-occipital-protuberance");
  std::optional<glm::vec3> point;
  if (occipital && bump) {
    const glm::vec3 aim = *bump + 28.0F * bones.scale * outward(side);
    const auto hit = geometry::SurfaceQuery({occipital}).first_hit(aim + 100.0F * back, -back);
    if (hit) point = hit->position;
  }
  bones.take(landmark, point,
             "measured: back of the occipital bone 28 mm (scaled) beside the external occipital protuberance");
}

/// The middle of the bony ear canal's opening: rays from the side go deeper there than around it.
std::optional<glm::vec3> ear_opening(const geometry::TriangleMesh& temporal, const glm::vec3& mastoid, Side side,
                                     float scale) {
  const geometry::SurfaceQuery query({&temporal});
  struct Probe {
    float y, z;
    std::optional<float> x;
  };
  std::vector<Probe> probes;
  std::vector<float> depths;
  // The opening lies in front of and above the mastoid's tip; the window is generous.
  for (float y = -30.0F; y <= -2.0F; y += 1.5F) {
    for (float z = 14.0F; z <= 38.0F; z += 1.5F) {
      const glm::vec3 aim = mastoid + scale * glm::vec3(0.0F, y, z);
      const auto hit = query.first_hit(aim + 80.0F * outward(side), -outward(side));
      Probe probe{aim.y, aim.z, {}};
      if (hit) {
        probe.x = hit->position.x;
        depths.push_back(sign_of(side) * hit->position.x);
      }
      probes.push_back(probe);
    }
  }
  if (depths.size() < 20) return std::nullopt;
  const auto middle = depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 2);
  std::nth_element(depths.begin(), middle, depths.end());
  const float rim = *middle;
  glm::vec3 sum(0.0F);
  float count = 0.0F;
  for (const Probe& probe : probes) {
    // Deeper than 8 mm behind the usual surface, but within the bone: open air around it has no hit.
    if (!probe.x || rim - sign_of(side) * *probe.x < 8.0F * scale) continue;
    sum += glm::vec3(sign_of(side) * rim, probe.y, probe.z);
    count += 1.0F;
  }
  if (count < 4.0F) return std::nullopt;
  return sum / count;
}

void measure_side_of_head(LandmarkBones& bones, Side side) {
  const std::string temporal_id = with_side("skull-temporal", side);
  const std::string mastoid_id = sided("mastoid", side);
  const auto* temporal = bones.mesh(temporal_id, mastoid_id);
  std::optional<glm::vec3> mastoid;
  if (temporal) {
    // Nearer to the midline, and in front of it, the styloid process reaches lower.
    const geometry::Bounds box = geometry::bounds_of(*temporal);
    const float front = box.low.y + 0.55F * (box.high.y - box.low.y);
    mastoid = farthest(*temporal, -up,
                       [&](const glm::vec3& p) { return p.y > front && bones.lateral(p, side) > 44.0F * bones.scale; });
  }
  bones.take(mastoid_id, mastoid,
             "measured: lowest point of the rear of " + temporal_id + ", over 44 mm (scaled) from the midline");

  const std::string ear_id = sided("ear-canal", side);
  const std::optional<glm::vec3> ear =
      temporal && mastoid ? ear_opening(*temporal, *mastoid, side, bones.scale) : std::nullopt;
  if (ear) {
    bones.take(ear_id, ear, "measured: middle of the bony ear opening of " + temporal_id);
  } else {
    bones.take_formula(ear_id, "off(mastoid:R, up=26, front=14)", side);
  }

  const std::string jaw_id = sided("angle-of-jaw", side);
  const auto* jaw = bones.mesh("mandible", jaw_id);
  bones.take(
      jaw_id,
      jaw ? farthest(*jaw, back - up, [&](const glm::vec3& p) { return bones.lateral(p, side) > 25.0F * bones.scale; })
          : std::nullopt,
      "measured: lower back corner of the mandible");
}

void measure_face(LandmarkBones& bones, Side side) {
  const std::string cheek_id = with_side("skull-zygomatic", side);
  const std::string orbit_id = sided("orbit-outer", side);
  const auto* cheek = bones.mesh(cheek_id, orbit_id);
  std::optional<glm::vec3> rim;
  if (cheek) {
    // The frontal process ends in the suture above eye height; below it begins the arch.
    const float top = geometry::bounds_of(*cheek).high.z;
    rim = farthest(*cheek, outward(side), [&](const glm::vec3& p) {
      return p.z < top - 6.0F * bones.scale && p.z > top - 18.0F * bones.scale;
    });
  }
  bones.take(orbit_id, rim, "measured: most lateral point of " + cheek_id + " 6 to 18 mm (scaled) below its top");

  // Two finger-breadths (38 mm) behind the eye's outer corner and a little higher, on whichever bone lies there.
  const std::string temple_id = sided("temple", side);
  std::vector<const geometry::TriangleMesh*> skull;
  for (const std::string& id : {with_side("skull-temporal", side), with_side("skull-parietal", side),
                                std::string("skull-frontal"), std::string("skull-sphenoid")}) {
    if (const auto* mesh = bones.mesh(id)) skull.push_back(mesh);
  }
  const glm::vec3* corner = bones.at(orbit_id);
  std::optional<glm::vec3> temple;
  if (corner && !skull.empty()) {
    const glm::vec3 aim = *corner + bones.scale * glm::vec3(0.0F, 38.0F, 12.0F);
    const geometry::SurfaceQuery query(skull);
    const auto hit = query.first_hit(aim + 100.0F * outward(side), -outward(side));
    if (hit && bones.lateral(hit->position, side) > 0.0F) temple = hit->position;
    if (!temple) {
      if (const auto nearest = query.closest(aim)) temple = nearest->position;  // a gap between two bones
    }
  }
  bones.take(temple_id, temple, "measured: side of the skull 38 mm behind and 12 mm above " + orbit_id + " (scaled)");
}

}  // namespace

void measure_head(LandmarkBones& bones) {
  measure_midline(bones);
  for (const Side side : both_sides) {
    measure_back_of_head(bones, side);
    measure_side_of_head(bones, side);
    measure_face(bones, side);
  }
}

}  // namespace dorsum::body
