#include "nearest.h"

#include <algorithm>
#include <cmath>
#include <nanoflann.hpp>
#include <utility>

namespace dorsum::motion {

struct NearestPoints::Tree {
  struct Cloud {
    std::vector<glm::dvec3> points;
    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] double kdtree_get_pt(std::size_t point, std::size_t axis) const { return points[point][static_cast<int>(axis)]; }
    template <class Box>
    bool kdtree_get_bbox(Box&) const {
      return false;
    }
  };
  using KdTree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3>;
  explicit Tree(std::vector<glm::dvec3> points) : cloud{std::move(points)}, index(3, cloud) { index.buildIndex(); }
  Cloud cloud;
  KdTree index;
};

NearestPoints::NearestPoints(std::vector<glm::dvec3> points) : tree_(std::make_unique<Tree>(std::move(points))) {}
NearestPoints::~NearestPoints() = default;

std::vector<NearestPoints::Found> NearestPoints::of(glm::dvec3 place, std::size_t most) const {
  std::vector<std::uint32_t> points(most);
  std::vector<double> squares(most);
  const std::size_t count = tree_->index.knnSearch(&place.x, most, points.data(), squares.data());
  std::vector<Found> found;
  for (std::size_t i = 0; i < count; ++i) found.push_back({points[i], std::sqrt(squares[i])});
  return found;
}

std::vector<NearestPoints::Found> NearestPoints::within(glm::dvec3 place, double reach) const {
  std::vector<std::pair<std::uint32_t, double>> matches;
  tree_->index.radiusSearch(&place.x, reach * reach, matches, nanoflann::SearchParams());
  std::vector<Found> found;
  for (const auto& [point, square] : matches) found.push_back({point, std::sqrt(square)});
  return found;
}

}  // namespace dorsum::motion
