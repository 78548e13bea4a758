#pragma once
// Long work says how far it is; whoever started it decides what to show (a bar, a window, nothing).

#include <functional>
#include <string_view>

namespace dorsum {

/// Called with what is being done and how much of the whole is done, 0 to 1. May be called from the
/// thread that does the work. Return false to ask the work to stop.
using Progress = std::function<bool(std::string_view what, float done)>;

/// The same progress, shown as the part from `low` to `high` of a longer whole, which must outlive it.
[[nodiscard]] Progress part_of(const Progress& whole, float low, float high);

/// A Progress that shows nothing and never stops the work.
[[nodiscard]] Progress silent_progress();

}  // namespace dorsum
