#pragma once
// A mesh that shows, and how it looks.

#include <cstdint>
#include <glm/vec3.hpp>

namespace dorsum::drawing {

/// How a surface looks: the renderer has one look for each.
enum class Material : std::uint8_t { skin, flesh, bone, cartilage, ligament, fascia, organ, nerve };

struct DrawItem {
  std::uint32_t mesh = 0;    ///< its number among those that the renderer was given
  Material material = Material::bone;
  glm::vec3 colour{1.0F};    ///< linear RGB
  float opacity = 1.0F;      ///< 1 is drawn in the opaque passes
  float lift = 0.0F;         ///< mm outward from the body's axis: a layer that is leaving
  glm::vec3 offset{0.0F};    ///< mm, moved whole: a layer drawn apart
  bool outside_lens = false;  ///< not drawn within the lens
  bool arrows = false;       ///< arrows run along its fibres
  std::uint8_t shell = 0;    ///< 0 innermost; translucent shells are blended from the inside out
  bool selected = false;
  bool hovered = false;
};

}  // namespace dorsum::drawing
