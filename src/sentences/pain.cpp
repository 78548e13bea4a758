#include "dorsum/sentences/pain.h"

#include <vector>

#include "dorsum/sentences/structures.h"

namespace dorsum::sentences {
namespace {

std::string region_alone(const words::Catalogue& words, const body::Body& body, std::string_view region) {
  const auto& regions = body.content().regions;
  const std::string id = without_side(region);
  const auto known = regions.find(id);
  return known == regions.end() ? id : words.of_atlas(known->second);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) { return fmt::format("{}", fmt::join(parts, between)); }

}  // namespace

std::string point_name(const words::Catalogue& words, const body::Body& body, const body::PlacedTrigger& trigger) {
  const atlas::TriggerPoint& point = body.content().trigger_points[trigger.point];
  const atlas::MuscleFacts* muscle = body.content().muscle(point.muscle);
  const std::string name = muscle != nullptr ? words.of_atlas(muscle->name) : point.muscle;
  return words.say_filled("{point}, {side}", fmt::arg("point", point.number.empty() ? name : name + " " + point.number),
                          fmt::arg("side", side_word(words, trigger.side)));
}

std::string region_name(const words::Catalogue& words, const body::Body& body, std::string_view region) {
  const std::string name = region_alone(words, body, region);
  const Side side = side_of(region);
  if (side == Side::midline) return name;
  return words.say_filled("{region}, {side}", fmt::arg("region", name), fmt::arg("side", side_word(words, side)));
}

std::string reason(const words::Catalogue& words, const body::Body& body, const body::Candidate& candidate) {
  std::vector<std::string> parts;
  const double covered = 100.0 * candidate.covered;
  if (candidate.by_essential > 0.95) {
    parts.push_back(words.say_filled("covers {:.0f} % of the painted area, all of it in its main zone", covered));
  } else if (candidate.by_essential >= 0.5) {
    parts.push_back(words.say_filled("covers {:.0f} % of the painted area, mostly in its main zone", covered));
  } else if (candidate.by_essential > 0.05) {
    parts.push_back(words.say_filled("covers {:.0f} % of the painted area, mostly where only some feel it", covered));
  } else {
    parts.push_back(words.say_filled("covers {:.0f} % of the painted area, only where some feel it", covered));
  }
  if (!candidate.unexplained.empty()) {
    std::vector<std::string> names;
    for (const std::string& region : candidate.unexplained) names.push_back(region_alone(words, body, region));
    parts.push_back(words.say_filled("does not explain: {}", joined(names, ", ")));
  }
  if (candidate.silent > 0.995) {
    parts.emplace_back(words.say("its main zone is not painted"));
  } else if (candidate.silent > 0.5) {
    parts.push_back(words.say_filled("{:.0f} % of its main zone is not painted", 100.0 * candidate.silent));
  }
  if (!candidate.equals.empty()) {
    std::vector<std::string> names;
    for (const std::string& id : candidate.equals)
      if (const body::PlacedTrigger* other = body.trigger(id)) names.push_back(point_name(words, body, *other));
    parts.push_back(words.say_filled("equal with {}", joined(names, "; ")));
  }
  return joined(parts, "; ");
}

std::string note(const words::Catalogue& words, body::RankingNote note) {
  switch (note) {
    case body::RankingNote::none: break;
    case body::RankingNote::nothing_painted: return words.say("Nothing is painted: show where it hurts.");
    case body::RankingNote::most_is_painted:
      return words.say("Most of the body is painted, so no trigger point stands out. Pain in most of the body is a matter for a doctor; paint only "
                       "where it hurts most.");
    case body::RankingNote::no_point_sends_pain_there: return words.say("No trigger point of this atlas is known to send pain there.");
  }
  return {};
}

std::string because(const words::Catalogue& words, const body::Body& body, const body::FittingSign& sign) {
  std::vector<std::string> places;
  for (const std::string& id : sign.where) {
    const auto area = body.content().safety.areas.find(id);
    if (area != body.content().safety.areas.end()) {
      places.push_back(words.of_atlas(area->second.words));
    } else {
      places.push_back(words.say_filled("{region} ({side})", fmt::arg("region", region_alone(words, body, id)), fmt::arg("side", side_word(words, side_of(id)))));
    }
  }
  return words.say_filled("you showed pain at: {}", joined(places, ", "));
}

}  // namespace dorsum::sentences
