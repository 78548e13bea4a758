#pragma once
// What long work returns when its Progress asked it to stop.

#include "dorsum/core/result.h"

namespace dorsum::io {

[[nodiscard]] inline Failure stopped() { return bad_input({}, "stopped"); }

}  // namespace dorsum::io
