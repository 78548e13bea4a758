#pragma once
// dorsum bench: how long things take on this machine, at 1280x800 (design.md, Command line).

#include <filesystem>

#include "dorsum/core/result.h"

namespace dorsum::bench {

struct BenchOptions {
  std::filesystem::path atlas;  ///< a pack; empty for the built-in one
  bool json = false;
  bool growth = false;  ///< with the synthetic body of ten times the structures (growth.h)
};
/// Measures and prints the figures.
[[nodiscard]] Result<void> run_bench(const BenchOptions& options);

}  // namespace dorsum::bench
