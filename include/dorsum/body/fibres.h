#pragma once
// Fibres and tendons for muscles that come without: imported meshes are bare surfaces.

#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/atlas/attachments.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// Gives the muscle meshes without fibres a field of fibres (geometry/fibre_field.h) between the places where they
/// hold on the bones, and a tendon mask as long as the facts say. Needs the attachments (mark_attachments).
/// Works on all cores. Returns, in words, which muscles are left without, and why.
[[nodiscard]] std::vector<std::string> solve_fibres(const atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes,
                                                    const atlas::AttachmentFacts& facts);

}  // namespace dorsum::body
