// The file in which found zones are kept beside a pack. Its fingerprint is put behind the input, or nothing would get
// past it.

#include "dorsum/core/hash.h"
#include "dorsum/io/pack.h"
#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  constexpr std::size_t skin_vertices = 8;
  Hash fingerprint;
  fingerprint.add(bytes);
  const std::uint64_t value = fingerprint.value();
  std::string file(bytes);
  file.append(reinterpret_cast<const char*>(&value), sizeof value);
  write(scratch() / "derived-zones-0123456789abcdef.bin", file);
  const auto zones = io::read_cached_zones(scratch(), "0123456789abcdef", skin_vertices);
  if (!zones) return;
  for (const body::Zone& zone : *zones) {
    for (const body::ZoneVertex& entry : zone.vertices) demand(entry.vertex < skin_vertices, "every vertex is one of the skin");
  }
}

}  // namespace dorsum::fuzz
