#pragma once
// The course of a strand of muscle: a curve through stations with a width to either side. It tells where a point
// lies along and across the strand, which is what fibres, furrows and tendons are measured by.

#include <glm/vec3.hpp>
#include <vector>

#include "implicit.h"

namespace dorsum::sculpt {

class Course {
 public:
  /// `width_along`: the direction of the width, as far as square to the course.
  Course(const std::vector<Station>& stations, glm::vec3 width_along);

  /// Where a point lies by the course.
  struct Place {
    float along = 0.0F;   ///< mm from the first station; beyond the ends it goes on
    float across = 0.0F;  ///< mm from the middle, in the direction of the width
    float height = 0.0F;  ///< mm from the middle, square to course and width
    float half_width = 1.0F;
    float half_thickness = 1.0F;
  };
  [[nodiscard]] Place place(glm::vec3 p) const;

  /// A point of the course, and its section there.
  struct Section {
    glm::vec3 position{0.0F};
    glm::vec3 half_width{0.0F};  ///< a vector
    float half_thickness = 1.0F;
  };
  /// So many mm from the first station; held at the ends.
  [[nodiscard]] Section section(float along) const;

  [[nodiscard]] float length() const { return points_.back().along; }

 private:
  struct Point {
    glm::vec3 position;
    float along;
    float half_width;
    float half_thickness;
    float roll;
    glm::vec3 width{0.0F};
  };
  void add(glm::vec3 position, const Station& from, const Station& to, float t);

  std::vector<Point> points_;
};

}  // namespace dorsum::sculpt
