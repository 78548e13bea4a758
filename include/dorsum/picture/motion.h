#pragma once
// How the picture goes from one state to the next: the camera flies, layers leave and come back, arcs grow. Times are
// in seconds of any steady clock. Knows no window: what it shows at a moment depends on what it was told alone.

#include <map>
#include <string>

#include "dorsum/picture/scene.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

inline constexpr double flight_time = 0.4;   ///< of the camera
inline constexpr double leaving_time = 0.45;  ///< of layers that leave, return or are drawn apart
inline constexpr double growing_time = 0.6, fading_time = 0.5;   ///< of an arc
inline constexpr float flow_speed = 22.0F;    ///< mm a second, of the arrows along fibres

/// The camera part of the way from one to another, 0 to 1. It turns the shorter way round the body's upright axis and
/// never rolls: the body's up stays up. Distances change by equal factors in equal times.
[[nodiscard]] state::Camera camera_between(const state::Camera& from, const state::Camera& to, float part);

class Motion {
 public:
  explicit Motion(state::State first) : from_(first), to_(std::move(first)) {}

  /// The state has changed. What the hand moves itself (a drag, a slider) is `by_hand` and followed at once. A
  /// motion that is under way is taken over from where it is. Nothing moves in a state of reduced motion.
  void go_to(const state::State& state, double now, bool by_hand);

  /// What to show. The same as the state last told once nothing moves.
  [[nodiscard]] state::State shown(double now) const;
  [[nodiscard]] Moment moment(double now) const;

  /// Something is on its way and will arrive.
  [[nodiscard]] bool on_the_way(double now) const;
  /// Something moves and will go on until a command stops it.
  [[nodiscard]] bool flows() const;

 private:
  state::State from_, to_;
  double flight_began_ = -1e9, leaving_began_ = -1e9;
  std::map<std::string, double> arc_began_;
};

}  // namespace dorsum::picture
