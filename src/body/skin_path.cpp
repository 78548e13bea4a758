#include "dorsum/body/skin_path.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <queue>

namespace dorsum::body {
namespace {

constexpr float spacing = 6.0F;       ///< mm between a path's points, about
constexpr int smoothing_rounds = 6;   ///< of smoothing and falling back onto the skin
constexpr float infinity = std::numeric_limits<float>::infinity();

using Vertex = std::uint32_t;

/// The skin's edges, both ways, packed by vertex.
struct EdgeGraph {
  std::vector<std::uint32_t> first;
  std::vector<Vertex> to;

  explicit EdgeGraph(const geometry::TriangleMesh& mesh) : first(mesh.positions.size() + 1, 0) {
    for (const auto& t : mesh.triangles)
      for (const Vertex v : t) first[v + 1] += 2;
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    to.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const auto& t : mesh.triangles) {
      for (std::size_t i = 0; i < 3; ++i) {
        to[next[t[i]]++] = t[(i + 1) % 3];
        to[next[t[i]]++] = t[(i + 2) % 3];
      }
    }
  }
};

/// For each vertex the one before it on the shortest way from `source`; stops once all `wanted` are reached.
std::vector<Vertex> ways_from(const geometry::TriangleMesh& mesh, Vertex source, std::vector<Vertex> wanted) {
  const EdgeGraph graph(mesh);
  std::vector<float> distance(mesh.positions.size(), infinity);
  std::vector<Vertex> before(mesh.positions.size(), std::numeric_limits<Vertex>::max());
  using Entry = std::pair<float, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  distance[source] = 0.0F;
  before[source] = source;
  open.emplace(0.0F, source);
  while (!open.empty() && !wanted.empty()) {
    const auto [so_far, vertex] = open.top();
    open.pop();
    if (so_far > distance[vertex]) continue;
    std::erase(wanted, vertex);
    for (std::uint32_t e = graph.first[vertex]; e < graph.first[vertex + 1]; ++e) {
      const Vertex next = graph.to[e];
      const float longer = so_far + glm::distance(mesh.positions[vertex], mesh.positions[next]);
      if (longer >= distance[next]) continue;
      distance[next] = longer;
      before[next] = vertex;
      open.emplace(longer, next);
    }
  }
  return before;
}

float length_of(const std::vector<glm::vec3>& line) {
  float length = 0.0F;
  for (std::size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
  return length;
}

/// The same line with `count` points at even distances.
std::vector<glm::vec3> evenly(const std::vector<glm::vec3>& line, std::size_t count) {
  std::vector<glm::vec3> even{line.front()};
  const float step = length_of(line) / static_cast<float>(count - 1);
  float walked = 0.0F;
  for (std::size_t i = 1; i < line.size() && even.size() + 1 < count; ++i) {
    const float edge = glm::distance(line[i - 1], line[i]);
    while (edge > 0.0F && walked + edge >= step * static_cast<float>(even.size()) && even.size() + 1 < count)
      even.push_back(glm::mix(line[i - 1], line[i], (step * static_cast<float>(even.size()) - walked) / edge));
    walked += edge;
  }
  while (even.size() < count) even.push_back(line.back());
  return even;
}

template <class T>
void smooth(std::vector<T>& values, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    std::vector<T> next = values;
    for (std::size_t i = 1; i + 1 < values.size(); ++i) next[i] = 0.25F * values[i - 1] + 0.5F * values[i] + 0.25F * values[i + 1];
    values = std::move(next);
  }
}

class Skin {
 public:
  Skin(const Body& body) : body_(body), index_(static_cast<std::uint32_t>(*body.skin())) {}
  [[nodiscard]] const geometry::TriangleMesh& mesh() const { return body_.mesh(index_); }
  [[nodiscard]] geometry::SurfaceHit nearest(glm::vec3 point) const {
    return body_.surfaces().closest(point, infinity, index_).value_or(geometry::SurfaceHit{});
  }
  [[nodiscard]] Vertex nearest_vertex(const geometry::SurfaceHit& point) const {
    const auto& corners = mesh().triangles[point.triangle];
    return *std::min_element(corners.begin(), corners.end(), [&](Vertex a, Vertex b) {
      return glm::distance(mesh().positions[a], point.position) < glm::distance(mesh().positions[b], point.position);
    });
  }

 private:
  const Body& body_;
  std::uint32_t index_;
};

SkinPath smoothed(const Skin& skin, std::vector<glm::vec3> line) {
  const auto count = static_cast<std::size_t>(std::clamp(length_of(line) / spacing, 8.0F, 160.0F));
  SkinPath path;
  std::vector<glm::vec3> points = evenly(line, count);
  for (int round = 0; round < smoothing_rounds; ++round) {
    smooth(points, 12);
    for (std::size_t i = 1; i + 1 < points.size(); ++i) points[i] = skin.nearest(points[i]).position;
  }
  points = evenly(points, count);
  for (const glm::vec3& point : points) {
    const geometry::SurfaceHit on = skin.nearest(point);
    path.points.push_back({on, point});
    path.normals.push_back(geometry::normal_of(on, skin.mesh()));
  }
  smooth(path.normals, 12);
  for (glm::vec3& normal : path.normals) normal = glm::normalize(normal + glm::vec3(0.0F, 1e-6F, 0.0F));
  path.length = length_of(points);
  return path;
}

}  // namespace

std::vector<SkinPath> skin_paths(const Body& body, glm::vec3 from, std::span<const glm::vec3> targets) {
  std::vector<SkinPath> paths(targets.size());
  if (!body.skin() || targets.empty() || body.mesh(*body.skin()).triangles.empty()) return paths;
  const Skin skin(body);
  const geometry::SurfaceHit start = skin.nearest(from);
  std::vector<geometry::SurfaceHit> ends;
  std::vector<Vertex> goals;
  for (const glm::vec3& target : targets) {
    ends.push_back(skin.nearest(target));
    goals.push_back(skin.nearest_vertex(ends.back()));
  }
  const Vertex source = skin.nearest_vertex(start);
  const std::vector<Vertex> before = ways_from(skin.mesh(), source, goals);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (before[goals[i]] == std::numeric_limits<Vertex>::max()) continue;  // another piece of skin
    std::vector<glm::vec3> line{ends[i].position};
    for (Vertex v = goals[i]; v != source; v = before[v]) line.push_back(skin.mesh().positions[v]);
    line.push_back(start.position);
    std::reverse(line.begin(), line.end());
    paths[i] = smoothed(skin, std::move(line));
  }
  return paths;
}

}  // namespace dorsum::body
