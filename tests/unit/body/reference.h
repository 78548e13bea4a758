#pragma once
// The reference set's own files, read just far enough for tests (io's importer is tested where it lives).

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>

#include "dorsum/atlas/atlas.h"
#include "dorsum/core/json_reader.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body::reference {

struct Set {
  std::vector<atlas::Structure> structures;
  std::vector<geometry::TriangleMesh> meshes;
};

/// The folder named by DORSUM_REFERENCE_DIR, if it is set and there.
inline std::optional<std::filesystem::path> folder() {
  const char* named = std::getenv("DORSUM_REFERENCE_DIR");
  if (named == nullptr || !std::filesystem::exists(std::filesystem::path(named) / "bodyparts3d/structures.json"))
    return {};
  return std::filesystem::path(named) / "bodyparts3d";
}

inline geometry::TriangleMesh read_obj(const std::filesystem::path& file) {
  geometry::TriangleMesh mesh;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "v") {
      glm::vec3 p;
      words >> p.x >> p.y >> p.z;
      mesh.positions.push_back(p);
    } else if (kind == "f") {
      geometry::Triangle t{};
      std::string corner;
      for (std::size_t i = 0; i < 3 && words >> corner; ++i) t[i] = static_cast<std::uint32_t>(std::stoul(corner)) - 1;
      mesh.triangles.push_back(t);
    }
  }
  return mesh;
}

/// All structures that have files; the skin from the archive's own two-walled mesh (FJ2810).
inline Set load(const std::filesystem::path& folder) {
  Set set;
  const auto table = atlas::load_structure_table(std::string(DORSUM_SOURCE_DIR) + "/assets/structures.json");
  const auto files = load_json(folder / "structures.json");
  for (const atlas::Structure& structure : *table) {
    const auto entry = files->find(structure.id);
    if (entry == files->end() || (*entry)["files"].empty()) continue;
    geometry::TriangleMesh mesh;
    if (structure.kind == atlas::Kind::skin) {
      mesh = read_obj(folder / "obj/FJ2810.obj");
      geometry::weld(mesh, 0.01F);
      mesh = geometry::outer_wall(mesh);
    } else {
      for (const auto& file : (*entry)["files"]) {
        geometry::append(mesh, read_obj(folder / "obj" / (file.get<std::string>() + ".obj")));
      }
      geometry::weld(mesh, 0.01F);
    }
    geometry::drop_degenerate(mesh);
    geometry::compute_normals(mesh, structure.kind == atlas::Kind::skin ? 180.0F : 60.0F);
    set.structures.push_back(structure);
    set.meshes.push_back(std::move(mesh));
  }
  return set;
}

}  // namespace dorsum::body::reference
