#include "dorsum/core/progress.h"

namespace dorsum {

Progress silent_progress() {
  return [](std::string_view, float) { return true; };
}

}  // namespace dorsum
