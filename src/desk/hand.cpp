#include "dorsum/desk/hand.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

#include "dorsum/picture/camera.h"

namespace dorsum::desk {
namespace {
constexpr float click_reach = 5.0F;         ///< pixels a click may tremble
constexpr double double_click_time = 0.4;   ///< seconds
constexpr float zoom_per_notch = 1.15F;
constexpr float pixels_per_notch = 32.0F;   ///< of the drag that a notch stands for
}  // namespace

void Hand::press(MouseButton button, glm::vec2 at, bool shift) {
  if (holding()) return;  // a second button while the first is held changes nothing
  drag_ = button == MouseButton::left && !shift ? Drag::orbit : Drag::pan;
  down_ = true;
  held_ = button;
  moved_ = false;
  pressed_at_ = last_ = at;
  travelled_ = glm::vec2(0.0F);
}

void Hand::move(glm::vec2 at) {
  if (!holding()) return;
  if (!moved_ && glm::distance(at, pressed_at_) <= click_reach) return;
  moved_ = true;
  travelled_ += at - last_;
  last_ = at;
}

std::optional<Hand::Click> Hand::release(MouseButton button, glm::vec2 at, double time) {
  if (!holding() || button != held_) return std::nullopt;
  const bool click = drag_ == Drag::orbit && !moved_;
  down_ = false;
  if (!click) return std::nullopt;
  const bool twice = time - last_click_ < double_click_time && glm::distance(at, last_click_at_) <= click_reach;
  last_click_ = twice ? -1.0 : time;
  last_click_at_ = at;
  return Click{at, twice};
}

void Hand::scroll(glm::vec2 notches, glm::vec2 at, bool shift) {
  if (shift) {
    swiped_ += notches * pixels_per_notch;
  } else {
    notches_ += notches.y;
    turned_.x += notches.x * pixels_per_notch;
  }
  scrolled_at_ = at;
}

std::optional<state::Command> Hand::take_drag(const state::Camera& camera, drawing::Viewport viewport) {
  const glm::vec2 travelled = std::exchange(travelled_, glm::vec2(0.0F));
  if (travelled == glm::vec2(0.0F)) return std::nullopt;
  return drag_ == Drag::orbit ? picture::orbit_by(camera, travelled, viewport) : picture::pan_by(camera, travelled, viewport);
}

std::optional<state::Command> Hand::take_zoom(const state::Camera& camera, drawing::Viewport viewport) {
  const float notches = std::exchange(notches_, 0.0F);
  if (notches == 0.0F) return std::nullopt;
  return picture::zoom_at(camera, std::pow(zoom_per_notch, notches), scrolled_at_, viewport);
}

std::optional<state::Command> Hand::take_swipe(const state::Camera& camera, drawing::Viewport viewport) {
  const glm::vec2 turned = std::exchange(turned_, glm::vec2(0.0F)), swiped = std::exchange(swiped_, glm::vec2(0.0F));
  if (swiped != glm::vec2(0.0F)) return picture::pan_by(camera, swiped, viewport);
  if (turned != glm::vec2(0.0F)) return picture::orbit_by(camera, turned, viewport);
  return std::nullopt;
}

}  // namespace dorsum::desk
