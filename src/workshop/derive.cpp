#include "dorsum/workshop/derive.h"

#include <iterator>
#include <utility>

#include "dorsum/body/attachments.h"
#include "dorsum/body/fibres.h"
#include "dorsum/body/landmark_rules.h"
#include "dorsum/body/skin_regions.h"

namespace dorsum::workshop {

Result<Facts> load_facts(const std::filesystem::path& attachments, const std::filesystem::path& regions) {
  auto of_muscles = atlas::load_attachment_facts(attachments);
  if (!of_muscles) return Failure(of_muscles.error());
  auto of_skin = atlas::load_region_definitions(regions, {});
  if (!of_skin) return Failure(of_skin.error());
  return Facts{*std::move(of_muscles), *std::move(of_skin)};
}

std::vector<std::string> derive_landmarks(atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) {
  std::vector<std::string> missing;
  if (!atlas.landmarks.empty()) return missing;
  auto measured = body::measure_landmarks(atlas.structures, meshes);
  atlas.landmarks = std::move(measured.landmarks);
  for (std::string& line : measured.missing) missing.push_back("landmark " + std::move(line));
  return missing;
}

std::vector<std::string> derive(atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes, const Facts& facts) {
  std::vector<std::string> missing = derive_landmarks(atlas, meshes);
  const auto add = [&missing](std::vector<std::string> lines) { std::move(lines.begin(), lines.end(), std::back_inserter(missing)); };
  body::measure_regions(atlas, meshes, facts.regions);
  add(body::mark_attachments(atlas, meshes, facts.attachments));
  add(body::solve_fibres(atlas, meshes, facts.attachments));
  return missing;
}

}  // namespace dorsum::workshop
