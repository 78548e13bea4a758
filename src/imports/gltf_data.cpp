#include "gltf_data.h"

#include <fmt/format.h>
#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace dorsum::imports {
namespace {

constexpr int most_in_gltf = 1 << 30;  // bytes, elements
constexpr auto export_again = "export the file again";

std::size_t width_of(int component) {
  switch (component) {
    case 5120:
    case 5121: return 1;
    case 5122:
    case 5123: return 2;
    case 5125:
    case 5126: return 4;
    default: return 0;
  }
}

std::size_t components_in(std::string_view type) {
  return type == "SCALAR" ? 1 : type == "VEC2" ? 2 : type == "VEC3" ? 3 : type == "VEC4" ? 4 : type == "MAT4" ? 16 : 0;
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

/// RFC 3986: "%20" is a blank.
std::string decoded_uri(std::string_view uri) {
  std::string made;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool escape = uri[i] == '%' && i + 2 < uri.size() && hex(uri[i + 1]) >= 0 && hex(uri[i + 2]) >= 0;
    made += escape ? static_cast<char>(hex(uri[i + 1]) * 16 + hex(uri[i + 2])) : uri[i];
    if (escape) i += 2;
  }
  return made;
}

std::string decoded_base64(std::string_view text) {
  std::string made;
  unsigned int bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    if (value < 0) continue;
    bits = (bits << 6U) | static_cast<unsigned int>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      made += static_cast<char>((bits >> static_cast<unsigned int>(count)) & 0xFFU);
    }
  }
  return made;
}

/// One component as the file's type has it; normalised integers as glTF 2.0, section 3.11 says.
float component_at(const char* at, int component, bool normalized) {
  const auto as = [at](auto kind) {
    std::memcpy(&kind, at, sizeof kind);
    return static_cast<float>(kind);
  };
  switch (component) {
    case 5120: return normalized ? std::max(as(std::int8_t{}) / 127.0F, -1.0F) : as(std::int8_t{});
    case 5121: return normalized ? as(std::uint8_t{}) / 255.0F : as(std::uint8_t{});
    case 5122: return normalized ? std::max(as(std::int16_t{}) / 32767.0F, -1.0F) : as(std::int16_t{});
    case 5123: return normalized ? as(std::uint16_t{}) / 65535.0F : as(std::uint16_t{});
    case 5125: return as(std::uint32_t{});
    default: return as(0.0F);
  }
}

std::uint32_t integer_at(const char* at, std::size_t width) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, width);
  return value;
}

std::size_t integer_field(const JsonReader& object, const char* key, int fallback) {
  return object.has(key) ? static_cast<std::size_t>(object.field(key).integer_in(0, most_in_gltf)) : static_cast<std::size_t>(fallback);
}

}  // namespace

GltfData::GltfData(const JsonReader& root, std::string_view binary, const FileBeside& beside) : root_(root), binary_(binary), beside_(beside) {
  const std::size_t count = root_.has("buffers") ? root_.field("buffers").size() : 0;
  buffers_.resize(count);
  known_.resize(count, false);
}

JsonReader GltfData::element(const char* list, const JsonReader& place) const {
  if (!root_.has(list)) {
    place.fail(fmt::format("the file has no \"{}\"", list), export_again);
    return place;
  }
  const JsonReader all = root_.field(list);
  const int number = place.integer_in(0, static_cast<int>(all.size()) - 1);
  return place.ok() ? all.at(static_cast<std::size_t>(number)) : place;
}

std::string_view GltfData::buffer(std::size_t number, const JsonReader& place) {
  if (number >= buffers_.size()) {
    place.fail(fmt::format("there is no buffer {}", number), export_again);
    return {};
  }
  const JsonReader entry = root_.field("buffers").at(number);
  const std::size_t length = integer_field(entry, "byteLength", 0);
  std::string_view bytes;
  if (!entry.has("uri")) {
    bytes = number == 0 ? binary_ : std::string_view();
  } else {
    if (!known_[number]) {
      const std::string uri = entry.field("uri").text();
      if (uri.starts_with("data:")) {
        const std::size_t comma = uri.find(',');
        if (comma != std::string::npos) buffers_[number] = decoded_base64(decoded_uri(std::string_view(uri).substr(comma + 1)));
      } else if (auto found = beside_(decoded_uri(uri))) {
        buffers_[number] = std::move(*found);
      } else {
        entry.field("uri").fail(fmt::format("the file \"{:.200}\" that it needs is not beside it or can't be read", decoded_uri(uri)),
                                "put both in one folder, or export as one file (.glb)");
      }
      known_[number] = true;
    }
    bytes = buffers_[number];
  }
  if (entry.ok() && bytes.size() < length) {
    entry.fail(fmt::format("the buffer should have {} bytes and has {}: it is cut short", length, bytes.size()), "fetch or export the file again");
    return {};
  }
  return bytes.substr(0, length);
}

