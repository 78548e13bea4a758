#include "dorsum/body/skin_window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "dorsum/core/side.h"

namespace dorsum::body {
namespace {

constexpr float no_window = -1000.0F;  // mm; every vertex lies outside

// The edges as one sees them from behind, right half, from the nape down to the cleft. Only lateral place and
// height count. Written like the content's formulas, so that it fits every pack.
constexpr std::array<std::string_view, 12> edge_of_back{
    "off(external-occipital-protuberance, down=22)",                    // nape, below the hairline
    "off(superior-nuchal-line:R, down=32, lat=8)",                      // behind the mastoid
    "off(transverse-process:C5:R, lat=14)",                             // side of the neck
    "off(lerp(transverse-process:C7:R, acromial-angle:R, 0.5), up=8)",  // just behind the trapezius's ridge
    "off(acromial-angle:R, down=22, med=6)",                            // back of the shoulder
    "off(posterior-axillary-fold:R, med=24, down=10)",
    "off(inferior-angle-scapula:R, lat=38)",  // posterior axillary line
    "off(rib-shaft:10:R, lat=1)",
    "off(iliac-crest-top:R, lat=22)",
    "off(greater-trochanter:R, up=97, med=32)",  // upper buttock
    "off(posterior-superior-iliac-spine:R, down=70, lat=26)",
    "off(spinous-process:S4, down=2)",  // top of the cleft
};

constexpr std::array<std::string_view, 19> edge_of_wide{
    "off(external-occipital-protuberance, up=24)",
    "off(superior-nuchal-line:R, up=18, lat=10)",
    "off(mastoid:R, lat=6, up=12)",          // behind the ear
    "off(transverse-process:C5:R, lat=62)",  // beside the neck
    "off(transverse-process:C7:R, lat=64, up=30)",
    "off(lerp(transverse-process:C7:R, acromial-angle:R, 0.6), up=58)",  // over the trapezius's ridge
    "off(acromion-tip:R, lat=52, up=40)",                                // over the shoulder
    "off(deltoid-tuberosity:R, lat=70, up=45)",
    "off(deltoid-tuberosity:R, lat=42, down=12)",  // below the end of the deltoid, across the arm
    "off(deltoid-tuberosity:R, med=18, down=14)",
    "off(posterior-axillary-fold:R, med=6, down=30)",  // up into the armpit, so that the arm keeps its sleeve
    "off(inferior-angle-scapula:R, lat=56, down=30)",  // between arm and flank, down to the hip
    "off(rib-shaft:10:R, lat=36)",
    "off(iliac-crest-top:R, lat=76)",
    "off(greater-trochanter:R, up=30, lat=24)",
    "off(greater-trochanter:R, down=24, med=24)",  // the fold below the buttock
    "off(ischial-tuberosity:R, down=18, lat=34)",
    "off(ischial-tuberosity:R, down=4, med=18)",
    "off(spinous-process:S4, down=84)",  // in the cleft
};

// Where the back ends toward the front, from the top down; the window lies behind it. Only posterior place and
// height count. Of the back alone nowhere near the edge, so its corners don't show; the wide one ends there at the
// sides, along the middle of the armpit.
constexpr std::array<std::string_view, 6> front_of_back{
    "transverse-process:C2:R",
    "transverse-process:C5:R",
    "acromion-tip:R",
    "off(posterior-axillary-fold:R, front=35)",
    "off(rib-shaft:10:R, back=10)",
    "off(iliac-crest-top:R, front=25)",
};
constexpr std::array<std::string_view, 7> front_of_wide{
    "off(mastoid:R, back=10)",
    "off(transverse-process:C5:R, front=4)",
    "off(acromion-tip:R, front=30)",
    "off(deltoid-tuberosity:R, front=14)",
    "off(rib-shaft:10:R, back=2)",
    "off(iliac-crest-top:R, front=36)",
    "greater-trochanter:R",
};

struct Window {
  std::vector<glm::vec2> edge;   // closed, (x, z), mm
  std::vector<glm::vec2> front;  // (z, y), mm, from the top down
};

/// A closed Catmull-Rom curve through the points, drawn finely enough that no corner shows.
std::vector<glm::vec2> closed_curve(const std::vector<glm::vec2>& points) {
  constexpr int steps = 16;
  const std::size_t n = points.size();
  std::vector<glm::vec2> curve;
  for (std::size_t i = 0; i < n; ++i) {
    const glm::vec2 before = points[(i + n - 1) % n], from = points[i], to = points[(i + 1) % n],
                    after = points[(i + 2) % n];
    for (int s = 0; s < steps; ++s) {
      const float t = static_cast<float>(s) / steps;
      curve.push_back(from + 0.5F * t *
                                 ((to - before) + t * ((2.0F * before - 5.0F * from + 4.0F * to - after) +
                                                       t * (3.0F * (from - to) + after - before))));
    }
  }
  return curve;
}

std::optional<Window> window_on(const atlas::Landmarks& landmarks, std::span<const std::string_view> edge_formulas,
                                std::span<const std::string_view> front_formulas) {
  const float scale = atlas::body_scale(landmarks);
  std::vector<glm::vec2> half[2];  // right, left
  for (const Side side : {Side::right, Side::left}) {
    for (const std::string_view formula : edge_formulas) {
      const auto point = atlas::evaluate(formula, landmarks, side, scale);
      if (!point) return std::nullopt;
      half[side == Side::left ? 1 : 0].emplace_back(point->x, point->z);
    }
  }
  std::vector<glm::vec2> points = half[0];  // down the right and up the left; the ends lie on the midline
  points.insert(points.end(), half[1].rbegin() + 1, half[1].rend() - 1);
  Window window;
  window.edge = closed_curve(points);
  for (const std::string_view formula : front_formulas) {
    const auto right = atlas::evaluate(formula, landmarks, Side::right, scale);
    const auto left = atlas::evaluate(formula, landmarks, Side::left, scale);
    if (!right || !left) return std::nullopt;
    const glm::vec3 middle = 0.5F * (*right + *left);
    window.front.emplace_back(middle.z, middle.y);
  }
  return window;
}

/// The window's closed edge in runs of segments, each with its box: most are too far from a vertex to matter.
class Edge {
 public:
  explicit Edge(const std::vector<glm::vec2>& points) : points_(points) {
    points_.push_back(points.front());
    for (std::size_t first = 0; first + 1 < points_.size(); first += run) {
      Run part{first, std::min(first + run, points_.size() - 1), points_[first], points_[first]};
      for (std::size_t i = part.first; i <= part.last; ++i) {
        part.low = glm::min(part.low, points_[i]);
        part.high = glm::max(part.high, points_[i]);
      }
      runs_.push_back(part);
    }
  }

