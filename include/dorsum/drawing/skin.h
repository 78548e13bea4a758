#pragma once
// The opening in the skin, and the strip of cut skin and fat around it.

#include <cmath>
#include <glm/vec3.hpp>
#include <limits>

namespace dorsum::drawing {

inline constexpr float skin_thickness = 2.2F;  ///< mm; dermis of the back: 1.5 to 4 (Southwood, Plast Reconstr Surg 1955)
inline constexpr float fat_thickness = 9.0F;   ///< mm below the skin where it is cut; differs much between people
inline constexpr float opened_thickness = skin_thickness + fat_thickness + 4.0F;  ///< mm below open skin that a section shows gone

/// Per side: skin is gone where its window distance (Scene::skin_scalars w) exceeds this, in mm. Infinity: closed; 0:
/// open up to the authored edge; -infinity: all off.
struct SkinOpening {
  float left = std::numeric_limits<float>::infinity();
  float right = std::numeric_limits<float>::infinity();
  friend bool operator==(const SkinOpening&, const SkinOpening&) = default;
  [[nodiscard]] bool closed() const { return std::isinf(left) && left > 0.0F && std::isinf(right) && right > 0.0F; }
  [[nodiscard]] bool all_off() const { return std::isinf(left) && left < 0.0F && std::isinf(right) && right < 0.0F; }
};

/// A corner of the strip of cut skin and fat around the window: triangles in threes.
struct RimVertex {
  glm::vec3 position{0.0F};  ///< mm
  glm::vec3 normal{0.0F};    ///< unit
  float depth = 0.0F;        ///< mm below the skin's surface
};

}  // namespace dorsum::drawing
