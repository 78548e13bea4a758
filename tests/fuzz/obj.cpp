// The text of an OBJ file, as the process that reads it sees it, and the header that the archive's files are found by.

#include "obj_reader.h"

#include <cmath>

#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  static_cast<void>(imports::header_of_obj(bytes.substr(0, 4096)));
  const auto found = imports::read_obj(bytes, "one.obj");
  if (!good_or_told(found)) return;
  // What is found must cross to the other process and come back as it was.
  const auto crossed = imports::findings_of(imports::bytes_of(*found), "one.obj");
  demand(crossed.has_value(), "what the OBJ reader finds holds together");
  demand(crossed->nodes.size() == found->nodes.size(), "no object is lost on the way");
}

}  // namespace dorsum::fuzz
