#include "content_hash.h"

#include <fmt/format.h>

namespace dorsum::io {

void ContentHash::add(std::string_view bytes) {
  for (const char byte : bytes) {
    value_ ^= static_cast<unsigned char>(byte);
    value_ *= 1099511628211ULL;
  }
}

std::string ContentHash::text() const { return fmt::format("{:016x}", value_); }

}  // namespace dorsum::io
