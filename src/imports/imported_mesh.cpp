#include "imported_mesh.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/geometry/mesh_repair.h"

namespace dorsum::imports {
namespace {

/// Files are written to a thousandth of a millimetre; twins of a vertex lie within that.
constexpr float weld_tolerance = 0.002F;

/// Bones have edges (the border of the scapula, of a process); a muscle's surface is smooth except at the
/// thin rim of a sheet, where both faces would otherwise share one normal; skin is smooth everywhere.
float crease_degrees(atlas::Kind kind) {
  switch (kind) {
    case atlas::Kind::bone:
    case atlas::Kind::cartilage: return 60.0F;
    case atlas::Kind::muscle:
    case atlas::Kind::fascia:
    case atlas::Kind::ligament: return 100.0F;
    case atlas::Kind::organ:
    case atlas::Kind::vessel:
    case atlas::Kind::nerve:
    case atlas::Kind::skin: break;
  }
  return 180.0F;
}

}  // namespace

std::vector<std::string> by_weight(std::vector<Note> notes) {
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.weight < b.weight; });
  std::vector<std::string> texts;
  for (Note& note : notes) {
    if (std::find(texts.begin(), texts.end(), note.text) == texts.end()) texts.push_back(std::move(note.text));
  }
  return texts;
}

void make_usable(geometry::TriangleMesh& mesh, const atlas::Structure& structure, std::vector<Note>& notes) {
  mesh.normals.clear();
  mesh.fibre.clear();
  mesh.tendon.clear();
  const std::size_t before = mesh.triangles.size();
  geometry::weld(mesh, weld_tolerance);
  geometry::drop_degenerate(mesh);
  if (const std::size_t lost = before - mesh.triangles.size(); lost > 0) {
    // A tenth of a surface is more than the slivers that modelling programs leave.
    notes.push_back({fmt::format("{}: {} of {} triangles have no area and are left out", structure.id, lost, before), lost * 10 > before ? Weight::loss : Weight::detail});
  }
  if (mesh.triangles.empty()) return;
  geometry::orient_outward(mesh);
  if (structure.kind == atlas::Kind::skin) {
    const std::size_t both = mesh.triangles.size();
    mesh = geometry::outer_wall(mesh);
    geometry::orient_outward(mesh);
    if (const std::size_t inner = both - std::min(both, mesh.triangles.size()); inner > 0) {
      notes.push_back({fmt::format("{}: {} of {} triangles can't be seen from outside (an inner wall) and are left out", structure.id, inner, both)});
    }
  }
  geometry::compute_normals(mesh, crease_degrees(structure.kind));
}

void keep_found(Imported& imported, std::vector<atlas::Structure> table, std::vector<geometry::TriangleMesh> meshes) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (meshes[i].triangles.empty()) {
      imported.atlas.lacking.push_back(table[i].id);
      continue;
    }
    imported.atlas.structures.push_back(std::move(table[i]));
    imported.meshes.push_back(std::move(meshes[i]));
  }
}

}  // namespace dorsum::imports
