#include "remesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::sculpt {
namespace {

using Index = std::uint32_t;
using geometry::Triangle;
constexpr Index gone = ~Index{0};
constexpr float too_long = 4.0F / 3.0F;   // of the wanted edge: halves would be nearer to it
constexpr float too_short = 4.0F / 5.0F;  // of the wanted edge

class Remesher {
 public:
  Remesher(geometry::TriangleMesh& mesh, const RemeshGoal& goal)
      : goal_(goal),
        points_(std::move(mesh.positions)),
        triangles_(std::move(mesh.triangles)),
        around_(points_.size()) {
    for (Index t = 0; t < triangles_.size(); ++t) {
      for (const Index v : triangles_[t]) around_[v].push_back(t);
    }
    sizes_.reserve(points_.size());
    for (const glm::vec3& p : points_) sizes_.push_back(goal_.edge(p));
  }

  void round() {
    find_sharp();
    split_long_edges();
    find_sharp();
    collapse_short_edges();
    flip_to_even_valence();
    flip_caps();
    find_sharp();
    relax();
  }

  void hand_over(geometry::TriangleMesh& mesh) {
    std::vector<Index> number(points_.size(), gone);
    mesh = {};
    for (const Triangle& triangle : triangles_) {
      if (triangle[0] == gone) continue;
      Triangle out{};
      for (std::size_t k = 0; k < 3; ++k) {
        Index& n = number[triangle[k]];
        if (n == gone) {
          n = static_cast<Index>(mesh.positions.size());
          mesh.positions.push_back(points_[triangle[k]]);
        }
        out[k] = n;
      }
      mesh.triangles.push_back(out);
    }
  }

 private:
  struct Edge {
    Index a, b;
  };

  std::vector<Edge> edges() const {
    std::vector<Edge> list;
    list.reserve(triangles_.size() * 3 / 2);
    for (const Triangle& t : triangles_) {
      if (t[0] == gone) continue;
      for (std::size_t k = 0; k < 3; ++k) {
        if (t[k] < t[(k + 1) % 3]) list.push_back({t[k], t[(k + 1) % 3]});
      }
    }
    return list;
  }

  float wanted(Index a, Index b) const { return 0.5F * (sizes_[a] + sizes_[b]); }
  float length(Index a, Index b) const { return glm::distance(points_[a], points_[b]); }

  glm::vec3 normal(const Triangle& t) const {
    return glm::cross(points_[t[1]] - points_[t[0]], points_[t[2]] - points_[t[0]]);
  }

  static bool has(const Triangle& t, Index v) { return t[0] == v || t[1] == v || t[2] == v; }
  static Index third(const Triangle& t, Index a, Index b) {
    for (const Index v : t) {
      if (v != a && v != b) return v;
    }
    return gone;
  }
  static void replace(Triangle& t, Index from, Index to) { std::replace(t.begin(), t.end(), from, to); }
  void forget(Index vertex, Index triangle) {
    auto& list = around_[vertex];
    list.erase(std::find(list.begin(), list.end(), triangle));
  }

  /// The two triangles at an edge; false when the edge is no longer there or not between two.
  bool beside(Edge e, std::array<Index, 2>& pair) const {
    std::size_t found = 0;
    for (const Index t : around_[e.a]) {
      if (!has(triangles_[t], e.b)) continue;
      if (found == 2) return false;
      pair[found++] = t;
    }
    return found == 2;
  }

  bool is_sharp(const std::array<Index, 2>& pair) const {
    const glm::vec3 a = normal(triangles_[pair[0]]), b = normal(triangles_[pair[1]]);
    return glm::dot(a, b) < goal_.sharp_cosine * glm::length(a) * glm::length(b);
  }
  bool is_sharp(Edge e) const {
    std::array<Index, 2> pair{};
    return beside(e, pair) && is_sharp(pair);
  }

  /// Counts the sharp edges at each vertex: two where one passes, another number where it ends or several meet.
  void find_sharp() {
    sharp_.assign(points_.size(), 0);
    if (goal_.sharp_cosine <= -1.0F) return;
    for (const Edge e : edges()) {
      if (!is_sharp(e)) continue;
      ++sharp_[e.a];
      ++sharp_[e.b];
    }
  }

  /// Where the two ends of an edge may meet: a sharp edge keeps its course, its corners their places.
  bool meeting_place(Edge e, glm::vec3& to) const {
    to = 0.5F * (points_[e.a] + points_[e.b]);
    if (sharp_[e.a] == 0 && sharp_[e.b] == 0) return true;
    if (sharp_[e.a] != 0 && sharp_[e.b] != 0 && !is_sharp(e)) return false;
    const bool a_is_corner = sharp_[e.a] != 0 && sharp_[e.a] != 2, b_is_corner = sharp_[e.b] != 0 && sharp_[e.b] != 2;
    if (a_is_corner && b_is_corner) return false;
    to = sharp_[e.b] == 0 || a_is_corner || (sharp_[e.a] != 0 && !b_is_corner) ? points_[e.a] : points_[e.b];
    return true;
  }

