// From a pose's numbers to where every frame is.

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

#include "joints.h"

namespace dorsum::motion {
namespace {

constexpr std::size_t uppermost_thoracic = first_neck_joint - 1;  // T1; T7 six below
constexpr std::size_t chest_levels = 7;

/// The shortest turn from one direction to another.
glm::dmat3 turn_between(glm::dvec3 from, glm::dvec3 to) {
  from = glm::normalize(from);
  to = glm::normalize(to);
  const glm::dvec3 axis = glm::cross(from, to);
  const double sine = glm::length(axis);
  if (sine < 1e-9) return glm::dmat3(1.0);
  return turned(axis, glm::degrees(std::atan2(sine, glm::dot(from, to))));
}

/// The turn nearest to the mean of some.
glm::dmat3 mean_turn(const std::vector<glm::dmat3>& turns) {
  Eigen::Matrix3d sum = Eigen::Matrix3d::Zero();
  for (const glm::dmat3& turn : turns) {
    for (int c = 0; c < 3; ++c) {
      for (int r = 0; r < 3; ++r) sum(r, c) += turn[c][r];
    }
  }
  const Eigen::JacobiSVD<Eigen::Matrix3d> svd(sum, Eigen::ComputeFullU | Eigen::ComputeFullV);
  const Eigen::Matrix3d proper = svd.matrixU() * Eigen::Vector3d(1.0, 1.0, (svd.matrixU() * svd.matrixV().transpose()).determinant()).asDiagonal() * svd.matrixV().transpose();
  glm::dmat3 mean;
  for (int c = 0; c < 3; ++c) {
    for (int r = 0; r < 3; ++r) mean[c][r] = proper(r, c);
  }
  return mean;
}

/// Part of a turn about its own axis.
glm::dmat3 part_of(const glm::dmat3& turn, double share) { return glm::mat3_cast(glm::slerp(glm::dquat(1.0, 0.0, 0.0, 0.0), glm::quat_cast(turn), share)); }

/// Bends the spine joint by joint, from the pelvis up.
void bend_spine(const std::array<SpineAxes, spine_joints>& joints, const std::array<SpineJoint, spine_joints>& shares, const Drives& drives, Frames& frames) {
  RigidMap below;
  for (std::size_t i = 0; i < spine_joints; ++i) {
    const Drives::Trunk& by = i < first_neck_joint ? drives.trunk : drives.neck;
    const SpineAxes& axes = joints[i];
    const glm::dvec3 axis = axes.left * (by.flexion * shares[i].flexion) + axes.back * (by.side * shares[i].side_bend) + axes.up * (by.rotation * shares[i].rotation);
    const double degrees = glm::length(axis);
    if (degrees > 1e-9) below = below * about(axes.centre, turned(axis, degrees));
    frames[frame::spine + i] = below;
  }
}

RigidMap chest_of(const Frames& frames, glm::dvec3 middle) {
  std::vector<glm::dmat3> turns;
  glm::dvec3 place(0.0);
  for (std::size_t k = 0; k < chest_levels; ++k) {
    const RigidMap& vertebra = frames[frame::spine + uppermost_thoracic - k];
    turns.push_back(vertebra.turn);
    place += vertebra(middle) / static_cast<double>(chest_levels);
  }
  const glm::dmat3 turn = mean_turn(turns);
  return {turn, place - turn * middle};
}

/// A rib goes with its vertebra and turns so that its front end goes with the breastbone: wholly to the seventh, half to the
/// tenth; the last two float.
RigidMap rib_frame(const RibJoint& rib, std::size_t number, const RigidMap& vertebra, const RigidMap& chest) {
  if (number > 10) return vertebra;
  const glm::dvec3 head = vertebra(rib.head), front = vertebra(rib.front);
  const glm::dvec3 wanted = number <= 7 ? chest(rib.front) : 0.5 * (chest(rib.front) + front);
  return about(head, turn_between(front - head, wanted - head)) * vertebra;
}

/// The blade on the ribs: its turn in its own plane is given; turning about the upright and tilting are found, so that its
/// inner edge stays as far from the chest as it rests (Gauss and Newton's way, two unknowns; after Seth and others 2015,
/// PLoS ONE, whose ellipsoid a fitted surface stands for here).
class BladeOnRibs {
 public:
  BladeOnRibs(const Shoulder& shoulder, std::size_t side, double tilt_aim) : shoulder_(&shoulder), tilt_aim_(tilt_aim) {
    const double outward = side == 0 ? -1.0 : 1.0;
    upright_ = {0.0, 0.0, -outward};
    along_spine_ = -outward * glm::normalize(at(Hold::acromial_angle) - at(Hold::root_of_spine));
    if (!shoulder.chest) return;
    for (const glm::dvec3& p : shoulder.costal_face) rest_.push_back(std::min(shoulder.chest->outside(p), 9.0));
    rest_root_ = shoulder.chest->outside(at(Hold::root_of_spine));
    rest_tip_ = shoulder.chest->outside(at(Hold::inferior_angle));
  }

