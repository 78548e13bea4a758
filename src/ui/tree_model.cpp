#include "tree_model.h"

#include <algorithm>
#include <array>
#include <map>

#include "dorsum/core/letters.h"
#include "dorsum/sentences/structures.h"

namespace dorsum::ui {
namespace {

constexpr std::size_t groups_there_are = static_cast<std::size_t>(TreeGroupId::other_bones) + 1;

struct Region {
  std::string_view prefix;
  TreeGroupId group;
};
// Bones, discs and cartilages by where they are; the first prefix that fits counts.
constexpr std::array<Region, 19> regions{{{"skull-", TreeGroupId::skull},
                                          {"mandible", TreeGroupId::skull},
                                          {"vertebra-", TreeGroupId::spine},
                                          {"sacrum", TreeGroupId::spine},
                                          {"coccyx", TreeGroupId::spine},
                                          {"disc-", TreeGroupId::discs},
                                          {"rib-", TreeGroupId::ribs},
                                          {"costal-cartilage-", TreeGroupId::ribs},
                                          {"sternum-", TreeGroupId::ribs},
                                          {"clavicle", TreeGroupId::shoulder},
                                          {"scapula", TreeGroupId::shoulder},
                                          {"humerus", TreeGroupId::shoulder},
                                          {"radius", TreeGroupId::shoulder},
                                          {"ulna", TreeGroupId::shoulder},
                                          {"hand", TreeGroupId::shoulder},
                                          {"hip-bone", TreeGroupId::pelvis},
                                          {"femur", TreeGroupId::pelvis},
                                          {"patella", TreeGroupId::pelvis},
                                          {"tibia", TreeGroupId::pelvis}}};

TreeGroupId group_of(const atlas::Structure& structure) {
  using atlas::Kind;
  switch (structure.kind) {
    case Kind::skin: return TreeGroupId::skin;
    case Kind::muscle:
      if (structure.companion || structure.layer < 1 || structure.layer > 4) return TreeGroupId::neighbours;
      return static_cast<TreeGroupId>(static_cast<int>(TreeGroupId::skin) + structure.layer);
    case Kind::fascia:
    case Kind::ligament: return TreeGroupId::fascia;
    case Kind::organ: return TreeGroupId::organs;
    case Kind::vessel:
    case Kind::nerve: return TreeGroupId::vessels_and_nerves;
    case Kind::bone:
    case Kind::cartilage: break;
  }
  for (const Region& region : regions)
    if (structure.id.starts_with(region.prefix)) return region.group;
  return TreeGroupId::other_bones;
}

}  // namespace

std::vector<std::size_t> TreeGroup::structures() const {
  std::vector<std::size_t> all;
  for (const TreeRow& row : rows) all.insert(all.end(), row.structures.begin(), row.structures.end());
  return all;
}

std::string_view name_of(TreeGroupId group) {
  static constexpr std::array<std::string_view, groups_there_are> names{"skin",   "layer-1", "layer-2", "layer-3", "layer-4", "neighbours", "fascia", "organs", "vessels-and-nerves",
                                                                        "skull",  "spine",   "discs",   "ribs",    "shoulder", "pelvis", "other-bones"};
  return names[static_cast<std::size_t>(group)];
}

const char* title_of(const words::Catalogue& words, TreeGroupId group) {
  switch (group) {
    case TreeGroupId::skin:
    case TreeGroupId::layer_1:
    case TreeGroupId::layer_2:
    case TreeGroupId::layer_3:
    case TreeGroupId::layer_4: return sentences::layer_name(words, static_cast<int>(group) - static_cast<int>(TreeGroupId::skin));
    case TreeGroupId::neighbours: return words.say("Neighbouring muscles");
    case TreeGroupId::fascia: return words.say("Fascia and ligaments");
    case TreeGroupId::organs: return words.say("Organs");
    case TreeGroupId::vessels_and_nerves: return words.say("Vessels and nerves");
    case TreeGroupId::skull: return words.say("Skull");
    case TreeGroupId::spine: return words.say("Spine");
    case TreeGroupId::discs: return words.say("Discs of the spine");
    case TreeGroupId::ribs: return words.say("Ribs and breastbone");
    case TreeGroupId::shoulder: return words.say("Shoulder and arm");
    case TreeGroupId::pelvis: return words.say("Pelvis and thigh");
    case TreeGroupId::other_bones: return words.say("Other bones");
  }
  return "";
}

std::vector<TreeGroup> tree_groups(const atlas::Atlas& atlas, const words::Catalogue& words) {
  std::vector<TreeGroup> groups(groups_there_are);
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].id = static_cast<TreeGroupId>(i);
  std::map<std::string, std::pair<std::size_t, std::size_t>> row_of;  // id without side -> group, row

  for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
    const atlas::Structure& structure = atlas.structures[i];
    const std::string base = without_side(structure.id);
    auto known = row_of.find(base);
    if (known == row_of.end()) {
      const auto group = static_cast<std::size_t>(group_of(structure));
      groups[group].rows.push_back({words.of_atlas(structure.name), structure.latin, {}});
      known = row_of.emplace(base, std::pair{group, groups[group].rows.size() - 1}).first;
    }
    auto& members = groups[known->second.first].rows[known->second.second].structures;
    // The left first, as on the screen from behind.
    members.insert(structure.side() == Side::left ? members.begin() : members.end(), i);
  }
  std::erase_if(groups, [](const TreeGroup& group) { return group.rows.empty(); });
  return groups;
}

bool found_by(const TreeRow& row, std::string_view search) {
  const std::string text = in_small_letters(row.name) + " " + in_small_letters(row.latin), wanted = in_small_letters(search);
  for (std::size_t at = 0; at < wanted.size();) {
    const auto space = std::min(wanted.find(' ', at), wanted.size());
    if (space > at && text.find(wanted.substr(at, space - at)) == std::string::npos) return false;
    at = space + 1;
  }
  return true;
}

}  // namespace dorsum::ui
