#pragma once
// What each vertex of a body goes with: bound once a body, in some seconds, and then bent by any pose in milliseconds.
//
// The trunk's share of a vertex comes from one field through the whole body, in which the girdle's bones don't count; the
// girdle's share runs along the muscle's own fibres from where it holds. Bones go with one frame each. docs/motion.md
// tells what else was tried, and how far each was off.

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/core/progress.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/rig.h"

namespace dorsum::motion {

/// The vertices of one structure.
struct StructureBinding {
  /// Where it is a bone, or all of it goes with one frame.
  std::optional<FrameIndex> rigid;
  std::vector<std::uint32_t> start;  ///< of each vertex's shares, and the end: one more than there are vertices
  std::vector<FrameIndex> frames;
  std::vector<std::uint16_t> shares;  ///< of 65535; each vertex's sum to it
  friend bool operator==(const StructureBinding&, const StructureBinding&) = default;
};

/// Another for each way of binding: what was bound by an older one is bound anew.
inline constexpr std::uint64_t binder_version = 1;

using Binding = std::vector<StructureBinding>;  ///< by structure

/// Binds a body. Stops, with nothing, when `progress` says no.
[[nodiscard]] std::optional<Binding> bind(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes, const Motions& motions, const Rig& rig,
                                          const Progress& progress);

/// Whether a binding kept from before is one of these meshes.
[[nodiscard]] bool fits(const Binding& binding, const std::vector<geometry::TriangleMesh>& meshes);

/// A structure as a pose bends it; all else of it stays as it is.
struct Bent {
  std::vector<glm::vec3> positions;  ///< mm; empty: it rests
  std::vector<glm::vec3> normals;    ///< unit
};

/// Bends one structure. Where no frame that it goes with has moved it rests, bit for bit.
[[nodiscard]] Bent bent(const geometry::TriangleMesh& mesh, const StructureBinding& binding, const Frames& frames);

/// How the surroundings of a vertex have turned and gone; the mean of its frames.
[[nodiscard]] RigidMap map_of(const StructureBinding& binding, std::uint32_t vertex, const Frames& frames);

}  // namespace dorsum::motion
