#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#include "glb.h"
#include "dorsum/io/gltf_frame.h"

namespace dorsum::io {
namespace {

using geometry::TriangleMesh;
using Json = nlohmann::ordered_json;  // keeps the order of writing, for people who read it

// glTF 2.0, section 5: accessor component types and buffer view targets.
constexpr int unsigned_byte = 5121, unsigned_short = 5123, unsigned_int = 5125, float_type = 5126;
constexpr int array_buffer = 34962, element_array_buffer = 34963;

/// The binary chunk under construction, with the views and accessors into it.
struct Buffer {
  std::string bytes;
  Json views = Json::array();
  Json accessors = Json::array();

  /// Adds one accessor with a view of its own; returns its number.
  template <class T>
  std::size_t add(const std::vector<T>& values, std::size_t count, int component, const char* type, int target) {
    const std::size_t offset = bytes.size();
    const std::size_t length = values.size() * sizeof(T);
    bytes.resize(offset + length);
    if (length > 0) std::memcpy(bytes.data() + offset, values.data(), length);
    bytes.resize((bytes.size() + 3) / 4 * 4, '\0');
    views.push_back({{"buffer", 0}, {"byteOffset", offset}, {"byteLength", length}, {"target", target}});
    accessors.push_back({{"bufferView", views.size() - 1}, {"componentType", component}, {"count", count}, {"type", type}});
    return accessors.size() - 1;
  }
};

std::size_t add_positions(Buffer& buffer, const TriangleMesh& mesh) {
  std::vector<glm::vec3> metres;
  metres.reserve(mesh.positions.size());
  for (const glm::vec3& position : mesh.positions) metres.push_back(position_to_gltf(position));
  const std::size_t accessor = buffer.add(metres, metres.size(), float_type, "VEC3", array_buffer);
  glm::vec3 low = metres.empty() ? glm::vec3(0.0F) : metres.front();
  glm::vec3 high = low;
  for (const glm::vec3& p : metres) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  buffer.accessors.back()["min"] = {low.x, low.y, low.z};
  buffer.accessors.back()["max"] = {high.x, high.y, high.z};
  return accessor;
}

/// One colour set: four figures from 0 to 1 a vertex; where one is not given, 0 (alpha: 1, as a colour has it).
std::size_t add_colours(Buffer& buffer, std::size_t vertices, const std::array<const std::vector<float>*, 4>& channels) {
  std::vector<std::uint8_t> colours;
  colours.reserve(vertices * 4);
  for (std::size_t i = 0; i < vertices; ++i) {
    for (std::size_t c = 0; c < 4; ++c) {
      const float value = channels[c] != nullptr ? (*channels[c])[i] : c == 3 ? 1.0F : 0.0F;
      colours.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F)));
    }
  }
  const std::size_t accessor = buffer.add(colours, vertices, unsigned_byte, "VEC4", array_buffer);
  buffer.accessors.back()["normalized"] = true;
  return accessor;
}

/// The tendon mask in set 0, the further masks four by four in those after it. Sets count
/// without a gap, so a mesh with masks has a set 0 too.
void add_colour_sets(Buffer& buffer, const TriangleMesh& mesh, Json& attributes) {
  const std::size_t vertices = mesh.positions.size();
  const auto fits = [&](const std::vector<float>& values) { return values.size() == vertices ? &values : nullptr; };
  if (fits(mesh.tendon) != nullptr || !mesh.masks.empty()) {
    attributes["COLOR_0"] = add_colours(buffer, vertices, {fits(mesh.tendon), nullptr, nullptr, nullptr});
  }
  for (std::size_t first = 0; first < mesh.masks.size(); first += 4) {
    std::array<const std::vector<float>*, 4> channels{};
    for (std::size_t c = 0; c < 4 && first + c < mesh.masks.size(); ++c) channels[c] = fits(mesh.masks[first + c]);
    attributes["COLOR_" + std::to_string(1 + first / 4)] = add_colours(buffer, vertices, channels);
  }
}

