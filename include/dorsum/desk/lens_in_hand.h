#pragma once
// The lens that goes where the pointer goes while its key is held.

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dorsum::desk {

class LensInHand {
 public:
  void take() { held_ = true; }
  void let_go() { held_ = false; }
  [[nodiscard]] bool held() const { return held_; }

  /// Wider and narrower by turns of the wheel, in notches.
  void resize(float notches) { radius_ = std::clamp(radius_ * std::pow(1.12F, notches), 10.0F, 200.0F); }
  /// The digits 1 to 5 say how deep it opens; whether the key was one.
  [[nodiscard]] bool deepen(std::string_view chord) {
    if (chord.size() != 1 || chord.front() < '1' || chord.front() > '5') return false;
    depth_ = static_cast<float>(chord.front() - '0');
    return true;
  }

  [[nodiscard]] float radius() const { return radius_; }  ///< mm
  [[nodiscard]] float depth() const { return depth_; }    ///< 1 to 5

 private:
  bool held_ = false;
  float radius_ = 45.0F, depth_ = 5.0F;
};

}  // namespace dorsum::desk
