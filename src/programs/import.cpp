#include "dorsum/imports/import.h"

#include <fmt/format.h>

#include <chrono>

#include "dorsum/imports/told.h"
#include "dorsum/io/pack.h"
#include "dorsum/opening/places.h"
#include "dorsum/terminal/notes.h"
#include "dorsum/terminal/progress_bar.h"
#include "dorsum/workshop/imported.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

namespace fs = std::filesystem;

Result<imports::Imported> read(const ImportOptions& options, const imports::StatedFrame& frame, const std::vector<atlas::Structure>& table, const opening::Places& places) {
  terminal::ProgressBar bar;
  if (!options.archive) return imports::import_model(options.from, {options.map, frame}, table, {}, bar.progress());
  auto imported = imports::import_bodyparts3d(options.from, table, {}, bar.progress());
  if (!imported) return imported;
  if (const auto added = workshop::add_sculpted(*imported, table, places, bar.progress()); !added) return Failure(added.error());
  return imported;
}

}  // namespace

Result<void> run_import(const ImportOptions& options) {
  const auto frame = imports::stated_frame(options.unit, options.up, options.front, options.mirror);
  if (!frame) return Failure(frame.error());
  const auto places = opening::find_places();
  if (!places) return Failure(places.error());
  const auto table = atlas::load_structure_table(places->structure_table);
  if (!table) return Failure(table.error());
  if (options.list) {
    const auto listed = [&] {
      terminal::ProgressBar bar;
      return imports::list_model(options.from, *frame, *table, {}, bar.progress());
    }();
    if (!listed) return Failure(listed.error());
    fmt::print("{}", options.json ? imports::json_of(*listed) : imports::text_of(*listed));
    if (!options.json) terminal::print_notes(listed->notes, true);
    return {};
  }
  // What can't be written is told before the work.
  if (const auto free = io::check_pack_place(options.pack); !free) return free;
  const auto start = std::chrono::steady_clock::now();
  auto imported = read(options, *frame, *table, *places);
  if (!imported) return Failure(imported.error());
  if (const auto derived = workshop::derive(*imported, *places); !derived) return derived;
  imported->atlas.notes = imports::by_weight(imported->notes);
  terminal::print_notes(imported->atlas.notes, options.verbose);
  if (const auto written = io::write_pack(options.pack, imported->atlas, imported->meshes); !written) return written;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  fmt::print("{}, in {:.1f} s: {}\n{}", imports::summary_of(*imported), taken.count(), options.pack.string(), imports::lacking_of(*imported));
  return {};
}

}  // namespace dorsum::programs
