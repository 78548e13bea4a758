// dorsum_sculpt: the build step that turns the recipes of assets/sculpt into the built-in pack.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>

#include "dorsum/body/attachments.h"
#include "dorsum/body/landmark_rules.h"
#include "dorsum/body/skin_regions.h"
#include "dorsum/io/pack.h"
#include "dorsum/sculpt/sculptor.h"
#include "dorsum/terminal/interrupts.h"
#include "dorsum/terminal/progress_bar.h"

namespace {

namespace fs = std::filesystem;
using namespace dorsum;

constexpr auto provenance =
    "Sculpted from the recipes of Dorsum's assets/sculpt when the program was built; no mesh of other people is in it. "
    "The recipes' figures were measured on BodyParts3D, (c) The Database Center for Life Science, licensed under CC "
    "Attribution-Share Alike 2.1 Japan (Mitsuhashi N. and others, Nucleic Acids Research 2009, 37: D782-D785), or come from "
    "published measurements of people.";

struct Options {
  fs::path recipes, table, regions, attachments, pack;
  std::string only;    ///< the structure to sculpt anew in the pack that is there; empty: all
  bool flesh = false;  ///< the muscles alone, among the bones and the skin of the pack that is there
};

struct Made {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;
};

/// Puts what was sculpted into the table's order; what has no recipe is lacking.
Result<Made> in_order(std::vector<sculpt::Sculpted> sculpted, const std::vector<atlas::Structure>& table) {
  Made made;
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
Result<Made> make_all(const Options& options, const std::vector<atlas::Structure>& table, const Progress& progress) {
  std::map<std::string, geometry::TriangleMesh> kept;
  if (options.flesh) {
    auto pack = io::read_pack(options.pack, progress);
    if (!pack) return Failure(pack.error());
    kept = by_id(*pack);
  }
  auto sculpted = sculpt::sculpt_flesh(options.recipes, kept, progress);
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
Result<Made> make_one(const Options& options, const std::vector<atlas::Structure>& table, const Progress& progress) {
  auto pack = io::read_pack(options.pack, progress);
  if (!pack) return Failure(pack.error());
  auto sculpted = sculpt::sculpt_only(options.recipes, options.only, by_id(*pack));
  if (!sculpted) return Failure(sculpted.error());
  for (sculpt::Sculpted& one : *sculpted) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const atlas::Structure& s) { return s.id == one.id; });
    if (row == table.end()) return bad_input(options.table.string(), fmt::format("there is no structure \"{}\"", one.id), "add it");
    const std::size_t place = place_of(*row, table, pack->atlas, pack->meshes);
    pack->atlas.structures[place].source = std::string(atlas::sculpted_here) + one.measured_on;
    pack->meshes[place] = std::move(one.mesh);
  }
  return Made{std::move(pack->atlas), std::move(pack->meshes)};
}

Result<void> run(const Options& options) {
  const terminal::InterruptsHeld held;
  const auto table = atlas::load_structure_table(options.table);
  if (!table) return Failure(table.error());
  const auto regions = atlas::load_region_definitions(options.regions, {});
  if (!regions) return Failure(regions.error());
  const auto attachments = atlas::load_attachment_facts(options.attachments);
  if (!attachments) return Failure(attachments.error());
  auto made = [&] {
    terminal::ProgressBar bar;
    return options.only.empty() ? make_all(options, *table, bar.progress()) : make_one(options, *table, bar.progress());
  }();
  if (!made) return Failure(made.error());
  auto measured = body::measure_landmarks(made->atlas.structures, made->meshes);
  made->atlas.landmarks = std::move(measured.landmarks);
  body::measure_regions(made->atlas, made->meshes, *regions);
  const auto unattached = body::mark_attachments(made->atlas, made->meshes, *attachments);
  if (const auto written = io::write_pack(options.pack, made->atlas, made->meshes); !written) return written;
  for (const std::string& missing : measured.missing) fmt::print(stderr, "landmark {}\n", missing);
  for (const std::string& note : unattached) fmt::print(stderr, "{}\n", note);
  if (!made->atlas.lacking.empty()) fmt::print(stderr, "no recipe yet for {}\n", fmt::join(made->atlas.lacking, ", "));
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : made->meshes) triangles += mesh.triangles.size();
  fmt::print("{} structures, {} triangles, {} landmarks: {}\n", made->meshes.size(), triangles, made->atlas.landmarks.size(), options.pack.string());
  return {};
}

}  // namespace

int main(int count, char** words) {
  CLI::App app("Sculpts the built-in atlas", "dorsum_sculpt");
  Options options;
  app.add_option("recipes", options.recipes, "the folder of recipes")->required();
  app.add_option("--table", options.table, "structures.json (default: beside the folder of recipes)");
  app.add_option("--regions", options.regions, "regions.json: where the surface regions lie (default: beside it)");
  app.add_option("--attachments", options.attachments, "attachments.json: which bones the muscles go to (default: beside it)");
  app.add_option("-o,--output", options.pack, "the pack to write")->required();
  app.add_flag("--flesh", options.flesh, "sculpt the muscles alone, among the bones and the skin of the pack that is there");
  app.add_option("--only", options.only, "sculpt this structure alone, in place of the one in the pack that is there");
  try {
    app.parse(count, words);
    const fs::path beside = fs::absolute(options.recipes / "").parent_path().parent_path();
    if (options.table.empty()) options.table = beside / "structures.json";
    if (options.regions.empty()) options.regions = beside / "regions.json";
    if (options.attachments.empty()) options.attachments = beside / "attachments.json";
    const auto done = run(options);
    if (done) return 0;
    fmt::print(stderr, "dorsum_sculpt: {}\n", done.error().message());
    return static_cast<int>(done.error().trouble);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : static_cast<int>(Trouble::wrong_usage);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "dorsum_sculpt: something unexpected happened: {}\n", problem.what());
    return static_cast<int>(Trouble::machine_cannot);
  }
}
