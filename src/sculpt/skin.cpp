// The form "skin": the body's distance turned into one closed mesh of even triangles, finer where one looks.

#include <glm/geometric.hpp>

#include "form.h"
#include "implicit.h"
#include "remesh.h"
#include "skin_body.h"

namespace dorsum::sculpt {
namespace {

constexpr float voxel = 2.0F;   // mm; the narrowest gap, behind the ear, is wider
constexpr int skin_rounds = 7;  // of remeshing; more change nothing that one sees

/// Newton's steps onto the surface, each at most 3 mm.
glm::vec3 on_surface(const SkinBody& body, glm::vec3 p) {
  constexpr float step = 0.4F;  // mm
  const auto& distance = body.solid.distance;
  for (int i = 0; i < 2; ++i) {
    const float d = distance(p);
    if (std::abs(d) < 0.01F) break;
    const glm::vec3 slope = glm::vec3(distance(p + glm::vec3(step, 0, 0)) - d, distance(p + glm::vec3(0, step, 0)) - d,
                                      distance(p + glm::vec3(0, 0, step)) - d) /
                            step;
    const float steepness2 = glm::dot(slope, slope);
    if (steepness2 < 1e-2F) break;
    const glm::vec3 move = -d * slope / steepness2;
    const float length = glm::length(move);
    p += length > 3.0F ? move * (3.0F / length) : move;
  }
  return p;
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_skin(const JsonReader& figures, const Deeper&) {
  const auto body = read_skin(figures);
  if (!body) return bad_input(figures.where(), "the skin's figures can't be used");
  auto mesh = polygonise(body->solid, voxel);
  if (!mesh) return mesh;
  keep_largest(*mesh, 1);
  remesh(*mesh, {[&](glm::vec3 p) { return body->edge_length(p); }, [&](glm::vec3 p) { return on_surface(*body, p); },
                 skin_rounds});
  return mesh;
}

}  // namespace dorsum::sculpt
