#pragma once
// What the names in a command stand for in a body; failures say the nearest known name.

#include "dorsum/state/command.h"

namespace dorsum::state {

/// Indices of the structures so named; never empty.
[[nodiscard]] Result<std::vector<std::size_t>> find_structures(const body::Body& body, std::string_view name);

/// Ids with side of the trigger points so named: one point, or all numbered points that a muscle, part, layer
/// or group hosts on that side; never empty.
[[nodiscard]] Result<std::vector<std::string>> find_triggers(const body::Body& body, std::string_view name);

/// Fails unless the content has a trigger point so named, without side.
[[nodiscard]] Result<void> check_point(const body::Body& body, std::string_view point);

/// Fails unless the region is one of the content's.
[[nodiscard]] Result<void> check_region(const body::Body& body, std::string_view region);

}  // namespace dorsum::state
