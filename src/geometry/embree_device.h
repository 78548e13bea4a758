#pragma once

#include <embree3/rtcore.h>

namespace dorsum::geometry {

/// Embree with one instruction set on every processor. Left to choose it takes the newest there is, and each rounds
/// differently: the built-in atlas would be another on another machine. Null where there is not enough memory.
inline RTCDevice new_embree_device() { return rtcNewDevice("isa=sse2"); }

}  // namespace dorsum::geometry
