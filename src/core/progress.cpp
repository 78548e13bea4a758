#include "dorsum/core/progress.h"

#include <algorithm>

namespace dorsum {

Progress silent_progress() {
  return [](std::string_view, float) { return true; };
}

Progress part_of(const Progress& whole, float low, float high) {
  return [&whole, low, high](std::string_view what, float done) { return whole(what, low + (high - low) * std::clamp(done, 0.0F, 1.0F)); };
}

}  // namespace dorsum
