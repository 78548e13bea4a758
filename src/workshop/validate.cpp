#include "dorsum/workshop/validate.h"

#include <system_error>

#include "dorsum/atlas/content.h"
#include "dorsum/body/body.h"
#include "dorsum/io/pack.h"
#include "dorsum/opening/places.h"
#include "dorsum/sculpt/sculptor.h"

namespace dorsum::workshop {
namespace {

namespace fs = std::filesystem;

/// The recipes of a built-in atlas are known by their folders.
bool is_recipes(const fs::path& path) {
  std::error_code trouble;
  return fs::is_directory(path / "bones", trouble) && fs::is_directory(path / "muscles", trouble);
}

std::vector<Error> problems_of_recipes(const fs::path& folder, const Progress& progress) {
  const auto places = opening::find_places();
  if (!places) return {places.error()};
  const auto table = atlas::load_structure_table(places->structure_table);
  if (!table) return {table.error()};
  std::vector<std::string> ids;
  for (const atlas::Structure& structure : *table) ids.push_back(structure.id);
  return sculpt::problems_of_recipes(folder, ids, progress);
}

}  // namespace

std::vector<Error> problems_of(const fs::path& path, const Progress& progress) {
  std::error_code trouble;
  const fs::file_status status = fs::status(path, trouble);
  if (status.type() == fs::file_type::not_found) return {{Trouble::bad_input, path.string(), to_say("there is no such file or folder"), to_say("name a pack or content")}};
  if (path.filename() == "atlas.json" || path.filename() == "meshes.glb") return io::problems_of_pack(path.parent_path());
  if (status.type() == fs::file_type::directory) {
    const bool pack = fs::exists(path / "atlas.json", trouble) || fs::exists(path / "meshes.glb", trouble);
    const bool empty = fs::is_empty(path, trouble);
    if (pack || empty || trouble) return io::problems_of_pack(path);
  }
  if (is_recipes(path)) return problems_of_recipes(path, progress);
  return atlas::problems_of_content(path);
}

std::vector<Saying> misplaced_on_body(const fs::path& content) {
  const auto places = opening::find_places();
  if (!places || !fs::is_directory(content)) return {};
  auto pack = io::read_pack(places->atlas, silent_progress());
  auto read = atlas::load_content(content);
  if (!pack || !read) return {};
  auto regions = atlas::load_region_definitions(places->regions, read->regions);
  if (!regions) return {regions.error().saying()};
  body::Parts parts{std::move(pack->atlas), std::move(pack->meshes), std::move(*read), std::move(*regions)};
  const auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  return body ? (*body)->warnings() : std::vector<Saying>{body.error().saying()};
}

}  // namespace dorsum::workshop
