// derived-zones-<hash>.bin (derived_file.h): "DORSZONE", the format's version, the zones. Little-endian. Read back with every
// length, range and number checked.

#include <algorithm>
#include <system_error>

#include "dorsum/core/hash.h"
#include "dorsum/io/byte_stream.h"
#include "dorsum/io/pack.h"
#include "dorsum/io/read_file.h"
#include "derived_file.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "DORSZONE";
constexpr std::uint32_t version = 2;
constexpr std::size_t max_zones = 100'000;
constexpr std::size_t max_text = 256;
constexpr std::string_view kind = "zones";

void write_vec3(ByteWriter& out, glm::vec3 v) {
  for (int axis = 0; axis < 3; ++axis) out.number(v[axis]);
}

glm::vec3 read_vec3(ByteReader& in) {
  const float x = in.number<float>(), y = in.number<float>(), z = in.number<float>();
  return {x, y, z};
}

void write_zone(ByteWriter& out, const body::Zone& zone) {
  out.text(zone.trigger);
  out.text(zone.region);
  out.number(zone.area);
  out.number(static_cast<std::uint8_t>(zone.kind));
  out.number(static_cast<std::uint8_t>(zone.sensation));
  out.number(zone.area_mm2);
  out.number(zone.centre.on.triangle);
  write_vec3(out, zone.centre.on.barycentric);
  write_vec3(out, zone.centre.rest);
  write_vec3(out, zone.facing);
  out.number(static_cast<std::uint32_t>(zone.vertices.size()));
  for (const body::ZoneVertex& entry : zone.vertices) {
    out.number(entry.vertex);
    out.number(entry.weight);
  }
}

body::Zone read_zone(ByteReader& in, std::size_t skin_vertices) {
  body::Zone zone;
  zone.trigger = in.text(max_text);
  zone.region = in.text(max_text);
  zone.area = in.number<std::uint32_t>();
  const auto kind = in.number<std::uint8_t>();
  const auto sensation = in.number<std::uint8_t>();
  in.require(kind <= static_cast<std::uint8_t>(atlas::ZoneKind::spillover));
  in.require(sensation <= static_cast<std::uint8_t>(atlas::Sensation::gooseflesh));
  zone.kind = static_cast<atlas::ZoneKind>(kind);
  zone.sensation = static_cast<atlas::Sensation>(sensation);
  zone.area_mm2 = in.number<double>();
  zone.centre.on.triangle = in.number<std::uint32_t>();
  zone.centre.on.barycentric = read_vec3(in);
  zone.centre.rest = read_vec3(in);
  zone.facing = read_vec3(in);
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= skin_vertices && count * 8 <= in.left());
  if (!in.ok()) return zone;
  zone.vertices.resize(count);
  for (body::ZoneVertex& entry : zone.vertices) {
    entry.vertex = in.number<std::uint32_t>();
    entry.weight = in.number<float>();
    in.require(entry.vertex < skin_vertices && entry.weight >= 0.0F && entry.weight <= 1.0F);
  }
  return zone;
}

std::optional<body::Zones> zones_of(std::string_view bytes, std::size_t skin_vertices) {
  if (!bytes.starts_with(magic)) return {};
  ByteReader in(bytes.substr(magic.size()));
  in.require(in.number<std::uint32_t>() == version);
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= max_zones);
  body::Zones zones;
  for (std::size_t i = 0; i < count && in.ok(); ++i) zones.push_back(read_zone(in, skin_vertices));
  if (!in.ok() || in.left() != 0) return {};
  return zones;
}

}  // namespace

std::string zone_cache_key(const Pack& pack, const fs::path& content_folder) {
  std::error_code trouble;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(content_folder, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  Hash hash;
  hash.add(pack.content_hash);
  hash.add(std::uint64_t{body::zone_finder_version});
  for (const fs::path& file : files) {
    const auto bytes = read_file(file);
    if (!bytes) continue;
    hash.add(std::uint64_t{bytes->size()});  // what leaves one file for the next is a change, too
    hash.add(*bytes);
  }
  return hexadecimal(hash);
}

std::optional<body::Zones> read_cached_zones(const fs::path& folder, const std::string& hash, std::size_t skin_vertices) {
  return read_derived<body::Zones>(folder, {kind, hash}, [&](std::string_view bytes) { return zones_of(bytes, skin_vertices); });
}

void write_cached_zones(const fs::path& folder, const std::string& hash, const body::Zones& zones) {
  ByteWriter out;
  out.bytes() += magic;
  out.number(version);
  out.number(static_cast<std::uint32_t>(zones.size()));
  for (const body::Zone& zone : zones) write_zone(out, zone);
  write_derived(folder, {kind, hash}, out.bytes());
}

}  // namespace dorsum::io
