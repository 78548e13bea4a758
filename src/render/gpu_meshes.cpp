#include "gpu_meshes.h"

#include <algorithm>

#include <glm/gtc/packing.hpp>
#include <glm/packing.hpp>

#include "dorsum/core/assert.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

/// mm that fibre coordinates may reach: no muscle is longer. Steps of 1/32 mm, where half floats would have 1/4.
constexpr float fibre_range = 1024.0F;

std::uint32_t packed_normal(glm::vec3 normal) { return glm::packSnorm3x10_1x2(glm::vec4(normal, 0.0F)); }

/// The one level that there is until others are added.
geometry::DetailLevels whole(const geometry::TriangleMesh& mesh) {
  geometry::DetailLevels detail;
  detail.levels.fill({.first = 0, .count = mesh.triangles.size(), .error_mm = 0.0F});
  return detail;
}

/// Indices into the buffer of all vertices: OpenGL ES 3.0 can't add a mesh's first vertex while it draws.
void add_indices(std::vector<std::uint32_t>& indices, const std::vector<geometry::Triangle>& triangles, std::uint32_t first_vertex) {
  for (const geometry::Triangle& triangle : triangles) {
    for (const std::uint32_t vertex : triangle) indices.push_back(first_vertex + vertex);
  }
}

template <class Vertex>
Vertex packed(const geometry::TriangleMesh& mesh, std::size_t i) {
  Vertex vertex{.position = mesh.positions[i]};
  if (i < mesh.normals.size()) vertex.normal = packed_normal(mesh.normals[i]);
  if (i < mesh.fibre.size()) vertex.fibre = glm::packSnorm2x16(mesh.fibre[i] / fibre_range);
  if (i < mesh.tendon.size()) vertex.detail = glm::packUnorm4x8(glm::vec4(mesh.tendon[i], 0.0F, 0.0F, 0.0F));
  return vertex;
}

}  // namespace

/// 24 bytes: positions stay floats (0.01 mm over 2 m, no cracks at a section), the rest is packed.
struct GpuMeshes::Vertex {
  glm::vec3 position;
  std::uint32_t normal = 0;   ///< 10-10-10-2 signed normalised
  std::uint32_t fibre = 0;    ///< two signed normalised shorts over +-fibre_range mm
  std::uint32_t detail = 0;   ///< four unsigned normalised bytes: tendon, unused
};

GpuMeshes::GpuMeshes() = default;
GpuMeshes::~GpuMeshes() = default;
GpuMeshes::GpuMeshes(GpuMeshes&&) noexcept = default;
GpuMeshes& GpuMeshes::operator=(GpuMeshes&&) noexcept = default;

void GpuMeshes::upload(const std::vector<geometry::TriangleMesh>& meshes, int skin) {
  std::size_t vertex_count = 0, index_count = 0;
  for (const auto& mesh : meshes) {
    vertex_count += mesh.positions.size();
    index_count += mesh.triangles.size() * 3;
  }
  static_assert(sizeof(Vertex) == 24);
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;
  vertices.reserve(vertex_count);
  indices.reserve(index_count);
  ranges_.clear();
  ranges_.resize(meshes.size());
  skin_ = skin >= 0 && static_cast<std::size_t>(skin) < meshes.size() ? skin : -1;
  // The skin comes first: its indices then fit its scalars, too, which start at 0.
  const auto add = [&](std::size_t number) {
    const geometry::TriangleMesh& mesh = meshes[number];
    ranges_[number] = {.first_vertex = static_cast<std::uint32_t>(vertices.size()),
                       .vertices = static_cast<std::uint32_t>(mesh.positions.size()),
                       .first_triangle = indices.size() / 3,
                       .detail = whole(mesh),
                       .fibres = mesh.fibre.size() == mesh.positions.size() && !mesh.fibre.empty()};
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) vertices.push_back(packed<Vertex>(mesh, i));
    add_indices(indices, mesh.triangles, ranges_[number].first_vertex);
  };
  if (skin_ >= 0) add(static_cast<std::size_t>(skin_));
  for (std::size_t number = 0; number < meshes.size(); ++number) {
    if (static_cast<int>(number) != skin_) add(number);
  }
  vertices_.fill(std::span<const Vertex>(vertices), GL_STATIC_DRAW);
  as_uploaded_ = std::move(vertices);
  bent_.clear();
  bent_number_ = 0;
  indices_.fill(std::span<const std::uint32_t>(indices), GL_STATIC_DRAW);

  const gl::Attribute attributes[] = {
      {.location = location_of("position"), .components = 3, .type = GL_FLOAT, .offset = offsetof(Vertex, position)},
      {.location = location_of("normal"), .components = 4, .type = GL_INT_2_10_10_10_REV, .normalised = true, .offset = offsetof(Vertex, normal)},
      {.location = location_of("fibre"), .components = 2, .type = GL_SHORT, .normalised = true, .offset = offsetof(Vertex, fibre)},
      {.location = location_of("detail"), .components = 4, .type = GL_UNSIGNED_BYTE, .normalised = true, .offset = offsetof(Vertex, detail)}};
  array_.read(vertices_, sizeof(Vertex), attributes);
  array_.index_by(indices_);

  if (skin_ < 0) return;
  skin_vertices_ = meshes[static_cast<std::size_t>(skin_)].positions.size();
  const gl::Attribute skin_attributes[] = {
      {.location = location_of("position"), .components = 3, .type = GL_FLOAT, .offset = offsetof(Vertex, position)},
      {.location = location_of("normal"), .components = 4, .type = GL_INT_2_10_10_10_REV, .normalised = true, .offset = offsetof(Vertex, normal)}};
  set_skin_scalars({}, {});
  skin_array_.read(vertices_, sizeof(Vertex), skin_attributes);
  const gl::Attribute scalars[] = {{.location = location_of("scalars"), .components = 4, .type = GL_FLOAT}};
  skin_array_.read(scalars_, sizeof(glm::vec4), scalars);
  const gl::Attribute patterns[] = {{.location = location_of("patterned"), .components = 4, .type = GL_FLOAT}};
  skin_array_.read(patterns_, sizeof(glm::vec4), patterns);
  skin_array_.index_by(indices_);
}

