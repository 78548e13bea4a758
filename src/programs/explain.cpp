#include "dorsum/body/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "dorsum/body/reach.h"
#include "dorsum/sentences/pain.h"
#include "dorsum/sentences/structures.h"
#include "dorsum/terminal/open_body.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

using Disc = std::array<float, 4>;  // X, Y, Z, RADIUS in mm

/// "X,Y,Z,RADIUS" to four finite numbers.
Result<Disc> parse_disc(const std::string& text) {
  Disc values{};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  bool good = true;
  for (std::size_t i = 0; i < values.size() && good; ++i) {
    if (i > 0) good = at != end && *at++ == ',';
    if (!good) break;
    const auto [rest, problem] = std::from_chars(at, end, values[i]);
    good = problem == std::errc() && std::isfinite(values[i]);
    at = rest;
  }
  if (!good || at != end || values[3] <= 0.0F || values[3] > body::most_paint_radius) {
    return wrong_usage(fmt::format("--at: \"{}\" is no disc on the skin", text), fmt::format("write X,Y,Z,RADIUS in mm, the radius from {} to {}, as -40,95,1350,40", body::least_paint_radius, body::most_paint_radius));
  }
  return values;
}

Result<body::PaintedSkin> painted(const body::Body& body, const std::vector<std::string>& regions, const std::vector<Disc>& discs) {
  body::PaintedSkin pain;
  for (const std::string& region : regions) {
    const auto patch = body::paint_region(body, without_side(region), side_of(region));
    if (!patch) return patch;
    body::add_paint(pain, *patch);
  }
  for (const Disc& disc : discs) {
    const auto laid = body::brush(body, pain, {disc[0], disc[1], disc[2]}, disc[3], false);
    if (!laid) return Failure(laid.error());
  }
  return pain;
}

using Json = nlohmann::ordered_json;

/// What lies under the middle of the first disc, in order, and the points that a thumb reaches there.
std::optional<body::Probe> beneath(const body::Body& body, const std::vector<Disc>& discs) {
  if (discs.empty()) return std::nullopt;
  const Disc& first = discs.front();
  const auto probe = body::probe_at(body, {first[0], first[1], first[2]});
  return probe ? std::optional(*probe) : std::nullopt;
}

Json beneath_json(const body::Body& body, const body::Probe& probe) {
  Json layers = Json::array(), points = Json::array();
  for (const body::ProbedLayer& layer : probe.layers)
    layers.push_back({{"id", body.atlas().structures[layer.structure].id}, {"from_mm", layer.entry}, {"to_mm", layer.exit}});
  for (const body::ReachedPoint& point : body::points_in_reach(body, probe))
    points.push_back({{"id", body.triggers()[point.trigger].id}, {"aside_mm", point.aside}, {"depth_mm", point.depth}});
  return {{"layers", std::move(layers)}, {"points_in_reach", std::move(points)}, {"depths_are_the_sets_own", body::depths_are_the_sets_own(body)}};
}

void print_beneath(const body::Body& body, const body::Probe& probe) {
  fmt::print("\nBeneath that spot, from the skin inward:\n");
  if (body::depths_are_the_sets_own(body)) fmt::print("({})\n", sentences::word_on_depths({}));
  for (const body::ProbedLayer& layer : probe.layers)
    fmt::print("{:5.0f} mm  {}\n", layer.entry, body.atlas().structures[layer.structure].id);
  for (const body::ReachedPoint& point : body::points_in_reach(body, probe))
    fmt::print("In a thumb's reach: {}, {:.0f} mm deep, {:.0f} mm aside\n", body.triggers()[point.trigger].id, point.depth, point.aside);
}

void print_json(const body::Body& body, const body::Explanation& explanation, const std::optional<body::Probe>& probe) {
  Json signs = Json::array(), candidates = Json::array();
  for (const body::FittingSign& fitting : explanation.signs) {
    const atlas::WarningSign& sign = body.content().safety.signs[fitting.sign];
    signs.push_back({{"id", sign.id},
                     {"urgency", sign.emergency ? "emergency" : "see a doctor"},
                     {"title", sign.title},
                     {"words", sign.words},
                     {"because", sentences::because({}, body, fitting)}});
  }
  for (const body::Candidate& candidate : explanation.candidates) {
    candidates.push_back({{"id", candidate.id}, {"score", candidate.score}, {"rank", candidate.rank}, {"reason", sentences::reason({}, body, candidate)}, {"equal_with", candidate.equals}});
  }
  Json whole{{"warning_signs", std::move(signs)},
                   {"painted_mm2", explanation.painted_mm2},
                   {"note", sentences::note({}, explanation.note)},
                   {"candidates", std::move(candidates)}};
  if (probe) whole["beneath"] = beneath_json(body, *probe);
  fmt::print("{}\n", whole.dump(1, ' ', false, Json::error_handler_t::replace));
}

void print_text(const body::Body& body, const body::Explanation& explanation) {
  for (const body::FittingSign& fitting : explanation.signs) {
    const atlas::WarningSign& sign = body.content().safety.signs[fitting.sign];
    fmt::print("{}: {}\n  {}\n  ({})\n\n", sign.emergency ? "WARNING SIGN" : "See a doctor", sign.title, sign.words, sentences::because({}, body, fitting));
  }
  if (const std::string note = sentences::note({}, explanation.note); !note.empty()) fmt::print("{}\n", note);
  for (const body::Candidate& candidate : explanation.candidates) {
    fmt::print("{:3}. {:4.0f} %  {:<28} {}\n", candidate.rank, candidate.score * 100.0F, candidate.id, sentences::reason({}, body, candidate));
  }
}

}  // namespace

Result<void> run_explain(const ExplainOptions& options) {
  if (options.regions.empty() && options.discs.empty()) {
    return wrong_usage("no pain is given", "name it with --pain REGION.SIDE or --at X,Y,Z,RADIUS");
  }
  std::vector<Disc> discs;
  for (const std::string& text : options.discs) {  // before the body is opened
    const auto disc = parse_disc(text);
    if (!disc) return Failure(disc.error());
    discs.push_back(*disc);
  }
  const auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto pain = painted(**body, options.regions, discs);
  if (!pain) return Failure(pain.error());
  const body::Explanation explanation = body::explain(**body, *pain);
  const std::optional<body::Probe> probe = beneath(**body, discs);
  if (options.json) {
    print_json(**body, explanation, probe);
  } else {
    print_text(**body, explanation);
    if (probe) print_beneath(**body, *probe);
  }
  return {};
}

}  // namespace dorsum::programs
