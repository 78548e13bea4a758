#include "pack_place.h"

#include <fmt/format.h>

#include <string>
#include <system_error>

#include "dorsum/core/letters.h"
#include "dorsum/io/user_folder.h"

namespace dorsum::sitting {
namespace {

namespace fs = std::filesystem;

/// A name that is easily written: what a shell or another system trips over becomes a dash.
std::string name_for(const fs::path& from) {
  constexpr std::size_t longest = 60;
  std::error_code trouble;
  const std::string stem = fs::is_directory(from, trouble) ? (from / "").parent_path().filename().string() : from.stem().string();
  std::string name;
  for (const char c : first_letters(stem, longest)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    name += plain ? c : '-';
  }
  while (name.starts_with('.') || name.starts_with('-')) name.erase(0, 1);
  return name.empty() || !is_utf8(name) ? "pack" : name;
}

}  // namespace

fs::path map_beside(const fs::path& pack) { return pack.parent_path() / (pack.filename().string() + ".map.json"); }

Result<fs::path> free_pack_place(const fs::path& from) {
  const fs::path folder = io::user_folder("XDG_DATA_HOME", ".local/share");
  if (folder.empty()) return bad_input({}, to_say("there is no folder of yours to keep a pack in"), to_say("set HOME or XDG_DATA_HOME, or use dorsum import on the command line"));
  const std::string name = name_for(from);
  for (int number = 1;; ++number) {
    const fs::path place = folder / "packs" / (number == 1 ? name : fmt::format("{}-{}", name, number));
    std::error_code trouble;
    if (!fs::exists(fs::symlink_status(place, trouble)) && !fs::exists(fs::symlink_status(map_beside(place), trouble))) return place;
  }
}

void remove_pack(const fs::path& pack) {
  std::error_code trouble;
  fs::remove_all(pack, trouble);
  fs::remove(map_beside(pack), trouble);
  if (fs::remove(pack.parent_path(), trouble)) fs::remove(pack.parent_path().parent_path(), trouble);  // each only where it is empty
}

}  // namespace dorsum::sitting
