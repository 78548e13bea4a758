#include "dorsum/motion/motions.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "dorsum/core/spelling.h"

namespace dorsum::motion {
namespace {

constexpr double widest_range = 180.0;  // degrees

constexpr std::array<std::pair<std::string_view, Drive>, 11> drives{{{"trunk.flexion", Drive::trunk_flexion},
                                                                     {"trunk.side", Drive::trunk_side},
                                                                     {"trunk.rotation", Drive::trunk_rotation},
                                                                     {"neck.flexion", Drive::neck_flexion},
                                                                     {"neck.side", Drive::neck_side},
                                                                     {"neck.rotation", Drive::neck_rotation},
                                                                     {"sternoclavicular.elevation", Drive::collarbone_up},
                                                                     {"sternoclavicular.protraction", Drive::collarbone_forward},
                                                                     {"scapulothoracic.upward", Drive::blade_up},
                                                                     {"glenohumeral.elevation", Drive::arm_raised},
                                                                     {"glenohumeral.rotation", Drive::arm_turned_in}}};

Drive read_drive(const JsonReader& parts, const std::string& word) {
  std::vector<std::string> known;
  for (const auto& [name, drive] : drives) {
    if (name == word) return drive;
    known.emplace_back(name);
  }
  parts.field(word).fail(fmt::format("no joint is turned by \"{}\"", word.substr(0, 40)), did_you_mean(word, known, "use one of the joints that the other motions turn"));
  return Drive::trunk_flexion;
}

void read_movers(const JsonReader& list, Role role, bool sided, std::vector<Mover>& movers) {
  const std::vector<std::string> names = list.texts();
  for (std::size_t i = 0; i < names.size() && list.ok(); ++i) {
    Mover mover{.muscle = names[i], .role = role};
    for (const auto& [lead, on] : {std::pair{std::string_view("same:"), Mover::On::same}, std::pair{std::string_view("other:"), Mover::On::other}}) {
      if (names[i].rfind(lead, 0) != 0) continue;
      mover.on = on;
      mover.muscle = names[i].substr(lead.size());
      if (!sided) list.at(i).fail("the motion has no sides", "leave out same: and other:");
    }
    // A motion of one shoulder is done by that side's muscles.
    if (mover.muscle.empty()) list.at(i).fail("no muscle is named");
    movers.push_back(std::move(mover));
  }
}

Motion read_motion(const JsonReader& object) {
  object.only({"id", "plain", "sided", "range", "drives", "plane", "movers", "note"});
  Motion motion;
  motion.id = object.field("id").text();
  motion.plain = object.field("plain").text();
  motion.note = object.text_or("note", {});
  motion.sided = object.field("sided").boolean();
  const JsonReader range = object.field("range");
  if (range.size() != 2 && object.ok()) range.fail("a range has two ends", "write [0, 60]");
  if (object.ok()) {
    (void)range.at(0).number_in(0.0, 0.0);
    motion.range = range.at(1).number_in(0.1, widest_range);
  }
  if (object.has("plane")) motion.plane = object.field("plane").number_in(-180.0, 180.0);
  const JsonReader parts = object.field("drives");
  for (const std::string& word : parts.keys()) {
    if (!object.ok()) break;
    motion.parts.push_back({read_drive(parts, word), parts.field(word).number_in(-2.0, 2.0)});
  }
  if (object.ok() && motion.parts.empty()) parts.fail("the motion turns no joint");
  const JsonReader movers = object.field("movers");
  movers.only({"prime", "assist", "steady", "lengthened", "not_in_atlas"});
  for (const auto& [word, role] : {std::pair{"prime", Role::prime}, std::pair{"assist", Role::assist}, std::pair{"steady", Role::steady}, std::pair{"lengthened", Role::lengthened}})
    read_movers(movers.field(word), role, motion.sided, motion.movers);
  motion.not_in_atlas = movers.field("not_in_atlas").texts();
  return motion;
}

void read_spine(const JsonReader& list, std::array<SpineJoint, spine_joints>& spine) {
  if (!list.ok()) return;
  if (list.size() != spine_joints) return list.fail(fmt::format("expected {} joints, found {}", spine_joints, list.size()), "write L5 first and C0 last");
  for (std::size_t i = 0; i < spine_joints && list.ok(); ++i) {
    const JsonReader joint = list.at(i);
    joint.only({"level", "below", "before", "flexion_and_extension", "side_bend", "rotation"});
    if (joint.field("level").text() != spine_levels()[i] && list.ok()) joint.field("level").fail(fmt::format("expected {}", spine_levels()[i]), "write them from L5 to C0");
    const auto degrees = [&](std::string_view key) { return joint.field(key).number_in(0.0, 90.0); };
    spine[i] = {degrees("flexion_and_extension"), degrees("side_bend"), degrees("rotation"), joint.field("below").number_in(-100.0, 100.0),
                joint.field("before").number_in(-100.0, 100.0)};
  }
}

Rhythm read_rhythm(const JsonReader& object) {
  object.only({"about", "source", "blade_upward", "collarbone_up", "collarbone_back", "collarbone_back_in_flexion", "collarbone_turn", "blade_tilt"});
  const auto share = [&](std::string_view key) { return object.field(key).number_in(-1.0, 1.0); };
  return {share("blade_upward"), share("collarbone_up"), share("collarbone_back"), share("collarbone_back_in_flexion"), share("collarbone_turn"), share("blade_tilt")};
}

}  // namespace

const std::array<std::string_view, spine_joints>& spine_levels() {
  static constexpr std::array<std::string_view, spine_joints> levels{"L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10", "T9", "T8", "T7", "T6", "T5",
                                                                     "T4", "T3", "T2", "T1", "C7", "C6", "C5", "C4", "C3", "C2", "C1", "C0"};
  return levels;
}

std::string_view name_of(Drive drive) {
  return std::find_if(drives.begin(), drives.end(), [&](const auto& each) { return each.second == drive; })->first;
}

const Motion* Motions::motion(std::string_view id) const {
  const auto found = std::find_if(motions.begin(), motions.end(), [&](const Motion& each) { return each.id == id; });
  return found == motions.end() ? nullptr : &*found;
}

Result<Motions> parse_motions(const Json& document, const std::string& name) {
  Error error;
  const JsonReader file(document, name + ": ", error);
  file.only({"about", "segments", "rhythm", "binding", "motions", "sources"});
  Motions motions;
  const JsonReader segments = file.field("segments");
  segments.only({"about", "source", "joints"});
  read_spine(segments.field("joints"), motions.spine);
  motions.rhythm = read_rhythm(file.field("rhythm"));
  const JsonReader binding = file.field("binding");
  binding.only({"about", "straight_fibres", "follow_their_hold", "one_sheet", "lie_along_the_arm"});
  motions.straight_fibres = binding.field("straight_fibres").texts();
  motions.follow_their_hold = binding.field("follow_their_hold").texts();
  motions.one_sheet = binding.field("one_sheet").texts();
  motions.lie_along_the_arm = binding.field("lie_along_the_arm").texts();
  const JsonReader list = file.field("motions");
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list.size() && file.ok(); ++i) {
    motions.motions.push_back(read_motion(list.at(i)));
    if (file.ok() && !ids.insert(motions.motions.back().id).second) list.at(i).field("id").fail("a second motion of this id");
  }
  if (!file.ok()) return Failure(error);
  return motions;
}

Result<Motions> load_motions(const std::filesystem::path& file) {
  const auto document = load_json(file);
  if (!document) return Failure(document.error());
  return parse_motions(*document, file.filename().string());
}

}  // namespace dorsum::motion
