#include "lookup.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/spelling.h"

namespace dorsum::state {
namespace {

std::vector<std::string> structure_names(const body::Body& body) {
  std::vector<std::string> names{"skeleton"};
  for (const atlas::Structure& structure : body.atlas().structures) {
    names.push_back(structure.id);
    names.push_back(without_side(structure.id));
    if (!structure.muscle.empty()) names.push_back(with_side(structure.muscle, structure.side()));
    if (!structure.group.empty()) names.push_back(structure.group);
    names.push_back("layer-" + std::to_string(structure.layer));
  }
  return names;
}

std::vector<std::string> trigger_names(const body::Body& body) {
  std::vector<std::string> names;
  for (const body::PlacedTrigger& trigger : body.triggers()) names.push_back(trigger.id);
  return names;
}

}  // namespace

Result<std::vector<std::size_t>> find_structures(const body::Body& body, std::string_view name) {
  std::vector<std::size_t> found = atlas::structures_named(body.atlas(), name);
  if (!found.empty()) return found;
  const auto& lacking = body.atlas().lacking;
  if (std::find(lacking.begin(), lacking.end(), name) != lacking.end()) {
    return bad_input({}, to_fill("this pack has no {}", name),
                     to_say("open one that has it: dorsum info lists the structures"));
  }
  return bad_input({}, to_fill("nothing is named \"{}\"", name),
                   did_you_mean(name, structure_names(body), to_say("dorsum info lists the structures")));
}

Result<std::vector<std::string>> find_triggers(const body::Body& body, std::string_view name) {
  if (const body::PlacedTrigger* one = body.trigger(name)) return std::vector<std::string>{one->id};
  if (body.content().trigger_point(without_side(name)) != nullptr) {
    return bad_input({}, to_fill("this pack has no place for {}", name), to_say("open one that has its muscle"));
  }
  const std::vector<std::size_t> hosts = atlas::structures_named(body.atlas(), name);
  std::vector<std::string> found;
  for (const body::PlacedTrigger& trigger : body.triggers()) {
    const bool numbered = !body.content().trigger_points[trigger.point].number.empty();
    if (numbered && std::find(hosts.begin(), hosts.end(), trigger.structure()) != hosts.end())
      found.push_back(trigger.id);
  }
  if (!found.empty()) return found;
  if (!hosts.empty())
    return bad_input({}, to_fill("{} hosts no trigger point", name), to_say("dorsum info lists the trigger points"));
  return bad_input({}, to_fill("no trigger point is named \"{}\"", name),
                   did_you_mean(name, trigger_names(body), to_say("dorsum info lists the trigger points")));
}

Result<void> check_point(const body::Body& body, std::string_view point) {
  if (body.content().trigger_point(point) != nullptr) return {};
  std::vector<std::string> known;
  for (const atlas::TriggerPoint& each : body.content().trigger_points) known.push_back(each.id);
  return bad_input({}, to_fill("no trigger point is named \"{}\"", point), did_you_mean(point, known, to_say("dorsum info lists the trigger points")));
}

Result<void> check_region(const body::Body& body, std::string_view region) {
  const auto& regions = body.content().regions;
  if (regions.contains(region)) return {};
  std::vector<std::string> known;
  for (const auto& [id, words] : regions) known.push_back(id);
  return bad_input({}, to_fill("no region is named \"{}\"", region),
                   did_you_mean(region, known, to_say("see docs/content.md for the regions")));
}

}  // namespace dorsum::state
