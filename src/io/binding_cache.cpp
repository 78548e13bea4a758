// derived-motion-<hash>.bin (derived_file.h): "DORSMOVE", the format's version, of each structure its frame or its vertices'
// shares. Little-endian. Whoever takes it asks whether it fits the meshes (motion::fits).

#include "derived_file.h"
#include "dorsum/core/hash.h"
#include "dorsum/io/byte_stream.h"
#include "dorsum/io/pack.h"
#include "dorsum/io/read_file.h"

namespace dorsum::io {
namespace {

constexpr std::string_view magic = "DORSMOVE";
constexpr std::uint32_t version = 1;
constexpr std::string_view kind = "motion";
constexpr std::size_t most_structures = 10'000;
constexpr std::uint8_t not_rigid = 255;

template <class T>
void write_list(ByteWriter& out, const std::vector<T>& values) {
  out.number(static_cast<std::uint32_t>(values.size()));
  out.raw(values.data(), values.size() * sizeof(T));
}

template <class T>
void read_list(ByteReader& in, std::vector<T>& values) {
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= in.left() / sizeof(T));
  if (!in.ok()) return;
  values.resize(count);
  in.raw(values.data(), count * sizeof(T));
}

std::optional<motion::Binding> binding_of(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return {};
  ByteReader in(bytes.substr(magic.size()));
  in.require(in.number<std::uint32_t>() == version);
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= most_structures);
  motion::Binding binding;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    motion::StructureBinding& each = binding.emplace_back();
    if (const auto rigid = in.number<std::uint8_t>(); rigid != not_rigid) {
      each.rigid = rigid;
      continue;
    }
    read_list(in, each.start);
    read_list(in, each.frames);
    read_list(in, each.shares);
  }
  if (!in.ok() || in.left() != 0) return {};
  return binding;
}

}  // namespace

std::string binding_cache_key(const std::string& pack_hash, const std::filesystem::path& motions) {
  Hash hash;
  hash.add(pack_hash);
  hash.add(std::uint64_t{motion::binder_version});
  if (const auto bytes = read_file(motions)) hash.add(*bytes);
  return hexadecimal(hash);
}

std::optional<motion::Binding> read_cached_binding(const std::filesystem::path& folder, const std::string& hash) {
  return read_derived<motion::Binding>(folder, {kind, hash}, binding_of);
}

void write_cached_binding(const std::filesystem::path& folder, const std::string& hash, const motion::Binding& binding) {
  ByteWriter out;
  out.bytes() += magic;
  out.number(version);
  out.number(static_cast<std::uint32_t>(binding.size()));
  for (const motion::StructureBinding& each : binding) {
    out.number(each.rigid.value_or(not_rigid));
    if (each.rigid) continue;
    write_list(out, each.start);
    write_list(out, each.frames);
    write_list(out, each.shares);
  }
  write_derived(folder, {kind, hash}, std::move(out.bytes()));
}

}  // namespace dorsum::io
