#pragma once
// A pack of a few structures made of boxes, and folders that go when a test ends.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "dorsum/atlas/atlas.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::io::test {

/// A folder of its own below the system's temporary folder.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dorsum-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

inline std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A closed box of 12 triangles with its corners at `low` and `high`, in mm.
inline geometry::TriangleMesh box(glm::vec3 low, glm::vec3 high) {
  geometry::TriangleMesh mesh;
  for (int i = 0; i < 8; ++i) {
    mesh.positions.emplace_back((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y, (i & 4) != 0 ? high.z : low.z);
  }
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

struct SmallPack {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;
};

/// A vertebra, a muscle with fibres and tendon, and a skin around them.
inline SmallPack small_pack() {
  SmallPack pack;
  pack.atlas.name = "Three boxes";
  pack.atlas.provenance = "made by a test";
  pack.atlas.licence = "MIT";
  const auto add = [&pack](const char* id, atlas::Kind kind, int layer, float leaves_at, const geometry::TriangleMesh& mesh) {
    atlas::Structure structure;
    structure.id = id;
    structure.kind = kind;
    structure.layer = layer;
    structure.leaves_at = leaves_at;
    structure.name = id;
    structure.source = "a box";
    pack.atlas.structures.push_back(structure);
    pack.meshes.push_back(mesh);
    geometry::compute_normals(pack.meshes.back(), 180.0F);
  };
  add("skin", atlas::Kind::skin, 0, 1.0F, box({-200, -150, 0}, {200, 120, 1700}));
  add("teres-major.R", atlas::Kind::muscle, 2, 3.0F, box({-150, 40, 1200}, {-100, 70, 1300}));
  add("vertebra-T6", atlas::Kind::bone, 5, atlas::never_leaves, box({-20, -10, 1180}, {20, 60, 1210}));
  geometry::TriangleMesh& muscle = pack.meshes[1];
  for (std::size_t i = 0; i < muscle.positions.size(); ++i) {
    muscle.fibre.emplace_back(12.5F * static_cast<float>(i), -3.25F * static_cast<float>(i));
    muscle.tendon.push_back(static_cast<float>(i) / 7.0F);
  }
  pack.atlas.landmarks["spinous-process:T6"] = {{1.5F, 60.0F, 1195.0F}, "measured: rearmost point of vertebra-T6"};
  pack.atlas.lacking = {"trapezius-ascending.R"};
  return pack;
}

}  // namespace dorsum::io::test
