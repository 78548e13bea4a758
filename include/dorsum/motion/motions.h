#pragma once
// What is known of the motions of the back: assets/motion.json. Facts only, the same for every pack.

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"

namespace dorsum::motion {

/// The joints of the spine from below: L5 (fifth lumbar vertebra on the sacrum) to C1, and C0 (skull on atlas).
inline constexpr std::size_t spine_joints = 25;
inline constexpr std::size_t first_neck_joint = 17;  ///< C7 and what is above belong to the neck, the rest to the trunk
[[nodiscard]] const std::array<std::string_view, spine_joints>& spine_levels();

/// Degrees of one joint, of which only the share within trunk or neck counts.
struct SpineJoint {
  double flexion = 0.0, side_bend = 0.0, rotation = 0.0;
  double below = 0.0, before = 0.0;  ///< mm from between the transverse processes to its centre, where a pack has no disc
};

/// What a motion turns. Each is one number of the pose (pose.h).
enum class Drive {
  trunk_flexion, trunk_side, trunk_rotation, neck_flexion, neck_side, neck_rotation,
  collarbone_up, collarbone_forward, blade_up, arm_raised, arm_turned_in,
};

[[nodiscard]] std::string_view name_of(Drive drive);  ///< as in the file: "trunk.flexion"

/// What a muscle does in a motion, the strongest part first.
enum class Role { prime, assist, steady, lengthened };

struct Mover {
  std::string muscle;      ///< structure or muscle id without side: `trapezius-descending`
  Role role = Role::prime;
  enum class On { each, same, other } on = On::each;  ///< of a motion to one side: both muscles, that side's, the other's
};

struct Motion {
  std::string id;     ///< `trunk-flexion`
  std::string plain;  ///< "Bend forward"
  std::string note;   ///< may be empty
  bool sided = false;
  double range = 0.0;  ///< degrees from 0
  struct Part {
    Drive drive = Drive::trunk_flexion;
    double factor = 1.0;  ///< degrees of it a degree of the motion
  };
  std::vector<Part> parts;
  double plane = 0.0;  ///< degrees, of a raised arm: 0 sideways, 90 forward, -90 backward
  std::vector<Mover> movers;
  std::vector<std::string> not_in_atlas;  ///< movers that the atlas has no mesh for, in plain words

  /// Whether going to both sides at once goes nowhere: one trunk, one neck.
  [[nodiscard]] bool sides_oppose() const { return sided && !parts.empty() && parts.front().drive < Drive::collarbone_up; }
};

/// What blade and collarbone do a degree of arm raised.
struct Rhythm {
  double blade_upward = 0.0, collarbone_up = 0.0, collarbone_back = 0.0, collarbone_back_in_flexion = 0.0, collarbone_turn = 0.0, blade_tilt = 0.0;
};

struct Motions {
  std::vector<Motion> motions;
  std::array<SpineJoint, spine_joints> spine;
  Rhythm rhythm;
  // How a binding treats some muscles, by muscle or structure id without side:
  std::vector<std::string> straight_fibres;    ///< their share goes in a straight line along each fibre
  std::vector<std::string> follow_their_hold;  ///< follow the place where they hold, not the turn of its bone
  std::vector<std::string> one_sheet;          ///< muscles whose parts are joined
  std::vector<std::string> lie_along_the_arm;  ///< go with what is around them

  [[nodiscard]] const Motion* motion(std::string_view id) const;
};

/// Reads and checks the file.
[[nodiscard]] Result<Motions> load_motions(const std::filesystem::path& file);
/// As load_motions, of a document; `name` stands for the file in messages.
[[nodiscard]] Result<Motions> parse_motions(const Json& document, const std::string& name);

}  // namespace dorsum::motion
