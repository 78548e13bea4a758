#pragma once
// The edge of a flat bone as the pack has it.

#include <vector>

#include "dorsum/massage/ground.h"

namespace dorsum::massage {

/// Places along a bone's edge between two places near it, `beside` mm off the bone, about 8 mm apart; both ends are beside
/// the places given. `outward`: roughly the way from the bone over its edge, in the plane of the back.
[[nodiscard]] std::vector<glm::vec3> along_border(const geometry::TriangleMesh& bone, glm::vec3 from, glm::vec3 to, glm::vec3 outward, float beside);

}  // namespace dorsum::massage
