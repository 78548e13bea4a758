#include "dorsum/body/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "skin_areas.h"

namespace dorsum::body {
namespace {

// Spill-over is felt by some people only; an essential zone that does not hurt speaks against a point, but mildly:
// pain seldom fills the whole pattern.
constexpr float spillover_share = 0.5F;
constexpr double silence_share = 0.35;
constexpr double least_overlap = 0.02;  // of the painted area; less is the soft edges touching

struct PainedSkin {
  const PaintedSkin& pain;
  std::vector<double> areas;
  double total = 0.0;
};

PainedSkin pained_skin(const Body& body, const PaintedSkin& pain) {
  PainedSkin skin{pain, vertex_areas(body.mesh(*body.skin())), 0.0};
  for (std::size_t v = 0; v < pain.size(); ++v) skin.total += skin.areas[v] * static_cast<double>(pain[v]);
  return skin;
}

/// One point's pattern against the pain, in mm2 of skin.
struct Match {
  double covered = 0.0;  // pain under its zones, spill-over by half
  double by_essential = 0.0, by_any = 0.0;
  double silent = 0.0;     // of its essential zones, what does not hurt
  double essential = 0.0;  // all of its essential zones
};

Match match(const Body& body, const PlacedTrigger& trigger, const PainedSkin& skin) {
  std::map<std::uint32_t, std::pair<float, float>> weights;  // vertex -> essential, spill-over
  for (const std::size_t index : trigger.zones) {
    const Zone& zone = body.zones()[index];
    if (zone.sensation == atlas::Sensation::gooseflesh) continue;
    for (const auto& [vertex, weight] : zone.vertices) {
      auto& [essential, spillover] = weights[vertex];
      float& kind = zone.kind == atlas::ZoneKind::essential ? essential : spillover;
      kind = std::max(kind, weight);
    }
  }
  Match found;
  for (const auto& [vertex, both] : weights) {
    const auto [essential, spillover] = both;
    const double area = skin.areas[vertex];
    const float pain = skin.pain[vertex];
    found.covered += area * static_cast<double>(std::min(pain, std::max(essential, spillover_share * spillover)));
    found.by_essential += area * static_cast<double>(std::min(pain, essential));
    found.by_any += area * static_cast<double>(std::min(pain, std::max(essential, spillover)));
    found.essential += area * static_cast<double>(essential);
    found.silent += area * static_cast<double>(std::max(essential - pain, 0.0F));
  }
  return found;
}

/// The painted regions that a point's pattern hardly reaches, in plain words; the larger first.
std::vector<std::string> unexplained(const Body& body, const PlacedTrigger& trigger, const PainedSkin& skin) {
  std::vector<float> reach(skin.pain.size(), 0.0F);
  for (const std::size_t index : trigger.zones) {
    if (body.zones()[index].sensation == atlas::Sensation::gooseflesh) continue;
    for (const auto& [vertex, weight] : body.zones()[index].vertices) reach[vertex] = std::max(reach[vertex], weight);
  }
  struct Share {
    double painted = 0.0, missed = 0.0;  // mm2
  };
  const SkinRegions& regions = body.skin_regions();
  std::map<std::string_view, Share> shares;
  for (std::size_t v = 0; v < skin.pain.size(); ++v) {
    if (skin.pain[v] <= 0.0F || regions.region[v] == elsewhere) continue;
    Share& share = shares[regions.names[regions.region[v]]];
    share.painted += skin.areas[v] * static_cast<double>(skin.pain[v]);
    share.missed += skin.areas[v] * static_cast<double>(std::max(skin.pain[v] - reach[v], 0.0F));
  }
  std::vector<std::pair<double, std::string>> sorted;
  for (const auto& [region, share] : shares) {
    // A region that is reached in part is left to the percentage; a sliver is not worth words.
    if (share.missed < 0.75 * share.painted || share.missed < 0.08 * skin.total) continue;
    const auto words = body.content().regions.find(region);
    sorted.emplace_back(-share.missed, words == body.content().regions.end() ? std::string(region) : words->second);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> words;
  for (auto& [area, text] : sorted) words.push_back(std::move(text));
  if (words.size() > 2) words.resize(2);
  return words;
}

std::string reason_for(const Body& body, const PlacedTrigger& trigger, const PainedSkin& skin, const Match& match) {
  std::string reason = fmt::format("covers {:.0f} % of the painted area", 100.0 * match.by_any / skin.total);
  const double share = match.by_any > 0.0 ? match.by_essential / match.by_any : 0.0;
  if (share > 0.95) {
    reason += ", all of it in the zone felt by nearly everyone";
  } else if (share >= 0.5) {
    reason += ", mostly in the zone felt by nearly everyone";
  } else if (share > 0.05) {
    reason += ", mostly in the zone felt by some people only";
  } else {
    reason += ", only in the zone felt by some people";
  }
  const std::vector<std::string> left = unexplained(body, trigger, skin);
  if (!left.empty()) reason += fmt::format("; does not explain: {}", fmt::join(left, ", "));
  if (match.essential > 0.0 && match.silent > 0.5 * match.essential) {
    reason += fmt::format("; {:.0f} % of its main zone is not painted", 100.0 * match.silent / match.essential);
  }
  return reason;
}

}  // namespace

std::vector<Candidate> explain(const Body& body, const PaintedSkin& pain) {
  std::vector<Candidate> candidates;
  if (!body.skin() || pain.size() != body.mesh(*body.skin()).positions.size()) return candidates;
  const PainedSkin skin = pained_skin(body, pain);
  if (!(skin.total > 0.0)) return candidates;

  for (const PlacedTrigger& trigger : body.triggers()) {
    const Match found = match(body, trigger, skin);
    if (found.by_any < least_overlap * skin.total) continue;
    // Covered pain against all that is in play: the pain, and what the point foretells beyond it.
    const double score = found.covered / (skin.total + silence_share * found.silent);
    candidates.push_back(
        {trigger.id, static_cast<float>(std::clamp(score, 0.0, 1.0)), reason_for(body, trigger, skin, found)});
  }
  // Scores that read the same count as equal; then the order of the content decides, right before left.
  const auto rank = [](const Candidate& c) { return std::lround(c.score * 1000.0F); };
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) { return rank(a) > rank(b); });
  return candidates;
}

}  // namespace dorsum::body