GltfData::Packed GltfData::unpacked(const JsonReader& extension) {
  const std::string_view from = buffer(integer_field(extension, "buffer", 0), extension);
  const std::size_t offset = integer_field(extension, "byteOffset", 0), length = integer_field(extension, "byteLength", 0);
  const std::size_t stride = integer_field(extension, "byteStride", 0), count = integer_field(extension, "count", 0);
  const std::string mode = extension.field("mode").text(), filter = extension.text_or("filter", "NONE");
  if (!extension.ok()) return {};
  const bool vertices = mode == "ATTRIBUTES";
  if (offset > from.size() || length > from.size() - offset || stride == 0 || stride > 256 || (vertices ? stride % 4 != 0 : stride != 2 && stride != 4) ||
      stride * count > budget_ || (mode == "TRIANGLES" && count % 3 != 0)) {
    extension.fail("its figures don't fit together", export_again);
    return {};
  }
  budget_ -= stride * count;
  std::string into(stride * count, '\0');
  const auto* const source = reinterpret_cast<const unsigned char*>(from.data() + offset);
  int problem = -1;
  if (vertices) {
    problem = meshopt_decodeVertexBuffer(into.data(), count, stride, source, length);
  } else if (mode == "TRIANGLES") {
    problem = meshopt_decodeIndexBuffer(into.data(), count, stride, source, length);
  } else if (mode == "INDICES") {
    problem = meshopt_decodeIndexSequence(into.data(), count, stride, source, length);
  }
  if (problem == 0 && vertices) {
    if (filter == "OCTAHEDRAL" && (stride == 4 || stride == 8)) {
      meshopt_decodeFilterOct(into.data(), count, stride);
    } else if (filter == "QUATERNION" && stride == 8) {
      meshopt_decodeFilterQuat(into.data(), count, stride);
    } else if (filter == "EXPONENTIAL") {
      meshopt_decodeFilterExp(into.data(), count, stride);
    } else if (filter != "NONE") {
      problem = -1;
    }
  }
  if (problem != 0) {
    extension.fail("its compressed data are damaged", "export the file again, without compression");
    return {};
  }
  unpacked_.push_back(std::move(into));
  return {unpacked_.back(), vertices ? stride : 0};
}

GltfData::Packed GltfData::view(const JsonReader& place) {
  const JsonReader entry = element("bufferViews", place);
  if (!entry.ok()) return {};
  constexpr auto meshopt = "EXT_meshopt_compression";
  if (entry.has("extensions") && entry.field("extensions").has(meshopt)) return unpacked(entry.field("extensions").field(meshopt));
  const std::string_view bytes = buffer(integer_field(entry, "buffer", 0), entry);
  const std::size_t offset = integer_field(entry, "byteOffset", 0), length = integer_field(entry, "byteLength", 0), stride = integer_field(entry, "byteStride", 0);
  if (!entry.ok()) return {};
  if (offset > bytes.size() || length > bytes.size() - offset || stride > 252) {
    entry.fail("the view reaches past the end of its buffer", "fetch or export the file again");
    return {};
  }
  return {bytes.substr(offset, length), stride};
}

GltfData::Accessor GltfData::accessor(const JsonReader& entry) const {
  Accessor made;
  made.count = static_cast<std::size_t>(entry.field("count").integer_in(0, most_in_gltf));
  made.component = entry.field("componentType").integer_in(0, 65535);
  made.components = components_in(entry.field("type").text());
  made.width = width_of(made.component);
  made.normalized = entry.has("normalized") && entry.field("normalized").boolean();
  if (entry.ok() && (made.width == 0 || made.components == 0)) entry.fail("an unknown component type or type", export_again);
  return made;
}

