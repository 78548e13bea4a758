#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "dorsum/atlas/attachments.h"
#include "dorsum/core/json_reader.h"
#include "glb.h"
#include "dorsum/io/gltf_frame.h"

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

using atlas::most_colour_sets;

/// Which set an attribute like "COLOR_7" is; none for any other.
std::optional<std::size_t> colour_set(std::string_view attribute) {
  for (std::size_t set = 0; set < most_colour_sets; ++set) {
    if (attribute == fmt::format("COLOR_{}", set)) return set;
  }
  return std::nullopt;
}

/// What one primitive is made of; the accessors are checked and live as long as the layout.
struct Primitive {
  const Accessor* positions = nullptr;
  const Accessor* normals = nullptr;
  const Accessor* fibre = nullptr;
  std::array<const Accessor*, most_colour_sets> colours{};  ///< without gaps
  const Accessor* indices = nullptr;
};

struct Node {
  std::string name;
  std::size_t mesh = 0;
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

/// The whole of a file's JSON, checked. Reads straight down; values that are only checked for their type are read and dropped; the first problem stays in `error` (json_reader.h).
class Layout {
 public:
  Layout(const Json& document, std::string_view binary, const std::string& name, Error& error)
      : root_(document, name + ": ", error), binary_(binary) {}

  void run() {
    root_.only({"asset", "scene", "scenes", "nodes", "meshes", "accessors", "bufferViews", "buffers"});
    const JsonReader asset = root_.field("asset");
    asset.only({"version", "generator", "copyright"});
    for (const std::string& key : asset.keys()) static_cast<void>(asset.field(key).text());
    if (asset.field("version").text() != "2.0") asset.fail("only glTF version \"2.0\" is read", build_pack_again);
    check_buffer();
    read_accessors();
    read_meshes();
    read_nodes();
    check_scene();
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Primitive& primitive(std::size_t mesh) const { return primitives_[mesh]; }

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

  void read_meshes() {
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
      primitives_.push_back(read_primitive(primitive));
    }
  }

  Primitive read_primitive(const JsonReader& primitive) {
    Primitive made;
    const JsonReader attributes = primitive.field("attributes");
    made.positions = accessor(attributes.field("POSITION"), "VEC3", {5126});
    if (made.positions == nullptr) return made;
    for (const std::string& key : attributes.keys()) {
      if (key == "POSITION") continue;
      const JsonReader place = attributes.field(key);
      const Accessor* found = nullptr;
      if (key == "NORMAL") {
        found = made.normals = accessor(place, "VEC3", {5126});
      } else if (key == "TEXCOORD_0") {
        found = made.fibre = accessor(place, "VEC2", {5126});
      } else if (const auto set = colour_set(key)) {
        found = made.colours[*set] = accessor(place, "VEC4", {5121, 5123, 5126});
      } else {
        attributes.fail(fmt::format("unknown attribute \"{}\"", key), build_pack_again);
      }
      if (found == nullptr) return made;
      if (found->count != made.positions->count) {
        place.fail(fmt::format("{} values for {} vertices", found->count, made.positions->count), build_pack_again);
      }
    }
    // glTF 2.0, section 3.7.2.1: sets count from 0 without a gap.
    for (std::size_t set = most_colour_sets - 1; set > 0; --set) {
      if (made.colours[set] != nullptr && made.colours[set - 1] == nullptr) {
        attributes.fail(fmt::format("COLOR_{} without COLOR_{}", set, set - 1), build_pack_again);
      }
    }
    const JsonReader indices_place = primitive.field("indices");
    made.indices = accessor(indices_place, "SCALAR", {5123, 5125});
    if (made.indices == nullptr) return made;
    if (made.indices->count % 3 != 0) indices_place.fail("the number of indices is not a multiple of three", build_pack_again);
    check_indices(indices_place, *made.indices, made.positions->count);
    return made;
  }

  void check_indices(const JsonReader& place, const Accessor& indices, std::size_t vertices) {
    const std::size_t width = component_bytes(indices.component);
    for (std::size_t i = 0; i < indices.count && root_.ok(); ++i) {
      std::uint32_t index = 0;  // little-endian, as the file is and as every machine we build for
      std::memcpy(&index, binary_.data() + indices.offset + i * width, width);
      if (index >= vertices) place.fail(fmt::format("index {} is out of range: there are {} vertices", index, vertices), build_pack_again);
    }
  }

  void read_nodes() {
    const JsonReader nodes = root_.field("nodes");
    if (nodes.size() > max_nodes) nodes.fail(fmt::format("{} nodes are more than any atlas has", nodes.size()), build_pack_again);
    std::set<std::string> names;
    std::set<int> meshes;
    for (std::size_t i = 0; i < nodes.size() && root_.ok(); ++i) {
      const JsonReader node = nodes.at(i);
      node.only({"name", "mesh"});
      const std::string node_name = node.field("name").text();
      if (!names.insert(node_name).second) node.fail(fmt::format("two nodes are named \"{}\"", node_name), build_pack_again);
      const int mesh = node.field("mesh").integer_in(0, static_cast<int>(primitives_.size()) - 1);
      if (!root_.ok()) return;
      if (!meshes.insert(mesh).second) node.fail("its mesh belongs to another node as well", build_pack_again);
      nodes_.push_back({node_name, static_cast<std::size_t>(mesh)});
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
      const int node = list.at(i).integer_in(0, static_cast<int>(nodes_.size()) - 1);
      if (root_.ok() && !listed.insert(node).second) list.fail(fmt::format("node {} is listed twice", node), build_pack_again);
    }
    if (root_.ok() && listed.size() != nodes_.size()) list.fail("not every node is in the scene", build_pack_again);
  }

