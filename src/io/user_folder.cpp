#include "dorsum/io/user_folder.h"

#include <cstdlib>

namespace dorsum::io {

std::filesystem::path user_folder(const char* variable, const std::filesystem::path& beneath) {
  namespace fs = std::filesystem;
  if (const char* const set = std::getenv(variable); set != nullptr && fs::path(set).is_absolute()) return fs::path(set) / "dorsum";
  if (const char* const home = std::getenv("HOME"); home != nullptr && fs::path(home).is_absolute()) return fs::path(home) / beneath / "dorsum";
  return {};
}

}  // namespace dorsum::io
