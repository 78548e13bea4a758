#include "dorsum/motion/rig.h"

#include <Eigen/Dense>
#include <fmt/format.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <utility>

#include "dorsum/core/number.h"
#include "joints.h"

namespace dorsum::motion {
namespace {

constexpr std::array<std::string_view, frame::holds> hold_landmarks{"root-of-scapular-spine", "inferior-angle-scapula", "superior-angle-scapula", "acromial-angle",
                                                                    "clavicle-medial-end",    "clavicle-lateral-end",   "intertubercular-groove"};

bool starts_with(std::string_view text, std::string_view lead) { return text.substr(0, lead.size()) == lead; }

/// The number that ends an id's base, `rib-7` -> 7; 0: none.
std::size_t number_of(std::string_view base, std::string_view lead) {
  return static_cast<std::size_t>(std::clamp(number_in(base.substr(lead.size())).value_or(0.0), 0.0, 99.0));
}

/// Reads what is needed off one body; the first thing that lacks is kept.
class Finder {
 public:
  Finder(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) : atlas_(&atlas), meshes_(&meshes) {}

  [[nodiscard]] glm::dvec3 landmark(const std::string& id) {
    const auto found = atlas_->landmarks.find(id);
    if (found != atlas_->landmarks.end()) return found->second.position;
    if (lacking_.empty()) lacking_ = id;
    return glm::dvec3(0.0);
  }
  [[nodiscard]] const geometry::TriangleMesh* mesh(const std::string& id) const {
    const auto index = atlas_->index_of(id);
    return index && !(*meshes_)[*index].positions.empty() ? &(*meshes_)[*index] : nullptr;
  }
  /// What was asked for and is not there, since this was asked last.
  [[nodiscard]] std::string take_lacking() { return std::exchange(lacking_, {}); }

 private:
  const atlas::Atlas* atlas_;
  const std::vector<geometry::TriangleMesh>* meshes_;
  std::string lacking_;
};

glm::dvec3 middle_of(const geometry::TriangleMesh& mesh) {
  const geometry::Bounds box = geometry::bounds_of(mesh);
  return 0.5 * (glm::dvec3(box.low) + glm::dvec3(box.high));
}

/// The middle of the sphere that the head of the humerus is: by least squares through the upper, inner part of the bone, the
/// worst points left out round by round.
std::optional<glm::dvec3> middle_of_head(const geometry::TriangleMesh& humerus, glm::dvec3 greater_tubercle, double outward) {
  constexpr double head_height = 38.0, inside_tubercle = 14.0;  // mm
  constexpr std::size_t fewest = 30;
  double top = -1e30;
  for (const glm::vec3& p : humerus.positions) top = std::max(top, static_cast<double>(p.z));
  std::vector<glm::dvec3> points;
  for (const glm::vec3& p : humerus.positions) {
    if (static_cast<double>(p.z) > top - head_height && outward * static_cast<double>(p.x) < outward * greater_tubercle.x - inside_tubercle) points.emplace_back(p);
  }
  glm::dvec3 middle(0.0);
  for (int round = 0; round < 8; ++round) {
    if (points.size() < fewest) return round == 0 ? std::nullopt : std::optional(middle);
    Eigen::MatrixXd a(static_cast<Eigen::Index>(points.size()), 4);
    Eigen::VectorXd b(a.rows());
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
      const glm::dvec3 p = points[static_cast<std::size_t>(i)];
      a.row(i) << 2.0 * p.x, 2.0 * p.y, 2.0 * p.z, 1.0;
      b(i) = glm::dot(p, p);
    }
    const Eigen::Vector4d x = a.colPivHouseholderQr().solve(b);
    middle = {x(0), x(1), x(2)};
    const double radius = std::sqrt(std::max(0.0, x(3) + glm::dot(middle, middle)));
    std::vector<double> off;
    for (const glm::dvec3& p : points) off.push_back(std::abs(glm::distance(p, middle) - radius));
    std::vector<double> sorted = off;
    std::sort(sorted.begin(), sorted.end());
    const double most = std::max(0.5, sorted[sorted.size() * 85 / 100]);
    std::vector<glm::dvec3> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (off[i] <= most) kept.push_back(points[i]);
    }
    points = std::move(kept);
  }
  return middle;
}

