#pragma once
// Attachment areas: where each muscle holds on the bones it touches, as a mask on the bone's mesh.
//
// To tint the bones of a selected muscle:
//
//   for (const body::Attachment& a : body.attachments_of(muscle)) {   // by structure index, origins first
//     const std::vector<float>& mask = body.mesh(a.bone).masks[a.mask];   // 0..1, one a vertex of that mesh
//     const bool origin = a.end == atlas::MuscleEnd::origin;
//     ...
//   }
//
// A whole muscle (`trapezius.R`) is several structures: ask for each. Masks fall softly from 1 to 0 over about 2 mm;
// 0.5 is the area's edge. They belong to the full mesh; levels of detail made with geometry/simplify.h carry them along.
// A muscle whose pack has no areas, or a structure that is no muscle, gives an empty list.

#include <cstddef>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/atlas/attachments.h"
#include "dorsum/body/place.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

struct Attachment {
  std::size_t muscle = 0;  ///< index of the structure
  std::size_t bone = 0;    ///< index of the structure
  atlas::MuscleEnd end = atlas::MuscleEnd::origin;
  std::size_t mask = 0;     ///< index into the bone mesh's masks
  double area_mm2 = 0.0;    ///< of bone, weighted by the mask
  Place centre;             ///< on the bone: the marked vertex nearest to the area's middle
};

/// The atlas's attachments on its meshes, sorted by muscle, then end, then bone.
[[nodiscard]] std::vector<Attachment> attachments_on(const atlas::Atlas& atlas,
                                                     const std::vector<geometry::TriangleMesh>& meshes);

/// Marks on every bone the areas where the muscles of `facts` hold: bone that lies close to the muscle's surface and
/// faces it. Fills atlas.attachments and the meshes' masks, in place of what was there. Needs the landmarks.
/// Returns what a person should know: bones named by the facts that the muscle doesn't reach on this pack.
[[nodiscard]] std::vector<std::string> mark_attachments(atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes,
                                                        const atlas::AttachmentFacts& facts);

}  // namespace dorsum::body
