#pragma once
// A body as it stands now: where each of its surface points is. Immutable; any thread may read it. At rest it costs
// nothing: every answer is the body's own.
//
// Three ways to stand there are: bent by a pose (posed.h), and then, of whole structures (geometry/displacement.h), lifted
// off while a layer leaves, and drawn apart. All else follows from the positions that mesh() has.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/place.h"
#include "dorsum/body/posed.h"
#include "dorsum/geometry/displacement.h"

namespace dorsum::body {

class Stance;

/// Rays and nearest points against the surfaces where they stand; `mesh` of an answer is the structure, `position` is
/// where it is met.
class StandingSurfaces {
 public:
  using Filter = geometry::SurfaceQuery::Filter;
  /// Which structures are asked at all: what is left out costs nothing. None given: all.
  using Of = std::function<bool(std::size_t structure)>;

  /// As SurfaceQuery's.
  [[nodiscard]] std::optional<geometry::SurfaceHit> first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}, const Of& of = {}) const;
  [[nodiscard]] std::vector<geometry::SurfaceHit> all_hits(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}, const Of& of = {}) const;
  /// The nearest point of all structures, or of one, within `radius` mm.
  [[nodiscard]] std::optional<geometry::SurfaceHit> closest(glm::vec3 point, float radius = std::numeric_limits<float>::infinity(),
                                                            std::optional<std::uint32_t> structure = {}, const Of& of = {}) const;

 private:
  friend class Stance;
  explicit StandingSurfaces(const Stance& stance) : stance_(&stance) {}
  template <class Ask>
  void ask_each(glm::vec3 origin, glm::vec3 direction, const Of& of, const Ask& ask) const;
  const Stance* stance_;
};

class Stance {
 public:
  /// The body at rest. Keeps a reference to it.
  explicit Stance(const Body& body);
  /// `displaced` by structure; empty: all rest. `axis`: x and y of the upright line that lifts go off from, mm.
  Stance(const Body& body, std::vector<geometry::Displacement> displaced, glm::vec2 axis, std::shared_ptr<const Posed> posed = {});
  Stance(const Stance&) = delete;
  Stance& operator=(const Stance&) = delete;
  ~Stance();

  [[nodiscard]] const Body& body() const { return *body_; }
  /// Whether every structure rests.
  [[nodiscard]] bool at_rest() const { return displaced_.empty(); }
  [[nodiscard]] bool at_rest(std::size_t structure) const;
  /// The pose that bends it; null: none.
  [[nodiscard]] const std::shared_ptr<const Posed>& posed() const { return posed_; }
  /// Whether a structure is no longer as it rests because of the pose.
  [[nodiscard]] bool bent(std::size_t structure) const { return !unbent(structure); }
  /// Another for each pose, 0 for none: for whoever keeps what was made of bent meshes.
  [[nodiscard]] std::uint64_t pose_number() const { return posed_ ? posed_->number() : 0; }
  [[nodiscard]] const geometry::Displacement& displacement(std::size_t structure) const;
  [[nodiscard]] glm::vec2 axis() const { return axis_; }
  /// Whether a body stands so: the same body and pose, the same displacements.
  [[nodiscard]] bool is(const Body& body, const std::vector<geometry::Displacement>& displaced, glm::vec2 axis, const Posed* posed = nullptr) const;

  /// Where a surface point is, mm.
  [[nodiscard]] glm::vec3 place(const geometry::SurfacePoint& point) const;
  /// Where a place is: as far from its surface point as it rests from it.
  [[nodiscard]] glm::vec3 place(const Place& place) const;
  /// Which place of the body is here: the surface point, and beside it as far as `position` lies from it now.
  [[nodiscard]] Place place_at(const geometry::SurfacePoint& on, glm::vec3 position) const;
  /// A direction that belongs to the body there, as a normal at rest: how it points now.
  [[nodiscard]] glm::vec3 direction(const geometry::SurfacePoint& at, glm::vec3 rest) const;
  /// At right angles to the surface there, outward, unit; zero on a triangle without area.
  [[nodiscard]] glm::vec3 facing(const geometry::SurfacePoint& point) const;

  /// A structure's mesh where it stands: the body's own while it rests, else made when first asked for.
  [[nodiscard]] const geometry::TriangleMesh& mesh(std::size_t structure) const;
  /// A box that holds the structure, mm.
  [[nodiscard]] geometry::Bounds bounds(std::size_t structure) const;
  /// A box that holds all structures, mm.
  [[nodiscard]] geometry::Bounds bounds() const;
  [[nodiscard]] const StandingSurfaces& surfaces() const { return surfaces_; }

 private:
  friend class StandingSurfaces;
  /// A structure that is bent or lifted: its mesh as it stands, and that mesh's own search.
  struct Moved {
    std::once_flag mesh_wanted, query_wanted;
    geometry::TriangleMesh mesh;
    std::unique_ptr<geometry::SurfaceQuery> query;
  };
  [[nodiscard]] const geometry::SurfaceQuery& query_of(std::size_t structure) const;

  [[nodiscard]] bool unbent(std::size_t structure) const { return !posed_ || posed_->rests(structure); }
  /// Where a vertex is.
  [[nodiscard]] glm::vec3 corner(std::size_t structure, std::uint32_t vertex) const;

  const Body* body_;
  std::shared_ptr<const Posed> posed_;
  std::vector<geometry::Displacement> displaced_;  ///< by structure; empty: all rest
  glm::vec2 axis_{0.0F};
  std::vector<glm::vec3> offsets_;                 ///< of what is moved whole: each once
  std::vector<std::size_t> reshaped_;              ///< structures whose shape is no longer the resting one
  mutable std::vector<std::unique_ptr<Moved>> moved_;  ///< by structure; null: rests
  StandingSurfaces surfaces_{*this};
};

}  // namespace dorsum::body
