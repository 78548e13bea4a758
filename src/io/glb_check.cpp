#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/core/json_reader.h"
#include "glb.h"

namespace dorsum::io {
namespace {

constexpr int most = 1 << 30;  // bytes, elements: a pack's file is at most this large (read_file.h)
constexpr std::size_t max_layout_bytes = 16U * 1024U * 1024U;
constexpr std::size_t max_nodes = 4096;

std::uint32_t word_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof word);
  return word;
}

struct Chunks {
  std::string_view layout;
  std::string_view binary;
};

Result<Chunks> chunks_of(std::string_view bytes, const std::string& name) {
  if (bytes.size() < 28 || bytes.substr(0, 4) != "glTF") return bad_input(name, "this is not a binary glTF file", build_pack_again);
  if (word_at(bytes, 4) != 2) return bad_input(name, fmt::format("glTF version {}, expected 2", word_at(bytes, 4)), build_pack_again);
  if (word_at(bytes, 8) != bytes.size()) {
    return bad_input(name, fmt::format("the header says {} bytes, the file has {}: it is cut short or damaged", word_at(bytes, 8), bytes.size()), build_pack_again);
  }
  const std::size_t layout = word_at(bytes, 12);
  if (bytes.substr(16, 4) != "JSON" || layout > max_layout_bytes || layout > bytes.size() - 28) {
    return bad_input(name, "its first chunk is no JSON of a sensible length", build_pack_again);
  }
  const std::size_t binary = word_at(bytes, 20 + layout);
  if (bytes.substr(24 + layout, 4) != std::string_view("BIN\0", 4) || binary != bytes.size() - 28 - layout) {
    return bad_input(name, "its second chunk is not binary data up to the file's end", build_pack_again);
  }
  return Chunks{bytes.substr(20, layout), bytes.substr(28 + layout, binary)};
}

struct Accessor {
  std::size_t offset = 0;
  std::size_t count = 0;
  int component = 0;
  std::string type;
};

std::size_t component_bytes(int component) {
  switch (component) {
    case 5121: return 1;
    case 5123: return 2;
    case 5125:
    case 5126: return 4;
    default: return 0;
  }
}

std::size_t components_of(std::string_view type) {
  return type == "SCALAR" ? 1 : type == "VEC2" ? 2 : type == "VEC3" ? 3 : type == "VEC4" ? 4 : 0;
}

/// Reads straight down; values that are only checked for their type are read and dropped; the first problem stays in `error` (json_reader.h).
class LayoutCheck {
 public:
  LayoutCheck(const Json& document, std::string_view binary, const std::string& name, Error& error)
      : root_(document, name + ": ", error), binary_(binary) {}

  void run() {
    root_.only({"asset", "scene", "scenes", "nodes", "meshes", "accessors", "bufferViews", "buffers"});
    const JsonReader asset = root_.field("asset");
    asset.only({"version", "generator", "copyright"});
    for (const std::string& key : asset.keys()) static_cast<void>(asset.field(key).text());
    if (asset.field("version").text() != "2.0") asset.fail("only glTF version \"2.0\" is read", build_pack_again);
    check_buffer();
    read_accessors();
    check_meshes();
    check_nodes();
    check_scene();
  }

 private:
  static int integer_or_zero(const JsonReader& object, std::string_view key) {
    return object.has(key) ? object.field(key).integer_in(0, most) : 0;
  }

  void check_buffer() {
    const JsonReader buffers = root_.field("buffers");
    if (buffers.size() != 1) buffers.fail("expected exactly one buffer", build_pack_again);
    const JsonReader buffer = buffers.at(0);
    buffer.only({"byteLength"});
    buffer_bytes_ = static_cast<std::size_t>(buffer.field("byteLength").integer_in(1, most));
    if (buffer_bytes_ > binary_.size()) buffer.fail("the buffer is larger than the file's binary chunk", build_pack_again);
  }

