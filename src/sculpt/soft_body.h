#pragma once
// One surface that gives way: a displacement a vertex, bounded by contacts and evened out over the surface.

#include <cstdint>
#include <glm/vec3.hpp>
#include <utility>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// The displacement of `vertex` must reach at least `least` mm along `direction` (unit).
struct Bound {
  std::uint32_t vertex = 0;
  glm::vec3 direction{0.0F};
  float least = 0.0F;
  bool firm = false;  ///< what it comes from can't move: it weighs more against other bounds of the same vertex
};

class SoftBody {
 public:
  /// Remembers the shape it has now as the one it keeps as much of as it can.
  explicit SoftBody(const geometry::TriangleMesh& mesh);

  [[nodiscard]] const std::vector<glm::vec3>& displacements() const { return displacement_; }
  /// Back to displacements that it had before.
  void restore(std::vector<glm::vec3> displacements) { displacement_ = std::move(displacements); }
  /// mm from the vertex to the wall across, as it was at first; 0 where there is none.
  [[nodiscard]] float thickness(std::uint32_t vertex) const { return across_[vertex].thickness; }
  /// The surface as it stands now; positions and triangles only.
  [[nodiscard]] geometry::TriangleMesh surface() const;

  /// Finds the smoothest small displacement that keeps the bounds; of those that contradict each other, the
  /// heavier ones more.
  void yield_to(const std::vector<Bound>& bounds);

  /// Dents the surface where bounds are not kept yet, each vertex by itself; the firm bounds have the last word.
  void press(const std::vector<Bound>& bounds);

  /// Takes the displacement back where the surface has come to cross itself.
  void relent();

 private:
  /// What a vertex moves along with: its neighbours, and the wall across a thin sheet.
  struct Link {
    std::uint32_t vertex;
    float weight;
  };
  /// The wall across: a point fixed on a triangle of the surface.
  struct Across {
    std::uint32_t triangle = 0;
    glm::vec3 weights{0.0F};
    float thickness = 0.0F;  ///< mm between the two at first; 0 when there is no wall across
    float least = 0.0F;      ///< mm between the two that must stay
  };

  void link_neighbours();
  void link_walls(const geometry::TriangleMesh& mesh);
  void even_out();
  void keep_thickness();
  void keep(const std::vector<Bound>& bounds);
  void limit_strain();
  [[nodiscard]] glm::vec3 across(const std::vector<glm::vec3>& of, const Across& at) const;

  std::vector<glm::vec3> rest_;
  std::vector<geometry::Triangle> triangles_;
  std::vector<glm::vec3> normals_;
  std::vector<std::uint32_t> first_link_;  // of each vertex, and one more
  std::vector<Link> links_;
  std::vector<float> stay_;  // how much of its displacement a vertex keeps in a round
  std::vector<Across> across_;
  std::vector<glm::vec3> displacement_;
};

}  // namespace dorsum::sculpt
