#include "soft_body.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <iterator>
#include <utility>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/self_intersection.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::sculpt {
namespace {

constexpr float reach = 10.0F;         // mm over which a push dies away along the surface
constexpr float thin = 10.0F;          // mm: walls nearer than that move together, the more the nearer
constexpr float most_thinning = 0.6F;  // of its thickness a muscle keeps at least so much ...
constexpr float never_thinner = 1.2F;  // ... and where it is thinner than this, in mm, all of it
constexpr float firm_weight = 4.0F;    // of a firm bound against another
constexpr int presses = 4;             // of yielding and firm bounds in turn
constexpr int smoothing_rounds = 24;   // of evening out for each set of bounds
constexpr float farthest_move = 9.0F;  // mm that a vertex may move in all
constexpr float most_strain = 0.4F;    // change of an edge by its length: triangles neither fold nor stretch to slivers

glm::vec3 no_farther(glm::vec3 move) {
  const float length = glm::length(move);
  return length > farthest_move ? move * (farthest_move / length) : move;
}

}  // namespace

SoftBody::SoftBody(const geometry::TriangleMesh& mesh)
    : rest_(mesh.positions), triangles_(mesh.triangles), displacement_(mesh.positions.size(), glm::vec3(0.0F)) {
  geometry::TriangleMesh bare = surface();
  geometry::compute_normals(bare, 180.0F);
  normals_ = std::move(bare.normals);
  link_walls(mesh);
  link_neighbours();
}

geometry::TriangleMesh SoftBody::surface() const {
  geometry::TriangleMesh mesh;
  mesh.positions = rest_;
  for (std::size_t i = 0; i < rest_.size(); ++i) mesh.positions[i] += displacement_[i];
  mesh.triangles = triangles_;
  return mesh;
}

void SoftBody::link_walls(const geometry::TriangleMesh& mesh) {
  const geometry::SurfaceQuery query({&mesh});
  across_.resize(rest_.size());
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    constexpr float off = 1e-3F;  // mm: the ray starts just inside, not on the vertex's own triangles
    const auto hit = query.first_hit(rest_[i] - off * normals_[i], -normals_[i], [&](const geometry::SurfaceHit& at) {
      const auto& t = triangles_[at.triangle];
      return std::find(t.begin(), t.end(), static_cast<std::uint32_t>(i)) == t.end();
    });
    if (!hit) continue;
    const float thickness = hit->distance + off;
    across_[i] = {hit->triangle, hit->barycentric, thickness, std::max(most_thinning * thickness, std::min(thickness, never_thinner))};
  }
}

