// The hand: 27 bones in one mesh, told apart by size and place. Arms hang, palms face forward, so that the thumb
// is outermost.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <limits>

#include "dorsum/geometry/components.h"
#include "landmark_bones.h"

namespace dorsum::body {
namespace {

struct HandBone {
  std::vector<glm::vec3> points;
  glm::vec3 centre{0.0F};
  glm::vec3 near_end{0.0F}, far_end{0.0F};  // nearest to and farthest from the elbow
  float length = 0.0F;
};

HandBone hand_bone(const geometry::TriangleMesh& mesh, const std::vector<std::uint32_t>& vertices,
                   const glm::vec3& elbow) {
  HandBone bone;
  for (const std::uint32_t v : vertices) bone.points.push_back(mesh.positions[v]);
  for (const glm::vec3& p : bone.points) bone.centre += p / static_cast<float>(bone.points.size());
  // A metacarpal is longest between some two of its points; its centre's farthest point is one of them.
  const auto farthest_from = [&](const glm::vec3& from) {
    return *std::max_element(bone.points.begin(), bone.points.end(), [&](const glm::vec3& a, const glm::vec3& b) {
      return glm::distance(a, from) < glm::distance(b, from);
    });
  };
  bone.near_end = farthest_from(bone.centre);
  bone.far_end = farthest_from(bone.near_end);
  if (glm::distance(bone.near_end, elbow) > glm::distance(bone.far_end, elbow)) std::swap(bone.near_end, bone.far_end);
  bone.length = glm::distance(bone.near_end, bone.far_end);
  return bone;
}

float gap(const HandBone& a, const glm::vec3& point) {
  float least = std::numeric_limits<float>::infinity();
  for (const glm::vec3& p : a.points) least = std::min(least, glm::distance(p, point));
  return least;
}

/// Takes out of `rest` the bones that follow on a metacarpal, each the nearest that goes on from the last one's end.
std::vector<HandBone> ray_from(HandBone metacarpal, int phalanges, std::vector<HandBone>& rest) {
  std::vector<HandBone> ray{std::move(metacarpal)};
  for (int i = 0; i < phalanges; ++i) {
    const glm::vec3 end = ray.back().far_end;
    const glm::vec3 along = end - ray.back().near_end;
    std::size_t best = rest.size();
    float best_gap = std::numeric_limits<float>::infinity();
    for (std::size_t k = 0; k < rest.size(); ++k) {
      if (glm::dot(rest[k].centre - end, along) <= 0.0F) continue;
      const float here = gap(rest[k], end);
      if (here >= best_gap) continue;
      best_gap = here;
      best = k;
    }
    if (best == rest.size()) break;
    ray.push_back(std::move(rest[best]));
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return ray;
}

/// The head of a metacarpal on the back of the hand: the rearmost point of its last fifth.
glm::vec3 knuckle(const HandBone& metacarpal) {
  glm::vec3 best = metacarpal.far_end;
  for (const glm::vec3& p : metacarpal.points) {
    if (glm::distance(p, metacarpal.far_end) < 0.2F * metacarpal.length && p.y > best.y) best = p;
  }
  return best;
}

using Rays = std::array<std::vector<HandBone>, 5>;  // thumb first

/// The five rays, or nothing when the mesh is not a hand of 27 bones.
std::optional<Rays> rays_of(const geometry::TriangleMesh& hand, const glm::vec3& elbow, Side side) {
  std::vector<HandBone> pieces;
  for (const auto& component : geometry::components_of(hand)) {
    if (component.size() >= 8) pieces.push_back(hand_bone(hand, component, elbow));
  }
  if (pieces.size() != 27) return std::nullopt;
  // Metacarpals 2 to 5 are the four longest bones, 2 the outermost.
  std::sort(pieces.begin(), pieces.end(), [](const HandBone& a, const HandBone& b) { return a.length > b.length; });
  std::vector<HandBone> metacarpals(pieces.begin(), pieces.begin() + 4);
  pieces.erase(pieces.begin(), pieces.begin() + 4);
  std::sort(metacarpals.begin(), metacarpals.end(), [&](const HandBone& a, const HandBone& b) {
    return sign_of(side) * a.centre.x > sign_of(side) * b.centre.x;
  });
  Rays rays;
  for (std::size_t finger = 1; finger < 5; ++finger) rays[finger] = ray_from(metacarpals[finger - 1], 3, pieces);
  // Of what is left the thumb's metacarpal is the longest.
  HandBone thumb = std::move(pieces.front());
  pieces.erase(pieces.begin());
  rays[0] = ray_from(std::move(thumb), 2, pieces);
  const bool whole =
      rays[0].size() == 3 && std::all_of(rays.begin() + 1, rays.end(), [](const auto& ray) { return ray.size() == 4; });
  if (!whole) return std::nullopt;
  return rays;
}

}  // namespace

void measure_hand(LandmarkBones& bones) {
  for (const Side side : both_sides) {
    const std::string structure = with_side("hand", side);
    const auto* mesh = bones.mesh(structure);
    const glm::vec3* elbow = bones.at(sided("olecranon", side));
    std::optional<Rays> rays;
    if (mesh) {
      const glm::vec3 top = centre_of(*mesh) + 300.0F * up;
      rays = rays_of(*mesh, elbow ? *elbow : top, side);
    }
    const auto take = [&](const std::string& name, std::size_t ray, bool tip) {
      const std::string landmark = sided(name, side);
      if (!mesh) (void)bones.mesh(structure, landmark);
      std::optional<glm::vec3> point;
      if (rays) point = tip ? (*rays)[ray].back().far_end : knuckle((*rays)[ray].front());
      bones.take(landmark, point,
                 tip ? "measured: end of the last bone of ray " + std::to_string(ray + 1) + " of " + structure
                     : "measured: back of the head of metacarpal " + std::to_string(ray + 1) + " of " + structure);
    };
    take("tip-of-thumb", 0, true);
    take("tip-of-ring-finger", 3, true);
    take("tip-of-little-finger", 4, true);
    for (std::size_t ray = 1; ray < 5; ++ray) take(fmt::format("knuckle:{}", ray + 1), ray, false);
  }
}

}  // namespace dorsum::body
