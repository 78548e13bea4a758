#include "dorsum/gl/fault.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace dorsum::gl {
namespace {

/// The trouble asked for, and how many questions are left until it is due.
struct Fault {
  std::string name;
  int left = 0;

  Fault() {
    const char* const asked = std::getenv("DORSUM_FAULT");
    if (asked == nullptr) return;
    const std::string_view text(asked);
    const std::size_t colon = std::min(text.find(':'), text.size());
    name = text.substr(0, colon);
    const std::string_view number = text.substr(std::min(colon + 1, text.size()));
    std::from_chars(number.data(), number.data() + number.size(), left);
  }
};

}  // namespace

bool fault_due(std::string_view name) {
  static Fault fault;
  return fault.left > 0 && fault.name == name && --fault.left == 0;
}

}  // namespace dorsum::gl
