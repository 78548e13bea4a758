#include "dorsum/workshop/sculpted.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dorsum/sculpt/sculptor.h"

namespace dorsum::workshop {
namespace {

constexpr auto provenance =
    "Sculpted from the recipes of Dorsum's assets/sculpt when the program was built; no mesh of other people is in it. "
    "The recipes' figures were measured on BodyParts3D, (c) The Database Center for Life Science, licensed under CC "
    "Attribution-Share Alike 2.1 Japan (Mitsuhashi N. and others, Nucleic Acids Research 2009, 37: D782-D785), or come from "
    "published measurements of people.";

/// Puts what was sculpted into the table's order; what has no recipe is lacking.
Result<io::Pack> in_order(std::vector<sculpt::Sculpted> sculpted, const std::vector<atlas::Structure>& table) {
  io::Pack made;
  for (const atlas::Structure& structure : table) {
    const auto found = std::find_if(sculpted.begin(), sculpted.end(), [&](const sculpt::Sculpted& s) { return s.id == structure.id; });
    if (found == sculpted.end()) {
      made.atlas.lacking.push_back(structure.id);
      continue;
    }
    made.atlas.structures.push_back(structure);
    made.atlas.structures.back().source = std::string(atlas::sculpted_here) + found->measured_on;
    made.meshes.push_back(std::move(found->mesh));
    sculpted.erase(found);
  }
  if (!sculpted.empty()) {
    return bad_input({}, fmt::format("the recipe \"{}\" is for no structure of the table", sculpted.front().id), "correct its id, or add it to structures.json");
  }
  return made;
}

std::map<std::string, geometry::TriangleMesh> by_id(const io::Pack& pack) {
  std::map<std::string, geometry::TriangleMesh> meshes;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) meshes.emplace(pack.atlas.structures[i].id, pack.meshes[i]);
  return meshes;
}

/// All recipes, or all of muscles.
Result<io::Pack> make_all(const SculptOrder& order, const std::vector<atlas::Structure>& table, const Progress& progress) {
  std::map<std::string, geometry::TriangleMesh> kept;
  if (order.flesh) {
    auto pack = io::read_pack(order.pack, progress);
    if (!pack) return Failure(pack.error());
    kept = by_id(*pack);
  }
  auto sculpted = sculpt::sculpt_flesh(order.recipes, kept, progress);
  if (!sculpted) return Failure(sculpted.error());
  auto made = in_order(std::move(*sculpted), table);
  if (!made) return made;
  made->atlas.name = "Built-in atlas";
  made->atlas.provenance = provenance;
  made->atlas.licence = "CC-BY-SA-4.0";
  return made;
}

/// Where a structure stands in a pack; one that is new to it is put in where the table has it.
std::size_t place_of(const atlas::Structure& row, const std::vector<atlas::Structure>& table, atlas::Atlas& atlas,
                     std::vector<geometry::TriangleMesh>& meshes) {
  if (const auto place = atlas.index_of(row.id)) {
    atlas.structures[*place] = row;
    return *place;
  }
  std::size_t place = 0;
  for (const atlas::Structure& earlier : table) {
    if (earlier.id == row.id) break;
    if (const auto found = atlas.index_of(earlier.id)) place = *found + 1;
  }
  atlas.structures.insert(atlas.structures.begin() + static_cast<std::ptrdiff_t>(place), row);
  meshes.emplace(meshes.begin() + static_cast<std::ptrdiff_t>(place));
  std::erase(atlas.lacking, row.id);
  return place;
}

/// The pack as it is, with one recipe's structures sculpted anew.
Result<io::Pack> make_one(const SculptOrder& order, const std::vector<atlas::Structure>& table, const Progress& progress) {
  auto pack = io::read_pack(order.pack, progress);
  if (!pack) return Failure(pack.error());
  auto sculpted = sculpt::sculpt_only(order.recipes, order.only, by_id(*pack));
  if (!sculpted) return Failure(sculpted.error());
  for (sculpt::Sculpted& one : *sculpted) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const atlas::Structure& s) { return s.id == one.id; });
    if (row == table.end()) return bad_input(order.table.string(), fmt::format("there is no structure \"{}\"", one.id), "add it");
    const std::size_t place = place_of(*row, table, pack->atlas, pack->meshes);
    pack->atlas.structures[place].source = std::string(atlas::sculpted_here) + one.measured_on;
    pack->meshes[place] = std::move(one.mesh);
  }
  pack->atlas.landmarks.clear();  // they are of what was there before
  return pack;
}

}  // namespace

Result<io::Pack> sculpt_pack(const SculptOrder& order, const Progress& progress) {
  const auto table = atlas::load_structure_table(order.table);
  if (!table) return Failure(table.error());
  return order.only.empty() ? make_all(order, *table, progress) : make_one(order, *table, progress);
}

}  // namespace dorsum::workshop
