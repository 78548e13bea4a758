#include "dorsum/io/export.h"

#include <fmt/format.h>

#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "dorsum/terminal/open_body.h"
#include "programs.h"

namespace dorsum::programs {
Result<void> run_export(const ExportOptions& options) {
  const auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto structures = atlas::structures_named((*body)->atlas(), options.names);
  if (!structures) return Failure(structures.error());
  const auto format = options.format == "obj"   ? io::ExportFormat::obj
                      : options.format == "glb" ? io::ExportFormat::glb
                                                : io::ExportFormat::stl;
  state::Session session(*body);
  if (auto ran = session.run(options.script); !ran) return ran;
  if (const auto done = io::export_meshes(*state::stance_of(session.state(), **body), *structures, format, options.folder); !done) return done;
  fmt::print("{} structures written to {}\n", structures->size(), options.folder.string());
  return {};
}

}  // namespace dorsum::programs
