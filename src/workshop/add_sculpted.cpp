#include "dorsum/workshop/imported.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dorsum/sculpt/fit.h"
#include "dorsum/workshop/derive.h"

namespace dorsum::workshop {
namespace {

/// The landmarks of the body that the recipes were written for.
Result<atlas::Landmarks> recipes_landmarks(const opening::Places& places) {
  const std::filesystem::path file = places.atlas / "atlas.json";
  const auto document = load_json(file);
  if (!document) return Failure(document.error());
  auto atlas = atlas::parse_atlas(*document, file.string());
  if (!atlas) return Failure(atlas.error());
  return std::move(atlas->landmarks);
}

/// Puts a mesh among the others, in the table's order.
void insert(imports::Imported& imported, sculpt::Sculpted one, const std::vector<atlas::Structure>& table) {
  const auto place_of = [&](const std::string& id) {
    return std::find_if(table.begin(), table.end(), [&](const atlas::Structure& s) { return s.id == id; }) - table.begin();
  };
  auto& structures = imported.atlas.structures;
  const auto before = std::find_if(structures.begin(), structures.end(),
                                   [&](const atlas::Structure& s) { return place_of(s.id) > place_of(one.id); });
  const auto offset = before - structures.begin();
  atlas::Structure structure = table[static_cast<std::size_t>(place_of(one.id))];
  structure.source = "sculpted by Dorsum onto this set's bones; figures: " + one.measured_on;
  structures.insert(before, std::move(structure));
  imported.meshes.insert(imported.meshes.begin() + offset, std::move(one.mesh));
  std::erase(imported.atlas.lacking, one.id);
}

void note(imports::Imported& imported, std::vector<std::string> lines) {
  for (std::string& line : lines) imported.notes.push_back({std::move(line)});
}

}  // namespace

Result<void> add_sculpted(imports::Imported& imported, const std::vector<atlas::Structure>& table, const opening::Places& places,
                          const Progress& progress) {
  note(imported, derive_landmarks(imported.atlas, imported.meshes));
  const std::vector<std::string> wanted = imported.atlas.lacking;  // of the table; which of them can be fitted, their recipes say
  if (wanted.empty()) return {};
  const auto landmarks = recipes_landmarks(places);
  auto sculpted = landmarks ? sculpt::sculpt_lacking(places.recipes, wanted, imported.atlas, imported.meshes, *landmarks, progress)
                            : Result<sculpt::Fitted>(Failure(landmarks.error()));
  if (!sculpted) {
    if (sculpted.error().trouble == Trouble::machine_cannot) return Failure(sculpted.error());
    imported.notes.push_back({fmt::format("nothing is sculpted for {}: {}", fmt::join(wanted, ", "), sculpted.error().message()), imports::Weight::question});
    return {};
  }
  note(imported, std::move(sculpted->notes));
  if (sculpted->sculpted.empty()) return {};
  std::vector<std::string> ids;
  for (sculpt::Sculpted& one : sculpted->sculpted) {
    ids.push_back(one.id);
    insert(imported, std::move(one), table);
  }
  imported.atlas.provenance += fmt::format(" Not from there, but sculpted by Dorsum from its own recipes and fitted to these bones: {}.", fmt::join(ids, ", "));
  return {};
}

Result<void> derive(imports::Imported& imported, const opening::Places& places) {
  const auto facts = load_facts(places.attachments, places.regions);
  if (!facts) return Failure(facts.error());
  note(imported, derive(imported.atlas, imported.meshes, *facts));
  return {};
}

}  // namespace dorsum::workshop
