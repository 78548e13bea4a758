#include "dorsum/body/landmark_rules.h"

#include "dorsum/core/assert.h"
#include "landmark_bones.h"

namespace dorsum::body {

MeasuredLandmarks measure_landmarks(const std::vector<atlas::Structure>& structures,
                                    const std::vector<geometry::TriangleMesh>& meshes) {
  assert(structures.size() == meshes.size());
  LandmarkBones bones(structures, meshes);
  measure_spine(bones);
  measure_pelvis(bones);
  measure_thorax(bones);
  measure_head(bones);
  measure_shoulder(bones);
  measure_arm(bones);
  measure_hand(bones);
  return std::move(bones.findings());
}

}  // namespace dorsum::body
