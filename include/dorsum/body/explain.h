#pragma once
// From pain to muscle: which trigger points could send the pain felt on a part of the skin, ranked by the
// overlap of skin areas.

#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/painted_skin.h"
#include "dorsum/body/warning_signs.h"

namespace dorsum::body {

/// Facts, no words: those are made of them by sentences/pain.h.
struct Candidate {
  std::string id;      ///< with side
  float score = 0.0F;  ///< 0..1: what it covers of the pain, less for what it would send and isn't felt
  int rank = 1;        ///< from 1; equal scores (to 0.001) share a rank
  std::vector<std::string> equals;       ///< the others of its rank, ids with side
  double covered = 0.0;                  ///< part of the painted area that lies in its zones, 0..1
  double by_essential = 0.0;             ///< part of what it covers that lies in its main zones, 0..1; the rest is spill-over
  double silent = 0.0;                   ///< part of its main zones that is not painted, 0..1; 0 where it has none
  std::vector<std::string> unexplained;  ///< painted regions, without side, that it hardly reaches; at most two, the larger first
};

/// Why the ranking says little or nothing.
enum class RankingNote { none, nothing_painted, most_is_painted, no_point_sends_pain_there };

struct Explanation {
  double painted_mm2 = 0.0;
  RankingNote note = RankingNote::none;
  std::vector<FittingSign> signs;  ///< to be read first
  /// Best first; points that share no skin with the pain are left out, and gooseflesh, which is no pain.
  std::vector<Candidate> candidates;
};

[[nodiscard]] Explanation explain(const Body& body, const PaintedSkin& pain);

}  // namespace dorsum::body
