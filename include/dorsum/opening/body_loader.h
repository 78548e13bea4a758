#pragma once
// Opens a body beside what else goes on.

#include <memory>

#include "dorsum/body/body.h"
#include "dorsum/core/work.h"

namespace dorsum::opening {

using BodyLoader = Work<std::shared_ptr<const body::Body>>;

}  // namespace dorsum::opening
