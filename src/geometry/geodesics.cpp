#include "dorsum/geometry/geodesics.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "edges.h"
#include "intrinsic_laplacian.h"
#include "joined_surface.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

using Matrix = Eigen::SparseMatrix<double>;
using Solver = Eigen::SimplicialLDLT<Matrix>;

/// A triangle laid flat: corner 0 at the origin, corner 1 on the first axis.
std::array<Eigen::Vector2d, 3> laid_flat(const std::array<double, 3>& length) {
  const double base = length[2];  // corners 0 and 1
  const double x = (base * base + length[1] * length[1] - length[0] * length[0]) / (2.0 * base);
  const double y = std::sqrt(std::max(length[1] * length[1] - x * x, 0.0));
  return {Eigen::Vector2d(0.0, 0.0), Eigen::Vector2d(base, 0.0), Eigen::Vector2d(x, y)};
}

}  // namespace

struct HeatGeodesics::Impl {
  // The surface with the vertices of creases joined and the unused ones gone.
  std::vector<glm::dvec3> positions;
  std::vector<Triangle> triangles;
  std::vector<std::uint32_t> compact;       // vertex of the given mesh -> here, no_vertex when unused
  std::vector<std::uint32_t> component;     // of each vertex here
  std::vector<std::int64_t> triangle_here;  // triangle of the given mesh -> here, -1 when degenerate
  IntrinsicLaplacian laplacian;
  bool has_border = false;
  Solver free_heat;  // insulated border (Neumann)
  Solver cold_heat;  // border held at zero (Dirichlet); unused without one
  Solver poisson;
  std::vector<bool> on_border;
  std::vector<std::uint32_t> neighbour_start, neighbours;  // of each vertex, in one row

  static constexpr int farthest_ring = 4;

  void join_neighbours(const std::vector<EdgeUse>& uses) {
    neighbour_start.assign(positions.size() + 1, 0);
    for_each_edge(uses, [&](std::span<const EdgeUse> edge) {
      ++neighbour_start[edge[0].low + 1];
      ++neighbour_start[edge[0].high + 1];
    });
    for (std::size_t v = 0; v < positions.size(); ++v) neighbour_start[v + 1] += neighbour_start[v];
    neighbours.resize(neighbour_start.back());
    std::vector<std::uint32_t> next(neighbour_start.begin(), neighbour_start.end() - 1);
    for_each_edge(uses, [&](std::span<const EdgeUse> edge) {
      neighbours[next[edge[0].low]++] = edge[0].high;
      neighbours[next[edge[0].high]++] = edge[0].low;
    });
  }

  [[nodiscard]] Eigen::VectorXd heat_from(const Eigen::VectorXd& source) const {
    Eigen::VectorXd heat = free_heat.solve(source);
    if (!has_border) return heat;
    // The mean of both conditions bends isolines at the border the least (Crane and others 2013, 3.4).
    Eigen::VectorXd inner = source;
    for (std::size_t i = 0; i < on_border.size(); ++i) {
      if (on_border[i]) inner[static_cast<Eigen::Index>(i)] = 0.0;
    }
    return 0.5 * (heat + cold_heat.solve(inner));
  }

  /// The unit field that points away from the heat, integrated against the gradient of each hat function.
  [[nodiscard]] Eigen::VectorXd flow_out_of(const Eigen::VectorXd& heat) const {
    Eigen::VectorXd flow_out = Eigen::VectorXd::Zero(heat.size());
    for (std::size_t t = 0; t < triangles.size(); ++t) {
      const std::array<Eigen::Vector2d, 3> corner = laid_flat(laplacian.lengths[t]);
      // Scaled by the hottest corner: far away the heat is tiny, its direction is not.
      const double hottest =
          std::max({std::abs(heat[triangles[t][0]]), std::abs(heat[triangles[t][1]]), std::abs(heat[triangles[t][2]])});
      if (!(hottest > 0.0)) continue;
      Eigen::Vector2d gradient(0.0, 0.0);
      for (std::size_t c = 0; c < 3; ++c) {
        const Eigen::Vector2d edge = corner[(c + 2) % 3] - corner[(c + 1) % 3];
        gradient += heat[triangles[t][c]] / hottest * Eigen::Vector2d(-edge.y(), edge.x());
      }
      const double norm = gradient.norm();
      if (!(norm > 0.0)) continue;
      const Eigen::Vector2d flow = -gradient / norm;
      // Area times its gradient is half the turned edge.
      for (std::size_t c = 0; c < 3; ++c) {
        const Eigen::Vector2d edge = corner[(c + 2) % 3] - corner[(c + 1) % 3];
        flow_out[triangles[t][c]] += 0.5 * flow.dot(Eigen::Vector2d(-edge.y(), edge.x()));
      }
    }
    return flow_out;
  }

