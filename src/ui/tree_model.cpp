#include "tree_model.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace dorsum::ui {
namespace {

struct Region {
  std::string_view prefix;
  std::string_view title;
};
// Bones, discs and cartilages by where they are; the first prefix that fits counts.
constexpr std::array<Region, 19> regions{{{"skull-", "Skull"},
                                          {"mandible", "Skull"},
                                          {"vertebra-", "Spine"},
                                          {"sacrum", "Spine"},
                                          {"coccyx", "Spine"},
                                          {"disc-", "Discs of the spine"},
                                          {"rib-", "Ribs and breastbone"},
                                          {"costal-cartilage-", "Ribs and breastbone"},
                                          {"sternum-", "Ribs and breastbone"},
                                          {"clavicle", "Shoulder and arm"},
                                          {"scapula", "Shoulder and arm"},
                                          {"humerus", "Shoulder and arm"},
                                          {"radius", "Shoulder and arm"},
                                          {"ulna", "Shoulder and arm"},
                                          {"hand", "Shoulder and arm"},
                                          {"hip-bone", "Pelvis and thigh"},
                                          {"femur", "Pelvis and thigh"},
                                          {"patella", "Pelvis and thigh"},
                                          {"tibia", "Pelvis and thigh"}}};

// The groups in the order in which they are met from the skin inwards.
std::vector<std::string> titles() {
  std::vector<std::string> all;
  for (int layer = 0; layer <= 4; ++layer) all.emplace_back(atlas::plain_layer_name(layer));
  for (const char* title : {"Neighbouring muscles", "Fascia and ligaments", "Organs", "Vessels and nerves", "Skull", "Spine", "Discs of the spine",
                            "Ribs and breastbone", "Shoulder and arm", "Pelvis and thigh", "Other bones"})
    all.emplace_back(title);
  return all;
}

std::string title_of(const atlas::Structure& structure) {
  using atlas::Kind;
  switch (structure.kind) {
    case Kind::skin: return std::string(atlas::plain_layer_name(0));
    case Kind::muscle:
      return structure.companion ? "Neighbouring muscles" : std::string(atlas::plain_layer_name(structure.layer));
    case Kind::fascia:
    case Kind::ligament: return "Fascia and ligaments";
    case Kind::organ: return "Organs";
    case Kind::vessel:
    case Kind::nerve: return "Vessels and nerves";
    case Kind::bone:
    case Kind::cartilage: break;
  }
  for (const Region& region : regions)
    if (structure.id.starts_with(region.prefix)) return std::string(region.title);
  return "Other bones";
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

}  // namespace

std::vector<std::size_t> TreeGroup::structures() const {
  std::vector<std::size_t> all;
  for (const TreeRow& row : rows) all.insert(all.end(), row.structures.begin(), row.structures.end());
  return all;
}

std::vector<TreeGroup> tree_groups(const atlas::Atlas& atlas) {
  std::vector<TreeGroup> groups;
  for (std::string& title : titles()) groups.push_back({std::move(title), {}});
  std::map<std::string, std::pair<std::size_t, std::size_t>> row_of;  // id without side -> group, row

  for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
    const atlas::Structure& structure = atlas.structures[i];
    const std::string base = without_side(structure.id);
    auto known = row_of.find(base);
    if (known == row_of.end()) {
      const std::string title = title_of(structure);
      auto group = std::ranges::find(groups, title, &TreeGroup::title);
      if (group == groups.end()) group = groups.insert(groups.end(), TreeGroup{title, {}});
      group->rows.push_back({structure.name, structure.latin, {}});
      known = row_of.emplace(base, std::pair{static_cast<std::size_t>(group - groups.begin()), group->rows.size() - 1}).first;
    }
    auto& members = groups[known->second.first].rows[known->second.second].structures;
    // The left first, as on the screen from behind.
    members.insert(structure.side() == Side::left ? members.begin() : members.end(), i);
  }
  std::erase_if(groups, [](const TreeGroup& group) { return group.rows.empty(); });
  return groups;
}

bool found_by(const TreeRow& row, std::string_view search) {
  const std::string text = lower(row.name) + " " + lower(row.latin), wanted = lower(search);
  for (std::size_t at = 0; at < wanted.size();) {
    const auto space = std::min(wanted.find(' ', at), wanted.size());
    if (space > at && text.find(wanted.substr(at, space - at)) == std::string::npos) return false;
    at = space + 1;
  }
  return true;
}

}  // namespace dorsum::ui
