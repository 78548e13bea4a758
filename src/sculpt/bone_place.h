#pragma once
// Where on a bone a slip of muscle is fixed, named as an anatomist would and found on the bone as it was sculpted,
// so that a slip reaches its bone whatever shape that is given:
//
//   "rib-6": -94                      on the rib's back, at that x in mm
//   "rib-6": "before the angle"       on the upper border, midway from the tubercle to the angle, or
//            "at the angle"           there, where the rib reaches farthest back
//   "vertebra-T4": "transverse process", "spinous process" or "articular process"   its tip, or
//                  "side of the spinous process"   8 mm in front of the tip
//                  "root of the spinous process"   on the arch beside it
//                  "back of the transverse process"   nearer to its tip than to that root
//   "skull-temporal": [x, y, z]       a point in mm

#include <glm/vec3.hpp>
#include <string>

#include "dorsum/core/json_reader.h"
#include "form.h"

namespace dorsum::sculpt {

/// `bone` is an id without its side; of a pair the right one is taken. Trouble goes to the reader.
[[nodiscard]] glm::vec3 read_bone_place(const std::string& bone, const JsonReader& place, const Deeper& deeper);

}  // namespace dorsum::sculpt
