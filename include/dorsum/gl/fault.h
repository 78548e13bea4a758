#pragma once
// Troubles of graphics that tests call up where the machine can't be made to have them.

#include <string_view>

namespace dorsum::gl {

/// Whether the environment's DORSUM_FAULT names this trouble and it is due: "lost-context:40" is due at the 40th
/// question, once. Without that variable no trouble ever is. For one thread, the window's.
[[nodiscard]] bool fault_due(std::string_view name);

}  // namespace dorsum::gl
