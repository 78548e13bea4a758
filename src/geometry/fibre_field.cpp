#include "dorsum/geometry/fibre_field.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "edges.h"
#include "intrinsic_laplacian.h"
#include "joined_surface.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

using Matrix = Eigen::SparseMatrix<double>;
using Solver = Eigen::SimplicialLDLT<Matrix>;
using Column = Eigen::VectorXd;
using Directions = std::vector<glm::dvec3>;

constexpr double fibre_smoothing = 5.0;   // mm: bends of a smaller radius are noise of the mesh or of the ends' edges
constexpr double middle_smoothing = 12.0;  // mm: more than half the thickness of a muscle, less than its curvature's radius

enum class Part { flesh, origin, insertion };

Eigen::Index row(std::size_t v) { return static_cast<Eigen::Index>(v); }

glm::dvec3 unit(glm::dvec3 v) {
  const double length = glm::length(v);
  return length > 1e-12 ? v / length : glm::dvec3(0.0);
}

/// A muscle's surface with the equations on it.
class Surface {
 public:
  explicit Surface(const TriangleMesh& mesh) : joined_(joined_surface(mesh)) {
    if (joined_.triangles.empty()) return;
    laplacian_ = intrinsic_laplacian(joined_.positions, joined_.triangles);
    DisjointSets sets(size());
    for (const Triangle& t : joined_.triangles) {
      sets.join(t[0], t[1]);
      sets.join(t[1], t[2]);
    }
    for (std::uint32_t v = 0; v < size(); ++v) piece_.push_back(sets.root(v));
    mass_ = Matrix(row(size()), row(size()));
    mass_.reserve(Eigen::VectorXi::Constant(row(size()), 1));
    for (std::size_t v = 0; v < size(); ++v) mass_.insert(row(v), row(v)) = laplacian_.mass[row(v)];
    // A little mass makes the otherwise singular matrix definite: it pins the mean, which is shifted afterwards.
    poisson_.compute(laplacian_.stiffness + 1e-9 / (laplacian_.mean_edge * laplacian_.mean_edge) * mass_);
  }

  [[nodiscard]] std::size_t size() const { return joined_.positions.size(); }
  [[nodiscard]] bool good() const { return size() > 0 && poisson_.info() == Eigen::Success; }
  [[nodiscard]] const JoinedSurface& joined() const { return joined_; }
  [[nodiscard]] std::uint32_t piece(std::size_t v) const { return piece_[v]; }
  [[nodiscard]] glm::dvec3 at(std::size_t v) const { return joined_.positions[v]; }

  /// Twice the area of each triangle along its normal.
  [[nodiscard]] glm::dvec3 area_vector(const Triangle& t) const { return glm::cross(at(t[1]) - at(t[0]), at(t[2]) - at(t[0])); }

  /// The gradient on each triangle, times twice its area: what a sum over triangles needs.
  [[nodiscard]] glm::dvec3 gradient(const Triangle& t, const Column& values) const {
    const glm::dvec3 normal = unit(area_vector(t));
    glm::dvec3 sum(0.0);
    for (std::size_t c = 0; c < 3; ++c) sum += values[row(t[c])] * glm::cross(normal, at(t[(c + 2) % 3]) - at(t[(c + 1) % 3]));
    return sum;
  }

  /// Harmonic, held at 0 and 1 at the ends. Empty when the equations can't be solved.
  [[nodiscard]] Column between(const std::vector<Part>& parts) const {
    constexpr double held = 1e6;  // beside a Laplacian's entries, which are about 1
    Matrix matrix = laplacian_.stiffness + 1e-9 * mass_;
    Column right = Column::Zero(row(size()));
    for (std::size_t v = 0; v < size(); ++v) {
      if (parts[v] == Part::flesh) continue;
      matrix.coeffRef(row(v), row(v)) += held;
      right[row(v)] = parts[v] == Part::insertion ? held : 0.0;
    }
    const Solver solver(matrix);
    return solver.info() == Eigen::Success ? Column(solver.solve(right)) : Column();
  }

