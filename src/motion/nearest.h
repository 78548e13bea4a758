#pragma once
// The nearest of many points; nanoflann's tree.

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

namespace dorsum::motion {

class NearestPoints {
 public:
  explicit NearestPoints(std::vector<glm::dvec3> points);
  ~NearestPoints();
  struct Found {
    std::size_t point;
    double distance;  ///< mm
  };
  /// Up to `most`, nearest first.
  [[nodiscard]] std::vector<Found> of(glm::dvec3 place, std::size_t most) const;
  /// All within `reach` mm.
  [[nodiscard]] std::vector<Found> within(glm::dvec3 place, double reach) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace dorsum::motion
