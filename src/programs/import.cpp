#include "dorsum/imports/import.h"

#include <fmt/format.h>

#include <chrono>

#include "dorsum/imports/told.h"
#include "dorsum/opening/places.h"
#include "dorsum/terminal/notes.h"
#include "dorsum/terminal/progress_bar.h"
#include "dorsum/workshop/import_pack.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_import(const ImportOptions& options) {
  const auto frame = imports::stated_frame(options.unit, options.up, options.front, options.mirror);
  if (!frame) return Failure(frame.error());
  if (options.list) {
    const auto listed = [&]() -> Result<imports::Listed> {
      const auto places = opening::find_places();
      if (!places) return Failure(places.error());
      const auto table = atlas::load_structure_table(places->structure_table);
      if (!table) return Failure(table.error());
      terminal::ProgressBar bar;
      return imports::list_model(options.from, *frame, *table, {}, bar.progress());
    }();
    if (!listed) return Failure(listed.error());
    fmt::print("{}", options.json ? imports::json_of(*listed) : imports::text_of(*listed));
    if (!options.json) terminal::print_notes(listed->notes, true);
    return {};
  }
  const auto start = std::chrono::steady_clock::now();
  const auto made = [&] {
    terminal::ProgressBar bar;
    return workshop::import_pack({options.archive, options.from, {options.map, *frame}, options.pack}, bar.progress());
  }();
  if (!made) return Failure(made.error());
  terminal::print_notes(made->notes, options.verbose);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  fmt::print("{}, in {:.1f} s: {}\n{}", made->summary, taken.count(), options.pack.string(), made->lacking);
  return {};
}

}  // namespace dorsum::programs
