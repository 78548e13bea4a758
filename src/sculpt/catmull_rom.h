#pragma once
// Uniform Catmull-Rom interpolation of a row of values; the ends continue straight on.

#include <cstddef>

namespace dorsum::sculpt {

/// The value at `t` (0 to 1) of the way from item `span` to `span + 1` of `count` items; `item(k)` gives item k.
template <class Item>
auto catmull_rom(std::size_t count, std::size_t span, float t, Item item) {
  const auto p1 = item(span);
  const auto p2 = item(span + 1);
  const auto p0 = span > 0 ? item(span - 1) : p1 + (p1 - p2);
  const auto p3 = span + 2 < count ? item(span + 2) : p2 + (p2 - p1);
  return p1 + 0.5F * t * ((p2 - p0) + t * ((2.0F * p0 - 5.0F * p1 + 4.0F * p2 - p3) + t * (3.0F * (p1 - p2) + p3 - p0)));
}

/// The derivative of the above by `t`.
template <class Item>
auto catmull_rom_slope(std::size_t count, std::size_t span, float t, Item item) {
  const auto p1 = item(span);
  const auto p2 = item(span + 1);
  const auto p0 = span > 0 ? item(span - 1) : p1 + (p1 - p2);
  const auto p3 = span + 2 < count ? item(span + 2) : p2 + (p2 - p1);
  return 0.5F * ((p2 - p0) + t * (2.0F * (2.0F * p0 - 5.0F * p1 + 4.0F * p2 - p3) + 3.0F * t * (3.0F * (p1 - p2) + p3 - p0)));
}

}  // namespace dorsum::sculpt