  /// A field of vectors, as heat would even it out over `radius` mm.
  [[nodiscard]] Directions smoothed(const Directions& field, double radius) const {
    const Solver solver(mass_ + radius * radius * laplacian_.stiffness);
    Directions result(size());
    for (int axis = 0; axis < 3; ++axis) {
      Column column(row(size()));
      for (std::size_t v = 0; v < size(); ++v) column[row(v)] = laplacian_.mass[row(v)] * field[v][axis];
      const Column solved = solver.solve(column);
      for (std::size_t v = 0; v < size(); ++v) result[v][axis] = solved[row(v)];
    }
    return result;
  }

  /// The function whose gradient is nearest to the field's part along the surface, up to a constant a piece.
  [[nodiscard]] Column integrated(const Directions& field) const {
    Column divergence = Column::Zero(row(size()));
    for (const Triangle& t : joined_.triangles) {
      const glm::dvec3 normal = unit(area_vector(t));
      const glm::dvec3 mean = (field[t[0]] + field[t[1]] + field[t[2]]) / 3.0;
      for (std::size_t c = 0; c < 3; ++c)
        divergence[row(t[c])] += 0.5 * glm::dot(mean, glm::cross(normal, at(t[(c + 2) % 3]) - at(t[(c + 1) % 3])));
    }
    return poisson_.solve(divergence);
  }

  /// Normals, weighted by area.
  [[nodiscard]] Directions normals() const {
    Directions sum(size(), glm::dvec3(0.0));
    for (const Triangle& t : joined_.triangles) {
      for (const std::uint32_t v : t) sum[v] += area_vector(t);
    }
    for (glm::dvec3& normal : sum) normal = unit(normal);
    return sum;
  }

 private:
  JoinedSurface joined_;
  IntrinsicLaplacian laplacian_;
  std::vector<std::uint32_t> piece_;
  Matrix mass_;
  Solver poisson_;
};

std::vector<Part> parts_of(const Surface& surface, const FibreEnds& ends) {
  std::vector<Part> parts(surface.size(), Part::flesh);
  const std::vector<std::uint32_t>& here = surface.joined().vertex_here;
  for (std::size_t v = 0; v < here.size(); ++v) {
    if (here[v] == no_vertex || ends.origin[v] == ends.insertion[v]) continue;
    parts[here[v]] = ends.origin[v] ? Part::origin : Part::insertion;
  }
  return parts;
}

struct Middles {
  glm::dvec3 origin{0.0}, insertion{0.0};
  double origins = 0.0, insertions = 0.0;
};

Middles middles_of(const Surface& surface, const std::vector<Part>& parts) {
  Middles middles;
  for (std::size_t v = 0; v < parts.size(); ++v) {
    if (parts[v] == Part::flesh) continue;
    const bool origin = parts[v] == Part::origin;
    (origin ? middles.origin : middles.insertion) += surface.at(v);
    (origin ? middles.origins : middles.insertions) += 1.0;
  }
  middles.origin /= std::max(middles.origins, 1.0);
  middles.insertion /= std::max(middles.insertions, 1.0);
  return middles;
}

/// Unit directions at the vertices, from origin to insertion along the surface.
Directions directions_of(const Surface& surface, const Column& between, const std::vector<Part>& parts, glm::dvec3 straight) {
  std::vector<int> ends(surface.size(), 0);  // of each piece: 1 origin, 2 insertion, 3 both
  for (std::size_t v = 0; v < parts.size(); ++v) {
    if (parts[v] != Part::flesh) ends[surface.piece(v)] |= parts[v] == Part::origin ? 1 : 2;
  }
  Directions sum(surface.size(), glm::dvec3(0.0));
  for (const Triangle& t : surface.joined().triangles) {
    const bool both = ends[surface.piece(t[0])] == 3;
    // Within an end the function is flat: no direction there but what comes in from the flesh around it.
    if (both && parts[t[0]] != Part::flesh && parts[t[0]] == parts[t[1]] && parts[t[1]] == parts[t[2]]) continue;
    const glm::dvec3 area = surface.area_vector(t);
    const glm::dvec3 direction = both ? unit(surface.gradient(t, between)) : straight;
    for (const std::uint32_t v : t) sum[v] += glm::length(area) * direction;
  }
  for (glm::dvec3& direction : sum) direction = unit(direction);
  return sum;
}

