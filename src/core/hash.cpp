#include "dorsum/core/hash.h"

#include <fmt/format.h>

namespace dorsum {

std::string hexadecimal(const Hash& hash) { return fmt::format("{:016x}", hash.value()); }

}  // namespace dorsum
