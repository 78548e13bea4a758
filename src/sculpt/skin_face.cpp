#include "skin_face.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/vec2.hpp>

#include "skin_relief.h"

namespace dorsum::sculpt {
namespace {

constexpr float face_front = -140.0F;  // mm posterior; behind it no face

}  // namespace

float ClosedEye::rise_at(glm::vec3 folded) const {
  if (folded.y > face_front) return 0.0F;
  const float across = (folded.x - inner) / (outer - inner);  // 0 and 1 at the corners
  if (across < -0.4F || across > 1.5F || std::abs(folded.z - inner_height) > 40.0F) return 0.0F;
  const float held = glm::clamp(across, 0.0F, 1.0F);
  // Lowest somewhat beyond the middle, as lids close.
  const float hang = 4.0F * held * (1.0F - held) * (0.85F + 0.3F * held);
  const float line = glm::mix(inner_height, outer_height, across) - sag * hang;
  const float s = folded.z - line;
  const float open = glm::smoothstep(-0.06F, 0.12F, across) * (1.0F - glm::smoothstep(0.92F, 1.1F, across));
  const float edges = open * (-1.2F * bell(s, 1.0F) + 0.6F * bell(s - 1.8F, 1.4F) + 0.35F * bell(s + 1.7F, 1.3F));
  // The upper lid's fold runs over the line and comes down to it at the corners; above it the brow's skin hangs over.
  const float arch = std::sqrt(std::max(0.0F, 1.0F - std::pow(std::abs(2.0F * across - 1.05F) / 1.25F, 3.0F)));
  const float t =
      folded.z - glm::mix(inner_height, outer_height, across) - crease * (arch - 0.35F) / 0.65F + 0.4F * sag;
  const float fold = glm::smoothstep(-0.15F, 0.15F, across) * (1.0F - glm::smoothstep(0.95F, 1.25F, across));
  const float upper = fold * (-0.55F * bell(t, 1.2F) + 0.6F * bell(t - 3.2F, 3.0F));
  // Below, the shallow furrow from the inner corner toward the cheek.
  const float below = s + 7.5F + 2.0F * held;
  const float lower =
      -0.7F * bell(below, 2.8F) * glm::smoothstep(-0.2F, 0.1F, across) * (1.0F - glm::smoothstep(0.5F, 1.0F, across));
  return edges + upper + lower;
}

float Lips::rise_at(glm::vec3 folded) const {
  if (folded.y > face_front) return 0.0F;
  const float u = folded.x / corner;
  if (u > 1.5F || std::abs(folded.z - height) > 3.0F * lower) return 0.0F;
  const float held = std::min(u, 1.0F);
  const float taper = 1.0F - held * held;
  // The line dips under the bow, rises beside it and falls a little to the corner.
  const float line = height - 0.9F * bell(u, 0.22F) + 0.5F * bell(u - 0.45F, 0.25F) - 0.6F * held * held;
  const float s = folded.z - line;
  const float bow = 1.0F - 0.16F * bell(u, 0.11F);
  const float upper_red = std::max(upper * bow * std::pow(taper, 0.8F), 0.6F);
  const float lower_red = std::max(lower * std::pow(taper, 0.65F), 0.6F);
  // Each lip rounds from the line to the border of the red, 1, and sinks into the skin beyond.
  const auto body = [](float q, float left, float beyond_border) {
    const float on_border = std::sqrt(1.0F - left);
    return q < 1.0F ? std::sqrt(std::max(0.0F, 1.0F - left * q * q)) : on_border * bell(q - 1.0F, beyond_border);
  };
  const float plump = std::sqrt(std::max(taper, 0.0F));
  const float above =
      upper_full * body(std::max(s, 0.0F) / upper_red, 0.75F, 0.45F) + 0.25F * bell(s - upper_red, 1.1F);
  const float under = lower_full * body(std::max(-s, 0.0F) / lower_red, 0.85F, 0.35F);
  const float rise = plump * glm::mix(under, above, glm::smoothstep(-1.5F, 1.5F, s));
  const float beyond = 1.0F - glm::smoothstep(0.85F, 1.2F, u);
  return rise * beyond - (1.8F - 0.5F * held) * beyond * bell(s, 1.4F);
}

ClosedEye read_eye(const JsonReader& figures) {
  figures.only({"corners", "sag", "crease"});
  ClosedEye eye;
  const glm::vec2 in = figures.field("corners").at(0).vec2(), out = figures.field("corners").at(1).vec2();
  if (figures.ok() && out.x <= in.x) figures.field("corners").fail("expected the inner corner, then the outer");
  eye.inner = in.x;
  eye.inner_height = in.y;
  eye.outer = out.x;
  eye.outer_height = out.y;
  eye.sag = static_cast<float>(figures.field("sag").number_in(0.0, 15.0));
  eye.crease = static_cast<float>(figures.field("crease").number_in(1.0, 20.0));
  return eye;
}

Lips read_lips(const JsonReader& figures) {
  figures.only({"corner", "upper", "lower"});
  const glm::vec2 corner = figures.field("corner").vec2();
  const glm::vec2 upper = figures.field("upper").vec2(), lower = figures.field("lower").vec2();
  if (figures.ok() && (corner.x <= 1.0F || upper.x <= 0.0F || lower.x <= 0.0F))
    figures.fail("expected figures over 0 mm");
  return {corner.x, corner.y, upper.x, lower.x, upper.y, lower.y};
}

}  // namespace dorsum::sculpt
