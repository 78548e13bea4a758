#include "skin_hand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

#include "skin_relief.h"
#include "solids_reader.h"

namespace dorsum::sculpt {
namespace {

constexpr float joint_edge = 2.0F;  // mm, of the mesh at joints
constexpr float nail_edge = 1.0F;   // and at nails

struct Ray {
  std::vector<glm::vec3> joints;
  std::vector<float> radii;
  glm::vec3 across{1.0F, 0.0F, 0.0F};  // unit, the axis about which the ray bends

  [[nodiscard]] std::size_t tip() const { return joints.size() - 1; }
  [[nodiscard]] glm::vec3 way(std::size_t segment) const {
    return glm::normalize(joints[segment + 1] - joints[segment]);
  }
  /// Toward the back of the hand, square to a segment.
  [[nodiscard]] glm::vec3 back(std::size_t segment) const { return glm::normalize(glm::cross(way(segment), across)); }
};

/// A place on a ray with its axes, and what the skin does there.
struct Mark {
  enum class Kind { nail, knuckle, back_crease, palm_crease, tendon } kind = Kind::nail;
  glm::vec3 centre{0.0F}, along{0.0F}, across{0.0F}, up{0.0F};
  float radius = 1.0F, half_length = 1.0F;

  [[nodiscard]] float rise_at(glm::vec3 p) const {
    const glm::vec3 from = p - centre;
    const float reach = half_length + 2.5F * radius;
    if (glm::dot(from, from) > reach * reach) return 0.0F;
    const float u = glm::dot(from, along), v = glm::dot(from, across), height = glm::dot(from, up);
    const float above = glm::smoothstep(-0.1F * radius, 0.5F * radius, height);
    switch (kind) {
      case Kind::nail:
        return above * nail(u, v);
      case Kind::knuckle:
        return 1.9F * above * bell(std::hypot(u, v), 0.75F * radius);
      case Kind::tendon:
        return 0.8F * above * bell(v, 2.6F) * (1.0F - glm::smoothstep(0.5F * half_length, half_length, std::abs(u)));
      case Kind::back_crease: {
        float furrows = 0.0F;
        for (const float at : {-2.6F, 0.0F, 2.6F}) furrows += bell(u - at - 0.03F * v * v * at, 0.75F);
        return -0.35F * above * furrows * bell(v, 0.75F * radius) +
               0.35F * above * bell(u, 0.7F * radius) * bell(v, radius);
      }
      case Kind::palm_crease:
        return -0.5F * glm::smoothstep(-0.2F * radius, 0.6F * radius, height) * bell(u, 1.0F) * bell(v, 1.1F * radius);
    }
    return 0.0F;
  }