void SoftBody::link_neighbours() {
  std::vector<std::pair<std::uint32_t, Link>> all;
  for (const auto& t : triangles_) {
    for (std::size_t k = 0; k < 3; ++k) {
      all.push_back({t[k], {t[(k + 1) % 3], 0.5F}});  // each edge comes once from either triangle
      all.push_back({t[(k + 1) % 3], {t[k], 0.5F}});
    }
  }
  for (std::uint32_t i = 0; i < across_.size(); ++i) {
    const Across& at = across_[i];
    if (at.least <= 0.0F) continue;
    const float thickness = glm::distance(rest_[i], across(rest_, at));
    const float weight = 6.0F * std::clamp(1.0F - thickness / thin, 0.0F, 1.0F);
    for (int k = 0; weight > 0.0F && k < 3; ++k) {
      all.push_back({i, {triangles_[at.triangle][static_cast<std::size_t>(k)], weight * at.weights[k]}});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  first_link_.assign(rest_.size() + 1, 0);
  for (const auto& [vertex, link] : all) {
    ++first_link_[vertex + 1];
    links_.push_back(link);
  }
  for (std::size_t i = 0; i < rest_.size(); ++i) first_link_[i + 1] += first_link_[i];
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    float sum = 0.0F;
    const auto count = static_cast<float>(first_link_[i + 1] - first_link_[i]);
    for (std::uint32_t l = first_link_[i]; l < first_link_[i + 1]; ++l) sum += glm::distance(rest_[i], rest_[links_[l].vertex]);
    const float step = count > 0.0F ? sum / count / reach : 0.0F;
    stay_.push_back(1.0F - std::min(0.5F * step * step, 0.5F));
  }
}

glm::vec3 SoftBody::across(const std::vector<glm::vec3>& of, const Across& at) const {
  const auto& [a, b, c] = triangles_[at.triangle];
  return at.weights.x * of[a] + at.weights.y * of[b] + at.weights.z * of[c];
}

void SoftBody::even_out() {
  std::vector<glm::vec3> evened(displacement_.size());
  for (std::size_t i = 0; i < displacement_.size(); ++i) {
    glm::vec3 sum(0.0F);
    float weight = 0.0F;
    for (std::uint32_t l = first_link_[i]; l < first_link_[i + 1]; ++l) {
      sum += links_[l].weight * displacement_[links_[l].vertex];
      weight += links_[l].weight;
    }
    evened[i] = weight > 0.0F ? stay_[i] * 0.5F * (displacement_[i] + sum / weight) : displacement_[i];
  }
  displacement_ = std::move(evened);
}

void SoftBody::keep_thickness() {
  for (std::size_t i = 0; i < displacement_.size(); ++i) {
    const Across& at = across_[i];
    if (at.least <= 0.0F) continue;
    const glm::vec3 between = rest_[i] + displacement_[i] - across(rest_, at) - across(displacement_, at);
    const float lacking = at.least - glm::dot(between, normals_[i]);
    if (lacking > 0.0F) displacement_[i] += 0.5F * lacking * normals_[i];  // the wall across does the other half
  }
}

void SoftBody::keep(const std::vector<Bound>& bounds) {
  // What several bounds ask of one vertex is averaged: where they contradict each other nothing is torn apart.
  std::vector<glm::vec3> push(displacement_.size(), glm::vec3(0.0F));
  std::vector<float> weight(displacement_.size(), 0.0F);
  for (const Bound& bound : bounds) {
    const float lacking = bound.least - glm::dot(displacement_[bound.vertex], bound.direction);
    if (lacking <= 0.0F) continue;
    const float weighs = bound.firm ? firm_weight : 1.0F;
    push[bound.vertex] += weighs * lacking * bound.direction;
    weight[bound.vertex] += weighs;
  }
  for (std::size_t i = 0; i < push.size(); ++i) {
    if (weight[i] > 0.0F) displacement_[i] = no_farther(displacement_[i] + push[i] / weight[i]);
  }
}

void SoftBody::limit_strain() {
  std::vector<glm::vec3> eased = displacement_;
  for (std::size_t i = 0; i < eased.size(); ++i) {
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (std::uint32_t l = first_link_[i]; l < first_link_[i + 1]; ++l) {
      const std::uint32_t k = links_[l].vertex;
      const glm::vec3 apart = displacement_[k] - displacement_[i];
      const float most = most_strain * glm::distance(rest_[i], rest_[k]);
      const float length = glm::length(apart);
      if (length <= most) continue;
      sum += 0.5F * (1.0F - most / length) * apart;
      count += 1.0F;
    }
    if (count > 0.0F) eased[i] += sum / count;
  }
  displacement_ = std::move(eased);
}

void SoftBody::yield_to(const std::vector<Bound>& bounds) {
  for (int round = 0; round < smoothing_rounds; ++round) {
    even_out();
    keep_thickness();
    keep(bounds);
    limit_strain();
  }
}

void SoftBody::press(const std::vector<Bound>& bounds) {
  // What lies against bone or skin is not pressed into it: it would come out on the far side of a thin blade.
  std::vector<glm::vec3> held(displacement_.size(), glm::vec3(0.0F));
  std::vector<Bound> firm, yielding;
  for (const Bound& bound : bounds) {
    if (!bound.firm) continue;
    firm.push_back(bound);
    held[bound.vertex] += bound.direction;
  }
  std::ranges::copy_if(bounds, std::back_inserter(yielding), [&](const Bound& bound) {
    return !bound.firm && glm::dot(bound.direction, held[bound.vertex]) >= 0.0F;
  });
  for (int round = 0; round < presses; ++round) {
    keep(yielding);
    keep(firm);
  }
}

void SoftBody::relent() {
  for (int round = 0; round < 4; ++round) {
    const auto crossings = geometry::self_intersections(surface());
    if (crossings.empty()) return;
    std::vector<bool> crossed(rest_.size(), false);
    for (const auto& [a, b] : crossings) {
      for (const std::uint32_t v : triangles_[a]) crossed[v] = true;
      for (const std::uint32_t v : triangles_[b]) crossed[v] = true;
    }
    const std::vector<glm::vec3> before = displacement_;
    even_out();
    for (std::size_t i = 0; i < crossed.size(); ++i) displacement_[i] = crossed[i] ? 0.7F * displacement_[i] : before[i];
  }
}

}  // namespace dorsum::sculpt
