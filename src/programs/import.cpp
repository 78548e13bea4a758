#include "dorsum/imports/import.h"

#include <fmt/format.h>

#include <chrono>

#include "dorsum/io/pack.h"
#include "dorsum/opening/places.h"
#include "dorsum/terminal/progress_bar.h"
#include "dorsum/workshop/imported.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

namespace fs = std::filesystem;

using Import = std::function<Result<imports::Imported>(const std::vector<atlas::Structure>&, const opening::Places&, const Progress&)>;

void print_summary(const imports::Imported& imported, const fs::path& pack, double seconds) {
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : imported.meshes) triangles += mesh.triangles.size();
  fmt::print("{} structures from {} of {} files, {} triangles, {} landmarks, in {:.1f} s: {}\n", imported.meshes.size(),
             imported.files_read, imported.files_seen, triangles, imported.atlas.landmarks.size(), seconds, pack.string());
  if (!imported.atlas.lacking.empty()) {
    fmt::print("{} structures are lacking: {}\n", imported.atlas.lacking.size(), fmt::join(imported.atlas.lacking, ", "));
  }
}

Result<void> run(const Import& import, const fs::path& pack) {
  const auto places = opening::find_places();
  if (!places) return Failure(places.error());
  const auto table = atlas::load_structure_table(places->structure_table);
  if (!table) return Failure(table.error());
  const auto start = std::chrono::steady_clock::now();
  Result<imports::Imported> imported = [&] {
    terminal::ProgressBar bar;
    return import(*table, *places, bar.progress());
  }();
  if (!imported) return Failure(imported.error());
  if (const auto derived = workshop::derive(*imported, *places); !derived) return derived;
  if (!imported->notes.empty()) {
    fmt::print(stderr, "{} notes:\n", imported->notes.size());
    for (const std::string& note : imported->notes) fmt::print(stderr, "  {}\n", note);
  }
  if (const auto written = io::write_pack(pack, imported->atlas, imported->meshes); !written) return written;
  print_summary(*imported, pack, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  return {};
}

}  // namespace

Result<void> run_import(const ImportOptions& options) {
  const Import from_archive = [&](const auto& table, const opening::Places& places, const Progress& progress) {
    auto imported = imports::import_bodyparts3d(options.from, table, progress);
    if (!imported) return imported;
    if (const auto added = workshop::add_sculpted(*imported, table, places, progress); !added) imported = Failure(added.error());
    return imported;
  };
  const Import from_model = [&](const auto& table, const opening::Places&, const Progress& progress) {
    return imports::import_model(options.from, options.map, table, progress);
  };
  return run(options.map.empty() ? from_archive : from_model, options.pack);
}

}  // namespace dorsum::programs
