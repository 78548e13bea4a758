#pragma once
// The skin under the hands: the skin of a body as it stands, with what laying a stroke on it needs. Immutable.

#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "dorsum/atlas/skin_area.h"
#include "dorsum/body/stance.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::massage {

/// A line on the skin: points in mm, each on the skin, with the skin's unit outward normal there. Of equal length.
struct SkinLine {
  std::vector<geometry::SurfacePoint> on;
  std::vector<glm::vec3> points, normals;
  std::vector<std::size_t> stations;  ///< of line_through: which point lies on each
  [[nodiscard]] std::size_t size() const { return points.size(); }
  [[nodiscard]] bool empty() const { return points.empty(); }
  /// mm from the first point to each.
  [[nodiscard]] std::vector<float> walked(bool closed = false) const;
  [[nodiscard]] float length(bool closed) const;
};

inline constexpr float line_spacing = 3.0F;  ///< mm between the points of a line, about

class Ground {
 public:
  /// Fails where the body has no skin. The stance must outlive it. Strokes are laid on the body at rest, where its landmarks
  /// are, and go wherever their skin goes: layers that are drawn apart or leave lie under the hand where they lie in a body.
  [[nodiscard]] static Result<std::shared_ptr<const Ground>> of(const body::Stance& stance);

  /// The body at rest.
  [[nodiscard]] const body::Stance& stance() const { return *stance_; }
  [[nodiscard]] const body::Body& body() const { return stance_->body(); }
  /// Brings a line that was laid to where its skin is in the stance that the ground is of.
  void stand(SkinLine& line) const;
  [[nodiscard]] const geometry::TriangleMesh& skin() const { return *skin_; }

  /// The skin that looks toward the face, from a place within the body; nothing where there is none within reach.
  [[nodiscard]] std::optional<geometry::SurfaceHit> carry(glm::vec3 place, atlas::Face face, Side side) const;
  [[nodiscard]] std::optional<geometry::SurfaceHit> nearest(glm::vec3 place, float radius) const;
  /// The mean outward normal there, unit.
  [[nodiscard]] glm::vec3 normal(const geometry::SurfacePoint& point) const;

  /// The line over the skin that passes the stations in order, near the shortest way between two of them and round where it
  /// turns; `closed`: and back to the first. Fails where no way leads from one to the next, or where it would leave the skin.
  [[nodiscard]] Result<SkinLine> line_through(std::span<const geometry::SurfaceHit> stations, bool closed) const;
  /// The line of `points` laid down on the skin near them, its normals smoothed along it.
  [[nodiscard]] SkinLine laid_down(std::span<const glm::vec3> points, bool closed = false) const;

 private:
  Ground(const body::Stance& stance, std::unique_ptr<const body::Stance> own, std::size_t skin);
  [[nodiscard]] std::optional<std::vector<glm::vec3>> way(const geometry::SurfaceHit& from, const geometry::SurfaceHit& to) const;

  const body::Stance* standing_;
  std::unique_ptr<const body::Stance> own_;
  const body::Stance* stance_;
  const geometry::TriangleMesh* skin_;
  std::uint32_t index_;
  geometry::SurfaceQuery query_;
};

}  // namespace dorsum::massage
