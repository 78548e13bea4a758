#pragma once
// What both kinds of context do once they are current.

#include <string>
#include <vector>

#include "dorsum/gl/context.h"

namespace dorsum::gl {

/// Whether contexts should be debug contexts: in debug builds, and when DORSUM_GL_DEBUG is 1.
[[nodiscard]] bool debug_wanted();

/// What the driver says of itself.
[[nodiscard]] Driver describe_driver();

/// Sends the driver's error messages to `log`, which must outlive the context, where it has GL_KHR_debug.
void watch_errors(DebugLog& log);

}  // namespace dorsum::gl
