#include "dorsum/body/stance.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <tuple>

#include "dorsum/core/assert.h"

namespace dorsum::body {
namespace {

constexpr geometry::Displacement resting{};

/// Whether a ray passes through a box, or begins in it.
bool meets(const geometry::Bounds& box, glm::vec3 origin, glm::vec3 direction) {
  float enters = 0.0F, leaves = std::numeric_limits<float>::infinity();
  for (int i = 0; i < 3; ++i) {
    constexpr float margin = 1e-2F;  // mm: a flat box has an inside, too
    const float low = box.low[i] - margin - origin[i], high = box.high[i] + margin - origin[i];
    if (direction[i] == 0.0F) {
      if (low > 0.0F || high < 0.0F) return false;
      continue;
    }
    const float a = low / direction[i], b = high / direction[i];
    enters = std::max(enters, std::min(a, b));
    leaves = std::min(leaves, std::max(a, b));
  }
  return enters <= leaves;
}

/// mm from a place to a box; 0 within.
float distance_to(const geometry::Bounds& box, glm::vec3 place) {
  return glm::length(glm::max(glm::max(box.low - place, place - box.high), glm::vec3(0.0F)));
}

bool is_nearer(const geometry::SurfaceHit& a, const geometry::SurfaceHit& b) {
  return std::tie(a.distance, a.mesh, a.triangle) < std::tie(b.distance, b.mesh, b.triangle);
}

}  // namespace

Stance::Stance(const Body& body) : body_(&body) {}

Stance::Stance(const Body& body, std::vector<geometry::Displacement> displaced, glm::vec2 axis, std::shared_ptr<const Posed> posed)
    : body_(&body), posed_(std::move(posed)), displaced_(std::move(displaced)), axis_(axis) {
  if (!posed_ && std::all_of(displaced_.begin(), displaced_.end(), [](const geometry::Displacement& each) { return each.at_rest(); })) {
    displaced_.clear();
    return;
  }
  assert(displaced_.size() == body.meshes().size());
  moved_.resize(displaced_.size());
  for (std::size_t i = 0; i < displaced_.size(); ++i) {
    const geometry::Displacement& by = displaced_[i];
    if (!by.at_rest() || !unbent(i)) moved_[i] = std::make_unique<Moved>();
    if (by.lift != 0.0F || !unbent(i)) {
      reshaped_.push_back(i);
    } else if (std::find(offsets_.begin(), offsets_.end(), by.offset) == offsets_.end()) {
      offsets_.push_back(by.offset);
    }
  }
}

Stance::~Stance() = default;

bool Stance::is(const Body& body, const std::vector<geometry::Displacement>& displaced, glm::vec2 axis, const Posed* posed) const {
  if (&body != body_ || posed != posed_.get()) return false;
  if (displaced_.empty())
    return std::all_of(displaced.begin(), displaced.end(), [](const geometry::Displacement& each) { return each.at_rest(); });
  return axis == axis_ && displaced == displaced_;
}

bool Stance::at_rest(std::size_t structure) const {
  assert(structure < body_->meshes().size());
  return displaced_.empty() || (displaced_[structure].at_rest() && unbent(structure));
}

const geometry::Displacement& Stance::displacement(std::size_t structure) const {
  assert(structure < body_->meshes().size());
  return displaced_.empty() ? resting : displaced_[structure];
}

glm::vec3 Stance::place(const geometry::SurfacePoint& point) const {
  if (at_rest(point.mesh)) return geometry::position_of(point, body_->mesh(point.mesh));
  // Corner by corner, as the triangle is drawn between its corners.
  const geometry::TriangleMesh& mesh = body_->mesh(point.mesh);
  glm::vec3 sum(0.0F);
  for (int c = 0; c < 3; ++c) sum += point.barycentric[c] * corner(point.mesh, mesh.triangles[point.triangle][static_cast<std::size_t>(c)]);
  return sum;
}

glm::vec3 Stance::corner(std::size_t structure, std::uint32_t vertex) const {
  const glm::vec3 position = unbent(structure) ? body_->mesh(structure).positions[vertex] : posed_->bent(structure).positions[vertex];
  return geometry::moved(position, displaced_[structure], axis_);
}

glm::vec3 Stance::direction(const geometry::SurfacePoint& at, glm::vec3 rest) const {
  if (!posed_ || posed_->rests(at.mesh)) return rest;
  const glm::vec3 turned = posed_->turn_at(at) * rest;
  const float length = glm::length(turned);
  return length > 0.0F ? turned * (glm::length(rest) / length) : rest;
}

glm::vec3 Stance::place(const Place& place) const {
  if (at_rest(place.on.mesh)) return place.rest;
  return this->place(place.on) + direction(place.on, place.rest - geometry::position_of(place.on, body_->mesh(place.on.mesh)));
}

Place Stance::place_at(const geometry::SurfacePoint& on, glm::vec3 position) const {
  if (at_rest(on.mesh)) return {on, position};
  glm::vec3 beside = position - place(on);
  if (!unbent(on.mesh)) beside = glm::inverse(posed_->turn_at(on)) * beside;
  return {on, geometry::position_of(on, body_->mesh(on.mesh)) + beside};
}

glm::vec3 Stance::facing(const geometry::SurfacePoint& point) const { return geometry::facing_of(point, mesh(point.mesh)); }

const geometry::TriangleMesh& Stance::mesh(std::size_t structure) const {
  const geometry::TriangleMesh& rest = body_->mesh(structure);
  if (at_rest(structure)) return rest;
  Moved& moved = *moved_[structure];
  std::call_once(moved.mesh_wanted, [&] {
    moved.mesh = rest;
    if (!unbent(structure)) {
      moved.mesh.positions = posed_->bent(structure).positions;
      moved.mesh.normals = posed_->bent(structure).normals;
    }
    if (displaced_[structure].at_rest()) return;
    for (glm::vec3& position : moved.mesh.positions) position = geometry::moved(position, displaced_[structure], axis_);
  });
  return moved.mesh;
}

geometry::Bounds Stance::bounds(std::size_t structure) const {
  if (at_rest(structure)) return body_->bounds(structure);
  return geometry::moved(unbent(structure) ? body_->bounds(structure) : posed_->bounds(structure), displaced_[structure]);
}

geometry::Bounds Stance::bounds() const {
  geometry::Bounds all = body_->bounds();
  for (std::size_t i = 0; i < displaced_.size(); ++i) {
    if (at_rest(i) || body_->mesh(i).positions.empty()) continue;
    const geometry::Bounds box = bounds(i);
    all.low = glm::min(all.low, box.low);
    all.high = glm::max(all.high, box.high);
  }
  return all;
}

const geometry::SurfaceQuery& Stance::query_of(std::size_t structure) const {
  Moved& moved = *moved_[structure];
  std::call_once(moved.query_wanted,
                 [&] { moved.query = std::make_unique<geometry::SurfaceQuery>(std::vector<const geometry::TriangleMesh*>{&mesh(structure)}); });
  return *moved.query;
}

/// Calls ask(query, how far what it answers for is moved whole, the structure it is of or none) for every group that
/// the ray may meet.
template <class Ask>
void StandingSurfaces::ask_each(glm::vec3 origin, glm::vec3 direction, const Of& of, const Ask& ask) const {
  const Stance& stance = *stance_;
  for (const glm::vec3& offset : stance.offsets_) ask(stance.body_->surfaces(), offset, std::optional<std::size_t>());
  for (const std::size_t structure : stance.reshaped_) {
    if ((of && !of(structure)) || !meets(stance.bounds(structure), origin, direction)) continue;
    ask(stance.query_of(structure), glm::vec3(0.0F), std::optional(structure));
  }
}

namespace {

/// An answer of one group as it is meant: at its place, of its structure.
geometry::SurfaceHit as_standing(geometry::SurfaceHit hit, glm::vec3 offset, std::optional<std::size_t> structure) {
  hit.position += offset;
  if (structure) hit.mesh = static_cast<std::uint32_t>(*structure);
  return hit;
}

}  // namespace

std::optional<geometry::SurfaceHit> StandingSurfaces::first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept, const Of& of) const {
  const Stance& stance = *stance_;
  if (stance.at_rest()) {
    if (!of) return stance.body_->surfaces().first_hit(origin, direction, accept);
    return stance.body_->surfaces().first_hit(origin, direction, [&](const geometry::SurfaceHit& hit) { return of(hit.mesh) && (!accept || accept(hit)); });
  }
  std::optional<geometry::SurfaceHit> nearest;
  ask_each(origin, direction, of, [&](const geometry::SurfaceQuery& query, glm::vec3 offset, std::optional<std::size_t> structure) {
    // What is moved whole is met by the ray moved the other way.
    const auto hit = query.first_hit(origin - offset, direction, [&](const geometry::SurfaceHit& found) {
      if (nearest && found.distance > nearest->distance) return false;
      if (!structure) {
        const geometry::Displacement& by = stance.displaced_[found.mesh];
        if (by.lift != 0.0F || !stance.unbent(found.mesh) || by.offset != offset || (of && !of(found.mesh))) return false;
      }
      return !accept || accept(as_standing(found, offset, structure));
    });
    if (hit && (!nearest || is_nearer(as_standing(*hit, offset, structure), *nearest))) nearest = as_standing(*hit, offset, structure);
  });
  return nearest;
}

