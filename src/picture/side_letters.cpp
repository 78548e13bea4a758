#include "side_letters.h"

#include <cmath>

namespace dorsum::picture {
namespace {

constexpr float size = 1.7F, from_edge = 1.5F;  // ems
constexpr float least_across = 0.26F;  // of the way from one side to the other that must lie in the picture: 15 degrees

}  // namespace

std::vector<drawing::Label> side_letters(const PicturePlane& plane, const drawing::LabelStyle& style, const words::Catalogue& words) {
  const auto width = static_cast<float>(plane.viewport.width), height = static_cast<float>(plane.viewport.height);
  const float edge = from_edge * style.em;
  const auto letter = [&](const char* text, glm::vec2 at) {
    drawing::Label label;
    drawing::LabelLine& line = label.lines.emplace_back();
    line.text = text;
    label.place = label.anchor = at;
    label.structure = drawing::Label::of_none;
    label.size = size;
    return label;
  };
  const glm::vec2 left(plane.right().x, plane.up().x);  // where the body's left lies in the picture, y up
  if (std::hypot(left.x, left.y) < least_across) {
    const bool left_faces = plane.camera.view[0][2] > 0.0F;
    drawing::Label label = letter(left_faces ? words.say("left side") : words.say("right side"), {width * 0.5F, edge});
    label.size = 1.0F / 0.86F;
    return {label};
  }
  const char* const l = words.say_in("the left, one letter", "L");
  const char* const r = words.say_in("the right, one letter", "R");
  if (std::abs(left.x) >= std::abs(left.y)) {
    const bool left_is_left = left.x < 0.0F;
    return {letter(left_is_left ? l : r, {edge, edge}), letter(left_is_left ? r : l, {width - edge, edge})};
  }
  const bool left_is_up = left.y > 0.0F;
  return {letter(left_is_up ? l : r, {width * 0.5F, edge}), letter(left_is_up ? r : l, {width * 0.5F, height - edge})};
}

}  // namespace dorsum::picture
