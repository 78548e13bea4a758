#pragma once
// What the subcommands that draw are given, and where they are. Each reads its body with open_body.h.

#include <filesystem>
#include <string>

#include "dorsum/core/result.h"
#include "dorsum/render/renderer.h"

namespace dorsum::programs {

struct ViewOptions {
  std::filesystem::path atlas;  ///< a pack; empty for the built-in one
  std::string script;           ///< commands to begin with
  std::filesystem::path report;  ///< JSON, kept true to what the window shows (window_report.h); empty: none
};
/// Opens the window and returns when it is closed (view.cpp).
[[nodiscard]] Result<void> run_view(const ViewOptions& options);

struct SnapshotOptions {
  std::filesystem::path output;  ///< a PNG
  std::filesystem::path atlas;   ///< a pack; empty for the built-in one
  int width = 1280, height = 800;
  std::string script;
  render::Quality quality = render::Quality::high;
  render::Ground ground = render::Ground::backdrop;
};
/// Draws one picture without a display (snapshot.cpp).
[[nodiscard]] Result<void> run_snapshot(const SnapshotOptions& options);

struct BenchOptions {
  std::filesystem::path atlas;  ///< a pack; empty for the built-in one
  bool json = false;
  bool growth = false;  ///< with the synthetic body of ten times the structures (bench_growth.h)
};
/// Measures and prints the figures (bench.cpp).
[[nodiscard]] Result<void> run_bench(const BenchOptions& options);

}  // namespace dorsum::programs
