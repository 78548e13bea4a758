#pragma once
// What to draw: (State, Stance, Answers) -> Scene, a pure function.

#include <array>
#include <cstdint>
#include <glm/vec4.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/answers/answers.h"
#include "dorsum/body/body.h"
#include "dorsum/drawing/scene.h"
#include "dorsum/state/stance.h"
#include "dorsum/state/state.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::picture {

struct Hover {
  std::optional<std::size_t> structure;
};

struct LabelAnchors;
struct FibreLine;

/// What moves by itself, at one moment; as it stands here everything has arrived.
struct Moment {
  float fibre_flow = 0.0F;               ///< mm
  std::map<std::string, float> growing;  ///< trigger points whose arcs still grow, each 0 to 1, and then fade, to 2
  bool hands_apart = false;              ///< moving hands are drawn over the picture, not in it
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// What may be painted on the skin.
enum class SkinSign : std::uint8_t { essential, two, three, spillover, painted, gooseflesh, first, second, third };
inline constexpr std::size_t skin_signs = 9;

/// The costly parts of the scene made last, for the next: states that agree in zones and paint share the
/// skin's scalars, and all states the spots that names may point to.
struct SceneMemo {
  std::shared_ptr<const massage::Laid> hands_of;  ///< that `hands` show, and:
  state::Shared<state::Ids> hatched;              ///< the places asked for, on the skin in
  std::uint64_t hands_pose = 0;                   ///< a pose of this number
  std::shared_ptr<const std::vector<drawing::HandVertex>> hands;
  state::StanceMemo stance;  ///< where make_scene finds the stance and the answers itself
  answers::Memo answers;
  std::uint64_t skin_scalars_version = 0;
  std::shared_ptr<const std::vector<glm::vec4>> skin_scalars, skin_patterns;
  std::array<std::vector<std::uint32_t>, skin_signs> skin_samples;  ///< by SkinSign: vertices of the skin that have it, spread over it
  std::shared_ptr<const drawing::Legend> legend;
  std::shared_ptr<const LabelAnchors> label_anchors;
  std::map<std::size_t, std::shared_ptr<const std::vector<FibreLine>>> fibre_lines;  ///< by structure
  glm::vec4 cut_plane{0.0F};
  body::SkinWindow cut_window = body::SkinWindow::back;  ///< that `section_cuts` tell the distances of
  std::shared_ptr<const std::vector<drawing::SectionCut>> section_cuts;
  std::shared_ptr<const drawing::BentMeshes> bent;
  std::optional<drawing::SkinOpening> rim_opening;
  std::uint64_t rim_pose = 0;                            ///< and of
  body::SkinWindow rim_window = body::SkinWindow::back;  ///< that the opening is of
  std::shared_ptr<const std::vector<drawing::RimVertex>> skin_rim;
  std::string attachments_of;  ///< the muscle and the bones that `attachments` show
  std::shared_ptr<const std::vector<drawing::TintVertex>> attachments;
};

/// Names are in the catalogue's words. The same scene with and without a memo; with one, frame after frame costs little. A memo serves one body. `stance`
/// and `answers` are those of this very state.
[[nodiscard]] drawing::Scene make_scene(const state::State& state, const body::Stance& stance, const answers::Answers& answers,
                                        drawing::Viewport viewport, const Hover& hover = {}, SceneMemo* memo = nullptr,
                                        const Moment& moment = {}, const words::Catalogue& words = {});
/// The same for whoever needs the stance and the answers for nothing else.
[[nodiscard]] drawing::Scene make_scene(const state::State& state, const body::Body& body, drawing::Viewport viewport, const Hover& hover = {},
                                        SceneMemo* memo = nullptr, const Moment& moment = {}, const words::Catalogue& words = {});

}  // namespace dorsum::picture
