#include "dorsum/core/result.h"

namespace dorsum {

Saying Error::saying() const {
  // Points and brackets alone are no text of the catalogue, so that its pseudo-language shows what stands within.
  const std::string text = std::string(where.empty() ? "{reason}" : "{where}: {reason}") + (remedy.empty() ? "" : " ({remedy})");
  return {text, {{"where", where}, {"reason", reason}, {"remedy", remedy}}};
}

}  // namespace dorsum