  std::vector<Index> ring(Index v) const {
    std::vector<Index> list;
    for (const Index t : around_[v]) {
      for (const Index w : triangles_[t]) {
        if (w != v) list.push_back(w);
      }
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  void split_long_edges() {
    for (const Edge e : edges()) {
      if (length(e.a, e.b) <= too_long * wanted(e.a, e.b)) continue;
      std::array<Index, 2> pair{};
      if (!beside(e, pair)) continue;
      const auto middle = static_cast<Index>(points_.size());
      points_.push_back(goal_.on_surface(0.5F * (points_[e.a] + points_[e.b])));
      sizes_.push_back(goal_.edge(points_.back()));
      around_.emplace_back();
      for (const Index t : pair) {
        const Index apex = third(triangles_[t], e.a, e.b);
        const auto added = static_cast<Index>(triangles_.size());
        Triangle half = triangles_[t];
        replace(half, e.a, middle);
        replace(triangles_[t], e.b, middle);
        triangles_.push_back(half);
        forget(e.b, t);
        around_[e.b].push_back(added);
        around_[apex].push_back(added);
        around_[middle].push_back(t);
        around_[middle].push_back(added);
      }
    }
  }

  bool may_collapse(Edge e, glm::vec3 to, const std::array<Index, 2>& pair) const {
    // The link condition: exactly the two apexes in common, or the surface would pinch.
    const auto ring_a = ring(e.a), ring_b = ring(e.b);
    std::vector<Index> common;
    std::set_intersection(ring_a.begin(), ring_a.end(), ring_b.begin(), ring_b.end(), std::back_inserter(common));
    if (common.size() != 2) return false;
    if (around_[common[0]].size() <= 3 || around_[common[1]].size() <= 3) return false;
    if (ring_a.size() + ring_b.size() - 4 > 10) return false;
    for (const Index v : {e.a, e.b}) {
      for (const Index w : v == e.a ? ring_a : ring_b) {
        if (w != e.a && w != e.b && glm::distance(to, points_[w]) > too_long * wanted(v, w)) return false;
      }
      for (const Index t : around_[v]) {
        if (t == pair[0] || t == pair[1]) continue;
        const Triangle& old = triangles_[t];
        std::array<glm::vec3, 3> corner{};
        for (std::size_t k = 0; k < 3; ++k) corner[k] = old[k] == v ? to : points_[old[k]];
        const glm::vec3 before = normal(old);
        const glm::vec3 after = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
        if (glm::dot(before, after) < 0.6F * glm::length(before) * glm::length(after)) return false;
      }
    }
    return true;
  }

  void collapse_short_edges() {
    for (const Edge e : edges()) {
      if (around_[e.a].empty() || around_[e.b].empty()) continue;
      if (length(e.a, e.b) >= too_short * wanted(e.a, e.b)) continue;
      std::array<Index, 2> pair{};
      if (!beside(e, pair)) continue;
      glm::vec3 to;
      if (!meeting_place(e, to) || !may_collapse(e, to, pair)) continue;
      for (const Index t : pair) {
        for (const Index v : triangles_[t]) forget(v, t);
        triangles_[t] = {gone, gone, gone};
      }
      for (const Index t : around_[e.b]) {
        replace(triangles_[t], e.b, e.a);
        around_[e.a].push_back(t);
      }
      around_[e.b].clear();
      points_[e.a] = to;
      sizes_[e.a] = wanted(e.a, e.b);
      sharp_[e.a] = std::max(sharp_[e.a], sharp_[e.b]);
    }
  }

  using Flipped = std::array<Triangle, 2>;

  std::pair<Index, Index> apexes(Edge e, const std::array<Index, 2>& pair) const {
    return {third(triangles_[pair[0]], e.a, e.b), third(triangles_[pair[1]], e.a, e.b)};
  }

  /// The two triangles at an edge, were it turned to run between their apexes.
  Flipped if_flipped(Edge e, const std::array<Index, 2>& pair) const {
    const auto [c, d] = apexes(e, pair);
    Flipped flipped{triangles_[pair[0]], triangles_[pair[1]]};
    replace(flipped[0], e.b, d);  // a, c, d
    replace(flipped[1], e.a, c);  // b, c, d
    return flipped;
  }

  bool may_flip(Edge e, const std::array<Index, 2>& pair) const {
    const auto [c, d] = apexes(e, pair);
    const Index other = d;
    return around_[e.a].size() > 3 && around_[e.b].size() > 3 &&
           std::none_of(around_[c].begin(), around_[c].end(), [&](Index t) { return has(triangles_[t], other); });
  }

  bool upright(const Triangle& t, glm::vec3 facing) const {
    const glm::vec3 n = normal(t);
    return glm::dot(n, facing) > 0.8F * glm::length(n) && glm::length(n) > 0.0F;
  }

  void flip(Edge e, const std::array<Index, 2>& pair, const Flipped& flipped) {
    const auto [c, d] = apexes(e, pair);
    triangles_[pair[0]] = flipped[0];
    triangles_[pair[1]] = flipped[1];
    forget(e.b, pair[0]);
    forget(e.a, pair[1]);
    around_[d].push_back(pair[0]);
    around_[c].push_back(pair[1]);
  }

  void flip_to_even_valence() {
    const auto off = [&](Index v, int change) { return std::abs(static_cast<int>(around_[v].size()) + change - 6); };
    for (const Edge e : edges()) {
      std::array<Index, 2> pair{};
      if (!beside(e, pair) || is_sharp(pair)) continue;
      const auto [c, d] = apexes(e, pair);
      const int before = off(e.a, 0) + off(e.b, 0) + off(c, 0) + off(d, 0);
      const int after = off(e.a, -1) + off(e.b, -1) + off(c, 1) + off(d, 1);
      if (after >= before) continue;
      const Flipped flipped = if_flipped(e, pair);
      const glm::vec3 facing = glm::normalize(normal(triangles_[pair[0]]) + normal(triangles_[pair[1]]));
      if (may_flip(e, pair) && upright(flipped[0], facing) && upright(flipped[1], facing)) flip(e, pair, flipped);
    }
  }

  /// Takes away triangles that are next to a line, their apex nearly on the edge across: it becomes a corner of the
  /// triangle beyond, which is as good as where it was. Sharp edges seem to run along them and keep them otherwise.
  void flip_caps() {
    constexpr float flat = 0.09F;  // height by the edge: angles of 10 degrees
    const auto height = [&](const Triangle& t) {
      const float longest = std::max({length(t[0], t[1]), length(t[1], t[2]), length(t[2], t[0])});
      return longest > 0.0F ? glm::length(normal(t)) / (longest * longest) : 0.0F;
    };
    for (const Edge e : edges()) {
      std::array<Index, 2> pair{};
      if (!beside(e, pair)) continue;
      if (height(triangles_[pair[0]]) > height(triangles_[pair[1]])) std::swap(pair[0], pair[1]);
      const float before = height(triangles_[pair[0]]);
      const Index apex = third(triangles_[pair[0]], e.a, e.b);
      const bool longest = length(e.a, e.b) > std::max(length(e.a, apex), length(e.b, apex));
      if (before > flat || !longest || !may_flip(e, pair)) continue;
      const Flipped flipped = if_flipped(e, pair);
      const glm::vec3 facing = glm::normalize(normal(triangles_[pair[1]]));
      if (upright(flipped[0], facing) && upright(flipped[1], facing) &&
          std::min(height(flipped[0]), height(flipped[1])) > before) {
        flip(e, pair, flipped);
      }
    }
  }

  void relax() {
    std::vector<glm::vec3> moved = points_;
    for (Index v = 0; v < points_.size(); ++v) {
      if (around_[v].empty() || sharp_[v] != 0) continue;
      glm::vec3 centre(0.0F), facing(0.0F);
      float weight = 0.0F;
      for (const Index t : around_[v]) {
        const Triangle& triangle = triangles_[t];
        const glm::vec3 n = normal(triangle);
        const float wanted_size = sizes_[triangle[0]] + sizes_[triangle[1]] + sizes_[triangle[2]];
        const float w = glm::length(n) / (wanted_size * wanted_size);
        centre += w * (points_[triangle[0]] + points_[triangle[1]] + points_[triangle[2]]) / 3.0F;
        weight += w;
        facing += n;
      }
      if (weight <= 0.0F || glm::length(facing) <= 0.0F) continue;
      facing = glm::normalize(facing);
      const glm::vec3 step = centre / weight - points_[v];
      moved[v] = goal_.on_surface(points_[v] + step - glm::dot(step, facing) * facing);
    }
    points_ = std::move(moved);
    for (Index v = 0; v < points_.size(); ++v) {
      if (!around_[v].empty()) sizes_[v] = goal_.edge(points_[v]);
    }
  }

  const RemeshGoal& goal_;
  std::vector<glm::vec3> points_;
  std::vector<Triangle> triangles_;
  std::vector<std::vector<Index>> around_;  // triangles at each vertex
  std::vector<float> sizes_;
  std::vector<int> sharp_;  // sharp edges at each vertex
};

}  // namespace

void remesh(geometry::TriangleMesh& mesh, const RemeshGoal& goal) {
  Remesher remesher(mesh, goal);
  for (int i = 0; i < goal.rounds; ++i) remesher.round();
  remesher.hand_over(mesh);
}

}  // namespace dorsum::sculpt
