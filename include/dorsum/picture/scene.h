#pragma once
// What to draw: (State, Body) -> Scene, a pure function. A scene speaks of meshes by number, colours, and
// scalars on vertices; the renderer that takes it knows nothing of muscles.

#include <cmath>
#include <cstdint>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/explain.h"
#include "dorsum/body/skin_path.h"
#include "dorsum/state/pain.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

/// How a surface looks: the renderer has one look for each.
enum class Material : std::uint8_t { skin, flesh, bone, cartilage, ligament, fascia, organ, nerve };

struct DrawItem {
  std::uint32_t mesh = 0;    ///< index into Body::meshes
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

/// The opening in the skin, per side: skin is gone where its window distance (skin_scalars w) exceeds this,
/// in mm. Infinity: closed; 0: open over the back up to the authored edge; -infinity: all off.
struct SkinOpening {
  float left = std::numeric_limits<float>::infinity();
  float right = std::numeric_limits<float>::infinity();
  body::SkinWindow window = body::SkinWindow::back;  ///< that the distances are of
  friend bool operator==(const SkinOpening&, const SkinOpening&) = default;
  [[nodiscard]] bool closed() const { return std::isinf(left) && left > 0.0F && std::isinf(right) && right > 0.0F; }
  [[nodiscard]] bool all_off() const { return std::isinf(left) && left < 0.0F && std::isinf(right) && right < 0.0F; }
};

/// The outline of one mesh where the section cuts it (geometry/plane_section.h), for its cut face.
struct SectionCut {
  std::uint32_t mesh = 0;
  float lift = 0.0F;            ///< of the mesh when it was cut, as its item's
  glm::vec3 offset{0.0F};       ///< likewise; the ends lie where the mesh is drawn
  std::vector<glm::vec4> ends;  ///< two a segment: mm, and on the skin its window distance mm; none where the plane misses it
};

inline constexpr float skin_thickness = 2.2F;  ///< mm; dermis of the back: 1.5 to 4 (Southwood, Plast Reconstr Surg 1955)
inline constexpr float fat_thickness = 9.0F;   ///< mm below the skin where it is cut; differs much between people
inline constexpr float opened_thickness = skin_thickness + fat_thickness + 4.0F;  ///< mm below open skin that a section shows gone

/// A corner of the strip of cut skin and fat around the window: triangles in threes.
struct RimVertex {
  glm::vec3 position{0.0F};  ///< mm
  glm::vec3 normal{0.0F};    ///< unit
  float depth = 0.0F;        ///< mm below the skin's surface
};

/// What lies within the lens: points nearer to its axis than `slope` times the way along it.
struct LensCone {
  glm::vec3 origin{0.0F};  ///< the eye, mm
  glm::vec3 axis{0.0F};    ///< unit, away from the eye
  float slope = 0.0F;
  [[nodiscard]] bool holds(glm::vec3 point) const;
};

/// A corner of the bone where the selected muscle holds: triangles in threes.
struct TintVertex {
  glm::vec3 position{0.0F};  ///< mm
  glm::vec3 normal{0.0F};
  glm::vec2 ends{0.0F};      ///< x origin, y insertion: 0 to 1, 0.5 at the area's edge
};

/// A line over the picture, as wide as its points say.
struct StrokePoint {
  glm::vec2 at{0.0F};        ///< pixels, origin top left
  float half_width = 1.0F;   ///< pixels
  float opacity = 1.0F;
};
struct Stroke {
  std::vector<StrokePoint> points;
  glm::vec3 colour{0.0F};  ///< linear RGB
  float dash = 0.0F;       ///< pixels of a dash and its gap together; 0: solid
  bool halo = true;        ///< a pale edge keeps it legible on the figure
};

/// A spot drawn over the picture: a trigger point's mark.
struct Marker {
  glm::vec3 position{0.0F};  ///< mm
  std::string label;         ///< number as on charts: "3"
  std::string trigger;       ///< id with side
  bool on = false;           ///< its zones are lit
  bool covered = false;      ///< something visible lies between it and the eye
  bool numbered = false;     ///< its label is written beside it: it is on, or of the selected muscle
};

/// One line of a name: plain names stand upright, Latin ones in italics.
struct LabelLine {
  std::string text;  ///< UTF-8
  bool italic = false;
};

/// A name beside the figure with a leader to a visible spot of what it names, or a short one on the spot
/// itself. Pixels, origin top left.
struct Label {
  enum class Side : std::uint8_t { left, right, spot };
  Side side = Side::spot;
  std::vector<LabelLine> lines;
  glm::vec2 place{0.0F};   ///< middle of the text's edge that faces the figure; of the text for a spot
  glm::vec2 anchor{0.0F};  ///< where the leader ends
  std::size_t structure = 0;
  bool selected = false;
};

inline constexpr float label_line_height = 1.2F;  ///< ems from line to line
inline constexpr float label_leader_gap = 0.45F;   ///< ems between a name and its leader

/// How text in the picture looks.
struct LabelStyle {
  float em = 13.0F;        ///< pixels
  float mark = 8.0F;       ///< pixels from a trigger point's mark's middle to its edge
  float mark_em = 13.0F;   ///< pixels, of the numbers beside marks
  glm::vec3 ink{0.0F};     ///< linear RGB
  glm::vec3 paper{1.0F};   ///< linear RGB of the halo that keeps text legible on the figure
};

struct CameraMatrices {
  glm::mat4 view{1.0F};        ///< body frame mm to eye
  glm::mat4 projection{1.0F};  ///< OpenGL clip space
  glm::vec3 eye{0.0F};         ///< mm
};

struct SceneLight {
  glm::vec3 direction{0.0F};  ///< towards the light, body frame, unit
  glm::vec3 colour{1.0F};
};

struct Scene {
  std::vector<DrawItem> items;   ///< what is visible; front to back where it helps
  SkinOpening opening;
  float midline = 0.0F;          ///< x of the plane that parts the two sides of the opening, mm
  /// Per skin vertex: x how many essential zones, y how many spillover zones, z painted pain, w window distance mm.
  std::shared_ptr<const std::vector<glm::vec4>> skin_scalars;
  std::uint64_t skin_scalars_version = 0;  ///< changes when they do, so that they are uploaded only then; 0: none
  /// Per skin vertex, 0 to 1: x, y and z the zones of the likeliest points for the painted pain, each to be drawn in a
  /// pattern of its own (x stripes, y rings, z crosses); w gooseflesh, which is no pain. Null when there is none of it;
  /// changes with skin_scalars_version.
  std::shared_ptr<const std::vector<glm::vec4>> skin_patterns;
  std::vector<std::string> patterned;  ///< the trigger points of x, y and z, with side
  /// What could send the painted pain, and which warning signs it fits; null when nothing is painted.
  std::shared_ptr<const body::Explanation> explanation;
  bool skin_patches = false;     ///< zones or paint are lit: they stay visible where the skin is open
  glm::vec3 skin_colour{0.8F};   ///< linear RGB, for those patches
  glm::vec2 axis{0.0F};          ///< x and y of the upright line that leaving layers lift off from, mm
  std::optional<LensCone> lens;
  std::shared_ptr<const std::vector<TintVertex>> attachments;  ///< null: none; another when they change
  glm::vec3 origin_colour{0.0F}, insertion_colour{0.0F};  ///< linear RGB
  float fibre_flow = 0.0F;       ///< mm that the arrows along fibres have moved
  std::vector<Stroke> strokes;   ///< arcs, the probe's needle, the lens's rim
  std::vector<Marker> markers;
  std::vector<Label> labels;
  LabelStyle label_style;
  std::optional<glm::vec4> section;  ///< plane: keep points with dot(xyz, p) + w >= 0
  std::shared_ptr<const std::vector<SectionCut>> section_cuts;  ///< of the items; null without a section; another when one changes
  std::shared_ptr<const std::vector<RimVertex>> skin_rim;       ///< null where the skin is closed or gone; another when it opens
  CameraMatrices camera;
  SceneLight key, fill;
  glm::vec3 background_top{1.0F}, background_bottom{1.0F};  ///< linear RGB
  glm::vec3 accent{1.0F};        ///< linear RGB of what is selected or under the pointer
  std::vector<std::uint32_t> zones_behind;  ///< zones lit on the far side: the view offers to turn there
};

/// A rectangle of a framebuffer, in pixels.
struct Viewport {
  int width = 1;
  int height = 1;
  int left = 0;    ///< of its lower left corner in the framebuffer
  int bottom = 0;
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
  std::shared_ptr<const std::vector<SectionCut>> section_cuts;
  std::optional<SkinOpening> rim_opening;
  std::shared_ptr<const std::vector<RimVertex>> skin_rim;
  std::map<std::string, std::shared_ptr<const std::vector<body::SkinPath>>> ways;  ///< by trigger point
  std::string attachments_of;  ///< the muscle and the bones that `attachments` show
  std::shared_ptr<const std::vector<TintVertex>> attachments;
};

/// The same scene with and without a memo; with one, frame after frame costs little. A memo serves one body.
[[nodiscard]] Scene make_scene(const state::State& state, const body::Body& body, Viewport viewport, const Hover& hover = {},
                               SceneMemo* memo = nullptr, const Moment& moment = {});

}  // namespace dorsum::picture
