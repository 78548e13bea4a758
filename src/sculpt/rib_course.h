#pragma once
// The course of a rib and its cartilage from the head to the breastbone, found on their surfaces as they were
// sculpted, so that what lies between two ribs fits them whatever shape they are given.

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "form.h"

namespace dorsum::sculpt {

/// A cut square to the course. Borders are points on the bone: where its outer or inner face meets the edge.
struct RibSection {
  glm::vec3 middle{0.0F};
  glm::vec3 forward{0.0F};  ///< unit, along the course from the head on
  glm::vec3 outward{0.0F};  ///< unit, out of the cage
  glm::vec3 upper_outer{0.0F}, upper_inner{0.0F};
  glm::vec3 lower_outer{0.0F}, lower_inner{0.0F};
  bool of_bone = true;  ///< false in the cartilage
};

class RibCourse {
 public:
  /// Of the right side; none where there is no such rib.
  [[nodiscard]] static std::optional<RibCourse> of(int number, const Deeper& deeper);

  static constexpr float step = 4.0F;  ///< mm from one section to the next

  [[nodiscard]] float length() const { return step * static_cast<float>(sections_.size() - 1); }
  [[nodiscard]] float bone_length() const { return bone_length_; }  ///< mm from the head to where the cartilage begins
  [[nodiscard]] float angle() const { return angle_; }              ///< mm from the head to the most backward place
  /// So many mm from the head; held at the ends.
  [[nodiscard]] RibSection at(float along) const;
  /// mm from the head to where the plane square to `section` cuts this rib nearest to it; none where it doesn't reach.
  [[nodiscard]] std::optional<float> beside(const RibSection& section) const;

 private:
  std::vector<RibSection> sections_;
  float bone_length_ = 0.0F;
  float angle_ = 0.0F;
};

}  // namespace dorsum::sculpt
