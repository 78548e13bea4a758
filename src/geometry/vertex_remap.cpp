#include "vertex_remap.h"

#include <utility>

namespace dorsum::geometry {
namespace {

template <class T>
void remap(std::vector<T>& data, const std::vector<std::uint32_t>& new_index, std::size_t new_count) {
  if (data.size() != new_index.size()) {  // data that does not fit the positions says nothing of any vertex
    data.clear();
    return;
  }
  std::vector<T> moved(new_count);
  // Backwards, so that the first of several vertices that become one has the last word.
  for (std::size_t i = new_index.size(); i-- > 0;) {
    if (new_index[i] != no_vertex) moved[new_index[i]] = data[i];
  }
  data = std::move(moved);
}

}  // namespace

void remap_vertices(TriangleMesh& mesh, const std::vector<std::uint32_t>& new_index, std::size_t new_count) {
  remap(mesh.positions, new_index, new_count);
  remap(mesh.normals, new_index, new_count);
  remap(mesh.fibre, new_index, new_count);
  remap(mesh.tendon, new_index, new_count);
  for (std::vector<float>& mask : mesh.masks) remap(mask, new_index, new_count);
  for (Triangle& triangle : mesh.triangles) {
    for (std::uint32_t& index : triangle) index = index < new_index.size() ? new_index[index] : no_vertex;
  }
}

std::size_t drop_unused_vertices(TriangleMesh& mesh) {
  std::vector<std::uint32_t> new_index(mesh.positions.size(), no_vertex);
  for (const Triangle& triangle : mesh.triangles) {
    for (const std::uint32_t index : triangle) {
      if (index < new_index.size()) new_index[index] = 0;
    }
  }
  std::uint32_t count = 0;
  for (std::uint32_t& index : new_index) {
    if (index != no_vertex) index = count++;
  }
  const std::size_t gone = new_index.size() - count;
  if (gone > 0) remap_vertices(mesh, new_index, count);
  return gone;
}

}  // namespace dorsum::geometry
