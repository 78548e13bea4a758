#include "skin_rim.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::picture {
namespace {

constexpr float skin_slope = 0.35F, fat_slope = 0.75F;  ///< mm inward for each mm down

/// The direction on the skin in which a scalar grows fastest, at each vertex: the mean of its triangles'.
std::vector<glm::vec3> gradients(const geometry::TriangleMesh& skin, const std::vector<float>& scalar) {
  std::vector<glm::vec3> at(skin.positions.size(), glm::vec3(0.0F));
  for (const geometry::Triangle& t : skin.triangles) {
    const glm::vec3 a = skin.positions[t[0]], b = skin.positions[t[1]], c = skin.positions[t[2]];
    const glm::vec3 area = glm::cross(b - a, c - a);
    const float doubled = glm::dot(area, area);
    if (doubled < 1e-12F) continue;
    const glm::vec3 gradient =
        glm::cross(area, scalar[t[0]] * (c - b) + scalar[t[1]] * (a - c) + scalar[t[2]] * (b - a)) / doubled;
    for (const std::uint32_t vertex : t) at[vertex] += gradient * std::sqrt(doubled);
  }
  return at;
}

/// A point of the edge, and the ways down and inward from it.
struct EdgePoint {
  glm::vec3 position{0.0F}, down{0.0F}, inward{0.0F};
};

class RimBuilder {
 public:
  RimBuilder(const body::Stance& stance, body::SkinWindow window, float midline)
      : skin_(stance.mesh(*stance.body().skin())), window_(stance.body().skin_window(window)), midline_(midline), inward_(gradients(skin_, window_)) {}

  /// The edge where `opened` passes zero, as far as `within` is positive: both change linearly over a triangle.
  template <class Opened, class Within>
  void follow(Opened&& opened, Within&& within, glm::vec3 across) {
    for (const geometry::Triangle& triangle : skin_.triangles) {
      std::array<EdgePoint, 2> ends;
      std::array<float, 2> inside{};
      std::size_t found = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        const std::uint32_t a = triangle[i], b = triangle[(i + 1) % 3];
        const float from = opened(a), to = opened(b);
        if ((from > 0.0F) == (to > 0.0F) || found == 2) continue;
        const float part = from / (from - to);
        ends[found] = between(a, b, part, across);
        inside[found++] = glm::mix(within(a), within(b), part);
      }
      if (found < 2 || (inside[0] <= 0.0F && inside[1] <= 0.0F)) continue;
      for (std::size_t i = 0; i < 2; ++i) {
        if (inside[i] <= 0.0F) ends[i] = between(ends[i], ends[1 - i], inside[i] / (inside[i] - inside[1 - i]));
      }
      add_strip(ends[0], ends[1]);
    }
  }

  [[nodiscard]] std::vector<drawing::RimVertex> take() { return std::move(rim_); }
  [[nodiscard]] float window(std::uint32_t vertex) const { return window_[vertex]; }
  [[nodiscard]] float past_midline(std::uint32_t vertex) const { return skin_.positions[vertex].x - midline_; }

 private:
  EdgePoint between(std::uint32_t a, std::uint32_t b, float part, glm::vec3 across) const {
    const glm::vec3 down = -glm::normalize(glm::mix(skin_.normals[a], skin_.normals[b], part));
    glm::vec3 inward = across == glm::vec3(0.0F) ? glm::mix(inward_[a], inward_[b], part) : across;
    inward -= down * glm::dot(inward, down);
    const float length = glm::length(inward);
    return {glm::mix(skin_.positions[a], skin_.positions[b], part), down, length > 1e-6F ? inward / length : glm::vec3(0.0F)};
  }
  static EdgePoint between(const EdgePoint& a, const EdgePoint& b, float part) {
    return {glm::mix(a.position, b.position, part), glm::normalize(glm::mix(a.down, b.down, part)), glm::mix(a.inward, b.inward, part)};
  }

  void add_strip(const EdgePoint& a, const EdgePoint& b) {
    struct Level {
      float depth, inward;
    };
    constexpr float skin_end = drawing::skin_thickness, fat_end = drawing::skin_thickness + drawing::fat_thickness;
    constexpr Level levels[] = {{0.0F, 0.0F},
                                {skin_end, skin_end * skin_slope},
                                {0.5F * (skin_end + fat_end), skin_end * skin_slope + 0.3F * drawing::fat_thickness * fat_slope},
                                {fat_end, skin_end * skin_slope + drawing::fat_thickness * fat_slope}};
    for (std::size_t i = 0; i + 1 < std::size(levels); ++i) {
      const Level &upper = levels[i], &lower = levels[i + 1];
      const float down = lower.depth - upper.depth, in = lower.inward - upper.inward;
      const auto corner = [&](const EdgePoint& p, const Level& level) {
        // The strip faces outward and into the window.
        const glm::vec3 normal = glm::normalize(-p.down * in + p.inward * down);
        return drawing::RimVertex{p.position + p.down * level.depth + p.inward * level.inward, normal, level.depth};
      };
      const drawing::RimVertex quad[] = {corner(a, upper), corner(b, upper), corner(b, lower), corner(a, lower)};
      for (const std::size_t k : {0U, 1U, 2U, 0U, 2U, 3U}) rim_.push_back(quad[k]);
    }
  }

  const geometry::TriangleMesh& skin_;
  const std::vector<float>& window_;
  float midline_;
  std::vector<glm::vec3> inward_;
  std::vector<drawing::RimVertex> rim_;
};

}  // namespace

std::vector<drawing::RimVertex> skin_rim(const body::Stance& stance, body::SkinWindow window, const drawing::SkinOpening& opening,
                                          float midline) {
  const body::Body& body = stance.body();
  const geometry::TriangleMesh& skin = stance.mesh(*body.skin());
  if (body.skin_window(window).size() != skin.positions.size() || skin.normals.size() != skin.positions.size()) return {};
  RimBuilder rim(stance, window, midline);
  const auto finite = [](float edge) { return std::clamp(edge, -1.0e5F, 1.0e5F); };
  const float left_edge = finite(opening.left), right_edge = finite(opening.right);
  const auto left = [&](std::uint32_t v) { return rim.window(v) - left_edge; };
  const auto right = [&](std::uint32_t v) { return rim.window(v) - right_edge; };
  const auto past = [&](std::uint32_t v) { return rim.past_midline(v); };
  if (left_edge == right_edge) {
    rim.follow(left, [](std::uint32_t) { return 1.0F; }, glm::vec3(0.0F));
    return rim.take();
  }
  // As in skin_window.glsl: each side has its own edge, and the wider opening ends at the midline.
  rim.follow(left, past, glm::vec3(0.0F));
  rim.follow(right, [&](std::uint32_t v) { return -past(v); }, glm::vec3(0.0F));
  const bool left_wider = left_edge < right_edge;
  const auto only_one = [&](std::uint32_t v) { return left_wider ? std::min(left(v), -right(v)) : std::min(right(v), -left(v)); };
  rim.follow(past, only_one, glm::vec3(left_wider ? 1.0F : -1.0F, 0.0F, 0.0F));
  return rim.take();
}

}  // namespace dorsum::picture
