#pragma once
// All that is drawn, in plain terms: meshes by number, colours, scalars on vertices. Whoever makes a scene knows of
// muscles; the renderer that takes it does not.

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "dorsum/drawing/bent.h"
#include "dorsum/drawing/camera.h"
#include "dorsum/drawing/hands.h"
#include "dorsum/drawing/item.h"
#include "dorsum/drawing/label.h"
#include "dorsum/drawing/legend.h"
#include "dorsum/drawing/lens.h"
#include "dorsum/drawing/marker.h"
#include "dorsum/drawing/section_cut.h"
#include "dorsum/drawing/skin.h"
#include "dorsum/drawing/stroke.h"
#include "dorsum/drawing/tint.h"

namespace dorsum::drawing {

struct SceneLight {
  glm::vec3 direction{0.0F};  ///< towards the light, body frame, unit
  glm::vec3 colour{1.0F};
};

struct Scene {
  std::vector<DrawItem> items;   ///< what is visible; front to back where it helps
  std::shared_ptr<const BentMeshes> bent;  ///< null: all meshes are as they were given
  SkinOpening opening;
  float midline = 0.0F;          ///< x of the plane that parts the two sides of the opening, mm
  /// Per skin vertex: x how many essential zones, y how many spillover zones, z painted pain, w window distance mm.
  std::shared_ptr<const std::vector<glm::vec4>> skin_scalars;
  std::uint64_t skin_scalars_version = 0;  ///< changes when they do, so that they are uploaded only then; 0: none
  /// Per skin vertex, 0 to 1: x, y and z the zones of the likeliest points for the painted pain, each to be drawn in a
  /// pattern of its own (x stripes, y rings, z crosses); w gooseflesh, which is no pain. Null when there is none of it;
  /// changes with skin_scalars_version.
  std::shared_ptr<const std::vector<glm::vec4>> skin_patterns;
  bool skin_patches = false;     ///< zones or paint are lit: they stay visible where the skin is open
  glm::vec3 skin_colour{0.8F};   ///< linear RGB, for those patches
  glm::vec2 axis{0.0F};          ///< x and y of the upright line that leaving layers lift off from, mm
  std::optional<LensCone> lens;
  std::shared_ptr<const std::vector<TintVertex>> attachments;  ///< null: none; another when they change
  glm::vec3 origin_colour{0.0F}, insertion_colour{0.0F};  ///< linear RGB
  std::shared_ptr<const std::vector<HandVertex>> hands;  ///< null: none; another when they change
  glm::vec3 hand_colour{0.0F}, where_not_colour{0.0F};   ///< linear RGB
  std::vector<Stroke> strokes;   ///< arcs, the probe's needle, the lens's rim
  std::vector<Marker> markers;
  std::vector<Label> labels;
  LabelStyle label_style;
  std::shared_ptr<const Legend> legend;  ///< null: none; another when it changes
  std::optional<glm::vec4> section;  ///< plane: keep points with dot(xyz, p) + w >= 0
  std::shared_ptr<const std::vector<SectionCut>> section_cuts;  ///< of the items; null without a section; another when one changes
  std::shared_ptr<const std::vector<RimVertex>> skin_rim;       ///< null where the skin is closed or gone; another when it opens
  CameraMatrices camera;
  SceneLight key, fill;
  glm::vec3 background_top{1.0F}, background_bottom{1.0F};  ///< linear RGB
  glm::vec3 accent{1.0F};        ///< linear RGB of what is selected or under the pointer
};

}  // namespace dorsum::drawing
