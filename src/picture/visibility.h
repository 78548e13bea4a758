#pragma once
// Which structures show, and how much, in a state: peeling, hiding, isolating, x-ray, the skin's opening and
// the section. Scenes and picks ask the same questions here, so that what is seen is what is picked.

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <vector>

#include "dorsum/body/stance.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/presence.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

/// The window that the skin opens in; what is to leave whole goes on from that of the back.
[[nodiscard]] body::SkinWindow window_of(state::SkinMode mode);

class Visibility {
 public:
  /// Keeps references to both; the stance is that of the state.
  Visibility(const state::State& state, const body::Stance& stance);

  [[nodiscard]] const body::Stance& stance() const { return *stance_; }
  /// 1 whole to 0 gone by peeling, hiding and isolating.
  [[nodiscard]] float presence_of(std::size_t structure) const { return presence_.of(structure); }
  /// What it is drawn with: presence, less under x-ray.
  [[nodiscard]] float opacity_of(std::size_t structure) const;
  [[nodiscard]] const drawing::SkinOpening& opening() const { return opening_; }
  /// The window that it tells the distances of.
  [[nodiscard]] body::SkinWindow skin_window() const { return skin_window_; }
  [[nodiscard]] float midline() const { return midline_; }
  [[nodiscard]] const std::optional<drawing::LensCone>& lens() const { return lens_; }
  /// Whether a structure is gone within the lens.
  [[nodiscard]] bool opened_by_lens(std::size_t structure) const;
  /// The plane of the section: points with dot(xyz, p) + w >= 0 are kept.
  [[nodiscard]] const std::optional<glm::vec4>& section() const { return section_; }
  /// mm that a point lies from the section's plane into what is kept; negative where it is cut away, infinity without one.
  [[nodiscard]] float within_cut(glm::vec3 point) const;
  /// Closed, opaque, uncut skin lets nothing else be seen.
  [[nodiscard]] bool only_skin_shows() const { return only_skin_; }
  /// Whether a point on a structure, where it is drawn, shows and stops the pointer.
  [[nodiscard]] bool stops(const geometry::SurfaceHit& point) const;
  /// The nearest thing that shows along a ray, met where it stands.
  using Filter = geometry::SurfaceQuery::Filter;
  [[nodiscard]] std::optional<geometry::SurfaceHit> first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}) const;
  /// The same of surfaces alone, cut faces left out.
  [[nodiscard]] std::optional<geometry::SurfaceHit> first_surface(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}) const;
  /// The cut face that a ray meets where it crosses the section's plane, from either side; of structures within one
  /// another the innermost, which is painted over the others. Triangle and weights are of where the ray leaves it.
  [[nodiscard]] std::optional<geometry::SurfaceHit> cut_face(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}) const;

 private:
  /// The structures that can stop a ray, for searches that are made structure by structure.
  [[nodiscard]] body::StandingSurfaces::Of those_that_stop() const;
  [[nodiscard]] bool skin_is_open_at(const geometry::SurfaceHit& point) const;
  /// Where the skin is open the fat under it is gone, too.
  [[nodiscard]] bool fat_is_gone_at(glm::vec3 point) const;

  const state::State* state_;
  const body::Stance* stance_;
  const body::Body* body_;
  state::Presence presence_;
  drawing::SkinOpening opening_;
  body::SkinWindow skin_window_ = body::SkinWindow::back;
  float midline_ = 0.0F;
  std::optional<glm::vec4> section_;
  std::optional<drawing::LensCone> lens_;
  float selected_leaves_at_ = 0.0F;  ///< under x-ray, what leaves no later is in front of the selection
  bool only_skin_ = false;
};

}  // namespace dorsum::picture
