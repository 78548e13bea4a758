#pragma once
// Colours as they are written (sRGB, 0 to 255) and as light adds up (linear, 0 to 1).

#include <cmath>
#include <glm/vec3.hpp>

namespace dorsum {

/// By the display gamma of 2.2, which the picture's shaders use too.
[[nodiscard]] inline glm::vec3 linear_of_srgb(int red, int green, int blue) {
  const auto channel = [](int value) { return std::pow(static_cast<float>(value) / 255.0F, 2.2F); };
  return {channel(red), channel(green), channel(blue)};
}

}  // namespace dorsum
