#include "dorsum/opening/handed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "dorsum/core/letters.h"
#include "dorsum/io/read_file.h"

namespace dorsum::opening {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_script_bytes = 1U << 20U, most_entries = 2000, most_looked_at = 200'000;

/// In small letters, with its dot.
std::string ending_of(const fs::path& file) { return in_small_letters(file.extension().string()); }

/// Files that are models, as far as an ending tells; those of the field that are refused with what to do instead are among them.
bool is_model(std::string_view ending) {
  static constexpr std::array endings{".glb", ".gltf", ".obj", ".fbx", ".dae", ".stl", ".ply", ".3mf", ".3ds", ".blend", ".off", ".x3d", ".lwo", ".ms3d",
                                      ".x",   ".amf",  ".vtk", ".vtp", ".wrl", ".vrml", ".usdz", ".usd", ".osim"};
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_script(std::string_view ending) { return ending == ".txt" || ending == ".dorsum"; }

}  // namespace

Handed kind_of(const fs::path& place) {
  std::error_code trouble;
  if (fs::is_directory(place, trouble)) return fs::exists(place / "atlas.json", trouble) ? Handed::pack : Handed::archive;
  if (!fs::exists(place, trouble)) return Handed::nothing;
  if (place.filename() == "atlas.json") return Handed::pack;
  const std::string ending = ending_of(place);
  if (ending == ".zip") return Handed::archive;
  return is_script(ending) || ending.empty() ? Handed::script : Handed::model;
}

Result<std::string> read_script(const fs::path& file) {
  const auto text = io::read_file(file, most_script_bytes);
  if (!text) return Failure(text.error());
  if (!is_utf8(*text) || text->find('\0') != std::string::npos) return bad_input(file.string(), to_say("this is no text"), to_say("hand over a pack, a model, or a file of commands"));
  std::string script;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos || line[start] == '#') continue;
    script.append(script.empty() ? "" : "; ").append(line);
  }
  return script;
}

Result<Listing> list_folder(const fs::path& folder) {
  std::error_code trouble;
  fs::directory_iterator entry(folder, trouble);
  if (trouble) return bad_input(folder.string(), to_fill("the folder can't be listed: {}", trouble.message()), to_say("choose another one"));
  Listing listing;
  std::size_t looked_at = 0;
  for (; !trouble && entry != fs::directory_iterator() && looked_at < most_looked_at; entry.increment(trouble), ++looked_at) {
    const fs::path& path = entry->path();
    const std::string name = path.filename().string();
    if (name.starts_with('.')) continue;
    std::error_code gone;
    if (entry->is_directory(gone)) {
      listing.entries.push_back({name, path, kind_of(path) != Handed::pack});
      continue;
    }
    const std::string ending = ending_of(path);
    const bool model = is_model(ending);
    listing.models += model ? 1U : 0U;
    if (entry->is_regular_file(gone) && (model || is_script(ending) || ending == ".zip" || name == "atlas.json")) listing.entries.push_back({name, path, false});
  }
  const auto rank = [](const Listing::Entry& each) { return each.folder ? 1 : kind_of(each.path) == Handed::pack ? 0 : 2; };
  std::vector<std::pair<int, std::size_t>> order;  // each is asked once: a disk may be slow
  for (std::size_t i = 0; i < listing.entries.size(); ++i) order.emplace_back(rank(listing.entries[i]), i);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return in_small_letters(listing.entries[a.second].name) < in_small_letters(listing.entries[b.second].name);
  });
  std::vector<Listing::Entry> sorted;
  for (const auto& [of_kind, index] : order) {
    if (sorted.size() < most_entries) sorted.push_back(std::move(listing.entries[index]));
  }
  listing.left_out = order.size() - sorted.size();
  listing.entries = std::move(sorted);
  return listing;
}

}  // namespace dorsum::opening
