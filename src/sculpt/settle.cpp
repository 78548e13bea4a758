#include "settle.h"

#include <tbb/parallel_for.h>

#include <glm/geometric.hpp>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "contacts.h"
#include "dorsum/geometry/mesh_repair.h"
#include "soft_body.h"
#include "untangle.h"

namespace dorsum::sculpt {
namespace {

constexpr int settling_rounds = 12;  // in which whole neighbourhoods move
constexpr int denting_rounds = 8;    // and in which what is still inside another surface is pressed in

/// Takes the surface to where it has moved. Normals turn by as much as the geometric ones do, so that those made
/// to shade on across an edge still do.
void move(geometry::TriangleMesh& mesh, const SoftBody& soft) {
  geometry::TriangleMesh before{mesh.positions, mesh.triangles, {}, {}, {}, {}};
  geometry::TriangleMesh after = soft.surface();
  geometry::compute_normals(before, 180.0F);
  untangle(after);
  geometry::compute_normals(after, 180.0F);
  mesh.positions = std::move(after.positions);
  for (std::size_t i = 0; i < mesh.normals.size(); ++i) {
    const glm::vec3 turned = mesh.normals[i] + after.normals[i] - before.normals[i];
    const float length = glm::length(turned);
    mesh.normals[i] = length > 0.1F ? turned / length : after.normals[i];
  }
}

bool settle_from(int first_round, std::span<const Settled> bodies, const Progress& progress) {
  std::vector<std::unique_ptr<SoftBody>> soft(bodies.size());
  tbb::parallel_for(std::size_t{0}, bodies.size(), [&](std::size_t i) {
    if (bodies[i].moves()) soft[i] = std::make_unique<SoftBody>(*bodies[i].mesh);
  });
  Contacts contacts(bodies);
  // Where many bodies press on one another, denting one lets another in: the round counts that leaves least in the
  // wrong place.
  float least_sunk = std::numeric_limits<float>::infinity();
  std::vector<std::vector<glm::vec3>> best(bodies.size());
  for (int round = first_round; round <= settling_rounds + denting_rounds; ++round) {
    if (!progress("settling", static_cast<float>(round) / (settling_rounds + denting_rounds))) return false;
    const auto bounds = contacts.find(soft);
    if (const float sunk = contacts.sunk(); round > settling_rounds && sunk < least_sunk) {
      least_sunk = sunk;
      for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (soft[i]) best[i] = soft[i]->displacements();
      }
    }
    if (round == settling_rounds + denting_rounds) break;
    tbb::parallel_for(std::size_t{0}, bodies.size(), [&](std::size_t i) {
      if (!soft[i]) return;
      const bool denting = round >= settling_rounds;
      if (denting) soft[i]->press(bounds[i]);
      else soft[i]->yield_to(bounds[i]);
      if (denting || round % 4 == 3) soft[i]->relent();
    });
  }
  tbb::parallel_for(std::size_t{0}, bodies.size(), [&](std::size_t i) {
    if (!soft[i]) return;
    soft[i]->restore(std::move(best[i]));
    move(*bodies[i].mesh, *soft[i]);
  });
  return true;
}

}  // namespace

bool settle(std::span<const Settled> bodies, const Progress& progress) { return settle_from(0, bodies, progress); }

bool settle_by_dents(std::span<const Settled> bodies, const Progress& progress) { return settle_from(settling_rounds, bodies, progress); }

}  // namespace dorsum::sculpt
