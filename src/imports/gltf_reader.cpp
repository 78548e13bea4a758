#include "gltf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "gltf_data.h"
#include "text.h"

namespace dorsum::imports {
namespace {

constexpr std::size_t most_depth = 256;
constexpr std::uint32_t glb_magic = 0x46546C67, glb_json = 0x4E4F534A, glb_binary = 0x004E4942;

/// Extensions that shape what is read, and that we read.
constexpr std::array understood{"KHR_mesh_quantization", "EXT_meshopt_compression", "EXT_mesh_gpu_instancing"};
/// How those begin that say nothing of shape: materials, pictures, lights, what is said about a file.
constexpr std::array harmless{"KHR_materials_", "KHR_texture_",   "EXT_texture_",       "EXT_lights_", "KHR_lights_",        "KHR_xmp",         "KHR_animation_pointer", "MSFT_texture_",
                              "EXT_materials_", "ADOBE_materials_", "KHR_node_visibility", "AGI_",        "EXT_structural_metadata", "EXT_mesh_features", "EXT_instance_features"};

/// How to export without an extension.
std::string remedy_for(const std::string& extension) {
  if (extension.find("draco") != std::string::npos) {
    return "export it without Draco compression (in Blender's glTF export, Data > Compression off), or unpack it: gltf-transform copy IN.glb OUT.glb";
  }
  if (extension == "KHR_meshopt_compression") return "unpack it: gltf-transform copy IN.glb OUT.glb";
  return fmt::format("export it without {}", extension);
}

struct Container {
  std::string_view json, binary;
};

Result<Container> container_of(std::string_view bytes, const std::string& name) {
  const auto word = [bytes](std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
  };
  if (bytes.size() < 4 || word(0) != glb_magic) return Container{bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes, {}};
  if (bytes.size() < 20) return bad_input(name, "the file is cut short", "fetch it again");
  if (word(4) != 2) return bad_input(name, fmt::format("glTF version {}, expected 2", word(4)), "export it as glTF 2.0");
  if (word(8) > bytes.size()) return bad_input(name, fmt::format("the header says {} bytes, the file has {}: it is cut short", word(8), bytes.size()), "fetch it again");
  Container made;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::size_t length = word(at), kind = word(at + 4);
    at += 8;
    if (length > bytes.size() - at) return bad_input(name, "a chunk reaches past the end of the file: it is cut short or damaged", "fetch it again");
    if (kind == glb_json && made.json.empty()) made.json = bytes.substr(at, length);
    if (kind == glb_binary && made.binary.empty()) made.binary = bytes.substr(at, length);
    at += (length + 3) / 4 * 4;
  }
  if (made.json.empty()) return bad_input(name, "it has no JSON chunk", "export it again");
  return made;
}

/// All that `extras` say, as far as it may hold an ontology id; a number under a key that says "fma", too.
void add_ids_of(std::vector<std::string>& ids, const Json& extras, std::size_t depth = 0) {
  if (depth > 8) return;
  if (extras.is_string()) {
    add_ids(ids, extras.get_ref<const std::string&>());
  } else if (extras.is_object() || extras.is_array()) {
    for (const auto& [key, value] : extras.items()) {
      if (extras.is_object() && (value.is_number_integer() || value.is_string())) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        std::string word = key;
        std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (digits && word.find("FMA") != std::string::npos) add_ids(ids, "FMA" + text);
        if (digits && word.find("UBERON") != std::string::npos) add_ids(ids, "UBERON:" + text);
      }
      add_ids_of(ids, value, depth + 1);
    }
  }
}

class GltfReader {
 public:
  GltfReader(const JsonReader& root, std::string_view binary, const FileBeside& beside) : root_(root), data_(root, binary, beside) {
    FoundNode file;
    if (root_.has("asset") && root_.field("asset").has("extras")) add_ids_of(file.ids, root_.field("asset").field("extras").raw());
    findings_.nodes.push_back(std::move(file));
    findings_.stated.mm = 1000.0F;  // glTF 2.0, section 3.4
    findings_.stated.up = Axis{1, 1};
    findings_.stated.front = Axis{2, 1};
  }

  Findings run() {
    check_extensions();
    if (!root_.ok()) return {};
    place_nodes();
    walk_scene();
    if (points_ > 0) findings_.notes.push_back(fmt::format("{} sets of points or lines are passed over", points_));
    if (morphs_ > 0) findings_.notes.push_back(fmt::format("{} meshes can change their shape (morph targets): they are read as they are before", morphs_));
    return std::move(findings_);
  }

