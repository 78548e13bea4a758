#pragma once
// Shares of the bones all through the body: in a grid of voxels inside the skin every bone has its own share 1 in itself,
// and between them the shares spread as heat would (a harmonic function each). The best there is for the trunk.

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"
#include "rows.h"

namespace dorsum::motion {

struct FixedBone {
  const geometry::TriangleMesh* mesh = nullptr;
  FrameIndex frame = 0;
};

/// Which voxels lie within the skin, and which of them within a bone.
struct BodyVoxels {
  BodyVoxels(const geometry::TriangleMesh& skin, const std::vector<FixedBone>& bones);

  static constexpr std::int32_t none = -1;
  float edge = 6.0F;  ///< mm
  glm::vec3 low{0.0F};
  glm::ivec3 size{0};
  std::vector<std::int32_t> number;       ///< by place in the grid: of the voxel within, or none
  std::vector<glm::ivec3> places;         ///< of each voxel within
  std::vector<std::int32_t> bone;         ///< of each voxel within: its frame, or none
  std::vector<std::array<std::int32_t, 6>> neighbours;

  [[nodiscard]] std::size_t at(glm::ivec3 place) const {
    return (static_cast<std::size_t>(place.z) * static_cast<std::size_t>(size.y) + static_cast<std::size_t>(place.y)) * static_cast<std::size_t>(size.x) + static_cast<std::size_t>(place.x);
  }
};

class VoxelField {
 public:
  /// Bones whose frames `counts` says no to are passed through like flesh. The voxels must outlive it.
  VoxelField(const BodyVoxels& voxels, bool (*counts)(FrameIndex));
  /// The shares at a place, mm, between voxels their mean; outside the skin those of the nearest voxel within.
  void sample(glm::vec3 place, float* row) const;

 private:
  struct Share {
    FrameIndex frame = 0;
    float share = 0.0F;
  };
  const BodyVoxels* voxels_;
  std::vector<std::uint32_t> start_;
  std::vector<Share> shares_;
};

}  // namespace dorsum::motion
