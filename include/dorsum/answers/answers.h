#pragma once
// What is known of a state, as facts: computed once, and then the same for the picture, the panels and the command line.

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/body/stance.h"
#include "dorsum/body/explain.h"
#include "dorsum/body/painted_skin.h"
#include "dorsum/body/probe.h"
#include "dorsum/body/reach.h"
#include "dorsum/massage/strokes.h"
#include "dorsum/state/pain.h"
#include "dorsum/state/state.h"

namespace dorsum::answers {

/// What lies beneath a spot of the skin, straight inward.
struct Beneath {
  body::Probe probe;
  std::vector<body::ReachedPoint> reached;  ///< trigger points that a thumb which presses there reaches
};

struct Answers {
  /// The client's pain on the skin; never null, empty where nothing is painted.
  std::shared_ptr<const body::PaintedSkin> painted = std::make_shared<const body::PaintedSkin>();
  /// What could send that pain, best first, and which warning signs it fits; null when nothing is painted.
  std::shared_ptr<const body::Explanation> explanation;
  /// The first of the ranking, as many as State::candidates asks for, with side: the picture shows their zones in
  /// patterns and marks them A, B and C in this order.
  std::vector<std::string> likeliest;
  /// Under the depth probe; null when there is none, or where this body has no skin.
  std::shared_ptr<const Beneath> probe;
  /// Under the spot that was painted last; null when none was, a failure where this body has no skin there.
  std::shared_ptr<const Result<Beneath>> painted_last;
  /// The strokes of massage asked for; null when none are.
  std::shared_ptr<const massage::Laid> laid;
  /// Where not to press; null unless strokes or such places are shown.
  std::shared_ptr<const massage::WhereNotAreas> where_not;
  /// Zones that are lit and face away from the eye, as indices into Body::zones(): the view offers to turn there.
  std::vector<std::uint32_t> zones_behind;
};

/// The costly answers given last, for the next time: states that agree in what an answer depends on share it, the very
/// same memory. A memo serves one body.
struct Memo {
  state::PaintedStrokes paint;
  std::optional<std::vector<state::PainStroke>> strokes;  ///< that the next two are of
  std::shared_ptr<const body::PaintedSkin> painted;
  std::shared_ptr<const body::Explanation> explanation;
  std::optional<body::Place> probed;                      ///< that the next is of
  std::shared_ptr<const Beneath> probe;
  std::optional<body::Place> spot;                        ///< likewise
  std::shared_ptr<const Result<Beneath>> painted_last;
  std::shared_ptr<const massage::WhereNotAreas> where_not;
  std::optional<massage::Order> order;                    ///< that the next is of, and
  std::uint64_t order_pose = 0;                           ///< the number of its pose
  std::shared_ptr<const massage::Laid> laid;
};

/// `stance` is that of the state. The same answers with and without a memo; with one, frame after frame costs next to nothing.
[[nodiscard]] Answers answer(const state::State& state, const body::Stance& stance, Memo* memo = nullptr);

}  // namespace dorsum::answers