std::vector<geometry::SurfaceHit> StandingSurfaces::all_hits(glm::vec3 origin, glm::vec3 direction, const Filter& accept, const Of& of) const {
  const Stance& stance = *stance_;
  if (stance.at_rest()) {
    if (!of) return stance.body_->surfaces().all_hits(origin, direction, accept);
    return stance.body_->surfaces().all_hits(origin, direction, [&](const geometry::SurfaceHit& hit) { return of(hit.mesh) && (!accept || accept(hit)); });
  }
  std::vector<geometry::SurfaceHit> all;
  ask_each(origin, direction, of, [&](const geometry::SurfaceQuery& query, glm::vec3 offset, std::optional<std::size_t> structure) {
    const auto hits = query.all_hits(origin - offset, direction, [&](const geometry::SurfaceHit& found) {
      if (!structure) {
        const geometry::Displacement& by = stance.displaced_[found.mesh];
        if (by.lift != 0.0F || !stance.unbent(found.mesh) || by.offset != offset || (of && !of(found.mesh))) return false;
      }
      return !accept || accept(as_standing(found, offset, structure));
    });
    for (const geometry::SurfaceHit& hit : hits) all.push_back(as_standing(hit, offset, structure));
  });
  std::sort(all.begin(), all.end(), is_nearer);
  return all;
}

