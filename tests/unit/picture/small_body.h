#pragma once
// A body of boxes, small enough to know every answer: skin around two muscles a side and a bone.

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include "dorsum/body/body.h"

namespace dorsum::picture {

inline geometry::TriangleMesh box(glm::vec3 low, glm::vec3 high) {
  geometry::TriangleMesh mesh;
  for (int i = 0; i < 8; ++i) {
    mesh.positions.push_back({(i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y, (i & 4) != 0 ? high.z : low.z});
    mesh.normals.push_back(glm::normalize(mesh.positions.back() - (low + high) * 0.5F));
  }
  mesh.triangles = {{0, 2, 3}, {0, 3, 1}, {4, 5, 7}, {4, 7, 6}, {0, 1, 5}, {0, 5, 4},
                    {2, 6, 7}, {2, 7, 3}, {0, 4, 6}, {0, 6, 2}, {1, 3, 7}, {1, 7, 5}};
  return mesh;
}

/// Structures by index: 0 skin, 1 and 2 trapezius right and left (behind), 3 and 4 rhomboid right and left
/// (before them), 5 a bone in the middle.
inline std::shared_ptr<const body::Body> small_body() {
  body::Parts parts;
  const auto add = [&parts](const char* id, atlas::Kind kind, int layer, float leaves_at, glm::vec3 low, glm::vec3 high) {
    atlas::Structure structure;
    structure.id = id;
    structure.kind = kind;
    structure.layer = layer;
    structure.leaves_at = leaves_at;
    structure.name = id;
    parts.atlas.structures.push_back(structure);
    parts.meshes.push_back(box(low, high));
  };
  add("skin", atlas::Kind::skin, 0, 1.0F, {-200, -100, 0}, {200, 100, 1800});
  add("trapezius-ascending.R", atlas::Kind::muscle, 1, 2.0F, {-120, 60, 1100}, {-10, 70, 1400});
  add("trapezius-ascending.L", atlas::Kind::muscle, 1, 2.0F, {10, 60, 1100}, {120, 70, 1400});
  add("rhomboid-major.R", atlas::Kind::muscle, 2, 3.0F, {-100, 45, 1200}, {-20, 55, 1350});
  add("rhomboid-major.L", atlas::Kind::muscle, 2, 3.0F, {20, 45, 1200}, {100, 55, 1350});
  add("sacrum", atlas::Kind::bone, 5, atlas::never_leaves, {-50, 0, 1000}, {50, 40, 1450});
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

}  // namespace dorsum::picture
