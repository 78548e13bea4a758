#include "dorsum/io/export.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <numeric>
#include <set>

#include "open_body.h"
#include "subcommands.h"

namespace dorsum::programs {
namespace {

struct Options {
  std::string format;
  std::filesystem::path folder, atlas;
  std::vector<std::string> names;
};

/// The structures that the names stand for, each once, in the atlas's order; no names: all.
Result<std::vector<std::size_t>> chosen(const atlas::Atlas& atlas, const std::vector<std::string>& names) {
  std::vector<std::size_t> all(atlas.structures.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (names.empty()) return all;
  std::set<std::size_t> indices;
  for (const std::string& name : names) {
    const auto found = atlas::structures_named(atlas, name);
    if (found.empty()) return bad_input({}, fmt::format("nothing in this atlas is named \"{}\"", name), "`dorsum info` lists the ids");
    indices.insert(found.begin(), found.end());
  }
  return std::vector<std::size_t>(indices.begin(), indices.end());
}

Result<void> run(const Options& options) {
  const auto body = open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto structures = chosen((*body)->atlas(), options.names);
  if (!structures) return Failure(structures.error());
  const auto format = options.format == "obj"   ? io::ExportFormat::obj
                      : options.format == "glb" ? io::ExportFormat::glb
                                                : io::ExportFormat::stl;
  if (const auto done = io::export_meshes(**body, *structures, format, options.folder); !done) return done;
  fmt::print("{} structures written to {}\n", structures->size(), options.folder.string());
  return {};
}

}  // namespace

Action declare_export(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--format", options->format, "obj: one file each, mm; glb and stl: one file")
      ->required()
      ->check(CLI::IsMember({"obj", "glb", "stl"}));
  app.add_option("-o,--output", options->folder, "the folder to write to")->required()->type_name("DIR");
  app.add_option("--atlas", options->atlas, "a pack's folder; without it the built-in atlas")->type_name("PACK");
  app.add_option("ids", options->names, "structures, muscles, layers or groups; without any, all")->type_name("ID");
  return [options] { return run(*options); };
}

}  // namespace dorsum::programs
