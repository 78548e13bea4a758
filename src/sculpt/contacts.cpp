#include "contacts.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "dorsum/geometry/signed_distance.h"
#include "flesh_room.h"

namespace dorsum::sculpt {
namespace {

constexpr float band = 1.0F;         // mm: farther apart, surfaces don't bound one another yet
constexpr float deepest = 12.0F;     // mm: surfaces farther inside one another than this aren't told from wrapped ones
constexpr float wrapped = 3.0F;      // mm: bone so deep in flesh runs through it
constexpr float longest_step = 1.5F; // mm that a surface gives way at once: far pushes are asked again from nearer
constexpr float same_way = 0.3F;     // cosine: flesh whose deep wall looks the way the bone beside it does lies on its far side
constexpr float sunk_from = 0.5F;    // mm deep in flesh: what lies deeper is in the wrong place
constexpr float thin_sheet = 5.0F;   // mm: bone in a sheet no thicker lies in its deep part and wants out on the deep side
constexpr int pairs_last = 4;        // rounds until it is found anew who is near whom

/// The muscle's name without part and side: the parts of one muscle touch.
std::string_view first_word(std::string_view id) { return id.substr(0, id.find_first_of("-.")); }

/// mm between two bodies' surfaces at least; less than nothing where they may just touch, as tendon does bone.
float gap_between(const Settled& a, const Settled& b) {
  if (a.tissue == Tissue::skin || b.tissue == Tissue::skin) return a.id == deep_fascia_id || b.id == deep_fascia_id ? 0.0F : skin_cover;
  if (a.tissue == Tissue::bone || b.tissue == Tissue::bone) return -0.2F;
  return first_word(a.id) == first_word(b.id) ? -0.1F : 0.15F;
}

/// The part of a needed move that the first of two makes; the other makes the rest.
float share(const Settled& a, const Settled& b) {
  if (!a.moves()) return 0.0F;
  if (!b.moves()) return 1.0F;
  if (a.tissue == Tissue::skin) return 0.1F;
  if (b.tissue == Tissue::skin) return 0.9F;
  if (a.order == b.order) return 0.5F;
  return a.order < b.order ? 0.7F : 0.3F;
}

/// Whether the shallower of two muscles, pushed that way, goes where it belongs: out over the deeper. Past the middle of a
/// thin sheet the nearest way out is the wrong one.
bool keeps_order(const Settled& a, const Settled& b, glm::vec3 push_on_a, glm::vec3 to_skin) {
  constexpr float clearly_wrong = -0.5F;
  if (a.tissue != Tissue::flesh || b.tissue != Tissue::flesh || a.order == b.order) return true;
  return (a.order > b.order ? 1.0F : -1.0F) * glm::dot(push_on_a, to_skin) > clearly_wrong;
}

bool matter_to_each_other(const Settled& a, const Settled& b) {
  // The fascia bounds what hangs under it, the skin everything else.
  for (const auto& [cover, flesh] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (cover->tissue == Tissue::skin && (cover->id == deep_fascia_id) != flesh->under_fascia) return false;
  }
  return (a.tissue == Tissue::flesh || b.tissue == Tissue::flesh) && (a.moves() || b.moves());
}

}  // namespace

struct Contacts::Field {
  geometry::TriangleMesh surface;
  geometry::Bounds bounds;
  std::unique_ptr<geometry::SignedDistance> distance;
  float area = 1.0F;               // mm2, at first
  std::vector<glm::vec3> to_skin;  // of each vertex of flesh: unit, the shortest way out of the body
  std::vector<bool> deep_facing;   // of each vertex of flesh: whether its wall looks away from the skin

  [[nodiscard]] std::size_t samples() const { return surface.positions.size() + surface.triangles.size(); }

