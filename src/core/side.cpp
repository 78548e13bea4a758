#include "dorsum/core/side.h"

namespace dorsum {

Side side_of(std::string_view id) {
  if (id.size() < 2) return Side::midline;
  const char separator = id[id.size() - 2];
  if (separator != '.' && separator != ':') return Side::midline;
  if (id.back() == 'L') return Side::left;
  if (id.back() == 'R') return Side::right;
  return Side::midline;
}

std::string without_side(std::string_view id) {
  if (side_of(id) != Side::midline) id.remove_suffix(2);
  return std::string(id);
}

std::string with_side(std::string_view base, Side side) {
  std::string id(base);
  if (side == Side::right) id += ".R";
  if (side == Side::left) id += ".L";
  return id;
}

std::string mirrored_id(std::string_view id) {
  std::string other(id);
  const Side side = side_of(id);
  if (side == Side::right) other.back() = 'L';
  if (side == Side::left) other.back() = 'R';
  return other;
}

}  // namespace dorsum