  /// `carried`: where the outer end of the collarbone is; `given`: what the blade has turned before it is laid on.
  [[nodiscard]] RigidMap laid_on(glm::dvec3 carried, const glm::dmat3& given) const {
    Eigen::Vector2d x(0.0, tilt_aim_);
    if (!shoulder_->chest) return placed(carried, given, x);
    constexpr double step = 0.1;  // degrees
    for (int round = 0; round < 25; ++round) {
      const Eigen::VectorXd now = residual(carried, given, x);
      Eigen::MatrixXd slope(now.size(), 2);
      for (int k = 0; k < 2; ++k) {
        Eigen::Vector2d beside = x;
        beside(k) += step;
        slope.col(k) = (residual(carried, given, beside) - now) / step;
      }
      const Eigen::Vector2d by = (slope.transpose() * slope + 1e-3 * Eigen::Matrix2d::Identity()).ldlt().solve(-slope.transpose() * now);
      x += by.cwiseMax(-4.0).cwiseMin(4.0);
      if (by.cwiseAbs().maxCoeff() < 0.002) break;
    }
    return placed(carried, given, x);
  }

 private:
  [[nodiscard]] glm::dvec3 at(Hold which) const { return shoulder_->holds[static_cast<std::size_t>(which)]; }

  [[nodiscard]] RigidMap placed(glm::dvec3 carried, const glm::dmat3& given, const Eigen::Vector2d& x) const {
    const glm::dmat3 turn = turned(upright_, x(0)) * turned(given * along_spine_, x(1)) * given;
    return {turn, carried - turn * shoulder_->acromioclavicular};
  }

  [[nodiscard]] Eigen::VectorXd residual(glm::dvec3 carried, const glm::dmat3& given, const Eigen::Vector2d& x) const {
    constexpr double into_ribs = 0.8, off_ribs = 0.55, onto_ribs = 0.3, at_ease = 0.45;  // what counts how much
    const RigidMap blade = placed(carried, given, x);
    const auto count = static_cast<Eigen::Index>(rest_.size());
    Eigen::VectorXd r(count + 4);
    for (Eigen::Index i = 0; i < count; ++i) {
      const auto k = static_cast<std::size_t>(i);
      r(i) = into_ribs * std::min(shoulder_->chest->outside(blade(shoulder_->costal_face[k])) - rest_[k], 0.0);
    }
    const double root = shoulder_->chest->outside(blade(at(Hold::root_of_spine))) - rest_root_;
    const double tip = shoulder_->chest->outside(blade(at(Hold::inferior_angle))) - rest_tip_;
    r(count) = root * (root > 0.0 ? off_ribs : onto_ribs);
    r(count + 1) = tip * (tip > 0.0 ? off_ribs : onto_ribs);
    r(count + 2) = at_ease * x(0);
    r(count + 3) = at_ease * (x(1) - tilt_aim_);
    return r;
  }

