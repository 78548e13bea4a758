// dorsum_sculpt: the build step that turns the recipes of assets/sculpt into the built-in pack.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>

#include "dorsum/body/landmark_rules.h"
#include "dorsum/body/skin_regions.h"
#include "dorsum/io/pack.h"
#include "dorsum/sculpt/sculptor.h"
#include "interrupts.h"
#include "progress_bar.h"

namespace {

namespace fs = std::filesystem;
using namespace dorsum;

constexpr auto provenance =
    "Sculpted from the recipes of Dorsum's assets/sculpt when the program was built; no mesh of other people is in it. "
    "The recipes' measured figures come from BodyParts3D, (c) The Database Center for Life Science, licensed under CC "
    "Attribution-Share Alike 2.1 Japan (Mitsuhashi N. and others, Nucleic Acids Research 2009, 37: D782-D785).";

struct Options {
  fs::path recipes, table, regions, pack;
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
    made.atlas.structures.back().source = "sculpted; figures: " + found->measured_on;
    made.meshes.push_back(std::move(found->mesh));
    sculpted.erase(found);
  }
  if (!sculpted.empty()) {
    return bad_input({}, fmt::format("the recipe \"{}\" is for no structure of the table", sculpted.front().id), "correct its id, or add it to structures.json");
  }
  return made;
}

Result<void> run(const Options& options) {
  const programs::InterruptsHeld held;
  const auto table = atlas::load_structure_table(options.table);
  if (!table) return Failure(table.error());
  const auto regions = atlas::load_region_definitions(options.regions, {});
  if (!regions) return Failure(regions.error());
  auto sculpted = [&] {
    programs::ProgressBar bar;
    return sculpt::sculpt_atlas(options.recipes, bar.progress());
  }();
  if (!sculpted) return Failure(sculpted.error());
  auto made = in_order(std::move(*sculpted), *table);
  if (!made) return Failure(made.error());
  made->atlas.name = "Built-in atlas";
  made->atlas.provenance = provenance;
  made->atlas.licence = "CC-BY-SA-4.0";
  auto measured = body::measure_landmarks(made->atlas.structures, made->meshes);
  made->atlas.landmarks = std::move(measured.landmarks);
  body::measure_regions(made->atlas, made->meshes, *regions);
  if (const auto written = io::write_pack(options.pack, made->atlas, made->meshes); !written) return written;
  for (const std::string& missing : measured.missing) fmt::print(stderr, "landmark {}\n", missing);
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
  app.add_option("--table", options.table, "structures.json")->required();
  app.add_option("--regions", options.regions, "regions.json: where the surface regions lie")->required();
  app.add_option("-o,--output", options.pack, "the pack to write")->required();
  try {
    app.parse(count, words);
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
