#include "dorsum/geometry/geodesics.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "coincident.h"
#include "edges.h"
#include "intrinsic_laplacian.h"
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
};

HeatGeodesics::HeatGeodesics(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HeatGeodesics::~HeatGeodesics() = default;
HeatGeodesics::HeatGeodesics(HeatGeodesics&&) noexcept = default;
HeatGeodesics& HeatGeodesics::operator=(HeatGeodesics&&) noexcept = default;

Result<HeatGeodesics> HeatGeodesics::prepare(const TriangleMesh& mesh) {
  auto impl = std::make_unique<Impl>();
  const std::vector<std::uint32_t> first = first_at_same_place(mesh);
  impl->compact.assign(mesh.positions.size(), no_vertex);
  impl->triangle_here.assign(mesh.triangles.size(), -1);
  const auto here = [&](std::uint32_t vertex) {
    std::uint32_t& place = impl->compact[first[vertex]];
    if (place == no_vertex) {
      place = static_cast<std::uint32_t>(impl->positions.size());
      impl->positions.emplace_back(mesh.positions[vertex]);
    }
    return place;
  };
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    if (first[i] == first[j] || first[j] == first[k] || first[k] == first[i]) continue;
    impl->triangle_here[t] = static_cast<std::int64_t>(impl->triangles.size());
    const std::uint32_t a = here(i), b = here(j), c = here(k);
    impl->triangles.push_back({a, b, c});
  }
  for (std::size_t v = 0; v < first.size(); ++v) impl->compact[v] = impl->compact[first[v]];
  if (impl->triangles.empty()) return bad_input({}, "distances need a surface, and this mesh has no triangles");

  DisjointSets sets(impl->positions.size());
  impl->on_border.assign(impl->positions.size(), false);
  for_each_edge(edge_uses(impl->triangles), [&](std::span<const EdgeUse> uses) {
    sets.join(uses[0].low, uses[0].high);
    if (uses.size() != 1) return;
    impl->has_border = true;
    impl->on_border[uses[0].low] = impl->on_border[uses[0].high] = true;
  });
  for (std::uint32_t v = 0; v < impl->positions.size(); ++v) impl->component.push_back(sets.root(v));

  impl->laplacian = intrinsic_laplacian(impl->positions, impl->triangles);
  const auto count = static_cast<Eigen::Index>(impl->positions.size());
  Matrix mass(count, count);
  mass.reserve(Eigen::VectorXi::Constant(count, 1));
  for (Eigen::Index i = 0; i < count; ++i) mass.insert(i, i) = impl->laplacian.mass[i];
  const double time = impl->laplacian.mean_edge * impl->laplacian.mean_edge;  // Crane and others 2013, 3.2.4

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
  Eigen::VectorXd warm = Eigen::VectorXd::Zero(count);
  std::vector<bool> reached(m.positions.size(), false);  // by component
  for (const SurfacePoint& source : sources) {
    if (source.triangle >= m.triangle_here.size() || m.triangle_here[source.triangle] < 0) continue;
    const Triangle& t = m.triangles[static_cast<std::size_t>(m.triangle_here[source.triangle])];
    for (int c = 0; c < 3; ++c) warm[t[static_cast<std::size_t>(c)]] += static_cast<double>(source.barycentric[c]);
    reached[m.component[t[0]]] = true;
    valid.push_back(&source);
  }
  if (valid.empty()) return result;

  const Eigen::VectorXd heat = m.heat_from(warm);
  Eigen::VectorXd distance = m.poisson.solve(m.flow_out_of(heat));

  // Known at the sources: zero. One shift per component sets their mean there to it.
  std::vector<double> shift(m.positions.size(), 0.0), weight(m.positions.size(), 0.0);
  std::vector<bool> exact(m.positions.size(), false);
  for (const SurfacePoint* source : valid) {
    const Triangle& t = m.triangles[static_cast<std::size_t>(m.triangle_here[source->triangle])];
    const std::uint32_t component = m.component[t[0]];
    // Linear interpolation can't show the cone's tip, so the corners themselves are compared.
    for (std::size_t c = 0; c < 3; ++c) {
      const double known = glm::distance(m.positions[t[c]], glm::dvec3(source->position));
      const double share = static_cast<double>(source->barycentric[static_cast<int>(c)]);
      shift[component] += share * (distance[t[c]] - known);
      weight[component] += share;
      exact[t[c]] = true;
    }
  }
  for (std::size_t v = 0; v < m.positions.size(); ++v) {
    const std::uint32_t component = m.component[v];
    if (!reached[component]) continue;
    double straight = std::numeric_limits<double>::infinity();
    for (const SurfacePoint* source : valid) {
      straight = std::min(straight, glm::distance(m.positions[v], glm::dvec3(source->position)));
    }
    // No way along the surface is shorter than the straight one, and within a source's triangle they are equal.
    const double along = distance[static_cast<Eigen::Index>(v)] - shift[component] / weight[component];
    distance[static_cast<Eigen::Index>(v)] = exact[v] ? straight : std::max(along, straight);
  }
  for (std::size_t v = 0; v < result.size(); ++v) {
    const std::uint32_t place = m.compact[v];
    if (place == no_vertex || !reached[m.component[place]]) continue;
    result[v] = static_cast<float>(distance[static_cast<Eigen::Index>(place)]);
  }
  return result;
}

}  // namespace dorsum::geometry
