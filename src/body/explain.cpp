#include "dorsum/body/explain.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "dorsum/core/assert.h"

namespace dorsum::body {
namespace {

// Spill-over is felt by some only; an essential zone that does not hurt speaks against a point, but mildly:
// pain seldom fills the whole pattern.
constexpr float spillover_share = 0.5F;
constexpr double silence_share = 0.35;
constexpr double least_overlap = 0.02;   // of the painted area; less is the soft edges touching
constexpr double most_of_the_skin = 0.4;  // painted, beyond which no point stands out

/// The pain vertex by vertex where there is any, ascending.
struct Pain {
  struct At {
    std::uint32_t vertex = 0;
    float weight = 0.0F;
  };
  std::vector<At> at;
  double total = 0.0;  // mm2
  double skin = 0.0;   // mm2 of the whole skin
};

Pain pain_on(const Body& body, const PaintedSkin& painted) {
  Pain pain;
  for (std::uint32_t v = 0; v < painted.size(); ++v) {
    pain.skin += body.skin_areas()[v];
    if (!(painted[v] > 0.0F)) continue;
    pain.at.push_back({v, painted[v]});
    pain.total += body.skin_areas()[v] * static_cast<double>(painted[v]);
  }
  return pain;
}

/// One point's pattern against the pain, in mm2 of skin.
struct Match {
  double covered = 0.0;  // pain under its zones, spill-over by half
  double by_essential = 0.0, by_any = 0.0;
  double silent = 0.0;  // of its essential zones, what does not hurt
};

/// Calls what(pain vertex, pattern vertex) where both are; both lists ascend.
template <class What>
void where_both(const Pain& pain, const PainPattern& pattern, const What& what) {
  auto p = pain.at.begin();
  for (const PatternVertex& zone : pattern.vertices) {
    while (p != pain.at.end() && p->vertex < zone.vertex) ++p;
    if (p == pain.at.end()) return;
    if (p->vertex == zone.vertex) what(*p, zone);
  }
}

Match match(const Body& body, const PainPattern& pattern, const Pain& pain) {
  Match found;
  where_both(pain, pattern, [&](const Pain::At& at, const PatternVertex& zone) {
    const double area = body.skin_areas()[at.vertex];
    const float any = std::max(zone.essential, zone.spillover);
    const float counted = std::max(zone.essential, spillover_share * zone.spillover);
    found.covered += area * static_cast<double>(std::min(at.weight, counted));
    found.by_essential += area * static_cast<double>(std::min(at.weight, zone.essential));
    found.by_any += area * static_cast<double>(std::min(at.weight, any));
  });
  found.silent = std::max(0.0, pattern.essential_mm2 - found.by_essential);
  return found;
}

/// The painted regions that a point's pattern hardly reaches, without side; the larger first.
std::vector<std::string> unexplained(const Body& body, const PainPattern& pattern, const Pain& pain) {
  struct Share {
    double painted = 0.0, reached = 0.0;  // mm2
  };
  const SkinRegions& regions = body.skin_regions();
  std::vector<Share> shares(regions.names.size());
  for (const Pain::At& at : pain.at) {
    if (regions.region[at.vertex] == elsewhere) continue;
    shares[regions.region[at.vertex]].painted += body.skin_areas()[at.vertex] * static_cast<double>(at.weight);
  }
  where_both(pain, pattern, [&](const Pain::At& at, const PatternVertex& zone) {
    if (regions.region[at.vertex] == elsewhere) return;
    const float any = std::max(zone.essential, zone.spillover);
    shares[regions.region[at.vertex]].reached +=
        body.skin_areas()[at.vertex] * static_cast<double>(std::min(at.weight, any));
  });
  std::vector<std::pair<double, std::string>> sorted;
  for (std::size_t r = 0; r < shares.size(); ++r) {
    const double missed = shares[r].painted - shares[r].reached;
    // A region that is reached in part is left to the percentage; a sliver is not worth words.
    if (missed < 0.75 * shares[r].painted || missed < 0.08 * pain.total) continue;
    sorted.emplace_back(-missed, regions.names[r]);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> missed;
  for (auto& [area, region] : sorted) missed.push_back(std::move(region));
  if (missed.size() > 2) missed.resize(2);
  return missed;
}

Candidate candidate_for(const Body& body, std::size_t trigger, const Pain& pain, const Match& match) {
  // Covered pain against all that is in play: the pain, and what the point foretells beyond it.
  const double score = match.covered / (pain.total + silence_share * match.silent);
  const double essential = body.patterns()[trigger].essential_mm2;
  Candidate candidate;
  candidate.id = body.triggers()[trigger].id;
  candidate.score = static_cast<float>(std::clamp(score, 0.0, 1.0));
  candidate.covered = match.by_any / pain.total;
  candidate.by_essential = match.by_any > 0.0 ? match.by_essential / match.by_any : 0.0;
  candidate.silent = essential > 0.0 ? match.silent / essential : 0.0;
  candidate.unexplained = unexplained(body, body.patterns()[trigger], pain);
  return candidate;
}

long thousandths(const Candidate& candidate) { return std::lround(candidate.score * 1000.0F); }

/// Ranks what is sorted, and says of each which others are its equals.
void tell_ties(std::vector<Candidate>& sorted) {
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t end = first + 1;
    while (end < sorted.size() && thousandths(sorted[end]) == thousandths(sorted[first])) ++end;
    for (std::size_t i = first; i < end; ++i) {
      sorted[i].rank = static_cast<int>(first) + 1;
      for (std::size_t k = first; k < end; ++k)
        if (k != i) sorted[i].equals.push_back(sorted[k].id);
    }
    first = end;
  }
}

RankingNote note_on(const Pain& pain, bool any_candidate) {
  if (!(pain.total > 0.0)) return RankingNote::nothing_painted;
  if (pain.total > most_of_the_skin * pain.skin) return RankingNote::most_is_painted;
  return any_candidate ? RankingNote::none : RankingNote::no_point_sends_pain_there;
}

}  // namespace

Explanation explain(const Body& body, const PaintedSkin& painted) {
  assert(painted.empty() || painted.size() == body.skin_areas().size());
  Explanation explanation;
  const bool fits = body.skin() && painted.size() == body.skin_areas().size();
  const Pain pain = fits ? pain_on(body, painted) : Pain{};
  explanation.painted_mm2 = pain.total;
  if (pain.total > 0.0) {
    explanation.signs = fitting_signs(body, painted);
    for (std::size_t i = 0; i < body.triggers().size(); ++i) {
      const Match found = match(body, body.patterns()[i], pain);
      if (found.by_any < least_overlap * pain.total) continue;
      explanation.candidates.push_back(candidate_for(body, i, pain, found));
    }
    // Among equals the order of the content decides, right before left.
    std::stable_sort(explanation.candidates.begin(), explanation.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return thousandths(a) > thousandths(b); });
    tell_ties(explanation.candidates);
  }
  explanation.note = note_on(pain, !explanation.candidates.empty());
  return explanation;
}

}  // namespace dorsum::body