  /// mm to the edge in the view from behind, positive inside.
  [[nodiscard]] float inside(glm::vec2 p) const {
    float nearest2 = std::numeric_limits<float>::max();
    bool inside = false;
    for (const Run& part : runs_) {
      const glm::vec2 to_box = glm::max(glm::max(part.low - p, p - part.high), glm::vec2(0.0F));
      const bool near = glm::dot(to_box, to_box) < nearest2, beside = to_box.y == 0.0F;
      if (!near && !beside) continue;
      for (std::size_t i = part.first; i < part.last; ++i) {
        const glm::vec2 a = points_[i], b = points_[i + 1];
        const glm::vec2 way = b - a, off = p - a;
        if (near) {
          const float along = glm::clamp(glm::dot(off, way) / std::max(glm::dot(way, way), 1e-9F), 0.0F, 1.0F);
          const glm::vec2 gap = off - along * way;
          nearest2 = std::min(nearest2, glm::dot(gap, gap));
        }
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * way.x) inside = !inside;
      }
    }
    return inside ? std::sqrt(nearest2) : -std::sqrt(nearest2);
  }

 private:
  static constexpr std::size_t run = 16;  ///< segments
  struct Run {
    std::size_t first = 0, last = 0;  ///< from the point first to the point last
    glm::vec2 low{0.0F}, high{0.0F};
  };
  std::vector<glm::vec2> points_;  ///< the first again at the end
  std::vector<Run> runs_;
};

/// The y behind which the back lies, at a height.
float front_at(const std::vector<glm::vec2>& front, float height) {
  if (height >= front.front().x) return front.front().y;
  for (std::size_t i = 1; i < front.size(); ++i) {
    if (height < front[i].x) continue;
    const float t = (height - front[i].x) / std::max(front[i - 1].x - front[i].x, 1e-3F);
    return glm::mix(front[i].y, front[i - 1].y, t);
  }
  return front.back().y;
}

}  // namespace

std::vector<float> skin_window(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks, SkinWindow which) {
  std::vector<float> distance(skin.positions.size(), no_window);
  const std::optional<Window> window = which == SkinWindow::wide ? window_on(landmarks, edge_of_wide, front_of_wide)
                                                                 : window_on(landmarks, edge_of_back, front_of_back);
  if (!window) return distance;
  const Edge edge(window->edge);
  for (std::size_t v = 0; v < distance.size(); ++v) {
    const glm::vec3& p = skin.positions[v];
    distance[v] = std::min(edge.inside({p.x, p.z}), p.y - front_at(window->front, p.z));
  }
  return distance;
}

}  // namespace dorsum::body
