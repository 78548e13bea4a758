#include "framing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <limits>
#include <map>
#include <utility>

#include "dorsum/geometry/plane_section.h"

namespace dorsum::state {
namespace {

using geometry::Bounds;

struct View {
  std::string_view name;
  float azimuth, elevation;
};
// Oblique: far enough round that the flank shows, near enough to behind that both shoulder blades do.
constexpr std::array<View, 10> views{{{"posterior", 0.0F, 0.0F},
                                     {"anterior", 180.0F, 0.0F},
                                     {"left", 90.0F, 0.0F},
                                     {"right", -90.0F, 0.0F},
                                     {"superior", 0.0F, steepest},
                                     {"oblique-left", 40.0F, 12.0F},
                                     {"oblique-right", -40.0F, 12.0F},
                                     {"upper-back", 0.0F, 0.0F},
                                     {"head", 0.0F, steepest},
                                     {"feet", 0.0F, -steepest}}};
/// Of a body that lies face down, from where people stand around the table.
constexpr std::array<View, 10> views_prone{{{"posterior", 0.0F, steepest},
                                           {"anterior", 0.0F, -steepest},
                                           {"left", 90.0F, 42.0F},
                                           {"right", -90.0F, 42.0F},
                                           {"superior", 180.0F, 35.0F},
                                           {"oblique-left", 45.0F, 42.0F},
                                           {"oblique-right", -45.0F, 42.0F},
                                           {"upper-back", 180.0F, 60.0F},
                                           {"head", 180.0F, 35.0F},
                                           {"feet", 0.0F, 35.0F}}};

constexpr float figure_margin = 1.06F;

std::optional<glm::vec3> landmark(const body::Body& body, std::string_view id) {
  const auto found = body.atlas().landmarks.find(id);
  if (found == body.atlas().landmarks.end()) return std::nullopt;
  return found->second.position;
}

/// Head to mid-thigh: the legs below carry nothing that this atlas shows. A body without these landmarks is
/// framed whole.
Bounds figure(const body::Body& body) {
  Bounds box = body.bounds();
  const auto hip = landmark(body, "greater-trochanter:R");
  const auto knee = landmark(body, "lateral-femoral-epicondyle:R");
  if (hip && knee) box.low.z = std::max(box.low.z, 0.5F * (hip->z + knee->z));
  return box;
}

/// The back from C7 to T12 between the shoulders.
Bounds upper_back(const body::Body& body) {
  const auto top = landmark(body, "spinous-process:C7");
  const auto bottom = landmark(body, "spinous-process:T12");
  const auto left = landmark(body, "acromion-tip:L");
  const auto right = landmark(body, "acromion-tip:R");
  if (!top || !bottom || !left || !right) return figure(body);
  Bounds box{glm::min(glm::min(*top, *bottom), glm::min(*left, *right)),
             glm::max(glm::max(*top, *bottom), glm::max(*left, *right))};
  return box;
}

/// The largest piece of what a transverse plane at this height cuts of the skin; the figure where it cuts none.
Bounds cut_trunk(const body::Body& body, float height) {
  if (!body.skin()) return figure(body);
  const auto outline = geometry::plane_section(body.mesh(*body.skin()), glm::vec4(0.0F, 0.0F, 1.0F, -height));
  std::map<std::pair<float, float>, std::pair<float, float>> next;  // outlines go round, segment by segment
  for (const auto& [from, to] : outline) next[{from.position.x, from.position.y}] = {to.position.x, to.position.y};
  std::optional<Bounds> largest;
  const auto size = [](const Bounds& box) { return (box.high.x - box.low.x) * (box.high.y - box.low.y); };
  while (!next.empty()) {
    const auto [x, y] = next.begin()->first;
    Bounds box{glm::vec3(x, y, height), glm::vec3(x, y, height)};
    for (auto at = next.begin(); at != next.end();) {
      const auto to = at->second;
      box.low = glm::min(box.low, glm::vec3(to.first, to.second, height));
      box.high = glm::max(box.high, glm::vec3(to.first, to.second, height));
      next.erase(at);
      at = next.find(to);
    }
    if (!largest || size(box) > size(*largest)) largest = box;
  }
  return largest.value_or(figure(body));
}

/// What a cut leaves of a box; where that is little, as large a piece of the whole as the box was, next to the cut. Of an
/// oblique cut, which leaves no box, the box.
Bounds kept_of(const Bounds& box, const Bounds& whole, const Section& section) {
  if (section.plane == Plane::oblique) return box;
  const int axis = section.plane == Plane::sagittal ? 0 : section.plane == Plane::frontal ? 1 : 2;
  constexpr float enough = 0.5F;  // of what it was
  const float size = box.high[axis] - box.low[axis];
  Bounds kept = box;
  kept.high[axis] = std::min(box.high[axis], section.at);
  if (kept.high[axis] - kept.low[axis] < enough * size) kept.low[axis] = std::max(whole.low[axis], kept.high[axis] - size);
  return kept.high[axis] > kept.low[axis] ? kept : box;
}

float wrapped(float degrees) {
  const float turned = std::remainder(degrees, 360.0F);  // -180 to 180
  return turned == -180.0F ? 180.0F : turned;
}

}  // namespace

PictureAxes axes_of(const Camera& camera) {
  const float azimuth = glm::radians(camera.azimuth);
  const float elevation = glm::radians(camera.elevation);
  // Azimuth 0 looks from behind (eye at +Y), 90 from the body's left (eye at +X).
  const glm::vec3 to_eye(std::sin(azimuth) * std::cos(elevation), std::cos(azimuth) * std::cos(elevation),
                         std::sin(elevation));
  const glm::vec3 right(-std::cos(azimuth), std::sin(azimuth), 0.0F);
  if (camera.prone) {
    // The room turned about the body's left-right axis: what was up is the head's way, what was behind is up.
    const auto lying = [](glm::vec3 v) { return glm::vec3(v.x, v.z, -v.y); };
    return {lying(right), lying(glm::cross(right, -to_eye)), lying(-to_eye)};
  }
  return {right, glm::cross(right, -to_eye), -to_eye};
}

Camera within_limits(Camera camera, const body::Stance& stance) {
  camera.azimuth = wrapped(camera.azimuth);
  camera.elevation = std::clamp(camera.elevation, -steepest, steepest);
  camera.distance = std::clamp(camera.distance, nearest_distance, furthest_distance);
  // Some of the body stays in the inner part of the picture.
  constexpr float inner_part = 0.7F;
  const float room = inner_part * camera.distance * std::tan(0.5F * glm::radians(camera.field_of_view));
  // What is leaving counts for nothing: it is gone soon, and each of it would be a search of its own.
  const auto stays = [&](std::size_t structure) { return stance.displacement(structure).lift == 0.0F; };
  const auto of = stance.at_rest() ? body::StandingSurfaces::Of() : stays;
  if (const auto nearest = stance.surfaces().closest(camera.target, std::numeric_limits<float>::infinity(), {}, of); nearest && nearest->distance > room)
    camera.target = glm::mix(nearest->position, camera.target, room / nearest->distance);
  return camera;
}

Camera framed(Camera camera, const Bounds& box, float margin) {
  camera.target = 0.5F * (box.low + box.high);
  const PictureAxes axes = axes_of(camera);
  const float slope = std::tan(0.5F * glm::radians(camera.field_of_view)) / margin;
  float distance = 0.0F;
  for (int corner = 0; corner < 8; ++corner) {
    const glm::vec3 at((corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y,
                       (corner & 4) != 0 ? box.high.z : box.low.z);
    const glm::vec3 offset = at - camera.target;
    const float aside = std::max(std::abs(glm::dot(offset, axes.right)), std::abs(glm::dot(offset, axes.up)));
    distance = std::max(distance, aside / slope - (camera.orthographic ? 0.0F : glm::dot(offset, axes.forward)));
  }
  camera.distance = std::clamp(distance, nearest_distance, furthest_distance);
  return camera;
}

std::optional<Camera> named_view(Camera camera, std::string_view name, const body::Body& body, const std::optional<Section>& section) {
  const auto& table = camera.prone ? views_prone : views;
  const auto view = std::find_if(table.begin(), table.end(), [&](const View& v) { return v.name == name; });
  if (view == table.end()) return std::nullopt;
  camera.azimuth = view->azimuth;
  camera.elevation = view->elevation;
  if (name == "superior" && section && section->plane == Plane::transverse) return framed(camera, cut_trunk(body, section->at), figure_margin);
  if (name != "upper-back") return framed(camera, figure(body), figure_margin);
  return framed(camera, section ? kept_of(upper_back(body), figure(body), *section) : upper_back(body), figure_margin);
}

Bounds bounds_of_structures(const body::Stance& stance, const std::vector<std::size_t>& structures) {
  std::optional<Bounds> whole;
  for (const std::size_t structure : structures) {
    if (stance.body().mesh(structure).positions.empty()) continue;
    const Bounds box = stance.bounds(structure);
    if (!whole) whole = box;
    whole->low = glm::min(whole->low, box.low);
    whole->high = glm::max(whole->high, box.high);
  }
  return whole.value_or(stance.bounds());
}

}  // namespace dorsum::state
