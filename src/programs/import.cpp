#include "dorsum/imports/import.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "dorsum/io/pack.h"
#include "dorsum/opening/places.h"
#include "dorsum/terminal/progress_bar.h"
#include "dorsum/workshop/imported.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_lines = 12;  // of notes on a terminal: what one screen shows beside what went before

void print_summary(const imports::Imported& imported, const fs::path& pack, double seconds) {
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : imported.meshes) triangles += mesh.triangles.size();
  fmt::print("{} structures from {} of {} files, {} triangles, {} landmarks, in {:.1f} s: {}\n", imported.meshes.size(),
             imported.files_read, imported.files_seen, triangles, imported.atlas.landmarks.size(), seconds, pack.string());
  if (!imported.atlas.lacking.empty()) {
    fmt::print("{} structures are lacking: {}\n", imported.atlas.lacking.size(), fmt::join(imported.atlas.lacking, ", "));
  }
}

/// The first of them, and how many more there are; all where they go into a file or are asked for.
void print_notes(const std::vector<std::string>& notes, bool all) {
  if (notes.empty()) return;
  const bool cut = !all && ::isatty(STDERR_FILENO) == 1 && notes.size() > most_lines;
  const std::size_t shown = cut ? most_lines - 1 : notes.size();
  fmt::print(stderr, "{} note{}:\n", notes.size(), notes.size() == 1 ? "" : "s");
  for (std::size_t i = 0; i < shown; ++i) fmt::print(stderr, "  {}\n", notes[i]);
  if (cut) fmt::print(stderr, "  and {} more (--verbose shows all; the pack keeps them: dorsum info --atlas PACK)\n", notes.size() - shown);
}

Result<imports::StatedFrame> frame_of(const ImportOptions& options) {
  imports::StatedFrame frame;
  if (!options.unit.empty()) frame.mm = imports::millimetres_in(options.unit == "in" ? "inch" : options.unit);
  const auto axis = [](const char* option, const std::string& text, std::optional<imports::Axis>& into) -> Result<void> {
    if (text.empty()) return {};
    into = imports::axis_named(text);
    if (into) return {};
    return wrong_usage(fmt::format("{}: \"{}\" is no axis", option, text), "write +X, -X, +Y, -Y, +Z or -Z");
  };
  if (const auto good = axis("--up", options.up, frame.up); !good) return Failure(good.error());
  if (const auto good = axis("--front", options.front, frame.front); !good) return Failure(good.error());
  if (frame.up && frame.front && frame.up->index == frame.front->index) {
    return wrong_usage(fmt::format("--up {} and --front {} lie along one line", options.up, options.front), "name two different axes");
  }
  frame.mirrored = options.mirror;
  return frame;
}

void print_list(const imports::Listed& listed, bool json) {
  if (json) {
    nlohmann::ordered_json objects = nlohmann::ordered_json::array();
    const auto numbers = [](glm::vec3 v) { return nlohmann::ordered_json::array({v.x, v.y, v.z}); };
    for (const imports::ListedObject& object : listed.objects) {
      nlohmann::ordered_json entry{{"name", object.name},
                                   {"path", object.path},
                                   {"triangles", object.triangles},
                                   {"bounds", {numbers(object.bounds.low), numbers(object.bounds.high)}},
                                   {"ids", object.ids}};
      if (!object.structure.empty()) entry["structure"] = object.structure;
      objects.push_back(std::move(entry));
    }
    const nlohmann::ordered_json document{{"objects", std::move(objects)},
                                          {"frame",
                                           {{"unit", imports::name_of_unit(listed.frame.mm)},
                                            {"up", imports::name_of(listed.frame.up)},
                                            {"front", imports::name_of(listed.frame.front)},
                                            {"mirrored", listed.frame.mirrored},
                                            {"stated", listed.frame_is_stated}}},
                                          {"notes", listed.notes}};
    fmt::print("{}\n", document.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  fmt::print("{} objects; unit {}, {} up, {} in front ({}); size and place in mm, +X the body's left, +Y posterior, +Z up\n\n", listed.objects.size(),
             imports::name_of_unit(listed.frame.mm), imports::name_of(listed.frame.up), imports::name_of(listed.frame.front),
             listed.frame_is_stated ? "as said" : "assumed: the file does not say");
  for (const imports::ListedObject& object : listed.objects) {
    const glm::vec3 size = object.bounds.high - object.bounds.low, middle = 0.5F * (object.bounds.low + object.bounds.high);
    fmt::print("{}\n", object.path);
    fmt::print("    {} triangles, {:.4g} x {:.4g} x {:.4g} at {:.4g}, {:.4g}, {:.4g}", object.triangles, size.x, size.y, size.z, middle.x, middle.y, middle.z);
    if (!object.ids.empty()) fmt::print(", {}", fmt::join(object.ids, " "));
    if (!object.structure.empty()) fmt::print("; probably {}", object.structure);
    fmt::print("\n");
  }
  for (const std::string& note : listed.notes) fmt::print(stderr, "note: {}\n", note);
}

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
  const auto frame = frame_of(options);
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
    print_list(*listed, options.json);
    return {};
  }
  // What can't be written is told before the work.
  if (const auto free = io::check_pack_place(options.pack); !free) return free;
  const auto start = std::chrono::steady_clock::now();
  auto imported = read(options, *frame, *table, *places);
  if (!imported) return Failure(imported.error());
  if (const auto derived = workshop::derive(*imported, *places); !derived) return derived;
  imported->atlas.notes = imports::by_weight(imported->notes);
  print_notes(imported->atlas.notes, options.verbose);
  if (const auto written = io::write_pack(options.pack, imported->atlas, imported->meshes); !written) return written;
  print_summary(*imported, options.pack, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  return {};
}

}  // namespace dorsum::programs
