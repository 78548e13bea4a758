#pragma once
// From pain to muscle: which trigger points could send the pain felt on a part of the skin, ranked by the
// overlap of skin areas.

#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/painted_skin.h"
#include "dorsum/body/warning_signs.h"

namespace dorsum::body {

struct Candidate {
  std::string id;      ///< with side
  float score = 0.0F;  ///< 0..1: what it covers of the pain, less for what it would send and isn't felt
  int rank = 1;        ///< from 1; equal scores (to 0.001) share a rank
  std::string reason;  ///< in words a client understands; says which others are equal
  std::vector<std::string> equals;  ///< the others of its rank, ids with side
  double covered = 0.0;  ///< part of the painted area that lies in its zones, 0..1
};

struct Explanation {
  double painted_mm2 = 0.0;
  /// Why the ranking says little or nothing: nothing painted, nearly all of the body, or where no point sends pain.
  std::string note;
  std::vector<FittingSign> signs;  ///< to be read first
  /// Best first; points that share no skin with the pain are left out, and gooseflesh, which is no pain.
  std::vector<Candidate> candidates;
};

/// A point as people call it: "Trapezius TrP3, right".
[[nodiscard]] std::string name_of(const Body& body, const PlacedTrigger& trigger);

[[nodiscard]] Explanation explain(const Body& body, const PaintedSkin& pain);

}  // namespace dorsum::body
