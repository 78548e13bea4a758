#include "derived_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <system_error>

#include "dorsum/core/hash.h"
#include "dorsum/io/read_file.h"
#include "dorsum/io/user_folder.h"
#include "dorsum/io/whole_file.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_derived_bytes = 256U * 1024U * 1024U;
constexpr std::size_t kept_in_user_cache = 8;  ///< files of a kind; older ones go
constexpr std::size_t fingerprint_bytes = 8;

std::string beginning(const DerivedName& name) { return fmt::format("derived-{}-", name.kind); }
std::string file_name(const DerivedName& name) { return fmt::format("{}{}.bin", beginning(name), name.hash); }

/// Removes all but the `kept` newest of a kind from a folder.
void prune(const fs::path& folder, const DerivedName& name, std::size_t kept) {
  std::error_code trouble;
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, trouble)) {
    const std::string file = entry.path().filename().string();
    std::error_code ignored;
    if (file.starts_with(beginning(name)) && file.ends_with(".bin")) found.emplace_back(entry.last_write_time(ignored), entry.path());
  }
  std::sort(found.begin(), found.end(), std::greater<>());
  for (std::size_t i = kept; i < found.size(); ++i) fs::remove(found[i].second, trouble);
}

std::uint64_t fingerprint_of(std::string_view bytes) {
  Hash fingerprint;
  fingerprint.add(bytes);
  return fingerprint.value();
}

}  // namespace

std::vector<std::string> derived_files(const fs::path& folder, const DerivedName& name) {
  std::vector<std::string> found;
  for (const fs::path& place : {folder, user_folder("XDG_CACHE_HOME", ".cache")}) {
    if (place.empty()) continue;
    auto bytes = read_file(place / file_name(name), max_derived_bytes);
    if (!bytes || bytes->size() < fingerprint_bytes) continue;
    std::uint64_t kept = 0;
    std::memcpy(&kept, bytes->data() + bytes->size() - fingerprint_bytes, fingerprint_bytes);
    bytes->resize(bytes->size() - fingerprint_bytes);
    if (kept == fingerprint_of(*bytes)) found.push_back(*std::move(bytes));
  }
  return found;
}

void write_derived(const fs::path& folder, const DerivedName& name, std::string bytes) {
  const std::uint64_t fingerprint = fingerprint_of(bytes);
  bytes.append(reinterpret_cast<const char*>(&fingerprint), fingerprint_bytes);
  if (write_whole_file(folder / file_name(name), bytes)) {
    prune(folder, name, 1);
    return;
  }
  const fs::path elsewhere = user_folder("XDG_CACHE_HOME", ".cache");
  std::error_code trouble;
  if (elsewhere.empty() || (fs::create_directories(elsewhere, trouble), trouble)) return;
  if (write_whole_file(elsewhere / file_name(name), bytes)) prune(elsewhere, name, kept_in_user_cache);
}

}  // namespace dorsum::io
