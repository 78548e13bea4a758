// What tests/house/common_cpp.cmake must refuse, once each.
#include <algorithm>
#include <bit>
#include <charconv>
#include <future>

float uncommon(const std::vector<float>& values) {
  const auto waiting = std::async([] { return 1; });
  float value = static_cast<float>(std::bit_cast<int>(1.0F));
  std::from_chars("1", "2", value);
  const auto* largest = std::max_element(values.data(), values.data() + values.size());
  return std::ranges::any_of(values, [](float v) { return v > 0.0F; }) ? value : *largest;
}