  JsonReader root_;
  std::string_view binary_;
  std::size_t buffer_bytes_ = 0;
  std::vector<Accessor> accessors_;
  std::set<int> used_accessors_;
  std::vector<Primitive> primitives_;  ///< one a mesh
  std::vector<Node> nodes_;
};

/// One value of an accessor as it lies in the file: little-endian, as every machine we build for.
template <class T>
T value_at(std::string_view binary, std::size_t offset) {
  T value{};
  std::memcpy(&value, binary.data() + offset, sizeof value);
  return value;
}

/// All float vectors of an accessor as they lie; where one is not finite, `bad` is its number.
template <class V>
std::vector<V> vectors_of(const Accessor* accessor, std::string_view binary, std::optional<std::size_t>& bad) {
  std::vector<V> values;
  if (accessor == nullptr) return values;
  values.resize(accessor->count);
  std::memcpy(values.data(), binary.data() + accessor->offset, values.size() * sizeof(V));
  for (std::size_t i = 0; i < values.size() && !bad; ++i) {
    for (glm::length_t c = 0; c < V::length(); ++c) {
      if (!std::isfinite(values[i][c])) bad = i;
    }
  }
  return values;
}

/// One channel of a colour set, 0 to 1.
std::vector<float> channel_of(const Accessor& accessor, std::size_t channel, std::string_view binary, std::optional<std::size_t>& bad) {
  std::vector<float> values(accessor.count);
  const std::size_t width = component_bytes(accessor.component);
  std::size_t at = accessor.offset + channel * width;
  for (std::size_t i = 0; i < values.size(); ++i, at += 4 * width) {
    switch (accessor.component) {
      case 5121: values[i] = static_cast<float>(value_at<std::uint8_t>(binary, at)) / 255.0F; break;
      case 5123: values[i] = static_cast<float>(value_at<std::uint16_t>(binary, at)) / 65535.0F; break;
      default: values[i] = value_at<float>(binary, at);
    }
    if (!std::isfinite(values[i]) && !bad) bad = i;
  }
  return values;
}

Result<PackMesh> mesh_of(const Node& node, const Primitive& primitive, std::string_view binary, const std::string& name) {
  PackMesh made;
  made.name = node.name;
  geometry::TriangleMesh& mesh = made.mesh;
  std::optional<std::size_t> bad;
  const auto no_number = [&](const char* what) {
    return bad_input(fmt::format("{}: node \"{}\"", name, node.name), fmt::format("{} {} is not a finite number", what, *bad), build_pack_again);
  };
  mesh.positions = vectors_of<glm::vec3>(primitive.positions, binary, bad);
  if (bad) return no_number("vertex");
  mesh.normals = vectors_of<glm::vec3>(primitive.normals, binary, bad);
  if (bad) return no_number("the normal of vertex");
  mesh.fibre = vectors_of<glm::vec2>(primitive.fibre, binary, bad);
  if (bad) return no_number("the texture coordinate of vertex");
  for (glm::vec3& position : mesh.positions) position = position_from_gltf(position);
  for (glm::vec3& normal : mesh.normals) {
    const float length = glm::length(normal);
    normal = direction_from_gltf(length > 0.0F ? normal / length : normal);
  }
  if (primitive.colours[0] != nullptr) mesh.tendon = channel_of(*primitive.colours[0], 0, binary, bad);
  for (std::size_t set = 1; set < most_colour_sets && primitive.colours[set] != nullptr; ++set) {
    for (std::size_t channel = 0; channel < 4; ++channel) mesh.masks.push_back(channel_of(*primitive.colours[set], channel, binary, bad));
  }
  if (bad) return no_number("the colour of vertex");
  mesh.triangles.resize(primitive.indices->count / 3);
  const std::size_t width = component_bytes(primitive.indices->component);
  std::size_t at = primitive.indices->offset;
  for (geometry::Triangle& triangle : mesh.triangles) {
    for (std::uint32_t& corner : triangle) {
      corner = width == 2 ? value_at<std::uint16_t>(binary, at) : value_at<std::uint32_t>(binary, at);
      at += width;
    }
  }
  return made;
}

}  // namespace

Result<std::vector<PackMesh>> read_pack_glb(std::string_view bytes, const std::string& name) {
  const auto chunks = chunks_of(bytes, name);
  if (!chunks) return Failure(chunks.error());
  const auto document = parse_json(chunks->layout, name);
  if (!document) return Failure(document.error());
  Error error;
  Layout layout(*document, chunks->binary, name, error);
  layout.run();
  if (!error.reason.empty()) return Failure(error);
  std::vector<PackMesh> meshes;
  meshes.reserve(layout.nodes().size());
  for (const Node& node : layout.nodes()) {
    auto mesh = mesh_of(node, layout.primitive(node.mesh), chunks->binary, name);
    if (!mesh) return Failure(mesh.error());
    meshes.push_back(std::move(*mesh));
  }
  return meshes;
}

}  // namespace dorsum::io