  /// The vertices, and the middles of the triangles.
  [[nodiscard]] glm::vec3 sample(std::size_t s) const {
    if (s < surface.positions.size()) return surface.positions[s];
    const auto& [a, b, c] = surface.triangles[s - surface.positions.size()];
    return (surface.positions[a] + surface.positions[b] + surface.positions[c]) / 3.0F;
  }
  /// mm2 of surface that a sample stands for: its triangle, a vertex none.
  [[nodiscard]] float area_of(std::size_t s) const {
    if (s < surface.positions.size()) return 0.0F;
    const auto& [a, b, c] = surface.triangles[s - surface.positions.size()];
    const glm::vec3 p = surface.positions[a];
    return 0.5F * glm::length(glm::cross(surface.positions[b] - p, surface.positions[c] - p));
  }
  [[nodiscard]] std::array<std::uint32_t, 3> vertices(std::size_t s) const {
    if (s >= surface.positions.size()) return surface.triangles[s - surface.positions.size()];
    const auto v = static_cast<std::uint32_t>(s);
    return {v, v, v};
  }
  [[nodiscard]] bool near(glm::vec3 p, float reach) const {
    return glm::all(glm::greaterThan(p, bounds.low - reach)) && glm::all(glm::lessThan(p, bounds.high + reach));
  }
};

Contacts::Contacts(std::span<const Settled> bodies) : bodies_(bodies), fields_(bodies.size()), pairs_(bodies.size()), sunk_(bodies.size(), 0.0F) {
  const geometry::TriangleMesh* skin = nullptr;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    fields_[i].surface.positions = bodies[i].mesh->positions;
    fields_[i].surface.triangles = bodies[i].mesh->triangles;
    if (bodies[i].tissue == Tissue::skin && (skin == nullptr || bodies[i].id != deep_fascia_id)) skin = bodies[i].mesh;
  }
  std::optional<geometry::SignedDistance> to_skin;
  if (skin != nullptr) to_skin.emplace(*skin);
  tbb::parallel_for(std::size_t{0}, bodies.size(), [&](std::size_t i) {
    Field& field = fields_[i];
    field.bounds = geometry::bounds_of(field.surface);
    field.distance = std::make_unique<geometry::SignedDistance>(field.surface);
    field.area = std::max(static_cast<float>(geometry::area_of(field.surface)), 1.0F);
    if (bodies_[i].tissue != Tissue::flesh) return;
    for (std::size_t v = 0; v < field.surface.positions.size(); ++v) {
      constexpr float anywhere = 1e4F;
      const auto nearest = to_skin ? to_skin->at(field.surface.positions[v], anywhere) : std::nullopt;
      const glm::vec3 outward = nearest ? nearest->outward : glm::vec3(0.0F, 1.0F, 0.0F);
      field.to_skin.push_back(outward);
      field.deep_facing.push_back(glm::dot(bodies_[i].mesh->normals[v], outward) < 0.0F);
    }
  });
}

Contacts::~Contacts() = default;

void Contacts::renew_fields(const std::vector<std::unique_ptr<SoftBody>>& soft) {
  tbb::parallel_for(std::size_t{0}, fields_.size(), [&](std::size_t i) {
    if (!soft[i]) return;
    fields_[i].surface = soft[i]->surface();
    fields_[i].bounds = geometry::bounds_of(fields_[i].surface);
    fields_[i].distance = std::make_unique<geometry::SignedDistance>(fields_[i].surface);
  });
}

void Contacts::renew_pairs(std::size_t body) {
  // Whoever is nearer than all the steps until the next renewal can take is a pair.
  constexpr float outside = band + 0.5F * longest_step * pairs_last;
  const Field& field = fields_[body];
  pairs_[body].clear();
  for (std::uint32_t other = 0; other < fields_.size(); ++other) {
    if (other == body || !matter_to_each_other(bodies_[body], bodies_[other])) continue;
    const Field& to = fields_[other];
    const float gap = std::max(gap_between(bodies_[body], bodies_[other]), 0.0F);
    if (!geometry::within(field.bounds, to.bounds, outside + gap)) continue;
    const bool under_skin = bodies_[other].tissue == Tissue::skin;
    for (std::uint32_t s = 0; s < field.samples(); ++s) {
      const glm::vec3 p = field.sample(s);
      if (!to.near(p, outside + gap)) continue;
      const auto nearest = to.distance->at(p, under_skin ? outside + gap : deepest);
      if (!nearest || (!under_skin && nearest->distance > outside + gap)) continue;
      const float apart = std::abs(nearest->distance);
      pairs_[body].push_back({s, other, apart, apart + 2.0F * longest_step * pairs_last});
    }
  }
}

