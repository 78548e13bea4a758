#pragma once
// How the skin goes: with what lies beneath it, smoothly; where nothing is near, with the field.

#include <vector>

#include "rows.h"
#include "surface_graph.h"
#include "voxel_field.h"

namespace dorsum::motion {

/// Points beneath the skin and how each goes.
struct Beneath {
  std::vector<glm::dvec3> places;
  std::vector<Eigen::Matrix<float, 1, static_cast<int>(frame::count)>> rows;
};

/// Shares spread along a surface over about `reach` mm.
void smooth_rows(const geometry::TriangleMesh& mesh, float reach, Rows& rows);

[[nodiscard]] Rows skin_rows(const geometry::TriangleMesh& skin, const VoxelField& field, const Beneath& beneath);


}  // namespace dorsum::motion