std::size_t add_indices(Buffer& buffer, const TriangleMesh& mesh) {
  const std::size_t count = mesh.triangles.size() * 3;
  if (mesh.positions.size() <= 65535) {
    std::vector<std::uint16_t> indices;
    indices.reserve(count);
    for (const geometry::Triangle& triangle : mesh.triangles) {
      for (const std::uint32_t corner : triangle) indices.push_back(static_cast<std::uint16_t>(corner));
    }
    return buffer.add(indices, count, unsigned_short, "SCALAR", element_array_buffer);
  }
  return buffer.add(mesh.triangles, count, unsigned_int, "SCALAR", element_array_buffer);
}

/// The number of the material of this colour, which is added where it lacks.
std::size_t material_of(Json& materials, glm::vec3 colour) {
  Json material;
  material["pbrMetallicRoughness"] = {
      {"baseColorFactor", {colour.r, colour.g, colour.b, 1.0F}}, {"metallicFactor", 0.0F}, {"roughnessFactor", 0.75F}};
  const auto found = std::find(materials.begin(), materials.end(), material);
  const auto number = static_cast<std::size_t>(found - materials.begin());
  if (found == materials.end()) materials.push_back(std::move(material));
  return number;
}

Json primitive_of(Buffer& buffer, Json& materials, const NamedMesh& entry) {
  const TriangleMesh& mesh = *entry.mesh;
  Json attributes;
  attributes["POSITION"] = add_positions(buffer, mesh);
  const std::size_t vertices = mesh.positions.size();
  if (mesh.normals.size() == vertices) {
    std::vector<glm::vec3> normals;
    normals.reserve(vertices);
    for (const glm::vec3& normal : mesh.normals) normals.push_back(direction_to_gltf(normal));
    attributes["NORMAL"] = buffer.add(normals, vertices, float_type, "VEC3", array_buffer);
  }
  if (mesh.fibre.size() == vertices) attributes["TEXCOORD_0"] = buffer.add(mesh.fibre, vertices, float_type, "VEC2", array_buffer);
  if (!entry.colour) add_colour_sets(buffer, mesh, attributes);
  Json primitive;
  primitive["attributes"] = std::move(attributes);
  primitive["indices"] = add_indices(buffer, mesh);
  primitive["mode"] = 4;
  if (entry.colour) primitive["material"] = material_of(materials, *entry.colour);
  return primitive;
}

void append_word(std::string& bytes, std::uint32_t word) {
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((word >> shift) & 0xFFU));
}

}  // namespace

std::string glb_bytes(const std::vector<NamedMesh>& meshes) {
  Buffer buffer;
  Json document;
  document["asset"] = {{"version", "2.0"}, {"generator", "dorsum"}};
  document["scene"] = 0;
  Json roots = Json::array(), nodes = Json::array(), shapes = Json::array(), materials = Json::array();
  for (const NamedMesh& entry : meshes) {
    shapes.push_back({{"name", entry.name}, {"primitives", Json::array({primitive_of(buffer, materials, entry)})}});
    nodes.push_back({{"name", entry.name}, {"mesh", shapes.size() - 1}});
    roots.push_back(nodes.size() - 1);
  }
  document["scenes"] = Json::array({Json{{"name", "atlas"}, {"nodes", std::move(roots)}}});
  document["nodes"] = std::move(nodes);
  document["meshes"] = std::move(shapes);
  if (!materials.empty()) document["materials"] = std::move(materials);
  document["accessors"] = std::move(buffer.accessors);
  document["bufferViews"] = std::move(buffer.views);
  document["buffers"] = Json::array({Json{{"byteLength", buffer.bytes.size()}}});

  std::string text = document.dump();
  text.resize((text.size() + 3) / 4 * 4, ' ');
  std::string glb = "glTF";
  glb.reserve(28 + text.size() + buffer.bytes.size());
  append_word(glb, 2);
  append_word(glb, static_cast<std::uint32_t>(28 + text.size() + buffer.bytes.size()));
  append_word(glb, static_cast<std::uint32_t>(text.size()));
  glb += "JSON";
  glb += text;
  append_word(glb, static_cast<std::uint32_t>(buffer.bytes.size()));
  glb += std::string_view("BIN\0", 4);
  glb += buffer.bytes;
  return glb;
}

}  // namespace dorsum::io
