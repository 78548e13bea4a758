#pragma once
// Everything a user can change, as one value. Copies are cheap: what two states have in common they share,
// so that undo can keep every earlier state.

#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dorsum/body/place.h"
#include "dorsum/core/side.h"
#include "dorsum/massage/order.h"
#include "dorsum/motion/pose.h"

namespace dorsum::state {

/// A value that copies share until one of them is given a new one.
template <class T>
class Shared {
 public:
  Shared() : value_(std::make_shared<const T>()) {}
  explicit Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}
  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] const T* operator->() const { return value_.get(); }
  Shared& operator=(T value) {
    value_ = std::make_shared<const T>(std::move(value));
    return *this;
  }
  [[nodiscard]] bool same_as(const Shared& other) const { return value_ == other.value_; }
  friend bool operator==(const Shared& a, const Shared& b) { return a.value_ == b.value_ || *a.value_ == *b.value_; }

 private:
  std::shared_ptr<const T> value_;
};

using Ids = std::set<std::string, std::less<>>;

struct Depth {
  float left = 0.0F;   ///< 0 skin to 5 skeleton, fractional while a layer leaves
  float right = 0.0F;
  [[nodiscard]] float on(Side side) const { return side == Side::left ? left : side == Side::right ? right : (left < right ? left : right); }
  friend bool operator==(const Depth&, const Depth&) = default;
};

enum class SkinMode { window, wide, whole };  ///< from depth 1 on: open over the back only, over all that is seen from behind, or all off
enum class Theme { light, dark };
enum class Names { plain, both, latin };    ///< both: Latin ones beside the plain ones
enum class Markers { none, lit, all };     ///< of trigger points: lit are those that are on or likeliest for the painted pain
enum class Plane { sagittal, frontal, transverse, oblique };

/// Cut away: the body's left (sagittal), what lies behind (frontal) or above (transverse); of an oblique one what a
/// camera of its azimuth and elevation has before the plane.
struct Section {
  Plane plane = Plane::transverse;
  float at = 0.0F;  ///< mm from the origin of the body frame, towards what is cut away
  float azimuth = 0.0F, elevation = 0.0F;  ///< degrees as a camera's; of an oblique plane only
  friend bool operator==(const Section&, const Section&) = default;
};

/// Looks at `target` from `distance` mm. Angles in degrees (the surface of the program).
struct Camera {
  float azimuth = 0.0F;    ///< 0 from behind, 90 from the body's left, 180 from the front, -90 from its right
  float elevation = 0.0F;  ///< -89 from below to 89 from above
  glm::vec3 target{0.0F, 0.0F, 1200.0F};
  float distance = 2200.0F;
  float field_of_view = 28.0F;  ///< vertical
  bool orthographic = false;    ///< parallel lines of sight; what lies as far as `target` keeps its size
  bool prone = false;           ///< the body lies face down: its back is up; azimuth 0 looks from the feet, 90 from its left, 180 from the head
  friend bool operator==(const Camera&, const Camera&) = default;
};

/// A round opening through the layers, around the line of sight through `centre`: within it the body is peeled to
/// `depth`, where that is deeper than around it.
struct Lens {
  body::Place centre;
  float radius = 60.0F;    ///< mm, at the centre
  float depth = 4.0F;      ///< 0 to 5
  friend bool operator==(const Lens&, const Lens&) = default;
};

/// One stroke or chosen region of the client's pain; painting is kept as strokes, not as pixels.
struct PainStroke {
  std::string region;  ///< a region id, or empty for a disc
  Side side = Side::midline;
  body::Place centre;   ///< on the skin
  float radius = 0.0F;  ///< mm
  bool erase = false;   ///< a disc that takes pain away
  friend bool operator==(const PainStroke&, const PainStroke&) = default;
};

/// What slider and wheel give the brush, mm: a finger's tip to a hand's breadth. A script may go beyond it.
inline constexpr float least_hand_brush = 4.0F, most_hand_brush = 80.0F;

