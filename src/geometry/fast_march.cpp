#include "fast_march.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <queue>

#include "dorsum/geometry/coincident.h"

namespace dorsum::geometry {
namespace {

/// When a straight front that passed the corners at `to_a` and `to_b` (edges from the third corner, with times)
/// reaches the third corner from between them; nothing when it doesn't come from there.
std::optional<double> through_triangle(const glm::dvec3& to_a, double time_a, const glm::dvec3& to_b, double time_b) {
  const double aa = glm::dot(to_a, to_a), ab = glm::dot(to_a, to_b), bb = glm::dot(to_b, to_b);
  const double determinant = aa * bb - ab * ab;
  if (determinant <= 1e-12 * aa * bb) return std::nullopt;
  const double qaa = bb / determinant, qab = -ab / determinant, qbb = aa / determinant;
  const double two = qaa + 2.0 * qab + qbb;
  const double one = (qaa + qab) * time_a + (qab + qbb) * time_b;
  const double none = qaa * time_a * time_a + 2.0 * qab * time_a * time_b + qbb * time_b * time_b - 1.0;
  const double root = one * one - two * none;
  if (root < 0.0) return std::nullopt;
  const double time = (one + std::sqrt(root)) / two;
  const double a = time_a - time, b = time_b - time;
  if (qaa * a + qab * b >= 0.0 || qab * a + qbb * b >= 0.0) return std::nullopt;
  return time;
}

}  // namespace

class FastMarch::Run {
 public:
  explicit Run(const FastMarch& surface)
      : surface_(&surface),
        times_(surface.positions_.size(), std::numeric_limits<double>::infinity()),
        labels_(surface.positions_.size(), unreached),
        done_(surface.positions_.size(), false) {}

  Arrivals march(std::span<const VoronoiSource> sources, double limit) {
    for (const VoronoiSource& source : sources) {
      if (source.point.triangle >= surface_->triangles_.size()) continue;
      const Triangle& corners = surface_->triangles_[source.point.triangle];
      glm::vec3 place(0.0F);
      for (std::size_t c = 0; c < 3; ++c) place += source.point.barycentric[static_cast<int>(c)] * surface_->positions_[corners[c]];
      for (const std::uint32_t v : corners) {
        offer(v, glm::distance(surface_->positions_[v], place) - source.head_start, source.label);
      }
    }
    std::vector<std::uint32_t> reached;
    while (!front_.empty()) {
      const auto [time, vertex] = front_.top();
      front_.pop();
      if (done_[vertex]) continue;
      if (time > limit) break;
      done_[vertex] = true;
      reached.push_back(vertex);
      pass(vertex);
    }
    return {std::move(times_), std::move(labels_), std::move(reached)};
  }

 private:
  using Arrival = std::pair<double, std::uint32_t>;

  void offer(std::uint32_t vertex, double time, std::uint32_t label) {
    if (done_[vertex] || time >= times_[vertex]) return;
    times_[vertex] = time;
    labels_[vertex] = label;
    front_.emplace(time, vertex);
  }

  /// The front has passed `from`: tell its neighbours.
  void pass(std::uint32_t from) {
    const Fans& fans = surface_->fans_;
    for (std::uint32_t i = fans.start[from]; i < fans.start[from + 1]; ++i) {
      const Triangle& t = surface_->triangles_[fans.list[i]];
      for (std::size_t c = 0; c < 3; ++c) {
        if (t[c] == from) continue;
        const std::size_t third = t[(c + 1) % 3] == from ? (c + 2) % 3 : (c + 1) % 3;
        reach(t[c], from, t[third]);
      }
    }
  }

  void reach(std::uint32_t vertex, std::uint32_t from, std::uint32_t other) {
    if (done_[vertex] || vertex == other) return;
    const auto at = [&](std::uint32_t v) { return glm::dvec3(surface_->positions_[v]); };
    const glm::dvec3 to_from = at(from) - at(vertex);
    offer(vertex, times_[from] + glm::length(to_from), labels_[from]);
    // Fronts of two labels are no one front.
    if (!done_[other] || labels_[other] != labels_[from]) return;
    if (const auto time = through_triangle(to_from, times_[from], at(other) - at(vertex), times_[other])) {
      offer(vertex, *time, labels_[from]);
    }
  }

  const FastMarch* surface_;
  std::vector<double> times_;
  std::vector<std::uint32_t> labels_;
  std::vector<bool> done_;
  std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> front_;
};

FastMarch::FastMarch(const TriangleMesh& mesh)
    : positions_(mesh.positions), place_(first_at_same_place(mesh)), triangles_(mesh.triangles) {
  for (Triangle& t : triangles_) {
    for (std::uint32_t& v : t) v = place_[v];
  }
  fans_ = fans_of(triangles_, positions_.size());
}

FastMarch::Fans FastMarch::fans_of(const std::vector<Triangle>& triangles, std::size_t vertices) {
  Fans fans;
  fans.start.assign(vertices + 1, 0);
  for (const Triangle& t : triangles) {
    for (const std::uint32_t v : t) ++fans.start[v + 1];
  }
  for (std::size_t v = 0; v < vertices; ++v) fans.start[v + 1] += fans.start[v];
  fans.list.resize(3 * triangles.size());
  std::vector<std::uint32_t> next(fans.start.begin(), fans.start.end() - 1);
  for (std::uint32_t i = 0; i < triangles.size(); ++i) {
    for (const std::uint32_t v : triangles[i]) fans.list[next[v]++] = i;
  }
  return fans;
}

FastMarch::Arrivals FastMarch::run(std::span<const VoronoiSource> sources, double limit) const {
  Arrivals arrivals = Run(*this).march(sources, limit);
  for (std::uint32_t v = 0; v < place_.size(); ++v) {
    if (place_[v] == v) continue;
    arrivals.times[v] = arrivals.times[place_[v]];
    arrivals.labels[v] = arrivals.labels[place_[v]];
    if (arrivals.times[v] <= limit) arrivals.reached.push_back(v);
  }
  return arrivals;
}

}  // namespace dorsum::geometry
