#pragma once
// A body: an atlas with its meshes and all that is derived from them. Nothing of it changes once built, so that
// any thread may read it. Frame: mm, +X the body's left, +Y posterior, +Z superior.

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/atlas/content.h"
#include "dorsum/atlas/regions.h"
#include "dorsum/body/attachments.h"
#include "dorsum/body/pain_pattern.h"
#include "dorsum/body/place.h"
#include "dorsum/body/skin_regions.h"
#include "dorsum/body/skin_window.h"
#include "dorsum/body/zone.h"
#include "dorsum/body/spine_levels.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/geodesics.h"
#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/binding.h"
#include "dorsum/motion/motions.h"
#include "dorsum/motion/rig.h"

namespace dorsum::body {

class Posed;

/// A trigger point placed on this body.
struct PlacedTrigger {
  std::string id;                  ///< with side: `trapezius-3.R`
  std::size_t point = 0;           ///< index into content().trigger_points
  Side side = Side::right;
  Place place;                     ///< on its muscle's surface
  float distance = 0.0F;           ///< mm from where its formula says to there
  std::vector<std::size_t> zones;  ///< indices into zones()

  /// The structure that hosts it.
  [[nodiscard]] std::size_t structure() const { return place.structure(); }
};

/// What build needs, and what a pack is once read.
struct Parts {
  atlas::Atlas atlas;
  std::vector<geometry::TriangleMesh> meshes;  ///< one a structure, same order; with normals
  atlas::Content content;
  atlas::RegionDefinitions regions;  ///< without them no region can be named or painted
  motion::Motions motions = {};      ///< without them it doesn't move
  std::function<std::optional<motion::Binding>()> known_binding = {};  ///< asked when it is first moved for what was bound before; may be empty
  std::function<void(const motion::Binding&)> keep_binding = {};       ///< told what was bound, for the next opening; may be empty
};

class Body {
 public:
  /// Places the trigger points and finds the zones (or takes `known` zones when their count fits).
  /// Points whose muscle or landmarks this pack lacks are left out and named in warnings().
  /// Fails only where the parts contradict each other.
  [[nodiscard]] static Result<std::shared_ptr<const Body>> build(Parts parts, std::optional<Zones> known, const Progress& progress);

  [[nodiscard]] const atlas::Atlas& atlas() const { return parts_.atlas; }
  [[nodiscard]] const atlas::Content& content() const { return parts_.content; }
  [[nodiscard]] const std::vector<geometry::TriangleMesh>& meshes() const { return parts_.meshes; }
  [[nodiscard]] const geometry::TriangleMesh& mesh(std::size_t structure) const { return parts_.meshes[structure]; }
  [[nodiscard]] const std::vector<PlacedTrigger>& triggers() const { return triggers_; }
  [[nodiscard]] const PlacedTrigger* trigger(std::string_view id_with_side) const;
  /// Where a muscle holds on the bones (attachments.h), origins first; empty for what is no muscle.
  [[nodiscard]] std::span<const Attachment> attachments_of(std::size_t structure) const;
  /// Of all muscles, sorted by muscle.
  [[nodiscard]] const std::vector<Attachment>& attachments() const { return attachments_; }
  [[nodiscard]] const Zones& zones() const { return zones_; }
  /// What of each placed trigger point's zones is pain; in the order of triggers(), empty without a skin.
  [[nodiscard]] const std::vector<PainPattern>& patterns() const { return patterns_; }
  [[nodiscard]] std::optional<std::size_t> skin() const { return skin_; }  ///< index of the skin, if the pack has one
  /// Signed mm of each skin vertex to the edge of a window over the back; positive inside.
  [[nodiscard]] const std::vector<float>& skin_window(SkinWindow which = SkinWindow::back) const {
    return skin_windows_[static_cast<std::size_t>(which)];
  }
  /// The region and side of each skin vertex; no vertices when there is no skin, no names when no region is defined.
  /// Found when first asked for, as surfaces() is.
  [[nodiscard]] const SkinRegions& skin_regions() const;
  /// mm2 of skin that stand for each skin vertex: sums over vertices are areas. Empty without a skin.
  [[nodiscard]] const std::vector<double>& skin_areas() const { return skin_areas_; }
  /// Distances along the skin; null without a skin.
  [[nodiscard]] const geometry::NearGeodesics* skin_paths() const { return skin_paths_.get(); }
  [[nodiscard]] const motion::Motions& motions() const { return parts_.motions; }
  /// Its joints, or what lacks for them. Found when first asked for.
  [[nodiscard]] const Result<motion::Rig>& rig() const;
  /// What its vertices go with; null where it has no joints. Bound when first asked for, some seconds' work; any thread may ask.
  [[nodiscard]] const motion::Binding* binding() const;
  /// Whether binding() answers at once.
  [[nodiscard]] bool bound() const { return bound_; }
  /// Whether it can do a motion; else what it lacks for it.
  [[nodiscard]] Result<void> can_do(const motion::Motion& motion) const;
  /// Bent by a pose (posed.h); null where nothing moves. Whoever asks for the pose that was asked for last gets the same one, as
  /// long as somebody keeps it: bending all structures is a frame's work. Any thread may ask.
  [[nodiscard]] std::shared_ptr<const Posed> posed(const motion::Pose& pose) const;
  /// All structures where they rest, by index; where they are now, a Stance says (stance.h). Built when first asked for, a tenth of a second's work; any thread may ask.
  [[nodiscard]] const geometry::SurfaceQuery& surfaces() const;
  /// Levels of the spine, from the head down (spine_levels.h); empty without vertebrae. Found when first asked for.
  [[nodiscard]] const std::vector<SpineLevel>& spine_levels() const;
  [[nodiscard]] const geometry::Bounds& bounds() const { return bounds_; }
  [[nodiscard]] const geometry::Bounds& bounds(std::size_t structure) const { return bounds_of_[structure]; }
  [[nodiscard]] float scale() const { return scale_; }  ///< atlas::body_scale
  /// What could not be placed on this body, and why.
  [[nodiscard]] std::vector<Saying> warnings() const;

 private:
  Body() = default;
  Parts parts_;
  std::vector<PlacedTrigger> triggers_;
  std::vector<Attachment> attachments_;
  Zones zones_;
  std::vector<PainPattern> patterns_;
  std::optional<std::size_t> skin_;
  std::vector<double> skin_areas_;
  std::unique_ptr<geometry::NearGeodesics> skin_paths_;
  std::array<std::vector<float>, 2> skin_windows_;  ///< by SkinWindow
  mutable std::once_flag regions_wanted_;
  mutable SkinRegions skin_regions_;
  mutable std::once_flag levels_wanted_;
  mutable std::vector<SpineLevel> spine_levels_;
  mutable std::once_flag surfaces_wanted_;
  mutable std::unique_ptr<geometry::SurfaceQuery> surfaces_;
  mutable std::once_flag rig_wanted_, binding_wanted_;
  mutable std::optional<Result<motion::Rig>> rig_;
  mutable std::optional<motion::Binding> binding_;
  mutable std::atomic<bool> bound_{false};
  mutable std::mutex posed_guard_;
  mutable std::weak_ptr<const Posed> last_posed_;
  geometry::Bounds bounds_;
  std::vector<geometry::Bounds> bounds_of_;  ///< by structure
  float scale_ = 1.0F;
  std::vector<Saying> warnings_;
};

}  // namespace dorsum::body