/// Shifts each piece so that its origin (or, without one, its least value) stands at 0.
void begin_at_origin(const Surface& surface, const std::vector<Part>& parts, Column& along) {
  std::vector<double> sum(surface.size(), 0.0), count(surface.size(), 0.0);
  std::vector<double> least(surface.size(), 1e30);
  for (std::size_t v = 0; v < surface.size(); ++v) {
    const std::uint32_t piece = surface.piece(v);
    least[piece] = std::min(least[piece], along[row(v)]);
    if (parts[v] != Part::origin) continue;
    sum[piece] += along[row(v)];
    count[piece] += 1.0;
  }
  for (std::size_t v = 0; v < surface.size(); ++v) {
    const std::uint32_t piece = surface.piece(v);
    along[row(v)] -= count[piece] > 0.0 ? sum[piece] / count[piece] : least[piece];
  }
}

}  // namespace

Result<std::vector<glm::vec2>> fibre_field(const TriangleMesh& mesh, const FibreEnds& ends, std::span<const glm::vec3> outward) {
  const std::size_t given = mesh.positions.size();
  if (ends.origin.size() != given || ends.insertion.size() != given || outward.size() != given)
    return bad_input({}, "the ends and the outward directions don't fit the mesh's vertices");
  const Surface surface(mesh);
  if (!surface.good()) return bad_input({}, "fibres need a surface, and this mesh has none that can be solved on");
  const std::vector<Part> parts = parts_of(surface, ends);
  const Middles middles = middles_of(surface, parts);
  if (middles.origins == 0.0 || middles.insertions == 0.0)
    return bad_input({}, middles.origins == 0.0 ? "the muscle has no origin" : "the muscle has no insertion", "see where it holds on the bones");
  const Column between = surface.between(parts);
  if (between.size() == 0) return bad_input({}, "the mesh is too damaged to find its fibres");

  const Directions normals = surface.normals();
  const std::vector<std::uint32_t>& here = surface.joined().vertex_here;
  Directions middle(surface.size(), glm::dvec3(0.0));
  for (std::size_t v = 0; v < given; ++v) {
    if (here[v] == no_vertex) continue;
    const glm::dvec3 normal = normals[here[v]];
    middle[here[v]] = glm::dot(normal, glm::dvec3(outward[v])) * normal;  // the same from both faces
  }
  middle = surface.smoothed(middle, middle_smoothing);
  const glm::dvec3 straight = unit(middles.insertion - middles.origin);
  Directions fibres = surface.smoothed(directions_of(surface, between, parts, straight), fibre_smoothing);
  Directions turned(surface.size());
  for (std::size_t v = 0; v < surface.size(); ++v) {
    fibres[v] = unit(fibres[v] - glm::dot(fibres[v], normals[v]) * normals[v]);
    turned[v] = glm::cross(unit(middle[v]), fibres[v]);
  }
  Column along = surface.integrated(fibres);
  begin_at_origin(surface, parts, along);
  const Column across = surface.integrated(turned);

  std::vector<glm::vec2> field(given, glm::vec2(0.0F));
  for (std::size_t v = 0; v < given; ++v) {
    if (here[v] != no_vertex) field[v] = glm::vec2(along[row(here[v])], across[row(here[v])]);
  }
  return field;
}

}  // namespace dorsum::geometry