  void read_accessors() {
    const JsonReader accessors = root_.field("accessors");
    const JsonReader views = root_.field("bufferViews");
    std::set<int> used_views;
    for (std::size_t i = 0; i < accessors.size() && root_.ok(); ++i) {
      const JsonReader entry = accessors.at(i);
      entry.only({"bufferView", "byteOffset", "componentType", "count", "type", "min", "max", "normalized"});
      const int view_number = entry.field("bufferView").integer_in(0, static_cast<int>(views.size()) - 1);
      if (!root_.ok()) return;
      // Sharing a view would let a small file ask for much memory.
      if (!used_views.insert(view_number).second) entry.fail("its buffer view is used twice", build_pack_again);
      const JsonReader view = views.at(static_cast<std::size_t>(view_number));
      view.only({"buffer", "byteOffset", "byteLength", "target"});
      const auto view_offset = static_cast<std::size_t>(integer_or_zero(view, "byteOffset"));
      const auto view_bytes = static_cast<std::size_t>(view.field("byteLength").integer_in(0, most));
      if (view.has("target")) static_cast<void>(view.field("target").integer_in(34962, 34963));
      if (integer_or_zero(view, "buffer") != 0) view.fail("there is only buffer 0", build_pack_again);
      for (const char* bound : {"min", "max"}) {
        if (entry.has(bound) && entry.field(bound).numbers().size() > 16) entry.fail("more bounds than components", build_pack_again);
      }
      if (entry.has("normalized")) static_cast<void>(entry.field("normalized").boolean());
      Accessor accessor;
      const auto inner_offset = static_cast<std::size_t>(integer_or_zero(entry, "byteOffset"));
      accessor.offset = view_offset + inner_offset;
      accessor.count = static_cast<std::size_t>(entry.field("count").integer_in(1, most));
      accessor.component = entry.field("componentType").integer_in(0, 65535);
      accessor.type = entry.field("type").text();
      const std::size_t element = component_bytes(accessor.component) * components_of(accessor.type);
      if (element == 0) entry.fail("an unknown component type or type", build_pack_again);
      if (accessor.offset % 4 != 0) entry.fail("its data is not aligned to four bytes", build_pack_again);
      if (inner_offset + accessor.count * element > view_bytes || view_offset + view_bytes > buffer_bytes_) {
        entry.fail(fmt::format("{} elements reach past the end of the buffer", accessor.count), build_pack_again);
      }
      accessors_.push_back(accessor);
    }
  }

  /// The accessor that `place` names, which must have this type and one of these components.
  const Accessor* accessor(const JsonReader& place, std::string_view type, std::initializer_list<int> components) {
    const int number = place.integer_in(0, static_cast<int>(accessors_.size()) - 1);
    if (!root_.ok()) return nullptr;
    const Accessor& found = accessors_[static_cast<std::size_t>(number)];
    if (found.type != type || std::find(components.begin(), components.end(), found.component) == components.end()) {
      place.fail(fmt::format("expected {} of another component type, found {} of {}", type, found.type, found.component), build_pack_again);
      return nullptr;
    }
    if (!used_accessors_.insert(number).second) place.fail("the accessor is used twice", build_pack_again);
    return &found;
  }

  void check_meshes() {
    const JsonReader meshes = root_.field("meshes");
    for (std::size_t i = 0; i < meshes.size() && root_.ok(); ++i) {
      const JsonReader mesh = meshes.at(i);
      mesh.only({"name", "primitives"});
      if (mesh.has("name")) static_cast<void>(mesh.field("name").text());
      const JsonReader primitives = mesh.field("primitives");
      if (primitives.size() != 1) primitives.fail("expected exactly one primitive", build_pack_again);
      const JsonReader primitive = primitives.at(0);
      primitive.only({"attributes", "indices", "mode"});
      if (primitive.field("mode").integer_in(0, 6) != 4) primitive.fail("only triangles (mode 4) are read", build_pack_again);
      check_primitive(primitive);
    }
    mesh_count_ = meshes.size();
  }

