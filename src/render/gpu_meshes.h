#pragma once
// A body's meshes on the GPU: one buffer of interleaved vertices and one of indices for all of them, and the
// skin's scalars beside them.

#include <glm/vec4.hpp>
#include <span>
#include <vector>

#include "dorsum/drawing/bent.h"
#include "dorsum/geometry/detail_levels.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/gl/buffer.h"

namespace dorsum::render {

class GpuMeshes {
 public:
  GpuMeshes();
  ~GpuMeshes();
  GpuMeshes(GpuMeshes&&) noexcept;
  GpuMeshes& operator=(GpuMeshes&&) noexcept;

  void upload(const std::vector<geometry::TriangleMesh>& meshes, int skin);
  /// Coarser levels of the meshes uploaded, in their order.
  void add_levels(const std::vector<geometry::DetailLevels>& levels);
  /// Moves the corners of these meshes; those moved before and not now go back. Null: all are as uploaded.
  void bend(const drawing::BentMeshes* bent);
  /// One of each a skin vertex; zeros are kept for vertices beyond the spans.
  void set_skin_scalars(std::span<const glm::vec4> scalars, std::span<const glm::vec4> patterns);

  [[nodiscard]] std::size_t count() const { return ranges_.size(); }
  [[nodiscard]] int skin() const { return skin_; }
  /// Whether zones, paint or patterns are anywhere on it.
  [[nodiscard]] bool skin_is_marked() const { return marked_; }
  [[nodiscard]] std::size_t triangles(std::size_t mesh) const { return ranges_[mesh].detail.levels.front().count; }
  [[nodiscard]] bool has_fibres(std::size_t mesh) const { return ranges_[mesh].fibres; }

  void bind() const { array_.bind(); }
  void bind_skin() const { skin_array_.bind(); }
  /// Draws one mesh, or a level of it that strays at most so many mm from it; the vertex array must be bound.
  void draw(std::size_t mesh, float stray = 0.0F) const;
  /// Draws the skin; the skin's vertex array must be bound.
  void draw_skin(float stray = 0.0F) const;

 private:
  struct Range {
    std::uint32_t first_vertex = 0;
    std::uint32_t vertices = 0;
    std::size_t first_triangle = 0;
    geometry::DetailLevels detail;  ///< its triangles are in the index buffer, from first_triangle on
    bool fibres = false;
  };
  struct Vertex;
  void put(std::size_t mesh, std::span<const Vertex> vertices) const;

  std::vector<Range> ranges_;
  std::vector<Vertex> as_uploaded_;   ///< all vertices
  std::vector<std::uint32_t> bent_;   ///< meshes that are elsewhere
  std::uint64_t bent_number_ = 0;
  int skin_ = -1;
  bool marked_ = false;
  std::size_t skin_vertices_ = 0;

  gl::Buffer vertices_{GL_ARRAY_BUFFER}, indices_{GL_ELEMENT_ARRAY_BUFFER}, scalars_{GL_ARRAY_BUFFER}, patterns_{GL_ARRAY_BUFFER};
  gl::VertexArray array_, skin_array_;
};

}  // namespace dorsum::render
