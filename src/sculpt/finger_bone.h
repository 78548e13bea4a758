#pragma once
// A metacarpal or a phalanx: a waisted shaft, a base that fits the bone before it, and a head, each as its kind has
// them.

#include <array>
#include <glm/vec3.hpp>

#include "implicit.h"

namespace dorsum::sculpt {

enum class FingerBoneKind {
  metacarpal,    ///< a square base and a ball for a head
  phalanx,       ///< a hollowed base and a roller of two condyles
  last_phalanx,  ///< a hollowed base and a flat tuft
};

struct FingerBone {
  /// Middles of base, shaft and head with half their widths there; the bone ends about as far beyond the outer two.
  std::array<glm::vec3, 3> middles{};
  std::array<float, 3> half_widths{};
  glm::vec3 dorsal{0.0F, 1.0F, 0.0F};  ///< where its back looks, roughly
  FingerBoneKind kind = FingerBoneKind::phalanx;
};

[[nodiscard]] Solid finger_bone(const FingerBone& bone);

}  // namespace dorsum::sculpt
