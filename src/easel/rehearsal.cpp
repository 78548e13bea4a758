#include "dorsum/easel/rehearsal.h"

#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"

namespace dorsum::easel {
namespace {

/// A triangle before the other, as large as a hand: one of skin, of muscle and of bone.
body::Parts three_triangles() {
  body::Parts parts;
  for (const atlas::Kind kind : {atlas::Kind::skin, atlas::Kind::muscle, atlas::Kind::bone}) {
    const auto number = static_cast<float>(parts.meshes.size());
    geometry::TriangleMesh& mesh = parts.meshes.emplace_back();
    mesh.positions = {{-50.0F, -10.0F * number, 0.0F}, {0.0F, -10.0F * number, 80.0F}, {50.0F, -10.0F * number, 0.0F}};
    mesh.normals.assign(3, {0.0F, 1.0F, 0.0F});
    mesh.fibre = {{0.0F, 0.0F}, {0.0F, 80.0F}, {100.0F, 0.0F}};
    mesh.tendon.assign(3, 0.0F);
    mesh.triangles = {{0, 1, 2}};
    atlas::Structure& structure = parts.atlas.structures.emplace_back();
    structure.id = structure.name = atlas::name_of(kind);
    structure.kind = kind;
    structure.layer = kind == atlas::Kind::skin ? 0 : kind == atlas::Kind::muscle ? 1 : atlas::deepest_layer;
  }
  return parts;
}

}  // namespace

void rehearse(render::Renderer& renderer) {
  const auto body = body::Body::build(three_triangles(), std::nullopt, silent_progress());
  if (!body) return;
  constexpr drawing::Viewport small{.width = 64, .height = 64};
  renderer.upload((*body)->meshes(), (*body)->skin());
  static_cast<void>(renderer.snapshot(picture::make_scene(state::first_state(**body), **body, small), small, render::Quality::low));
}

}  // namespace dorsum::easel