std::optional<geometry::SurfaceHit> StandingSurfaces::closest(glm::vec3 point, float radius, std::optional<std::uint32_t> structure, const Of& of) const {
  const Stance& stance = *stance_;
  if (stance.at_rest() && !of) return stance.body_->surfaces().closest(point, radius, structure);
  if (structure) {
    const geometry::Displacement& by = stance.displacement(*structure);
    const bool reshaped = by.lift != 0.0F || !stance.unbent(*structure);
    const auto found = reshaped ? stance.query_of(*structure).closest(point, radius) : stance.body_->surfaces().closest(point - by.offset, radius, structure);
    if (!found) return std::nullopt;
    return as_standing(*found, reshaped ? glm::vec3(0.0F) : by.offset, reshaped ? std::optional<std::size_t>(*structure) : std::nullopt);
  }
  // One structure after the other, those whose box lies nearest first: few are looked at before the rest are too far.
  struct Candidate {
    float away;  ///< mm, of the box
    std::uint32_t structure;
  };
  std::vector<Candidate> candidates;
  for (std::uint32_t i = 0; i < stance.body_->meshes().size(); ++i) {
    if (stance.body_->mesh(i).triangles.empty() || (of && !of(i))) continue;
    const float away = distance_to(stance.bounds(i), point);
    if (away <= radius) candidates.push_back({away, i});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return std::tie(a.away, a.structure) < std::tie(b.away, b.structure); });
  std::optional<geometry::SurfaceHit> nearest;
  for (const Candidate& candidate : candidates) {
    if (nearest && candidate.away > nearest->distance) break;
    const auto found = closest(point, nearest ? nearest->distance : radius, candidate.structure);
    if (found && (!nearest || is_nearer(*found, *nearest))) nearest = found;
  }
  return nearest;
}

}  // namespace dorsum::body
