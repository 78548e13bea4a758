#pragma once
// What is derived from a pack and kept for the next opening: derived-<kind>-<hash>.bin beside the pack, or in the user's
// cache folder where the pack can't be written; its bytes, and last a fingerprint of them.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dorsum::io {

struct DerivedName {
  std::string_view kind;  ///< "zones"
  std::string hash;       ///< of all that it is derived from
};

/// The bytes of each such file that is whole, fingerprint left out: beside the pack first.
[[nodiscard]] std::vector<std::string> derived_files(const std::filesystem::path& folder, const DerivedName& name);

/// The first that `read` takes; a damaged or foreign one counts as none.
template <class T, class Read>
std::optional<T> read_derived(const std::filesystem::path& folder, const DerivedName& name, const Read& read) {
  for (const std::string& bytes : derived_files(folder, name)) {
    if (std::optional<T> value = read(bytes)) return value;
  }
  return std::nullopt;
}

/// Keeps them, in place of those of that kind under another hash. Failing to is no error: they are derived again.
void write_derived(const std::filesystem::path& folder, const DerivedName& name, std::string bytes);

}  // namespace dorsum::io
