#include "bone_place.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <glm/geometric.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "dorsum/core/side.h"
#include "rib_course.h"

namespace dorsum::sculpt {
namespace {

using Height = std::function<float(glm::vec3)>;
constexpr float nowhere = -std::numeric_limits<float>::infinity();

/// The vertex that lies farthest by `height`.
glm::vec3 farthest(const geometry::TriangleMesh& mesh, const Height& height) {
  return *std::max_element(mesh.positions.begin(), mesh.positions.end(),
                           [&](glm::vec3 a, glm::vec3 b) { return height(a) < height(b); });
}

/// On a vertebra's right side, from its own midline.
glm::vec3 process(const geometry::TriangleMesh& vertebra, const std::string& name, const JsonReader& place) {
  const glm::vec3 spine = farthest(vertebra, [](glm::vec3 p) { return p.y; });
  if (name == "spinous process") return spine - glm::vec3(1.5F, 0.0F, 0.0F);
  if (name == "side of the spinous process") {
    const glm::vec3 side = spine + glm::vec3(-4.0F, -8.0F, 3.0F);
    return farthest(vertebra, [&](glm::vec3 p) { return -glm::distance(p, side); });
  }
  if (name == "transverse process") return farthest(vertebra, [](glm::vec3 p) { return -p.x; });
  if (name == "root of the spinous process" || name == "back of the transverse process") {
    const glm::vec3 tip = farthest(vertebra, [](glm::vec3 p) { return -p.x; });  // it stands as high as the arch
    const glm::vec3 root = farthest(vertebra, [&](glm::vec3 p) {
      const float aside = spine.x - p.x;
      return aside > 3.0F && aside < 9.0F && std::abs(p.z - tip.z) < 7.0F ? p.y : nowhere;
    });
    if (name == "root of the spinous process") return root;
    const glm::vec3 between = tip + 0.4F * (root - tip);
    return farthest(vertebra, [&](glm::vec3 p) { return -glm::distance(p, between); });
  }
  if (name == "articular process") {
    return farthest(vertebra, [&](glm::vec3 p) {
      const float aside = spine.x - p.x;
      return aside > 12.0F && aside < 26.0F ? p.y : nowhere;
    });
  }
  place.fail("\"" + name + "\"",
             "say spinous process, side or root of the spinous process, transverse process, back of it, or articular process");
  return {};
}

glm::vec3 on_rib(const std::string& bone, const std::string& name, const JsonReader& place, const Deeper& deeper) {
  constexpr float tubercle = 28.0F;  // mm from the head
  const auto course = RibCourse::of(std::stoi(bone.substr(bone.rfind('-') + 1)), deeper);
  if (course && name == "before the angle") return course->at(0.5F * (std::min(tubercle, course->angle()) + course->angle())).upper_outer;
  if (course && name == "at the angle") return course->at(course->angle()).upper_outer;
  place.fail("\"" + name + "\"", "say before the angle or at the angle, of a rib");
  return {};
}

}  // namespace

glm::vec3 read_bone_place(const std::string& bone, const JsonReader& place, const Deeper& deeper) {
  if (place.raw().is_array()) return place.vec3();
  auto found = deeper.find(with_side(bone, Side::right));
  if (found == deeper.end()) found = deeper.find(bone);
  if (found == deeper.end() || found->second.positions.empty()) {
    place.fail("no bone \"" + bone + "\" is sculpted", "correct the id, or add the bone's recipe");
    return {};
  }
  const geometry::TriangleMesh& mesh = found->second;
  if (place.raw().is_string() && bone.starts_with("rib-")) return on_rib(bone, place.text(), place, deeper);
  if (place.raw().is_string()) return process(mesh, place.text(), place);
  const auto x = static_cast<float>(place.number());
  if (!place.ok()) return {};
  const glm::vec3 back = farthest(mesh, [&](glm::vec3 p) { return std::abs(p.x - x) < 3.0F ? p.y : nowhere; });
  if (std::abs(back.x - x) >= 3.0F) place.fail("the bone does not reach that far", "give an x in mm that it has");
  return back;
}

}  // namespace dorsum::sculpt
