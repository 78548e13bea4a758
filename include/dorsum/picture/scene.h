#pragma once
// What to draw: (State, Body) -> Scene, a pure function.

#include <cstdint>
#include <glm/vec4.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/explain.h"
#include "dorsum/body/skin_path.h"
#include "dorsum/drawing/scene.h"
#include "dorsum/state/pain.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

/// The drawing, and what of the answers to the state it was made with.
struct Scene : drawing::Scene {
  std::vector<std::string> patterned;  ///< the trigger points of the patterns x, y and z, with side
  /// What could send the painted pain, and which warning signs it fits; null when nothing is painted.
  std::shared_ptr<const body::Explanation> explanation;
  std::vector<std::uint32_t> zones_behind;  ///< zones lit on the far side: the view offers to turn there
};

struct Hover {
  std::optional<std::size_t> structure;
};

struct LabelAnchors;

/// What moves by itself, at one moment; as it stands here everything has arrived.
struct Moment {
  float fibre_flow = 0.0F;               ///< mm
  std::map<std::string, float> growing;  ///< trigger points whose arcs still grow, each 0 to 1
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// The costly parts of the scene made last, for the next: states that agree in zones and paint share the
/// skin's scalars and the explanation of the pain, and all states the spots that names may point to.
struct SceneMemo {
  std::uint64_t skin_scalars_version = 0;
  std::shared_ptr<const std::vector<glm::vec4>> skin_scalars, skin_patterns;
  std::vector<std::string> patterned;
  std::shared_ptr<const body::Explanation> explanation;
  std::vector<state::PainStroke> explained;  ///< the strokes that the explanation is of
  state::PaintedStrokes paint;
  std::shared_ptr<const LabelAnchors> label_anchors;
  glm::vec4 cut_plane{0.0F};
  body::SkinWindow cut_window = body::SkinWindow::back;  ///< that `section_cuts` tell the distances of
  std::shared_ptr<const std::vector<drawing::SectionCut>> section_cuts;
  std::optional<drawing::SkinOpening> rim_opening;
  body::SkinWindow rim_window = body::SkinWindow::back;  ///< that the opening is of
  std::shared_ptr<const std::vector<drawing::RimVertex>> skin_rim;
  std::map<std::string, std::shared_ptr<const std::vector<body::SkinPath>>> ways;  ///< by trigger point
  std::string attachments_of;  ///< the muscle and the bones that `attachments` show
  std::shared_ptr<const std::vector<drawing::TintVertex>> attachments;
};

/// The same scene with and without a memo; with one, frame after frame costs little. A memo serves one body.
[[nodiscard]] Scene make_scene(const state::State& state, const body::Body& body, drawing::Viewport viewport, const Hover& hover = {},
                               SceneMemo* memo = nullptr, const Moment& moment = {});

}  // namespace dorsum::picture