/// The brush in the hand: while it is on, a drag over the skin paints instead of turning the body.
struct Brush {
  bool on = false;
  bool erase = false;
  bool mirror = false;    ///< each dab is laid on the other side of the body, too
  float radius = 18.0F;   ///< mm, body::least_paint_radius to most_paint_radius
  friend bool operator==(const Brush&, const Brush&) = default;
};

/// Two trigger points looked at side by side, each in a picture of its own; ids with side.
struct Comparison {
  std::string first, second;
  friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// What stands open around the picture. No part of undo: who takes a change of the body back goes on reading the same page.
struct Panels {
  enum class Tab { structure, pain, massage, motion, view, list };  ///< the column's page: what is selected, the client's pain, what hands do, the body moved, cut and view, all structures
  enum class Card { muscle, points };  ///< which half of a muscle's card is open
  enum class Dialog { none, safety, about, keys };
  bool shown = true;           ///< the panels beside the picture
  bool full_screen = false;
  Tab tab = Tab::structure;
  Card card = Card::muscle;
  std::string point;           ///< the trigger point whose details are unfolded, without side; or empty
  std::string candidate;       ///< the one opened in the ranking, with side; or empty
  Dialog dialog = Dialog::none;
  bool slow_show = false;      ///< goes on from one trigger point to the next by itself
  friend bool operator==(const Panels&, const Panels&) = default;
};

inline constexpr int most_candidates = 3;  ///< shown on the skin together: as many patterns as stay apart

struct State {
  Depth depth;
  bool sides_apart = false;       ///< each side has a depth of its own; always while they differ
  Shared<Ids> hidden;             ///< structure ids
  Shared<Ids> isolated;           ///< when not empty, only these show
  std::string selected;           ///< structure id or empty
  Shared<Ids> triggers;           ///< trigger points switched on, with side
  Shared<Ids> marks;              ///< landmarks shown with their names, with side where they have one
  Shared<motion::Pose> pose;      ///< degrees by motion, with side where it has one; what rests is not in it
  bool movers = false;            ///< what works in the pose is brighter, what lengthens paler
  bool zones = true;
  bool xray = false;
  bool labels = false;
  SkinMode skin = SkinMode::window;
  std::optional<Section> section;
  float explode = 0.0F;           ///< mm backward between each layer and the next, 0 to 150
  bool fibres = false;            ///< arrows along the fibres of the selected muscle
  Markers markers = Markers::lit; ///< which trigger points are marked on the body; a window begins with all
  bool left_right = false;        ///< L and R beside the body
  bool legend = false;            ///< what the signs on the picture mean, in its corner; a window begins with it
  bool arcs = true;               ///< arcs from trigger points that are on to their zones
  std::optional<body::Place> probe;  ///< where the depth probe goes in, on the skin
  Theme theme = Theme::light;
  float text_scale = 1.0F;        ///< 0.75 to 2.5
  Names names = Names::plain;
  bool reduced_motion = false;    ///< nothing moves by itself; changes come at once
  Shared<std::vector<PainStroke>> pain;
  std::optional<massage::Order> stroke;  ///< of massage, shown on the skin
  Shared<Ids> where_not;          ///< places not to press that are shown though no stroke is
  int candidates = most_candidates;  ///< how many of the likeliest points for the pain are shown on the skin, 0 to 3
  std::optional<Comparison> compared;
  std::string note;               ///< what a teacher or a script says of this view, UTF-8; shown over the picture's foot
  // What undo passes over:
  Brush brush;
  Camera camera;
  std::optional<Lens> lens;
  Panels panels;
  friend bool operator==(const State&, const State&) = default;
};

/// Whether the picture of both is the same: they differ at most in what is around it.
[[nodiscard]] inline bool look_alike(const State& a, State b) {
  b.panels = a.panels;
  b.note = a.note;
  b.sides_apart = a.sides_apart;
  return a == b;
}

}  // namespace dorsum::state