  /// How many edges each vertex is from the given ones, up to `farthest_ring`; more than that beyond.
  [[nodiscard]] std::vector<int> rings_around(std::vector<std::uint32_t> front) const {
    std::vector<int> ring(positions.size(), farthest_ring + 1);
    for (const std::uint32_t v : front) ring[v] = 0;
    for (int depth = 1; depth <= farthest_ring; ++depth) {
      std::vector<std::uint32_t> next;
      for (const std::uint32_t v : front) {
        for (std::uint32_t n = neighbour_start[v]; n < neighbour_start[v + 1]; ++n) {
          if (ring[neighbours[n]] <= depth) continue;
          ring[neighbours[n]] = depth;
          next.push_back(neighbours[n]);
        }
      }
      front = std::move(next);
    }
    return ring;
  }

  /// By how much `distance` is off in each component. The solution is known up to a constant, and it can't show
  /// the tip of the cone at a source; a few edges out it is good, and the straight distance still is too. The
  /// median keeps a fold that lies close by, but is not near along the surface, from having a say.
  [[nodiscard]] std::vector<double> shifts(const Eigen::VectorXd& distance, const std::vector<double>& straight,
                                           const std::vector<int>& ring) const {
    std::vector<std::vector<double>> seen(positions.size()), at_source(positions.size());
    for (std::size_t v = 0; v < positions.size(); ++v) {
      if (ring[v] > farthest_ring) continue;
      auto& list = ring[v] >= 2 ? seen[component[v]] : at_source[component[v]];
      list.push_back(distance[static_cast<Eigen::Index>(v)] - straight[v]);
    }
    std::vector<double> shift(positions.size(), 0.0);
    for (std::size_t c = 0; c < shift.size(); ++c) {
      std::vector<double>& list = seen[c].empty() ? at_source[c] : seen[c];
      if (list.empty()) continue;
      const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
      std::nth_element(list.begin(), middle, list.end());
      shift[c] = *middle;
    }
    return shift;
  }
};

