#pragma once
// Where the surface regions lie: assets/regions.json. A region is the skin that is nearer, along the surface, to
// its seeds than to any other's, so that regions never overlap, leave no gap and are patches of connected skin.
// Seeds are landmark formulas of the right side, carried onto the skin like a referral area's anchors
// (docs/content.md, Regions). The list of names and their plain words is content's (content.h).

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "dorsum/atlas/content.h"
#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"

namespace dorsum::atlas {

struct RegionSeed {
  Face face = Face::dorsal;          ///< the side of the body from which it is carried onto the skin
  std::vector<std::string> anchors;  ///< formulas: one is a spot, several are a path
  float reach_mm = 0.0F;             ///< how far its border is pushed outward, before body_scale
};

struct RegionDefinitions {
  std::map<std::string, std::vector<RegionSeed>, std::less<>> regions;  ///< by region id
  /// Skin that the list has no name for: face, throat, front of the thigh, leg.
  std::vector<RegionSeed> elsewhere;
};

/// Reads and checks the file: every region of `names` (region id -> words, content's) has seeds, and no other.
/// With empty `names` every name is taken as it stands: for programs that make packs and read no content.
[[nodiscard]] Result<RegionDefinitions> load_region_definitions(
    const std::filesystem::path& file, const std::map<std::string, std::string, std::less<>>& names);

/// As load_region_definitions, of a document; `name` stands for the file in messages.
[[nodiscard]] Result<RegionDefinitions> parse_region_definitions(
    const Json& document, const std::string& name, const std::map<std::string, std::string, std::less<>>& names);

}  // namespace dorsum::atlas