  /// A plate, flat along and curved across, in a fold that is open toward the tip.
  [[nodiscard]] float nail(float u, float v) const {
    const float x = std::abs(u) / half_length, y = std::abs(v) / (0.72F * radius);
    const float q = std::cbrt(x * x * x + y * y * y);  // 1 on the plate's rim
    const float toward_tip = glm::smoothstep(0.2F * half_length, 0.9F * half_length, u);
    const float plate = (0.1F + 0.5F * toward_tip) * (1.0F - glm::smoothstep(0.88F, 1.0F, q));
    const float groove = -0.55F * bell(q - 1.0F, 0.09F);
    const float fold = 0.5F * (1.0F - toward_tip) * bell(q - 1.25F, 0.16F);
    return plate + groove + fold;
  }
};

Ray read_ray(const JsonReader& figures) {
  figures.only({"joints", "back"});
  Ray ray;
  const JsonReader joints = figures.field("joints");
  if (joints.ok() && joints.size() < 4) joints.fail("a ray has four joints or more, from the wrist to the tip");
  for (std::size_t i = 0; i < joints.size() && joints.ok(); ++i) {
    const std::vector<double> n = joints.at(i).numbers();
    if (joints.ok() && (n.size() != 4 || n[3] <= 0.0))
      joints.at(i).fail("expected [lateral, posterior, height, radius]");
    if (!joints.ok()) break;
    ray.joints.emplace_back(n[0], n[1], n[2]);
    ray.radii.push_back(static_cast<float>(n[3]));
    if (i > 0 && glm::distance(ray.joints[i], ray.joints[i - 1]) < 1.0F)
      joints.at(i).fail("this joint lies on the one before it");
  }
  if (!figures.ok()) return ray;
  const std::size_t last = ray.tip();
  // Bent toward the palm, the turn from the first segment to the last is about the axis across.
  const glm::vec3 axis = figures.has("back") ? glm::cross(figures.field("back").vec3(), ray.way(last - 1))
                                             : glm::cross(ray.way(1), ray.way(last - 1));
  if (glm::length(axis) < 0.05F)
    figures.fail("this ray is too straight to show its back", "give its \"back\"");
  else
    ray.across = glm::normalize(axis);
  return ray;
}

/// The finger from its knuckle on: slightly thicker at joints, with the flesh on the palm's side between them.
Solid finger(const Ray& ray, std::size_t from) {
  std::vector<Station> stations;
  for (std::size_t i = from; i <= ray.tip(); ++i) {
    const float r = ray.radii[i];
    const bool tip = i == ray.tip();
    stations.push_back({ray.joints[i], tip ? r : 1.03F * r, tip ? 0.82F * r : 0.98F * r, 0.0F});
    if (tip) break;
    const bool pulp = i + 1 == ray.tip();
    const float mid = 0.5F * (r + ray.radii[i + 1]);
    const glm::vec3 middle = glm::mix(ray.joints[i], ray.joints[i + 1], pulp ? 0.55F : 0.5F);
    stations.push_back({middle - (pulp ? 0.07F : 0.05F) * mid * ray.back(i), 0.96F * mid, 0.95F * mid, 0.0F});
  }
  return tube(stations, ray.across);
}

/// The ray's share of the palm: from the wrist to where the fingers part, a third along the first phalanx.
Solid palm(const Ray& ray) {
  const float base = ray.radii[0], knuckle = ray.radii[1];
  const glm::vec3 web = glm::mix(ray.joints[1], ray.joints[2], 0.3F);
  return tube({{ray.joints[0], 1.1F * base, base, 0.0F},
               {ray.joints[1], 1.05F * knuckle, 0.98F * knuckle, 0.0F},
               {web - 0.12F * knuckle * ray.back(1), knuckle, 0.7F * knuckle, 0.0F}},
              ray.across);
}

void mark_ray(const Ray& ray, bool thumb, std::vector<Mark>& marks) {
  const std::size_t tip = ray.tip();
  const auto mark = [&](Mark::Kind kind, glm::vec3 centre, std::size_t segment, float radius, float half_length,
                        float side) {
    marks.push_back({kind, centre, ray.way(segment), ray.across, side * ray.back(segment), radius, half_length});
  };
  for (std::size_t i = 2; i < tip; ++i) {
    mark(Mark::Kind::back_crease, ray.joints[i], i - 1, ray.radii[i], 0.0F, 1.0F);
    mark(Mark::Kind::palm_crease, ray.joints[i], i - 1, ray.radii[i], 0.0F, -1.0F);
  }
  if (!thumb) {
    mark(Mark::Kind::knuckle, ray.joints[1], 0, ray.radii[1], 0.0F, 1.0F);
    mark(Mark::Kind::palm_crease, glm::mix(ray.joints[1], ray.joints[2], 0.5F), 1, ray.radii[2], 0.0F, -1.0F);
    const float half = 0.45F * glm::distance(ray.joints[0], ray.joints[1]);
    mark(Mark::Kind::tendon, glm::mix(ray.joints[0], ray.joints[1], 0.55F), 0, ray.radii[1], half, 1.0F);
  }
  const float length = glm::distance(ray.joints[tip - 1], ray.joints[tip]) + ray.radii[tip];
  const float half = 0.235F * length;
  const glm::vec3 nail = ray.joints[tip - 1] + (0.88F * length - half) * ray.way(tip - 1);
  mark(Mark::Kind::nail, nail, tip - 1, ray.radii[tip], half, 1.0F);
}

}  // namespace

Hand read_hand(const JsonReader& figures) {
  figures.only({"about", "rays", "parts", "blend", "web", "relief"});
  const auto blend = static_cast<float>(figures.field("blend").number_in(0.0, 50.0));
  const auto web = static_cast<float>(figures.field("web").number_in(0.0, 50.0));
  std::vector<Part> palms, fingers;
  std::vector<Mark> marks;
  FrontalPlane plane;  // through the palm
  Hand hand;
  const JsonReader rays = figures.field("rays");
  for (const std::string& name : rays.keys()) {
    const Ray ray = read_ray(rays.field(name));
    if (!rays.ok()) return hand;
    const bool thumb = ray.joints.size() == 4;
    fingers.push_back({finger(ray, thumb ? 0 : 1), blend, false});
    if (!thumb) {
      palms.push_back({palm(ray), web, false});
      const glm::vec3 wrist = ray.joints[0], knuckle = ray.joints[1];
      plane = {wrist.z, wrist.y, (knuckle.y - wrist.y) / (knuckle.z - wrist.z)};
    }
    mark_ray(ray, thumb, marks);
  }
  const JsonReader parts = figures.field("parts");
  for (const std::string& name : parts.keys()) palms.push_back(read_part(parts.field(name), figures));
  const auto relief = read_relief(figures.field("relief"), plane);
  if (!figures.ok() || palms.empty()) return hand;

  palms.insert(palms.end(), fingers.begin(), fingers.end());
  const Solid flesh = joined(std::move(palms));
  for (const Mark& mark : marks) {
    if (mark.kind == Mark::Kind::tendon || mark.kind == Mark::Kind::knuckle) continue;
    const bool nail = mark.kind == Mark::Kind::nail;
    hand.detail.push_back({mark.centre + (nail ? 0.8F * mark.radius : 0.0F) * mark.up,
                           glm::vec3(nail ? 1.05F : 1.1F) * mark.radius, nail ? nail_edge : joint_edge});
  }
  auto distance = [base = flesh.distance, marks = std::move(marks), relief](glm::vec3 p) {
    constexpr float reach = 15.0F;  // mm, more than anything rises
    float d = base(p);
    if (std::abs(d) > reach) return d;
    for (const Mark& mark : marks) d -= mark.rise_at(p);
    for (const Relief& line : relief) d -= line.rise_at(p);
    return d;
  };
  hand.solid = {distance, flesh.bounds};
  return hand;
}

}  // namespace dorsum::sculpt
