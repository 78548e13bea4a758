#pragma once
// The joints of one body: from its bones and landmarks to where each bone is in a pose. The study behind it, with what
// was tried and measured, is told in docs/motion.md.
//
// A frame is a rigid map from rest to pose. Besides those of the bones there are frames that no bone has: half-way ones
// at the shoulder joint (a third of a turn is no mean of its ends), and the places where sheets hold on blade, collarbone
// and arm, which go where the bone goes but turn with the chest.

#include <array>
#include <cstdint>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/pose.h"

namespace dorsum::motion {

struct RigidMap {
  glm::dmat3 turn{1.0};
  glm::dvec3 shift{0.0};  ///< mm
  [[nodiscard]] glm::dvec3 operator()(glm::dvec3 place) const { return turn * place + shift; }
  friend RigidMap operator*(const RigidMap& after, const RigidMap& before) { return {after.turn * before.turn, after.turn * before.shift + after.shift}; }
};

using FrameIndex = std::uint8_t;

/// The numbers of the frames.
namespace frame {
inline constexpr FrameIndex pelvis = 0, spine = 1, thorax = spine + spine_joints, ribs = thorax + 1;
inline constexpr std::size_t ribs_a_side = 12, half_ways = 3, holds = 7;
inline constexpr FrameIndex shoulders = ribs + 2 * ribs_a_side;
inline constexpr std::size_t a_shoulder = 3 + half_ways + holds;  ///< collarbone, blade, arm; half-way; holds
inline constexpr std::size_t count = shoulders + 2 * a_shoulder;
inline constexpr FrameIndex skull = spine + spine_joints - 1;
/// `side` 0 right, 1 left; rib from 1.
[[nodiscard]] constexpr FrameIndex rib(std::size_t side, std::size_t number) { return static_cast<FrameIndex>(ribs + side * ribs_a_side + number - 1); }
[[nodiscard]] constexpr FrameIndex collarbone(std::size_t side) { return static_cast<FrameIndex>(shoulders + side * a_shoulder); }
[[nodiscard]] constexpr FrameIndex blade(std::size_t side) { return static_cast<FrameIndex>(collarbone(side) + 1); }
[[nodiscard]] constexpr FrameIndex arm(std::size_t side) { return static_cast<FrameIndex>(collarbone(side) + 2); }
[[nodiscard]] constexpr FrameIndex half_way(std::size_t side, std::size_t k) { return static_cast<FrameIndex>(collarbone(side) + 3 + k); }
[[nodiscard]] constexpr FrameIndex hold(std::size_t side, std::size_t k) { return static_cast<FrameIndex>(half_way(side, half_ways) + k); }
/// Whether a frame is a bone's that belongs to the shoulder girdle or arm.
[[nodiscard]] constexpr bool is_girdle(FrameIndex f) { return f >= shoulders; }
}  // namespace frame

using Frames = std::array<RigidMap, frame::count>;

/// How much of the arm's turn against the blade each half-way frame has.
inline constexpr std::array<double, frame::half_ways> half_way_shares{0.5, 2.0 / 3.0, 5.0 / 6.0};

/// Where sheets hold, in the order of frame::hold.
enum class Hold { root_of_spine, inferior_angle, superior_angle, acromial_angle, medial_end, lateral_end, groove };

/// The frame that a bone goes with; nothing for what is no bone of the rig.
[[nodiscard]] std::optional<FrameIndex> frame_of_bone(std::string_view structure_id);

class Rig {
 public:
  /// Fails, saying what lacks, on a pack that has not even a spine to bend.
  [[nodiscard]] static Result<Rig> build(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, const Motions& motions);
  ~Rig();
  Rig(Rig&&) noexcept;
  Rig& operator=(Rig&&) noexcept;

  /// Where each frame is.
  [[nodiscard]] Frames frames(const Drives& drives) const;
  /// Whether the pack has the bones that a motion needs; else what it lacks.
  [[nodiscard]] Result<void> can_do(const Motion& motion) const;
  /// The place of a hold at rest, mm. Only where the side has a shoulder.
  [[nodiscard]] glm::dvec3 hold(std::size_t side, Hold which) const;
  [[nodiscard]] bool has_shoulder(std::size_t side) const;

 private:
  struct Joints;
  explicit Rig(std::unique_ptr<const Joints> joints);
  std::unique_ptr<const Joints> joints_;
};

}  // namespace dorsum::motion
