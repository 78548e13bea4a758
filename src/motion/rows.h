#pragma once
// How much each vertex goes with each frame, while it is being found: a row a vertex, sum 1.

#include <Eigen/Core>

#include "dorsum/motion/rig.h"

namespace dorsum::motion {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, static_cast<int>(frame::count), Eigen::RowMajor>;

/// Every row made to sum to 1; one that is nothing stays so.
inline void normalise(Rows& rows) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    const float sum = rows.row(i).sum();
    if (sum > 1e-6F) rows.row(i) /= sum;
  }
}

}  // namespace dorsum::motion
