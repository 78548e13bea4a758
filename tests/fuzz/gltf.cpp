// A glTF file, as the process that reads it sees it; there is nothing beside it.

#include "gltf_reader.h"

#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  const auto found = imports::read_gltf(bytes, "one.glb", [](const std::string&) { return std::optional<std::string>(); });
  if (!good_or_told(found)) return;
  demand(imports::findings_of(imports::bytes_of(*found), "one.glb").has_value(), "what the glTF reader finds holds together");
}

}  // namespace dorsum::fuzz
