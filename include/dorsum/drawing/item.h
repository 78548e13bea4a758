#pragma once
// A mesh that shows, and how it looks.

#include <cstdint>
#include <glm/vec3.hpp>

#include "dorsum/geometry/displacement.h"

namespace dorsum::drawing {

/// How a surface looks: the renderer has one look for each.
enum class Material : std::uint8_t { skin, flesh, bone, cartilage, ligament, fascia, organ, nerve };

struct DrawItem {
  std::uint32_t mesh = 0;    ///< its number among those that the renderer was given
  Material material = Material::bone;
  glm::vec3 colour{1.0F};    ///< linear RGB
  float opacity = 1.0F;      ///< 1 is drawn in the opaque passes
  geometry::Displacement moved = {};  ///< from where the renderer has its corners; about Scene::axis
  std::uint64_t bent = 0;    ///< number of the BentMeshes that it is one of; 0: it is as it was given
  geometry::Bounds bounds = {};   ///< holds it where it is drawn, mm
  bool outside_lens = false;  ///< not drawn within the lens
  std::uint8_t shell = 0;    ///< 0 innermost; translucent shells are blended from the inside out
  bool selected = false;
  bool hovered = false;
};

/// The middle of an item's box, mm.
[[nodiscard]] inline glm::vec3 centre_of(const DrawItem& item) { return 0.5F * (item.bounds.low + item.bounds.high); }

}  // namespace dorsum::drawing
