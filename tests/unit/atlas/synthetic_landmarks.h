#pragma once
// A full landmark set that is symmetric about x = 0, for tests of formulas. No real body: every landmark
// gets a point of its own, right ones at negative X.

#include "dorsum/atlas/landmarks.h"

namespace dorsum::atlas::test {

inline Landmarks synthetic_landmarks() {
  Landmarks landmarks;
  float n = 0.0F;
  for (const std::string& id : landmark_vocabulary()) {
    if (side_of(id) == Side::left) continue;
    n += 1.0F;
    const bool paired = side_of(id) == Side::right;
    const glm::vec3 p(paired ? -20.0F - n : 0.0F, 3.0F * n - 200.0F, 800.0F + 5.0F * n);
    landmarks[id] = {p, "synthetic"};
    if (paired) landmarks[mirrored_id(id)] = {{-p.x, p.y, p.z}, "synthetic"};
  }
  return landmarks;
}

}  // namespace dorsum::atlas::test
