#pragma once
// A body bent by a pose: which structures are no longer as they rest, and where their vertices are. Immutable.

#include <cstdint>
#include <memory>
#include <vector>

#include "dorsum/geometry/surface_point.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/binding.h"
#include "dorsum/motion/pose.h"

namespace dorsum::body {

class Body;

class Posed {
 public:
  /// What Body::posed gives, made anew. Null where nothing moves: no motion of the pose, or a body that can't be moved. Binds the
  /// body where that is still to be done, which takes seconds (Body::bound). Keeps a reference to the body.
  [[nodiscard]] static std::shared_ptr<const Posed> of(const Body& body, const motion::Pose& pose);

  [[nodiscard]] const motion::Pose& pose() const { return pose_; }
  [[nodiscard]] const motion::Frames& frames() const { return frames_; }
  [[nodiscard]] bool rests(std::size_t structure) const { return bent_[structure].positions.empty(); }
  /// Of one that does not rest.
  [[nodiscard]] const motion::Bent& bent(std::size_t structure) const { return bent_[structure]; }
  [[nodiscard]] const geometry::Bounds& bounds(std::size_t structure) const { return bounds_[structure]; }
  /// How the surroundings of a surface point have turned, from rest; nearly a rotation.
  [[nodiscard]] glm::mat3 turn_at(const geometry::SurfacePoint& point) const;
  /// Another for each: what was made for one is not good for the next.
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  Posed() = default;
  const Body* body_ = nullptr;
  motion::Pose pose_;
  motion::Frames frames_;
  std::vector<motion::Bent> bent_;        ///< by structure
  std::vector<geometry::Bounds> bounds_;  ///< by structure; of those that rest, as they rest
  std::uint64_t number_ = 0;
};

}  // namespace dorsum::body
