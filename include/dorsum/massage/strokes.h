#pragma once
// Strokes of massage on a body as it stands: the path of a hand over the skin, what lies under it, what it must not cross.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/atlas/practice.h"
#include "dorsum/massage/ground.h"
#include "dorsum/massage/order.h"
#include "dorsum/massage/where_not.h"

namespace dorsum::massage {

/// A structure under the hand.
struct Under {
  std::size_t structure = 0;
  float depth = 0.0F;    ///< mm below the skin to where it begins, in the mean
  float share = 0.0F;    ///< of the stroke that it lies under, 0 to 1
  bool reached = false;  ///< by the stated pressure
};

/// A trigger point on the way.
struct OnTheWay {
  std::size_t trigger = 0;  ///< index into body().triggers()
  float along = 0.0F;       ///< mm from the stroke's start
  float aside = 0.0F;       ///< mm from its middle, over the skin
  bool reached = false;     ///< its muscle is moved by the stated pressure
};

/// Skin of a place not to press that the stroke crosses with more pressure than is good there.
struct Crossing {
  std::size_t area = 0;  ///< index into WhereNotAreas::areas
  float length = 0.0F;   ///< mm of the stroke
  int allowed = 0;       ///< most pressure there
};

struct Stroke {
  std::string technique, id;   ///< id of the stroke within its technique; of one laid on a structure that structure's or point's
  Side side = Side::midline;
  bool closed = false;         ///< a loop
  bool to_and_fro = false;     ///< rubbed over one place
  bool press = false;          ///< held on one place: the line is one point
  bool both_hands = false;
  atlas::HandTool tool = atlas::HandTool::thumb;
  float width = 0.0F;          ///< mm
  SkinLine line;
  std::vector<int> pressure;   ///< one a point
  std::vector<float> speed;    ///< mm a second, one a point
  std::vector<std::string> words;  ///< what each leg does
  std::optional<float> fibre_angle;  ///< degrees between stroke and fibres, 0 to 90, in the mean; none without a muscle
  std::vector<Under> under;    ///< from the skin inward
  std::vector<OnTheWay> points;
  std::vector<Crossing> crossings;

  [[nodiscard]] int most_pressure() const;
  [[nodiscard]] float length() const { return line.length(closed); }
  /// Of one pass at its true speed; of a press how long it is held.
  [[nodiscard]] float seconds() const;
};

struct Laid {
  std::vector<Stroke> strokes;        ///< the right side before the left
  std::vector<Saying> problems;  ///< what could not be laid on this body and why, in plain sentences
};

/// The strokes of an order on this body. What can't be laid is told in `problems`, the rest is there.
[[nodiscard]] Laid lay(const Ground& ground, const WhereNotAreas& where_not, const Order& order);

/// Whether the order can be laid on this body at all: the technique is there, it may be moved, and what it is laid on has
/// fibres to go by. Cheap.
[[nodiscard]] Result<void> check(const body::Body& body, const Order& order);

}  // namespace dorsum::massage
