#include "dorsum/io/export.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

#include "dorsum/terminal/open_body.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

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

}  // namespace

Result<void> run_export(const ExportOptions& options) {
  const auto body = terminal::open_body(options.atlas);
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

}  // namespace dorsum::programs