  void check_primitive(const JsonReader& primitive) {
    const JsonReader attributes = primitive.field("attributes");
    const Accessor* const positions = accessor(attributes.field("POSITION"), "VEC3", {5126});
    if (positions == nullptr) return;
    for (const std::string& key : attributes.keys()) {
      if (key == "POSITION") continue;
      const JsonReader place = attributes.field(key);
      const Accessor* found = nullptr;
      if (key == "NORMAL") {
        found = accessor(place, "VEC3", {5126});
      } else if (key == "TEXCOORD_0") {
        found = accessor(place, "VEC2", {5126});
      } else if (key.size() == 7 && key.starts_with("COLOR_") && key[6] >= '0' && key[6] <= '7') {
        found = accessor(place, "VEC4", {5121, 5123, 5126});
      } else {
        attributes.fail(fmt::format("unknown attribute \"{}\"", key), build_pack_again);
      }
      if (found == nullptr) return;
      if (found->count != positions->count) {
        place.fail(fmt::format("{} values for {} vertices", found->count, positions->count), build_pack_again);
      }
    }
    // Assimp (5.2) takes a set that is not there for a null pointer's data.
    for (char set = '7'; set > '0'; --set) {
      const std::string before = std::string("COLOR_") + static_cast<char>(set - 1);
      if (attributes.has(std::string("COLOR_") + set) && !attributes.has(before)) {
        attributes.fail(fmt::format("COLOR_{} without {}", set, before), build_pack_again);
      }
    }
    const JsonReader indices_place = primitive.field("indices");
    const Accessor* const indices = accessor(indices_place, "SCALAR", {5123, 5125});
    if (indices == nullptr) return;
    if (indices->count % 3 != 0) indices_place.fail("the number of indices is not a multiple of three", build_pack_again);
    check_indices(indices_place, *indices, positions->count);
  }

  void check_indices(const JsonReader& place, const Accessor& indices, std::size_t vertices) {
    const std::size_t width = component_bytes(indices.component);
    for (std::size_t i = 0; i < indices.count && root_.ok(); ++i) {
      std::uint32_t index = 0;  // little-endian, as the file is and as every machine we build for
      std::memcpy(&index, binary_.data() + indices.offset + i * width, width);
      if (index >= vertices) place.fail(fmt::format("index {} is out of range: there are {} vertices", index, vertices), build_pack_again);
    }
  }

  void check_nodes() {
    const JsonReader nodes = root_.field("nodes");
    node_count_ = nodes.size();
    if (node_count_ > max_nodes) nodes.fail(fmt::format("{} nodes are more than any atlas has", node_count_), build_pack_again);
    std::set<std::string> names;
    std::set<int> meshes;
    for (std::size_t i = 0; i < node_count_ && root_.ok(); ++i) {
      const JsonReader node = nodes.at(i);
      node.only({"name", "mesh"});
      const std::string node_name = node.field("name").text();
      if (!names.insert(node_name).second) node.fail(fmt::format("two nodes are named \"{}\"", node_name), build_pack_again);
      const int mesh = node.field("mesh").integer_in(0, static_cast<int>(mesh_count_) - 1);
      if (root_.ok() && !meshes.insert(mesh).second) node.fail("its mesh belongs to another node as well", build_pack_again);
    }
  }

  void check_scene() {
    if (root_.has("scene")) static_cast<void>(root_.field("scene").integer_in(0, 0));
    const JsonReader scenes = root_.field("scenes");
    if (scenes.size() != 1) scenes.fail("expected exactly one scene", build_pack_again);
    const JsonReader scene = scenes.at(0);
    scene.only({"name", "nodes"});
    if (scene.has("name")) static_cast<void>(scene.field("name").text());
    const JsonReader list = scene.field("nodes");
    std::set<int> listed;
    for (std::size_t i = 0; i < list.size() && root_.ok(); ++i) {
      const int node = list.at(i).integer_in(0, static_cast<int>(node_count_) - 1);
      if (root_.ok() && !listed.insert(node).second) list.fail(fmt::format("node {} is listed twice", node), build_pack_again);
    }
    if (root_.ok() && listed.size() != node_count_) list.fail("not every node is in the scene", build_pack_again);
  }

  JsonReader root_;
  std::string_view binary_;
  std::size_t buffer_bytes_ = 0;
  std::vector<Accessor> accessors_;
  std::set<int> used_accessors_;
  std::size_t mesh_count_ = 0;
  std::size_t node_count_ = 0;
};

}  // namespace

Result<void> check_pack_glb(std::string_view bytes, const std::string& name) {
  const auto chunks = chunks_of(bytes, name);
  if (!chunks) return Failure(chunks.error());
  const auto document = parse_json(chunks->layout, name);
  if (!document) return Failure(document.error());
  Error error;
  LayoutCheck(*document, chunks->binary, name, error).run();
  if (!error.reason.empty()) return Failure(error);
  return {};
}

}  // namespace dorsum::io