 private:
  void check_extensions() {
    if (!root_.has("extensionsRequired")) return;
    for (const std::string& name : root_.field("extensionsRequired").texts()) {
      const bool known = std::find(understood.begin(), understood.end(), name) != understood.end() ||
                         std::any_of(harmless.begin(), harmless.end(), [&](const char* start) { return name.starts_with(start); });
      if (!known) root_.field("extensionsRequired").fail(fmt::format("the file can't be read without the glTF extension {:.100}, which Dorsum does not understand", name), remedy_for(name));
    }
  }

  std::size_t node_count() const { return root_.has("nodes") ? root_.field("nodes").size() : 0; }

  static glm::mat4 placing_of(const JsonReader& node) {
    if (node.has("matrix")) {
      const std::vector<double> values = node.field("matrix").numbers();
      if (values.size() != 16) {
        node.field("matrix").fail("expected 16 numbers", "export the file again");
        return glm::mat4(1.0F);
      }
      glm::mat4 made;
      for (std::size_t i = 0; i < 16; ++i) glm::value_ptr(made)[i] = static_cast<float>(values[i]);
      return made;
    }
    glm::vec3 translation(0.0F), scale(1.0F);
    glm::quat rotation(1.0F, 0.0F, 0.0F, 0.0F);
    if (node.has("translation")) translation = node.field("translation").vec3();
    if (node.has("scale")) scale = node.field("scale").vec3();
    if (node.has("rotation")) {
      const std::vector<double> q = node.field("rotation").numbers();
      if (q.size() != 4) {
        node.field("rotation").fail("expected four numbers", "export the file again");
      } else {
        rotation = glm::quat(static_cast<float>(q[3]), static_cast<float>(q[0]), static_cast<float>(q[1]), static_cast<float>(q[2]));
      }
    }
    return of(translation, rotation, scale);
  }

  static glm::mat4 of(glm::vec3 translation, glm::quat rotation, glm::vec3 scale) {
    const float length = glm::length(rotation);
    if (length > 0.0F) rotation = rotation / length;
    return glm::translate(glm::mat4(1.0F), translation) * glm::mat4_cast(rotation) * glm::scale(glm::mat4(1.0F), scale);
  }

  /// Where every node lies, through all that are above it; each node has at most one above it (glTF 2.0, section 3.5.2).
  void place_nodes() {
    const std::size_t count = node_count();
    if (count > most_nodes) root_.field("nodes").fail(fmt::format("more than {} nodes are not read", most_nodes), "export fewer");
    above_.assign(count, none);
    placings_.assign(count, glm::mat4(1.0F));
    for (std::size_t i = 0; i < count && root_.ok(); ++i) {
      const JsonReader node = root_.field("nodes").at(i);
      if (!node.has("children")) continue;
      const JsonReader children = node.field("children");
      for (std::size_t c = 0; c < children.size() && root_.ok(); ++c) {
        const auto child = static_cast<std::size_t>(children.at(c).integer_in(0, static_cast<int>(count) - 1));
        if (!root_.ok()) return;
        if (above_[child] != none) children.at(c).fail(fmt::format("node {} hangs on two others", child), "export the file again");
        above_[child] = i;
      }
    }
    for (std::size_t i = 0; i < count && root_.ok(); ++i) {
      std::size_t steps = 0;
      for (std::size_t at = i; at != none && root_.ok(); at = above_[at]) {
        if (++steps > most_depth) root_.field("nodes").fail("the nodes hang on each other in a ring, or are nested too deep", "export the file again");
        placings_[i] = placing_of(root_.field("nodes").at(at)) * placings_[i];
      }
    }
  }

