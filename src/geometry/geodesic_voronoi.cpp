#include "dorsum/geometry/geodesic_voronoi.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <optional>
#include <queue>

#include "coincident.h"

namespace dorsum::geometry {
namespace {

/// The triangles around each vertex, one after another: those of `v` are list[start[v]] up to list[start[v + 1]].
struct Fans {
  std::vector<std::uint32_t> start, list;
};

Fans fans_of(const std::vector<Triangle>& triangles, std::size_t vertices) {
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

class March {
 public:
  explicit March(const TriangleMesh& mesh)
      : mesh_(&mesh),
        place_(first_at_same_place(mesh)),
        triangles_(mesh.triangles),
        times_(mesh.positions.size(), std::numeric_limits<double>::infinity()),
        labels_(mesh.positions.size(), unreached),
        done_(mesh.positions.size(), false) {
    for (Triangle& t : triangles_) {
      for (std::uint32_t& v : t) v = place_[v];
    }
    fans_ = fans_of(triangles_, mesh.positions.size());
  }

  std::vector<std::uint32_t> run(std::span<const VoronoiSource> sources) {
    for (const VoronoiSource& source : sources) {
      if (source.point.triangle >= triangles_.size()) continue;
      for (const std::uint32_t v : triangles_[source.point.triangle]) {
        offer(v, glm::distance(mesh_->positions[v], source.point.position) - source.head_start, source.label);
      }
    }
    while (!front_.empty()) {
      const auto [time, vertex] = front_.top();
      front_.pop();
      if (done_[vertex]) continue;
      done_[vertex] = true;
      pass(vertex);
    }
    for (std::size_t v = 0; v < place_.size(); ++v) labels_[v] = labels_[place_[v]];
    return std::move(labels_);
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
    for (std::uint32_t i = fans_.start[from]; i < fans_.start[from + 1]; ++i) {
      const Triangle& t = triangles_[fans_.list[i]];
      for (std::size_t c = 0; c < 3; ++c) {
        if (t[c] == from) continue;
        const std::size_t third = t[(c + 1) % 3] == from ? (c + 2) % 3 : (c + 1) % 3;
        reach(t[c], from, t[third]);
      }
    }
  }

  void reach(std::uint32_t vertex, std::uint32_t from, std::uint32_t other) {
    if (done_[vertex] || vertex == other) return;
    const glm::dvec3 here(mesh_->positions[vertex]);
    const glm::dvec3 to_from = glm::dvec3(mesh_->positions[from]) - here;
    offer(vertex, times_[from] + glm::length(to_from), labels_[from]);
    // Fronts of two labels are no one front.
    if (!done_[other] || labels_[other] != labels_[from]) return;
    const glm::dvec3 to_other = glm::dvec3(mesh_->positions[other]) - here;
    if (const auto time = through_triangle(to_from, times_[from], to_other, times_[other])) {
      offer(vertex, *time, labels_[from]);
    }
  }

  const TriangleMesh* mesh_;
  std::vector<std::uint32_t> place_;
  std::vector<Triangle> triangles_;
  Fans fans_;
  std::vector<double> times_;
  std::vector<std::uint32_t> labels_;
  std::vector<bool> done_;
  std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> front_;
};

}  // namespace

std::vector<std::uint32_t> geodesic_voronoi(const TriangleMesh& mesh, std::span<const VoronoiSource> sources) {
  return March(mesh).run(sources);
}

}  // namespace dorsum::geometry
