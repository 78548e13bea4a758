#include "dorsum/workshop/import_pack.h"

#include <algorithm>
#include <utility>

#include "dorsum/core/to_say.h"
#include "dorsum/imports/told.h"
#include "dorsum/io/pack.h"
#include "dorsum/io/stopped.h"
#include "dorsum/opening/places.h"
#include "dorsum/workshop/imported.h"

namespace dorsum::workshop {
namespace {

Result<imports::Imported> read_files(const ImportOrder& order, const std::vector<atlas::Structure>& table, const opening::Places& places, const Progress& progress,
                                     std::optional<imports::Question>* asked) {
  if (!order.archive) return imports::import_model(order.from, order.model, table, {}, progress, asked);
  auto imported = imports::import_bodyparts3d(order.from, table, {}, part_of(progress, 0.0F, 0.5F));
  if (!imported) return imported;
  if (const auto added = add_sculpted(*imported, table, places, part_of(progress, 0.5F, 1.0F)); !added) return Failure(added.error());
  return imported;
}

}  // namespace

Result<PackMade> import_pack(const ImportOrder& order, const Progress& progress, std::optional<imports::Question>* asked) {
  const auto places = opening::find_places();
  if (!places) return Failure(places.error());
  const auto table = atlas::load_structure_table(places->structure_table);
  if (!table) return Failure(table.error());
  // What can't be written is told before the work.
  if (const auto free = io::check_pack_place(order.pack); !free) return Failure(free.error());
  auto imported = read_files(order, *table, *places, part_of(progress, 0.0F, 0.8F), asked);
  if (!imported) return Failure(imported.error());
  if (!progress(to_say("Finding landmarks and fibres"), 0.8F)) return io::stopped();
  if (const auto derived = derive(*imported, *places); !derived) return Failure(derived.error());
  imported->atlas.notes = imports::by_weight(imported->notes);
  if (!progress(to_say("Writing the pack"), 0.95F)) return io::stopped();
  if (const auto written = io::write_pack(order.pack, imported->atlas, imported->meshes); !written) return Failure(written.error());
    std::vector<imports::Note> weighty = imported->notes;
  weighty.erase(std::remove_if(weighty.begin(), weighty.end(), [](const imports::Note& note) { return note.weight == imports::Weight::detail; }), weighty.end());
  return PackMade{.notes = imported->atlas.notes, .weighty = imports::by_weight(std::move(weighty)).size(), .summary = imports::summary_of(*imported), .lacking = imports::lacking_of(*imported)};
}

}  // namespace dorsum::workshop
