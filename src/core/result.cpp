#include "dorsum/core/result.h"

namespace dorsum {

std::string Error::message() const {
  std::string line = where.empty() ? reason : where + ": " + reason;
  if (!remedy.empty()) line += " (" + remedy + ")";
  return line;
}

}  // namespace dorsum
