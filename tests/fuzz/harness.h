#pragma once
// What the fuzzers share; each includes it once and defines read().

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace dorsum::fuzz {

/// Reads one input.
void read(std::string_view bytes);

/// Ends the process, which libFuzzer takes for a finding, unless a promise of the reader holds.
inline void demand(bool holds, const char* promise) {
  if (holds) return;
  std::cerr << "broken: " << promise << '\n';
  std::abort();
}

/// A refusal must say where and why.
template <class R>
bool good_or_told(const R& result) {
  if (!result) demand(!result.error().message().empty(), "a refusal has a message");
  return result.has_value();
}

/// A folder of this process in memory, for readers of files. Not removed on exit: libFuzzer leaves by _Exit; run.sh
/// gives each run a folder of its own and takes it away.
inline const std::filesystem::path& scratch() {
  static const std::filesystem::path folder = [] {
    std::string pattern = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
    demand(::mkdtemp(pattern.data()) != nullptr, "a temporary folder can be made");
    return std::filesystem::path(pattern);
  }();
  return folder;
}

inline void write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace dorsum::fuzz

/// Assimp (5.2) drops what it has of a mesh where it throws at a damaged OBJ file: some hundred bytes that are not ours.
extern "C" const char* __lsan_default_suppressions() { return "leak:libassimp\n"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dorsum::fuzz::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
