#include "marks.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "dorsum/sentences/landmarks.h"
#include "name_wishes.h"

namespace dorsum::picture {
namespace {

drawing::Stroke ring_about(glm::vec2 at, float em, glm::vec3 colour, float opacity) {
  constexpr int corners = 24;
  drawing::Stroke ring{{}, colour, 0.0F, true, drawing::Stroke::Of::mark};
  for (int i = 0; i <= corners; ++i) {
    const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / corners;
    ring.points.push_back({at + 0.45F * em * glm::vec2(std::cos(turn), std::sin(turn)), 0.12F * em, opacity});
  }
  return ring;
}

}  // namespace

MarksPicture marks_of(const state::State& state, const body::Body& body, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour, const words::Catalogue& words) {
  constexpr float clear = 4.0F;    // mm before the bone, towards the eye
  constexpr float through = 0.5F;  // of the ink, where something lies over it
  MarksPicture picture;
  for (const std::string& id : *state.marks) {
    const auto landmark = body.atlas().landmarks.find(id);
    if (landmark == body.atlas().landmarks.end()) continue;
    const auto bone = body.surfaces().closest(landmark->second.position);
    if (!bone) continue;
    const glm::vec3 place = plane.visibility.stance().place(body::Place{*bone, landmark->second.position});
    if (!plane.is_before_eye(place) || plane.visibility.within_cut(place) < 0.0F) continue;
    const glm::vec3 to_eye = glm::normalize(plane.camera.eye - place);
    const glm::vec2 at = plane.at(place);
    picture.rings.push_back(ring_about(at, style.em, colour, plane.is_hidden(place + clear * to_eye) ? through : 1.0F));
    const bool right = at.x > static_cast<float>(plane.viewport.width) * 0.5F;
    const glm::vec2 text = at + glm::vec2((right ? 1.6F : -1.6F) * style.em, 0.0F);
    const sentences::LandmarkName name = sentences::landmark_name(words, id);
    picture.names.push_back({right ? drawing::Label::Side::right : drawing::Label::Side::left, lines_of(state.names, name.plain, name.latin), text, at, bone->mesh, false});
  }
  return picture;
}

}  // namespace dorsum::picture
