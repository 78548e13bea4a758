#pragma once
// Which vertices of a muscle hold on which bone: those close to the bone's attachment area.

#include <memory>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/geometry/surface_query.h"
#include "rows.h"
#include "surface_graph.h"

namespace dorsum::motion {

enum class End : std::int8_t { none = -1, origin = 0, insertion = 1 };

struct Held {
  std::optional<FrameIndex> frame;  ///< none, with an end: holds on a ligament, which goes with the trunk
  End end = End::none;
};

/// One a vertex of the welded muscle.
using Holds = std::vector<Held>;

/// Finds the holds of one muscle after the other on the bones of a body.
class HoldFinder {
 public:
  HoldFinder(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes);
  [[nodiscard]] Holds of(std::size_t muscle, const Welded& surface) const;

 private:
  const atlas::Atlas* atlas_;
  const std::vector<geometry::TriangleMesh>* meshes_;
  std::vector<std::unique_ptr<geometry::SurfaceQuery>> query_;  ///< of each structure that muscles hold on
};

}  // namespace dorsum::motion
