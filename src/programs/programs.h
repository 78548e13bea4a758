#pragma once
// What each subcommand is given (its command line: command_line.cpp), and where it is.

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/render/renderer.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::programs {

struct SnapshotOptions {
  std::filesystem::path output;  ///< a PNG
  std::filesystem::path atlas;   ///< a pack; empty for the built-in one
  int width = 1280, height = 800;
  std::string script;
  render::Quality quality = render::Quality::high;
  render::Ground ground = render::Ground::backdrop;
};
/// Draws one picture without a display (snapshot.cpp).
[[nodiscard]] Result<void> run_snapshot(const SnapshotOptions& options, const words::Catalogue& words);

struct InfoOptions {
  std::filesystem::path atlas;  ///< a pack; empty for the built-in one
  std::string script;           ///< commands first: lengths are told of the pose they leave
  bool json = false;
};
/// Prints what an atlas holds (tell.cpp).
[[nodiscard]] Result<void> run_info(const InfoOptions& options, const words::Catalogue& words);

struct ImportOptions {
  bool archive = false;        ///< `from` is the BodyParts3D archive; else a model
  std::filesystem::path from;  ///< the archive's zip or folder, or the model's file
  std::filesystem::path map;   ///< of a model's names to structures; empty: by ontology ids
  std::filesystem::path pack;  ///< to write
  bool list = false, json = false;  ///< tell what the model holds instead
  bool verbose = false;             ///< all notes
  std::string unit, up, front;      ///< as written; empty: not
  bool mirror = false;
};
/// Makes a pack of other people's meshes, or lists what a model holds (import.cpp).
[[nodiscard]] Result<void> run_import(const ImportOptions& options);

struct ExportOptions {
  std::string format;            ///< obj, glb or stl
  std::filesystem::path folder;  ///< to write to
  std::filesystem::path atlas;   ///< a pack; empty for the built-in one
  std::string script;            ///< commands first: the meshes are as the body stands then
  std::vector<std::string> names;  ///< structures, muscles, layers or groups; none: all
};
/// Writes meshes for other programs (export.cpp).
[[nodiscard]] Result<void> run_export(const ExportOptions& options);

struct ExplainOptions {
  std::filesystem::path atlas;       ///< a pack; empty for the built-in one
  std::vector<std::string> regions;  ///< "suboccipital.R"
  std::vector<std::string> discs;    ///< "X,Y,Z,RADIUS"
  bool json = false;
};
/// Ranks the trigger points that could send this pain (tell.cpp).
[[nodiscard]] Result<void> run_explain(const ExplainOptions& options, const words::Catalogue& words);

struct StrokesOptions {
  std::filesystem::path atlas;  ///< a pack; empty for the built-in one
  std::string technique, on;    ///< empty: all, and where they are at home
  std::string script;           ///< commands to run first
  bool json = false;
};
/// Prints massage strokes and places not to press (tell.cpp).
[[nodiscard]] Result<void> run_strokes(const StrokesOptions& options);

/// Prints every problem of packs, content and recipes; of the program's own when `paths` is empty (validate.cpp).
[[nodiscard]] Result<void> run_validate(std::vector<std::filesystem::path> paths, const words::Catalogue& words);

/// Prints every command with its arguments (tell.cpp).
[[nodiscard]] Result<void> run_commands(const words::Catalogue& words);

}  // namespace dorsum::programs