void GpuMeshes::add_levels(const std::vector<geometry::DetailLevels>& levels) {
  if (levels.size() != ranges_.size()) return;
  std::vector<std::uint32_t> indices;
  for (std::size_t mesh = 0; mesh < levels.size(); ++mesh) {
    ranges_[mesh].first_triangle = indices.size() / 3;
    ranges_[mesh].detail.levels = levels[mesh].levels;
    add_indices(indices, levels[mesh].triangles, ranges_[mesh].first_vertex);
  }
  indices_.fill(std::span<const std::uint32_t>(indices), GL_STATIC_DRAW);
  array_.index_by(indices_);
  if (skin_ >= 0) skin_array_.index_by(indices_);
}

void GpuMeshes::put(std::size_t mesh, std::span<const Vertex> vertices) const {
  vertices_.replace(ranges_[mesh].first_vertex * sizeof(Vertex), vertices);
}

void GpuMeshes::bend(const drawing::BentMeshes* bent) {
  const std::uint64_t number = bent != nullptr ? bent->number : 0;
  if (number == bent_number_) return;
  bent_number_ = number;
  std::vector<std::uint32_t> now;
  std::vector<Vertex> vertices;
  const std::span<const drawing::BentMesh> meshes = bent != nullptr ? std::span(bent->meshes) : std::span<const drawing::BentMesh>();
  for (const drawing::BentMesh& each : meshes) {
    assert(each.mesh < ranges_.size() && each.positions.size() == ranges_[each.mesh].vertices && "a bent mesh that was never uploaded");
    const auto first = as_uploaded_.begin() + ranges_[each.mesh].first_vertex;
    vertices.assign(first, first + ranges_[each.mesh].vertices);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
      vertices[i].position = each.positions[i];
      if (i < each.normals.size()) vertices[i].normal = packed_normal(each.normals[i]);
    }
    put(each.mesh, vertices);
    now.push_back(each.mesh);
  }
  for (const std::uint32_t mesh : bent_) {
    if (std::find(now.begin(), now.end(), mesh) != now.end()) continue;
    put(mesh, std::span(as_uploaded_).subspan(ranges_[mesh].first_vertex, ranges_[mesh].vertices));
  }
  bent_ = std::move(now);
}

void GpuMeshes::set_skin_scalars(std::span<const glm::vec4> scalars, std::span<const glm::vec4> patterns) {
  marked_ = std::any_of(scalars.begin(), scalars.end(), [](glm::vec4 v) { return v.x > 0.0F || v.y > 0.0F || v.z > 0.0F; }) ||
            std::any_of(patterns.begin(), patterns.end(), [](glm::vec4 v) { return v != glm::vec4(0.0F); });
  for (const auto& [values, buffer] : {std::pair{scalars, &scalars_}, std::pair{patterns, &patterns_}}) {
    std::vector<glm::vec4> all(values.begin(), values.end());
    all.resize(skin_vertices_, glm::vec4(0.0F));
    buffer->fill(std::span<const glm::vec4>(all), GL_DYNAMIC_DRAW);
  }
}

void GpuMeshes::draw(std::size_t mesh, float stray) const {
  assert(mesh < ranges_.size() && "a mesh that was never uploaded");
  const Range& range = ranges_[mesh];
  const geometry::DetailLevels::Level& level = range.detail.levels[range.detail.level_for(stray)];
  const std::size_t first = range.first_triangle + level.first;
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * level.count), GL_UNSIGNED_INT, reinterpret_cast<const void*>(3 * first * sizeof(std::uint32_t)));
}

void GpuMeshes::draw_skin(float stray) const {
  if (skin_ < 0) return;
  // What is drawn on the skin lies on its own triangles.
  draw(static_cast<std::size_t>(skin_), marked_ ? 0.0F : stray);
}

}  // namespace dorsum::render
