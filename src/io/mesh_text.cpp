#include "mesh_text.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <glm/geometric.hpp>
#include <iterator>
#include <map>

namespace dorsum::io {
namespace {

constexpr std::size_t stl_header_bytes = 80;

/// Vectors each once, in the order in which they were first met.
class EachOnce {
 public:
  std::size_t number_of(glm::vec3 v) {
    const auto [entry, added] = numbers_.try_emplace({v.x, v.y, v.z}, values_.size());
    if (added) values_.push_back(v);
    return entry->second;
  }
  [[nodiscard]] const std::vector<glm::vec3>& values() const { return values_; }

 private:
  std::map<std::array<float, 3>, std::size_t> numbers_;
  std::vector<glm::vec3> values_;
};

template <class T>
void append_raw(std::string& bytes, const T& value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes.append(raw, sizeof(T));
}

}  // namespace

std::string obj_text(const NamedMesh& named) {
  const geometry::TriangleMesh& mesh = *named.mesh;
  const bool with_normals = mesh.normals.size() == mesh.positions.size();
  EachOnce places, normals;
  std::vector<std::size_t> place_of, normal_of;
  for (const glm::vec3& position : mesh.positions) place_of.push_back(places.number_of(position) + 1);
  if (with_normals) {
    for (const glm::vec3& normal : mesh.normals) normal_of.push_back(normals.number_of(normal) + 1);
  }
  std::string text = "# Dorsum; SPACE=LPS (+X the body's left, +Y posterior, +Z superior)\n# unit: mm\n";
  auto out = std::back_inserter(text);
  fmt::format_to(out, "o {}\n", named.name);
  for (const glm::vec3& v : places.values()) fmt::format_to(out, "v {} {} {}\n", v.x, v.y, v.z);
  for (const glm::vec3& v : normals.values()) fmt::format_to(out, "vn {} {} {}\n", v.x, v.y, v.z);
  for (const geometry::Triangle& triangle : mesh.triangles) {
    text += 'f';
    for (const std::uint32_t corner : triangle) {
      if (with_normals) {
        fmt::format_to(out, " {}//{}", place_of[corner], normal_of[corner]);
      } else {
        fmt::format_to(out, " {}", place_of[corner]);
      }
    }
    text += '\n';
  }
  return text;
}

std::string stl_bytes(const std::vector<NamedMesh>& meshes) {
  // STL has no names; the one of a single mesh is found again by our own import.
  std::string bytes = "Dorsum; SPACE=LPS; UNIT=mm";  // a text that begins with "solid" would be taken for the other kind of STL
  if (meshes.size() == 1) bytes += fmt::format("; NAME={}", meshes.front().name);
  bytes.resize(stl_header_bytes, ' ');
  std::uint32_t count = 0;
  for (const NamedMesh& named : meshes) count += static_cast<std::uint32_t>(named.mesh->triangles.size());
  append_raw(bytes, count);
  bytes.reserve(bytes.size() + std::size_t{count} * 50);
  for (const NamedMesh& named : meshes) {
    for (const geometry::Triangle& triangle : named.mesh->triangles) {
      const glm::vec3 a = named.mesh->positions[triangle[0]], b = named.mesh->positions[triangle[1]], c = named.mesh->positions[triangle[2]];
      const glm::vec3 across = glm::cross(b - a, c - a);
      const float length = glm::length(across);
      for (const glm::vec3& v : {length > 0.0F ? across / length : glm::vec3(0.0F), a, b, c}) {
        append_raw(bytes, v.x);
        append_raw(bytes, v.y);
        append_raw(bytes, v.z);
      }
      append_raw(bytes, std::uint16_t{0});
    }
  }
  return bytes;
}

}  // namespace dorsum::io
