// The JSON files that authors write. The first line of the input says which kind the rest is.

#include <nlohmann/json.hpp>

#include "common_files.h"
#include "dorsum/atlas/regions.h"
#include "formula.h"
#include "harness.h"
#include "muscle_file.h"

namespace dorsum::fuzz {
namespace {

/// The lists that a muscle file leans on: the project's own.
struct Lists {
  atlas::Regions regions;
  atlas::Sources sources;
  Lists() {
    const std::filesystem::path folder = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets" / "content";
    std::vector<Error> problems;
    const auto read = [&](const char* file, auto how) {
      const auto document = load_json(folder / file);
      demand(document.has_value(), "the project's own lists can be read");
      how(atlas::CheckedObject(*document, std::string(file) + ": ", problems));
    };
    read("regions.json", [&](const atlas::CheckedObject& file) { regions = atlas::read_regions(file); });
    read("sources.json", [&](const atlas::CheckedObject& file) { sources = atlas::read_sources(file); });
    demand(problems.empty(), "the project's own lists have no problem");
  }
};

void read_as(std::string_view kind, const Json& document, const Lists& lists) {
  std::vector<Error> problems;
  const atlas::CheckedObject file(document, "input: ", problems);
  if (kind == "muscle") static_cast<void>(atlas::read_muscle_file(file, {lists.regions, lists.sources}));
  if (kind == "regions") static_cast<void>(atlas::read_regions(file));
  if (kind == "sources") static_cast<void>(atlas::read_sources(file));
  if (kind == "safety") static_cast<void>(atlas::read_safety(file, lists.regions));
  if (kind == "seeds") good_or_told(atlas::parse_region_definitions(document, "input", lists.regions));
  for (const Error& problem : problems) demand(!problem.message().empty(), "a problem has a message");
}

}  // namespace

void read(std::string_view bytes) {
  static const Lists lists;
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return;
  const std::string_view kind = bytes.substr(0, end), rest = bytes.substr(end + 1);
  if (kind == "formula") {
    good_or_told(atlas::parse_formula(rest));
    return;
  }
  const auto document = parse_json(rest, "input");
  if (good_or_told(document)) read_as(kind, *document, lists);
}

}  // namespace dorsum::fuzz