template <class T>
void GltfData::take(const JsonReader& place, const Packed& from, std::size_t offset, const Accessor& what, std::vector<T>& into) {
  const std::size_t element = what.width * what.components, stride = from.stride == 0 ? element : from.stride;
  if (what.count == 0 || !place.ok()) return;
  if (offset > from.bytes.size() || from.bytes.size() - offset < element || (what.count - 1) > (from.bytes.size() - offset - element) / stride) {
    place.fail(fmt::format("{} elements reach past the end of the buffer", what.count), "fetch or export the file again");
    return;
  }
  for (std::size_t i = 0; i < what.count; ++i) {
    const char* at = from.bytes.data() + offset + i * stride;
    for (std::size_t c = 0; c < what.components; ++c, at += what.width) {
      if constexpr (std::is_same_v<T, float>) {
        into[i * what.components + c] = component_at(at, what.component, what.normalized);
      } else {
        into[i * what.components + c] = integer_at(at, what.width);
      }
    }
  }
}

template <class T>
void GltfData::patch(const JsonReader& sparse, const Accessor& what, std::vector<T>& values) {
  const std::size_t count = static_cast<std::size_t>(sparse.field("count").integer_in(0, most_in_gltf));
  const JsonReader places = sparse.field("indices"), patches = sparse.field("values");
  Accessor index{count, 1, 0, 0, false}, patched = what;
  if (!sparse.ok()) return;
  index.component = places.field("componentType").integer_in(0, 65535);
  index.width = width_of(index.component);
  patched.count = count;
  if (!sparse.ok()) return;
  if (count > what.count || (index.component != 5121 && index.component != 5123 && index.component != 5125)) {
    sparse.fail(fmt::format("{} patches of {} elements", count, what.count), export_again);
    return;
  }
  std::vector<std::uint32_t> where(count);
  std::vector<T> with(count * what.components);
  take(places, view(places.field("bufferView")), integer_field(places, "byteOffset", 0), index, where);
  take(patches, view(patches.field("bufferView")), integer_field(patches, "byteOffset", 0), patched, with);
  if (!sparse.ok()) return;
  for (std::size_t i = 0; i < count; ++i) {
    if (where[i] >= what.count) {
      places.fail(fmt::format("index {} is out of range: there are {} elements", where[i], what.count), export_again);
      return;
    }
    std::copy_n(with.begin() + static_cast<std::ptrdiff_t>(i * what.components), what.components,
                values.begin() + static_cast<std::ptrdiff_t>(where[i] * what.components));
  }
}

template <class T>
std::vector<T> GltfData::values(const JsonReader& place, std::size_t components, bool integers) {
  const JsonReader entry = element("accessors", place);
  if (!entry.ok()) return {};
  const Accessor what = accessor(entry);
  if (!entry.ok()) return {};
  const bool unsigned_integer = what.component == 5121 || what.component == 5123 || what.component == 5125;
  if (what.components != components || (integers && !unsigned_integer)) {
    entry.fail("another type of numbers stands where this kind is needed", export_again);
    return {};
  }
  const std::size_t needed = what.count * components * sizeof(T);
  if (needed > budget_) {
    entry.fail(fmt::format("{} elements are more than are read", what.count), "export a smaller model");
    return {};
  }
  budget_ -= needed;
  std::vector<T> made(what.count * components, T{});
  if (entry.has("bufferView")) {
    take(entry, view(entry.field("bufferView")), integer_field(entry, "byteOffset", 0), what, made);
  } else if (!entry.has("sparse")) {
    entry.fail("its numbers are not in the file, or are packed in a way that is not understood", "export the file again, without compression");
  }
  if (entry.ok() && entry.has("sparse")) patch(entry.field("sparse"), what, made);
  if (!entry.ok()) return {};
  if constexpr (std::is_same_v<T, float>) {
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (!std::isfinite(made[i])) {
        entry.fail(fmt::format("element {} is not a finite number", i / components), export_again);
        return {};
      }
    }
  }
  return made;
}

std::vector<float> GltfData::floats(const JsonReader& place, std::size_t components) { return values<float>(place, components, false); }

std::vector<std::uint32_t> GltfData::indices(const JsonReader& place) { return values<std::uint32_t>(place, 1, true); }

}  // namespace dorsum::imports