  const Shoulder* shoulder_;
  double tilt_aim_;
  glm::dvec3 upright_{0.0}, along_spine_{0.0};
  std::vector<double> rest_;
  double rest_root_ = 0.0, rest_tip_ = 0.0;
};

/// The whole girdle of one side, against the chest.
struct Girdle {
  RigidMap collarbone, blade, arm;
};

Girdle girdle_of(const Shoulder& shoulder, std::size_t side, const Drives::Shoulder& drives, const Rhythm& rhythm) {
  const double outward = side == 0 ? -1.0 : 1.0;
  const double raised = glm::length(drives.arm_raised);
  const glm::dvec2 plane = raised > 1e-9 ? drives.arm_raised / raised : glm::dvec2(1.0, 0.0);
  // No rhythm in an arm that goes back.
  const double with_blade = plane.y < 0.0 ? std::max(0.0, plane.x) : 1.0;
  const double lifts = raised * with_blade;
  const double blade_up = drives.blade_up + rhythm.blade_upward * lifts;
  const double collarbone_up = drives.collarbone_up + rhythm.collarbone_up * lifts;
  // In front of the sideways plane the collarbone goes back less.
  const double sideways = plane.y < 0.0 ? 1.0 : std::abs(plane.x), forward = std::max(plane.y, 0.0);
  const double collarbone_forward = drives.collarbone_forward - lifts * (rhythm.collarbone_back * sideways + rhythm.collarbone_back_in_flexion * forward);
  const double own_turn = rhythm.collarbone_turn * lifts;

  const glm::dvec3 along = glm::normalize(shoulder.acromioclavicular - shoulder.sternoclavicular), up(0.0, 0.0, 1.0), front(0.0, -1.0, 0.0);
  const glm::dmat3 lift = turned(glm::cross(along, up), collarbone_up);
  const glm::dvec3 forward_axis = glm::normalize(glm::cross(along, front));
  const glm::dmat3 swing = turned(forward_axis, collarbone_forward);

  Girdle girdle;
  girdle.collarbone = about(shoulder.sternoclavicular, swing * lift * turned(along, outward * own_turn));
  const glm::dvec3 carried = about(shoulder.sternoclavicular, swing * lift)(shoulder.acromioclavicular);

  const auto hold = [&](Hold which) { return shoulder.holds[static_cast<std::size_t>(which)]; };
  const glm::dvec3 spine = hold(Hold::acromial_angle) - hold(Hold::root_of_spine);
  glm::dvec3 backward = glm::normalize(glm::cross(spine, hold(Hold::inferior_angle) - hold(Hold::root_of_spine)));
  if (backward.y < 0.0) backward = -backward;
  const double socket_up = (turned(backward, 1.0) * spine).z > spine.z ? 1.0 : -1.0;
  // The blade turns with the chest wall it is drawn round.
  constexpr double round_the_chest = 0.62;
  const glm::dmat3 given = turned(forward_axis, round_the_chest * collarbone_forward) * turned(backward, socket_up * blade_up);
  const bool moves = std::abs(collarbone_up) + std::abs(collarbone_forward) + std::abs(blade_up) > 1e-9;
  if (moves) girdle.blade = BladeOnRibs(shoulder, side, rhythm.blade_tilt * lifts).laid_on(carried, given);

  // The arm's direction is told to the chest; the joint does what the blade has not done.
  const glm::dvec3 shaft = glm::normalize(shoulder.elbow - shoulder.glenohumeral);
  glm::dmat3 turn(1.0);
  if (raised > 1e-9) turn = turned(glm::cross(glm::dvec3(0.0, 0.0, -1.0), glm::dvec3(outward * plane.x, -plane.y, 0.0)), raised);
  turn = turn * turned(shaft, outward * drives.arm_turned_in);
  girdle.arm = {turn, girdle.blade(shoulder.glenohumeral) - turn * shoulder.glenohumeral};
  return girdle;
}

}  // namespace

glm::dmat3 turned(glm::dvec3 axis, double degrees) {
  const double length = glm::length(axis);
  if (length < 1e-12 || degrees == 0.0) return glm::dmat3(1.0);
  return glm::mat3_cast(glm::angleAxis(glm::radians(degrees), axis / length));
}

RigidMap about(glm::dvec3 centre, const glm::dmat3& turn) { return {turn, centre - turn * centre}; }

Frames Rig::frames(const Drives& drives) const {
  const Joints& joints = *joints_;
  Frames frames;
  bend_spine(joints.spine, joints.shares, drives, frames);
  const RigidMap chest = chest_of(frames, joints.chest_middle);
  frames[frame::thorax] = chest;
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t n = 1; n <= frame::ribs_a_side; ++n) {
      const RigidMap& vertebra = frames[frame::spine + first_neck_joint - n];
      const auto& rib = joints.ribs[side][n - 1];
      frames[frame::rib(side, n)] = rib ? rib_frame(*rib, n, vertebra, chest) : vertebra;
    }
    if (!joints.shoulders[side]) {
      for (std::size_t k = 0; k < frame::a_shoulder; ++k) frames[frame::collarbone(side) + k] = chest;
      continue;
    }
    const Shoulder& shoulder = *joints.shoulders[side];
    const Girdle girdle = girdle_of(shoulder, side, drives.shoulders[side], joints.rhythm);
    const RigidMap blade = chest * girdle.blade, arm = chest * girdle.arm, collarbone = chest * girdle.collarbone;
    frames[frame::collarbone(side)] = collarbone;
    frames[frame::blade(side)] = blade;
    frames[frame::arm(side)] = arm;
    const glm::dmat3 against_blade = glm::transpose(blade.turn) * arm.turn;
    for (std::size_t k = 0; k < frame::half_ways; ++k)
      frames[frame::half_way(side, k)] = blade * about(shoulder.glenohumeral, part_of(against_blade, half_way_shares[k]));
    for (std::size_t k = 0; k < frame::holds; ++k) {
      const RigidMap& bone = k < 4 ? blade : k < 6 ? collarbone : arm;
      frames[frame::hold(side, k)] = {chest.turn, bone(shoulder.holds[k]) - chest.turn * shoulder.holds[k]};
    }
  }
  return frames;
}

}  // namespace dorsum::motion
