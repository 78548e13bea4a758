// dorsum_sculpt: the build step that turns the recipes of assets/sculpt into the built-in pack.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "dorsum/terminal/interrupts.h"
#include "dorsum/terminal/progress_bar.h"
#include "dorsum/workshop/derive.h"
#include "dorsum/workshop/keep_binding.h"
#include "dorsum/workshop/sculpted.h"

namespace {

namespace fs = std::filesystem;
using namespace dorsum;

struct Options {
  workshop::SculptOrder order;
  fs::path regions, attachments, motions;
};

Result<void> run(const Options& options) {
  const terminal::InterruptsHeld held;
  const auto facts = workshop::load_facts(options.attachments, options.regions);
  if (!facts) return Failure(facts.error());
  auto made = [&] {
    terminal::ProgressBar bar;
    return workshop::sculpt_pack(options.order, bar.progress());
  }();
  if (!made) return Failure(made.error());
  const auto missing = workshop::derive(made->atlas, made->meshes, *facts);
  if (const auto written = io::write_pack(options.order.pack, made->atlas, made->meshes); !written) return written;
  if (const auto bound = workshop::keep_binding(options.order.pack, options.motions); !bound) return bound;
  for (const std::string& line : missing) fmt::print(stderr, "{}\n", line);
  if (!made->atlas.lacking.empty()) fmt::print(stderr, "no recipe yet for {}\n", fmt::join(made->atlas.lacking, ", "));
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : made->meshes) triangles += mesh.triangles.size();
  fmt::print("{} structures, {} triangles, {} landmarks: {}\n", made->meshes.size(), triangles, made->atlas.landmarks.size(), options.order.pack.string());
  return {};
}

}  // namespace

int main(int count, char** words) {
  CLI::App app("Sculpts the built-in atlas", "dorsum_sculpt");
  Options options;
  app.add_option("recipes", options.order.recipes, "the folder of recipes")->required();
  app.add_option("--table", options.order.table, "structures.json (default: beside the folder of recipes)");
  app.add_option("--regions", options.regions, "regions.json: where the surface regions lie (default: beside it)");
  app.add_option("--attachments", options.attachments, "attachments.json: which bones the muscles go to (default: beside it)");
  app.add_option("--motions", options.motions, "motion.json: what moves how (default: beside it)");
  app.add_option("-o,--output", options.order.pack, "the pack to write")->required();
  app.add_flag("--flesh", options.order.flesh, "sculpt the muscles alone, among the bones and the skin of the pack that is there");
  app.add_option("--only", options.order.only, "sculpt this structure alone, in place of the one in the pack that is there");
  try {
    app.parse(count, words);
    const fs::path beside = fs::absolute(options.order.recipes / "").parent_path().parent_path();
    if (options.order.table.empty()) options.order.table = beside / "structures.json";
    if (options.regions.empty()) options.regions = beside / "regions.json";
    if (options.motions.empty()) options.motions = beside / "motion.json";
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
