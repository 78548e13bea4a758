#pragma once
// What the landmark rules work with: a pack's meshes by id, and a list to put findings into.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/body/landmark_rules.h"

namespace dorsum::body {

class LandmarkBones {
 public:
  LandmarkBones(const std::vector<atlas::Structure>& structures, const std::vector<geometry::TriangleMesh>& meshes);

  /// A structure's mesh, or null (and remembered as lacking for `for_landmark`) when the pack has none.
  [[nodiscard]] const geometry::TriangleMesh* mesh(std::string_view id, std::string_view for_landmark = {});

  /// X of the body's median plane: the mean of the vertebrae's middles; 0 without vertebrae.
  [[nodiscard]] float midline() const { return midline_; }
  /// mm from the midline, positive toward the side.
  [[nodiscard]] float lateral(const glm::vec3& point, Side side) const { return sign_of(side) * (point.x - midline_); }
  /// How large this body is beside the one that the rules' millimetres were taken on; set once the spine and
  /// the pelvis are measured.
  float scale = 1.0F;

  MeasuredLandmarks& findings() { return findings_; }
  /// Where a landmark was found; null when it wasn't.
  [[nodiscard]] const glm::vec3* at(std::string_view landmark) const;

  /// Notes a landmark with how it was got, or as missing when there is no point.
  void take(const std::string& landmark, const std::optional<glm::vec3>& point, std::string how);
  /// Gets a landmark from a formula of others; missing when the formula can't be evaluated.
  void take_formula(const std::string& landmark, const std::string& formula, Side side);

 private:
  const std::vector<atlas::Structure>* structures_;
  const std::vector<geometry::TriangleMesh>* meshes_;
  float midline_ = 0.0F;
  MeasuredLandmarks findings_;
  std::vector<std::pair<std::string, std::string>> lacking_;  // landmark, structure
};

using Where = std::function<bool(const glm::vec3&)>;

/// The vertex farthest along `direction` among those where `where` holds; the mean of all within `tolerance` mm
/// of it along the direction. Nothing when none holds.
[[nodiscard]] std::optional<glm::vec3> farthest(const geometry::TriangleMesh& mesh, glm::vec3 direction,
                                                const Where& where = {}, float tolerance = 0.0F);

[[nodiscard]] glm::vec3 centre_of(const geometry::TriangleMesh& mesh);  ///< mean of the vertices

inline constexpr glm::vec3 back{0.0F, 1.0F, 0.0F};
inline constexpr glm::vec3 up{0.0F, 0.0F, 1.0F};
[[nodiscard]] inline glm::vec3 outward(Side side) { return {sign_of(side), 0.0F, 0.0F}; }

inline constexpr Side both_sides[] = {Side::right, Side::left};
/// `acromion-tip` + right -> `acromion-tip:R`
[[nodiscard]] std::string sided(std::string_view landmark, Side side);

// The rules, region by region. Later ones build on landmarks of earlier ones.
void measure_spine(LandmarkBones& bones);
void measure_pelvis(LandmarkBones& bones);
void measure_thorax(LandmarkBones& bones);
void measure_head(LandmarkBones& bones);
void measure_shoulder(LandmarkBones& bones);
void measure_arm(LandmarkBones& bones);
void measure_hand(LandmarkBones& bones);

}  // namespace dorsum::body