HeatGeodesics::HeatGeodesics(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HeatGeodesics::~HeatGeodesics() = default;
HeatGeodesics::HeatGeodesics(HeatGeodesics&&) noexcept = default;
HeatGeodesics& HeatGeodesics::operator=(HeatGeodesics&&) noexcept = default;

Result<HeatGeodesics> HeatGeodesics::prepare(const TriangleMesh& mesh) {
  auto impl = std::make_unique<Impl>();
  JoinedSurface joined = joined_surface(mesh);
  impl->positions = std::move(joined.positions);
  impl->triangles = std::move(joined.triangles);
  impl->compact = std::move(joined.vertex_here);
  impl->triangle_here = std::move(joined.triangle_here);
  if (impl->triangles.empty()) return bad_input({}, "distances need a surface, and this mesh has no triangles");

  const std::vector<EdgeUse> uses = edge_uses(impl->triangles);
  impl->join_neighbours(uses);
  DisjointSets sets(impl->positions.size());
  impl->on_border.assign(impl->positions.size(), false);
  for_each_edge(uses, [&](std::span<const EdgeUse> edge) {
    sets.join(edge[0].low, edge[0].high);
    if (edge.size() != 1) return;
    impl->has_border = true;
    impl->on_border[edge[0].low] = impl->on_border[edge[0].high] = true;
  });
  for (std::uint32_t v = 0; v < impl->positions.size(); ++v) impl->component.push_back(sets.root(v));

  impl->laplacian = intrinsic_laplacian(impl->positions, impl->triangles);
  const auto count = static_cast<Eigen::Index>(impl->positions.size());
  Matrix mass(count, count);
  mass.reserve(Eigen::VectorXi::Constant(count, 1));
  for (Eigen::Index i = 0; i < count; ++i) mass.insert(i, i) = impl->laplacian.mass[i];
  // The squared edge length (Crane and others 2013, 3.2.4), twice: once leaves the nearest vertices uneven.
  const double time = 2.0 * impl->laplacian.mean_edge * impl->laplacian.mean_edge;

  Matrix heat = mass + time * impl->laplacian.stiffness;
  impl->free_heat.compute(heat);
  if (impl->has_border) {
    // Border vertices are cut loose and held at zero.
    heat.prune([&](Eigen::Index row, Eigen::Index column, double) {
      const bool border =
          impl->on_border[static_cast<std::size_t>(row)] || impl->on_border[static_cast<std::size_t>(column)];
      return row == column || !border;
    });
    impl->cold_heat.compute(heat);
  }
  // A little mass makes the otherwise singular matrix definite: it pins each component's mean, which is
  // shifted afterwards anyway.
  const double pin = 1e-9 / (impl->laplacian.mean_edge * impl->laplacian.mean_edge);
  impl->poisson.compute(impl->laplacian.stiffness + pin * mass);
  const bool factored = impl->free_heat.info() == Eigen::Success && impl->poisson.info() == Eigen::Success &&
                        (!impl->has_border || impl->cold_heat.info() == Eigen::Success);
  if (!factored) return bad_input({}, "the mesh is too damaged to measure distances along it");
  return HeatGeodesics(std::move(impl));
}

std::vector<float> HeatGeodesics::distances(std::span<const SurfacePoint> sources) const {
  const Impl& m = *impl_;
  const auto count = static_cast<Eigen::Index>(m.positions.size());
  constexpr float unreached = std::numeric_limits<float>::infinity();
  std::vector<float> result(m.compact.size(), unreached);

  // Only sources on the surface count; each warms the corners of its triangle by its weights.
  std::vector<const SurfacePoint*> valid;
  std::vector<std::uint32_t> corners;
  Eigen::VectorXd warm = Eigen::VectorXd::Zero(count);
  std::vector<bool> reached(m.positions.size(), false);  // by component
  for (const SurfacePoint& source : sources) {
    if (source.triangle >= m.triangle_here.size() || m.triangle_here[source.triangle] < 0) continue;
    const Triangle& t = m.triangles[static_cast<std::size_t>(m.triangle_here[source.triangle])];
    for (int c = 0; c < 3; ++c) warm[t[static_cast<std::size_t>(c)]] += static_cast<double>(source.barycentric[c]);
    reached[m.component[t[0]]] = true;
    corners.insert(corners.end(), t.begin(), t.end());
    valid.push_back(&source);
  }
  if (valid.empty()) return result;

  const Eigen::VectorXd heat = m.heat_from(warm);
  Eigen::VectorXd distance = m.poisson.solve(m.flow_out_of(heat));

  std::vector<glm::dvec3> places;
  for (const SurfacePoint* source : valid) {
    const Triangle& t = m.triangles[static_cast<std::size_t>(m.triangle_here[source->triangle])];
    glm::vec3 place(0.0F);
    for (int c = 0; c < 3; ++c) place += source->barycentric[c] * glm::vec3(m.positions[t[static_cast<std::size_t>(c)]]);
    places.emplace_back(place);
  }
  std::vector<double> straight(m.positions.size(), std::numeric_limits<double>::infinity());
  for (std::size_t v = 0; v < m.positions.size(); ++v) {
    if (!reached[m.component[v]]) continue;
    for (const glm::dvec3& place : places) straight[v] = std::min(straight[v], glm::distance(m.positions[v], place));
  }
  const std::vector<int> ring = m.rings_around(corners);
  const std::vector<double> shift = m.shifts(distance, straight, ring);
  for (std::size_t v = 0; v < m.positions.size(); ++v) {
    if (!reached[m.component[v]]) continue;
    // No way along the surface is shorter than the straight one, and within a source's triangle they are equal.
    double& here = distance[static_cast<Eigen::Index>(v)];
    here = ring[v] == 0 ? straight[v] : std::max(here - shift[m.component[v]], straight[v]);
  }
  for (std::size_t v = 0; v < result.size(); ++v) {
    const std::uint32_t place = m.compact[v];
    if (place == no_vertex || !reached[m.component[place]]) continue;
    result[v] = static_cast<float>(distance[static_cast<Eigen::Index>(place)]);
  }
  return result;
}

}  // namespace dorsum::geometry