  void walk_scene() {
    const std::size_t count = node_count();
    numbers_.assign(count, FoundNode::no_parent);
    std::vector<std::size_t> roots;
    if (root_.has("scenes") && root_.field("scenes").size() > 0) {
      const std::size_t scenes = root_.field("scenes").size();
      const std::size_t scene = root_.has("scene") ? static_cast<std::size_t>(root_.field("scene").integer_in(0, static_cast<int>(scenes) - 1)) : 0;
      if (!root_.ok()) return;
      const JsonReader entry = root_.field("scenes").at(scene);
      if (entry.has("nodes")) {
        const JsonReader list = entry.field("nodes");
        for (std::size_t i = 0; i < list.size() && root_.ok(); ++i) roots.push_back(static_cast<std::size_t>(list.at(i).integer_in(0, static_cast<int>(count) - 1)));
      }
      if (scenes > 1) findings_.notes.push_back(fmt::format("the file has {} scenes; the one it shows first is read", scenes));
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        if (above_[i] == none) roots.push_back(i);
      }
    }
    for (const std::size_t root : roots) {
      if (root_.ok()) walk(root, 0);
    }
  }

  void walk(std::size_t number, std::uint32_t parent) {
    if (numbers_[number] != FoundNode::no_parent) return;  // listed twice
    const JsonReader node = root_.field("nodes").at(number);
    FoundNode found;
    found.parent = parent;
    found.name = to_utf8(node.text_or("name", ""));
    add_ids(found.ids, found.name);
    if (node.has("extras")) add_ids_of(found.ids, node.field("extras").raw());
    const auto made = static_cast<std::uint32_t>(findings_.nodes.size());
    numbers_[number] = made;
    findings_.nodes.push_back(std::move(found));
    if (node.has("mesh")) read_mesh(node, number, made);
    if (!node.has("children")) return;
    const JsonReader children = node.field("children");
    for (std::size_t c = 0; c < children.size() && root_.ok(); ++c) walk(static_cast<std::size_t>(children.at(c).integer_in(0, static_cast<int>(node_count()) - 1)), made);
  }

  void read_mesh(const JsonReader& node, std::size_t number, std::uint32_t made) {
    if (!root_.has("meshes")) return node.fail("the file has no meshes", "export the file again");
    const JsonReader meshes = root_.field("meshes");
    const int mesh_number = node.field("mesh").integer_in(0, static_cast<int>(meshes.size()) - 1);
    if (!root_.ok()) return;
    const JsonReader mesh = meshes.at(static_cast<std::size_t>(mesh_number));
    const std::string name = to_utf8(mesh.text_or("name", ""));
    FoundNode& found = findings_.nodes[made];
    if (!name.empty() && name != found.name) found.aliases.push_back(name);
    if (mesh.has("extras")) add_ids_of(found.ids, mesh.field("extras").raw());
    if (found.name.empty()) found.name = name;

    geometry::TriangleMesh shape;
    const JsonReader primitives = mesh.field("primitives");
    for (std::size_t i = 0; i < primitives.size() && root_.ok(); ++i) add_primitive(primitives.at(i), shape);
    if (!root_.ok()) return;
    for (const glm::mat4& placing : placings_of(node, number)) {
      triangles_ += shape.triangles.size();
      if (triangles_ > most_triangles) return node.fail(fmt::format("more than {} triangles are not read", most_triangles), "export a smaller model");
      add_placed(findings_.nodes[made].mesh, shape, placing, node);
    }
  }

  static void add_placed(geometry::TriangleMesh& whole, const geometry::TriangleMesh& shape, const glm::mat4& placing, const JsonReader& place) {
    geometry::TriangleMesh part;
    part.triangles = shape.triangles;
    part.positions.reserve(shape.positions.size());
    for (const glm::vec3& position : shape.positions) {
      part.positions.emplace_back(glm::vec3(placing * glm::vec4(position, 1.0F)));
      if (!geometry::is_finite(part.positions.back())) return place.fail("its placing takes vertices out of all numbers", "export the file again");
    }
    // A mirroring placing turns triangles over (glTF 2.0, section 3.7.4).
    if (glm::determinant(glm::mat3(placing)) < 0.0F) {
      for (geometry::Triangle& triangle : part.triangles) std::swap(triangle[1], triangle[2]);
    }
    geometry::append(whole, part);
  }

  /// Where a node's mesh lies: once, as a rig binds it, or as often as EXT_mesh_gpu_instancing says.
  std::vector<glm::mat4> placings_of(const JsonReader& node, std::size_t number) {
    if (node.has("skin")) return {bound(node)};
    constexpr auto instancing = "EXT_mesh_gpu_instancing";
    if (!node.has("extensions") || !node.field("extensions").has(instancing)) return {placings_[number]};
    const JsonReader attributes = node.field("extensions").field(instancing).field("attributes");
    std::size_t count = 0;
    const auto read = [&](const char* key, std::size_t components) {
      std::vector<float> values;
      if (attributes.has(key)) values = data_.floats(attributes.field(key), components);
      if (values.empty()) return values;
      if (count != 0 && count != values.size() / components) attributes.field(key).fail("its count is not that of the others", "export the file again");
      count = values.size() / components;
      return values;
    };
    const std::vector<float> translations = read("TRANSLATION", 3), rotations = read("ROTATION", 4), scales = read("SCALE", 3);
    std::vector<glm::mat4> made;
    for (std::size_t i = 0; i < count && root_.ok(); ++i) {
      const glm::vec3 t = translations.empty() ? glm::vec3(0.0F) : glm::make_vec3(&translations[i * 3]);
      const glm::vec3 s = scales.empty() ? glm::vec3(1.0F) : glm::make_vec3(&scales[i * 3]);
      const glm::quat r = rotations.empty() ? glm::quat(1.0F, 0.0F, 0.0F, 0.0F) : glm::quat(rotations[i * 4 + 3], rotations[i * 4], rotations[i * 4 + 1], rotations[i * 4 + 2]);
      made.push_back(placings_[number] * of(t, r, s));
    }
    return made;
  }

  /// A rigged mesh lies where its joints hold it; its node's own place does not count (glTF 2.0, section 3.7.3.3). As it was bound,
  /// every joint's place times its inverse bind matrix is one matrix, which the uppermost joint, that poses move least, still has.
  /// Without inverse bind matrices that matrix is the identity.
  glm::mat4 bound(const JsonReader& node) {
    const JsonReader skins = root_.field("skins");
    const int number = node.field("skin").integer_in(0, static_cast<int>(skins.size()) - 1);
    if (!root_.ok()) return glm::mat4(1.0F);
    const JsonReader skin = skins.at(static_cast<std::size_t>(number));
    const JsonReader joints = skin.field("joints");
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < joints.size() && root_.ok(); ++i) list.push_back(static_cast<std::size_t>(joints.at(i).integer_in(0, static_cast<int>(node_count()) - 1)));
    if (!skin.has("inverseBindMatrices") || list.empty() || !root_.ok()) return glm::mat4(1.0F);
    const std::vector<float> matrices = data_.floats(skin.field("inverseBindMatrices"), 16);
    if (!root_.ok()) return glm::mat4(1.0F);
    if (matrices.size() < list.size() * 16) {
      skin.field("inverseBindMatrices").fail(fmt::format("{} matrices for {} joints", matrices.size() / 16, list.size()), "export the file again");
      return glm::mat4(1.0F);
    }
    const std::set<std::size_t> all(list.begin(), list.end());
    std::size_t top = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (above_[list[i]] == none || !all.contains(above_[list[i]])) {
        top = i;
        break;
      }
    }
    return placings_[list[top]] * glm::make_mat4(&matrices[top * 16]);
  }

  void add_primitive(const JsonReader& primitive, geometry::TriangleMesh& shape) {
    const int mode = primitive.has("mode") ? primitive.field("mode").integer_in(0, 6) : 4;
    if (!root_.ok()) return;
    if (mode < 4) {
      ++points_;
      return;
    }
    if (primitive.has("targets")) ++morphs_;
    const JsonReader attributes = primitive.field("attributes");
    if (!attributes.has("POSITION")) return;  // glTF lets it lack: nothing to draw
    const std::vector<float> numbers = data_.floats(attributes.field("POSITION"), 3);
    geometry::TriangleMesh part;
    part.positions.reserve(numbers.size() / 3);
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) part.positions.emplace_back(numbers[i], numbers[i + 1], numbers[i + 2]);
    std::vector<std::uint32_t> corners;
    if (primitive.has("indices")) {
      corners = data_.indices(primitive.field("indices"));
    } else {
      corners.resize(part.positions.size());
      for (std::size_t i = 0; i < corners.size(); ++i) corners[i] = static_cast<std::uint32_t>(i);
    }
    if (!root_.ok()) return;
    for (const std::uint32_t corner : corners) {
      if (corner >= part.positions.size()) return primitive.fail(fmt::format("index {} is out of range: there are {} vertices", corner, part.positions.size()), "export the file again");
    }
    const auto add = [&](std::size_t a, std::size_t b, std::size_t c) { part.triangles.push_back({corners[a], corners[b], corners[c]}); };
    const std::size_t n = corners.size();
    if (mode == 4) {
      for (std::size_t i = 0; i + 2 < n; i += 3) add(i, i + 1, i + 2);
      if (n % 3 != 0) findings_.notes.push_back(fmt::format("{}: {} corners are no whole triangles; the last {} are passed over", primitive.where(), n, n % 3));
    } else {
      for (std::size_t i = 0; i + 2 < n; ++i) mode == 6 ? add(0, i + 1, i + 2) : i % 2 == 0 ? add(i, i + 1, i + 2) : add(i + 1, i, i + 2);
    }
    geometry::append(shape, part);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  JsonReader root_;
  GltfData data_;
  Findings findings_;
  std::vector<std::size_t> above_;
  std::vector<glm::mat4> placings_;
  std::vector<std::uint32_t> numbers_;
  std::size_t triangles_ = 0, points_ = 0, morphs_ = 0;
};

}  // namespace

Result<Findings> read_gltf(std::string_view bytes, const std::string& name, const FileBeside& beside) {
  const auto container = container_of(bytes, name);
  if (!container) return Failure(container.error());
  const auto document = parse_json(container->json, name);
  if (!document) return Failure(document.error());
  Error error;
  const JsonReader root(*document, name + ": ", error);
  const JsonReader asset = root.field("asset");
  if (!asset.field("version").text().starts_with("2.") && root.ok()) asset.fail("only glTF 2.0 is read", "export it as glTF 2.0");
  if (!root.ok()) return Failure(error);
  Findings findings = GltfReader(root, container->binary, beside).run();
  if (!root.ok()) return Failure(error);
  return findings;
}

}  // namespace dorsum::imports
