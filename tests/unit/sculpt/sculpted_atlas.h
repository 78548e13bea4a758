#pragma once
// The built-in atlas from the recipes as they stand, sculpted once for all tests of the program: it takes most of their time.

#include <vector>

#include "dorsum/sculpt/sculptor.h"

namespace dorsum::test {

[[nodiscard]] const std::vector<sculpt::Sculpted>& sculpted_atlas();

}  // namespace dorsum::test