/// Each joint's centre and axes: up along the line through its neighbours, left made square to it.
void find_spine(Finder& finder, const Motions& motions, std::array<SpineAxes, spine_joints>& spine) {
  for (std::size_t i = 0; i < spine_joints; ++i) {
    const std::string level(spine_levels()[i]);
    const geometry::TriangleMesh* disc = finder.mesh("disc-" + level);
    if (disc != nullptr) {
      spine[i].centre = middle_of(*disc);
      continue;
    }
    const std::string bone = level == "C0" ? "C1" : level;
    const glm::dvec3 right = finder.landmark("transverse-process:" + bone + ":R"), left = finder.landmark("transverse-process:" + bone + ":L");
    spine[i].centre = 0.5 * (right + left) - glm::dvec3(0.0, motions.spine[i].before, motions.spine[i].below);
  }
  for (std::size_t i = 0; i + 2 < spine_joints; ++i) {  // the two topmost joints stand upright
    SpineAxes& axes = spine[i];
    axes.up = glm::normalize(spine[i + 1].centre - spine[i == 0 ? 0 : i - 1].centre);
    axes.back = glm::normalize(glm::cross(axes.up, glm::dvec3(1.0, 0.0, 0.0)));
    axes.left = glm::cross(axes.back, axes.up);
  }
}

std::optional<RibJoint> find_rib(Finder& finder, std::size_t side, std::size_t number, glm::dvec3 disc) {
  const geometry::TriangleMesh* rib = finder.mesh(with_side(fmt::format("rib-{}", number), side == 0 ? Side::right : Side::left));
  if (rib == nullptr) return std::nullopt;
  const glm::dvec3 body = disc + glm::dvec3(0.0, 0.0, number < 11 ? 12.0 : 0.0);  // mm: most heads lie above their vertebra's disc
  const auto nearest = std::min_element(rib->positions.begin(), rib->positions.end(), [&](const glm::vec3& a, const glm::vec3& b) {
    return glm::distance(glm::dvec3(a), body) < glm::distance(glm::dvec3(b), body);
  });
  const auto front = std::min_element(rib->positions.begin(), rib->positions.end(), [](const glm::vec3& a, const glm::vec3& b) { return a.y < b.y; });
  return RibJoint{*nearest, *front};
}

std::optional<Shoulder> find_shoulder(Finder& finder, std::size_t side, glm::dvec3 notch, std::string& lacking) {
  const std::string colon = side == 0 ? ":R" : ":L";
  const Side of = side == 0 ? Side::right : Side::left;
  Shoulder shoulder;
  for (std::size_t i = 0; i < frame::holds; ++i) shoulder.holds[i] = finder.landmark(std::string(hold_landmarks[i]) + colon);
  shoulder.sternoclavicular = shoulder.holds[static_cast<std::size_t>(Hold::medial_end)];
  shoulder.acromioclavicular = shoulder.holds[static_cast<std::size_t>(Hold::lateral_end)];
  shoulder.elbow = 0.5 * (finder.landmark("lateral-epicondyle" + colon) + finder.landmark("medial-epicondyle" + colon));
  const glm::dvec3 tubercle = finder.landmark("greater-tubercle" + colon), coracoid = finder.landmark("coracoid" + colon);
  lacking = finder.take_lacking();
  const geometry::TriangleMesh* blade = finder.mesh(with_side("scapula", of));
  const geometry::TriangleMesh* humerus = finder.mesh(with_side("humerus", of));
  for (const std::string_view bone : {"clavicle", "scapula", "humerus"}) {
    if (lacking.empty() && finder.mesh(with_side(bone, of)) == nullptr) lacking = with_side(bone, of);
  }
  if (!lacking.empty()) return std::nullopt;
  const double outward = side == 0 ? -1.0 : 1.0;
  shoulder.glenohumeral = middle_of_head(*humerus, tubercle, outward).value_or(0.5 * (tubercle + coracoid) + glm::dvec3(0.0, 14.0, -9.0));

  std::vector<glm::dvec3> ribs;
  for (std::size_t n = 1; n <= 10; ++n) {
    const geometry::TriangleMesh* rib = finder.mesh(with_side(fmt::format("rib-{}", n), of));
    if (rib != nullptr) ribs.insert(ribs.end(), rib->positions.begin(), rib->positions.end());
  }
  if (ribs.size() < 200) return shoulder;  // no cage to glide on
  constexpr double notch_before_axis = 58.0;  // mm
  shoulder.chest.emplace(ribs, glm::dvec2(notch.x, notch.y + notch_before_axis), outward);
  constexpr double face_reach = 22.0, below_upper_angle = 20.0;  // mm
  std::size_t turn = 0;
  for (const glm::vec3& p : blade->positions) {
    const glm::dvec3 at(p);
    if (shoulder.chest->outside(at) >= face_reach || at.z >= shoulder.holds[static_cast<std::size_t>(Hold::superior_angle)].z - below_upper_angle) continue;
    if (turn++ % 7 == 0) shoulder.costal_face.push_back(at);  // every seventh vertex says enough
  }
  return shoulder;
}

