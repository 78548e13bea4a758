#pragma once
// Where on a bone a slip of muscle is fixed, named as an anatomist would and found on the bone as it was sculpted,
// so that a slip reaches its bone whatever shape that is given:
//
//   "rib-6": -94                      on the rib's back, at that x in mm
//   "vertebra-T4": "transverse process", "spinous process" or "articular process"   its tip, or
//                  "side of the spinous process"   8 mm in front of the tip
//   "skull-temporal": [x, y, z]       a point in mm

#include <glm/vec3.hpp>
#include <string>

#include "dorsum/core/json_reader.h"
#include "form.h"

namespace dorsum::sculpt {

/// `bone` is an id without its side; of a pair the right one is taken. Trouble goes to the reader.
[[nodiscard]] glm::vec3 read_bone_place(const std::string& bone, const JsonReader& place, const Deeper& deeper);

}  // namespace dorsum::sculpt