void Contacts::touch(std::size_t body, const std::vector<std::unique_ptr<SoftBody>>& soft, std::vector<Bound>& own,
                     std::vector<Touch>& others) {
  const Field& field = fields_[body];
  float sunk = 0.0F;
  for (Pair& pair : pairs_[body]) {
    const Settled& other = bodies_[pair.other];
    const Field& to = fields_[pair.other];
    // Most often it is about where it was; a search that looks no farther is a short one.
    auto nearest = to.distance->at(field.sample(pair.sample), std::min(pair.last + longest_step, pair.reach));
    if (!nearest) nearest = to.distance->at(field.sample(pair.sample), pair.reach);
    if (!nearest) continue;
    pair.last = std::abs(nearest->distance);
    if (other.tissue == Tissue::flesh && nearest->distance < -sunk_from) sunk += field.area_of(pair.sample);
    const float facing = other.tissue == Tissue::skin ? -1.0F : 1.0F;  // the skin's inside is where flesh belongs
    const float lacking = gap_between(bodies_[body], other) - facing * nearest->distance;
    if (lacking < -band) continue;
    const glm::vec3 away = facing * nearest->outward;
    const auto vertices = field.vertices(pair.sample);
    if (bodies_[body].tissue == Tissue::flesh && !keeps_order(bodies_[body], other, away, field.to_skin[vertices[0]])) continue;
    // A thin blade of bone just within the deep wall: held off its far side the wall could never come back through it.
    if (bodies_[body].tissue == Tissue::flesh && other.tissue == Tissue::bone && field.deep_facing[vertices[0]] &&
        glm::dot(nearest->outward, bodies_[body].mesh->normals[vertices[0]]) > same_way) {
      continue;
    }
    const auto bound = [&](std::size_t whose, std::size_t against, std::uint32_t vertex, glm::vec3 direction, float by) {
      const float now = glm::dot(soft[whose]->displacements()[vertex], direction);
      const float step = std::min(share(bodies_[whose], bodies_[against]) * by, longest_step);
      return Bound{vertex, direction, now + step, !bodies_[against].moves() || bodies_[against].tissue == Tissue::skin};
    };
    if (soft[body]) {
      const std::size_t count = vertices[0] == vertices[1] ? 1 : 3;
      for (std::size_t k = 0; k < count; ++k) own.push_back(bound(body, pair.other, vertices[k], away, lacking));
    }
    if (!soft[pair.other]) continue;
    const geometry::Triangle& triangle = to.surface.triangles[nearest->triangle];
    for (int k = 0; k < 3; ++k) {
      if (nearest->barycentric[k] < 0.15F) continue;
      const std::uint32_t vertex = triangle[static_cast<std::size_t>(k)];
      if (bodies_[body].tissue == Tissue::bone && !to.deep_facing[vertex]) {
        // Bone that flesh covers may stay covered, but a thin sheet that it has all but pierced is lifted off it.
        const float thickness = soft[pair.other]->thickness(vertex);
        const bool from_below = glm::dot(bodies_[body].mesh->normals[vertices[0]], away) > same_way;
        if (nearest->distance < 0.0F && from_below && thickness > 0.0F && thickness < thin_sheet)
          others.push_back({pair.other, bound(pair.other, body, vertex, away, thickness + nearest->distance)});
        continue;
      }
      if (bodies_[body].tissue == Tissue::bone && lacking > wrapped) continue;  // flesh that has sunk through it comes back
      others.push_back({pair.other, bound(pair.other, body, vertex, -away, lacking)});
    }
  }
  sunk_[body] = sunk / field.area;
}

float Contacts::sunk() const {
  constexpr float small = 0.003F;
  float sum = 0.0F;
  for (const float part : sunk_) sum += std::max(0.0F, part - small);
  return sum;
}

std::vector<std::vector<Bound>> Contacts::find(const std::vector<std::unique_ptr<SoftBody>>& soft) {
  if (round_ > 0) renew_fields(soft);
  const bool anew = round_++ % pairs_last == 0;
  std::vector<std::vector<Bound>> bounds(bodies_.size());
  std::vector<std::vector<Touch>> touches(bodies_.size());
  tbb::parallel_for(std::size_t{0}, bodies_.size(), [&](std::size_t i) {
    if (anew) renew_pairs(i);
    touch(i, soft, bounds[i], touches[i]);
  });
  // Each body's bounds in the order of who asks, whatever thread found them: sums of floats depend on it.
  for (std::size_t i = 0; i < bodies_.size(); ++i) {
    for (const Touch& touch : touches[i]) bounds[touch.other].push_back(touch.bound);
  }
  return bounds;
}

}  // namespace dorsum::sculpt