/// What each joint has of its region's whole.
std::array<SpineJoint, spine_joints> shares_of(const std::array<SpineJoint, spine_joints>& degrees) {
  std::array<SpineJoint, spine_joints> shares = degrees;
  for (const auto& [first, last] : {std::pair{std::size_t{0}, first_neck_joint}, std::pair{first_neck_joint, spine_joints}}) {
    for (double SpineJoint::*member : {&SpineJoint::flexion, &SpineJoint::side_bend, &SpineJoint::rotation}) {
      double sum = 0.0;
      for (std::size_t i = first; i < last; ++i) sum += degrees[i].*member;
      for (std::size_t i = first; i < last; ++i) shares[i].*member = sum > 0.0 ? degrees[i].*member / sum : 0.0;
    }
  }
  return shares;
}

}  // namespace

std::optional<FrameIndex> frame_of_bone(std::string_view id) {
  const std::string base = without_side(id);
  const std::size_t side = side_of(id) == Side::left ? 1 : 0;
  if (base == "sacrum" || base == "hip-bone" || base == "femur") return frame::pelvis;
  if (starts_with(base, "sternum")) return frame::thorax;
  if (starts_with(base, "skull") || base == "mandible") return frame::skull;
  if (starts_with(base, "vertebra-")) {
    const auto& levels = spine_levels();
    const auto at = std::find(levels.begin(), levels.end(), std::string_view(base).substr(9));
    if (at != levels.end()) return static_cast<FrameIndex>(frame::spine + (at - levels.begin()));
    return std::nullopt;
  }
  if (starts_with(base, "rib-")) {
    const std::size_t number = number_of(base, "rib-");
    if (number >= 1 && number <= frame::ribs_a_side) return frame::rib(side, number);
    return std::nullopt;
  }
  if (base == "clavicle") return frame::collarbone(side);
  if (base == "scapula") return frame::blade(side);
  if (base == "humerus" || base == "ulna" || base == "radius" || base == "hand") return frame::arm(side);
  return std::nullopt;
}

Result<Rig> Rig::build(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, const Motions& motions) {
  auto joints = std::make_unique<Joints>();
  Finder finder(atlas, meshes);
  find_spine(finder, motions, joints->spine);
  const glm::dvec3 notch = finder.landmark("sternal-notch");
  joints->chest_middle = 0.5 * (notch + finder.landmark("xiphoid"));
  const std::string lacking = finder.take_lacking();
  if (!lacking.empty()) return bad_input(atlas.name, to_fill("this body can't be moved: it has no {}", lacking), to_say("take a pack with the bones of the spine, ribs and breastbone"));
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t n = 1; n <= frame::ribs_a_side; ++n) joints->ribs[side][n - 1] = find_rib(finder, side, n, joints->spine[first_neck_joint - n].centre);
    std::string why;
    joints->shoulders[side] = find_shoulder(finder, side, notch, why);
    if (!why.empty() && joints->no_shoulder.empty()) joints->no_shoulder = why;
  }
  joints->shares = shares_of(motions.spine);
  joints->rhythm = motions.rhythm;
  return Rig(std::move(joints));
}

Rig::Rig(std::unique_ptr<const Joints> joints) : joints_(std::move(joints)) {}
Rig::~Rig() = default;
Rig::Rig(Rig&&) noexcept = default;
Rig& Rig::operator=(Rig&&) noexcept = default;

Result<void> Rig::can_do(const Motion& motion) const {
  const bool of_shoulder = std::any_of(motion.parts.begin(), motion.parts.end(), [](const Motion::Part& part) { return part.drive >= Drive::collarbone_up; });
  if (!of_shoulder || joints_->no_shoulder.empty()) return {};
  return bad_input({}, to_fill("the pack has no {}", joints_->no_shoulder), to_say("open a pack that has it: dorsum info lists the structures"));
}

glm::dvec3 Rig::hold(std::size_t side, Hold which) const { return joints_->shoulders[side]->holds[static_cast<std::size_t>(which)]; }
bool Rig::has_shoulder(std::size_t side) const { return joints_->shoulders[side].has_value(); }

}  // namespace dorsum::motion
