#pragma once
// What a file or folder is that somebody hands over, and what a folder holds to be handed over.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::opening {

/// `archive`: BodyParts3D's zip, or any folder that is no pack. `model`: every other file; who reads it says what it can't be.
enum class Handed { nothing, pack, script, archive, model };

/// By what lies there and what it is called; nothing of a file is read. A pack is its folder or its atlas.json, a script a file
/// ending in .txt or .dorsum or in nothing.
[[nodiscard]] Handed kind_of(const std::filesystem::path& place);

/// A script's text: UTF-8 and at most a mebibyte. Its lines are commands; those that begin with # say something to people.
/// As one line for the session (state/command.h).
[[nodiscard]] Result<std::string> read_script(const std::filesystem::path& file);

/// What a folder offers: other folders, and files that could be one of the above. Hidden ones are left out.
struct Listing {
  struct Entry {
    std::string name;
    std::filesystem::path path;
    bool folder = false;  ///< no pack: to be looked into
  };
  std::vector<Entry> entries;  ///< packs first, then folders, then files, each by name
  std::size_t left_out = 0;    ///< of more than there is room for
  std::size_t models = 0;      ///< of the files
};
[[nodiscard]] Result<Listing> list_folder(const std::filesystem::path& folder);

}  // namespace dorsum::opening
