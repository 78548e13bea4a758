#include "skin_rows.h"

#include <cmath>

#include "dorsum/core/parallel.h"
#include "dorsum/geometry/smoothing.h"
#include "girdle_share.h"
#include "nearest.h"

namespace dorsum::motion {
namespace {

constexpr float field_smoothed = 15.0F, smoothed = 30.0F;  // mm
constexpr std::size_t nearest_count = 8;
constexpr double beside = 6.0, beneath_reach = 25.0;  // mm

}  // namespace

void smooth_rows(const geometry::TriangleMesh& mesh, float reach, Rows& rows) {
  std::vector<Eigen::Index> columns;
  std::vector<std::vector<float>> values;
  for (Eigen::Index f = 0; f < rows.cols(); ++f) {
    if (rows.col(f).maxCoeff() <= 0.0F) continue;
    columns.push_back(f);
    values.emplace_back(rows.col(f).begin(), rows.col(f).end());
  }
  geometry::smooth_over(mesh, reach, values);
  for (std::size_t k = 0; k < columns.size(); ++k) rows.col(columns[k]) = Eigen::Map<const Eigen::VectorXf>(values[k].data(), rows.rows()).cwiseMax(0.0F);
  normalise(rows);
}

Rows skin_rows(const geometry::TriangleMesh& skin, const VoxelField& field, const Beneath& beneath) {
  const auto count = static_cast<Eigen::Index>(skin.positions.size());
  Rows rows = Rows::Zero(count, static_cast<Eigen::Index>(frame::count));
  for (Eigen::Index i = 0; i < count; ++i) field.sample(skin.positions[static_cast<std::size_t>(i)], rows.row(i).data());
  smooth_rows(skin, field_smoothed, rows);
  go_half_way(rows);
  if (beneath.places.empty()) return rows;
  const NearestPoints nearest(beneath.places);
  parallel_for(static_cast<std::size_t>(count), [&](std::size_t i) {
    const auto found = nearest.of(glm::dvec3(skin.positions[i]), nearest_count);
    Eigen::Matrix<float, 1, static_cast<int>(frame::count)> mean = decltype(mean)::Zero();
    double sum = 0.0;
    for (const NearestPoints::Found& each : found) {
      const double off = (each.distance - found.front().distance) / beside, weight = std::exp(-off * off);
      mean += static_cast<float>(weight) * beneath.rows[each.point];
      sum += weight;
    }
    const double away = found.front().distance / beneath_reach;
    const auto share = static_cast<float>(std::exp(-away * away));
    auto row = rows.row(static_cast<Eigen::Index>(i));
    row = (share / static_cast<float>(sum)) * mean + (1.0F - share) * row;
  });
  smooth_rows(skin, smoothed, rows);
  return rows;
}

}  // namespace dorsum::motion
