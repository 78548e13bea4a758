#include "growth.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>

#include "dorsum/core/side.h"

namespace dorsum::bench {
namespace {

constexpr std::size_t times_more = 10;
constexpr int frames_a_size = 12;

/// The vertices and triangles of a part of a mesh's triangles, given by their numbers.
geometry::TriangleMesh part_of(const geometry::TriangleMesh& mesh, std::span<const std::size_t> triangles) {
  constexpr std::uint32_t unused = ~0U;
  geometry::TriangleMesh part;
  std::vector<std::uint32_t> number(mesh.positions.size(), unused);
  for (const std::size_t t : triangles) {
    geometry::Triangle corners{};
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t v = mesh.triangles[t][c];
      if (number[v] == unused) {
        number[v] = static_cast<std::uint32_t>(part.positions.size());
        part.positions.push_back(mesh.positions[v]);
        if (!mesh.normals.empty()) part.normals.push_back(mesh.normals[v]);
        if (!mesh.fibre.empty()) part.fibre.push_back(mesh.fibre[v]);
        if (!mesh.tendon.empty()) part.tendon.push_back(mesh.tendon[v]);
      }
      corners[c] = number[v];
    }
    part.triangles.push_back(corners);
  }
  return part;
}

/// Each structure but the skin, of which there is one, cut across into pieces from top to bottom.
body::Parts in_pieces(const body::Body& body) {
  body::Parts parts;
  parts.atlas.name = "ten times the structures";
  parts.atlas.landmarks = body.atlas().landmarks;
  for (std::size_t s = 0; s < body.meshes().size(); ++s) {
    const geometry::TriangleMesh& mesh = body.mesh(s);
    const atlas::Structure& structure = body.atlas().structures[s];
    const std::size_t pieces = structure.kind == atlas::Kind::skin ? 1 : std::min(times_more, std::max<std::size_t>(1, mesh.triangles.size()));
    std::vector<std::size_t> order(mesh.triangles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t t) { return mesh.positions[mesh.triangles[t][0]].z; });
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const std::size_t first = order.size() * piece / pieces, last = order.size() * (piece + 1) / pieces;
      atlas::Structure& own = parts.atlas.structures.emplace_back(structure);
      own.id = with_side(fmt::format("{}-{}", without_side(structure.id), piece + 1), structure.side());
      parts.meshes.push_back(part_of(mesh, std::span(order).subspan(first, last - first)));
    }
  }
  return parts;
}

/// The median frame of a turn at each depth. Whole meshes and no coarser levels: those keep the pieces' borders, so
/// that the two would not have the same triangles.
Result<std::vector<double>> turns(body::Parts parts, const Output& output) {
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  if (!built) return Failure(built.error());
  const std::shared_ptr<const body::Body> body = *std::move(built);
  auto renderer = render::Renderer::create();
  if (!renderer) return Failure(renderer.error());
  renderer->upload(body->meshes(), body->skin());
  state::Session session(body);
  picture::SceneMemo memo;
  std::vector<double> medians;
  for (int depth = 0; depth <= atlas::deepest_layer; ++depth) {
    if (auto ran = session.run(fmt::format("depth {}", depth)); !ran) return Failure(ran.error());
    medians.push_back(at_part(orbit(session, *renderer, output, memo, frames_a_size), 0.5));
  }
  return medians;
}

}  // namespace

Result<Growth> measure_growth(const body::Body& body, const Output& output) {
  // Neither has trigger points: the pieces could not host them.
  body::Parts pieces = in_pieces(body);
  Growth growth{.structures = pieces.meshes.size()};
  const auto as_it_is = turns({.atlas = body.atlas(), .meshes = body.meshes(), .content = {}, .regions = {}}, output);
  if (!as_it_is) return Failure(as_it_is.error());
  const auto grown = turns(std::move(pieces), output);
  if (!grown) return Failure(grown.error());
  for (std::size_t depth = 0; depth < grown->size(); ++depth) growth.per_triangle = std::max(growth.per_triangle, (*grown)[depth] / (*as_it_is)[depth]);
  return growth;
}

}  // namespace dorsum::bench
