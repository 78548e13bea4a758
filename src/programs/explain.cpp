#include "dorsum/answers/answers.h"
#include "dorsum/state/stance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

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

/// The pain as strokes; fails where one can't be laid on this body.
Result<std::vector<state::PainStroke>> strokes_of(const body::Body& body, const std::vector<std::string>& regions, const std::vector<Disc>& discs) {
  std::vector<state::PainStroke> strokes;
  for (const std::string& region : regions) strokes.push_back({.region = std::string(without_side(region)), .side = side_of(region)});
  for (const Disc& disc : discs) strokes.push_back({.region = {}, .centre = {disc[0], disc[1], disc[2]}, .radius = disc[3]});
  body::PaintedSkin painted;
  for (const state::PainStroke& stroke : strokes) {
    if (auto laid = state::lay(stroke, body, painted); !laid) return Failure(laid.error());
  }
  return strokes;
}

using Json = nlohmann::ordered_json;

Json beneath_json(const body::Body& body, const answers::Beneath& beneath) {
  Json layers = Json::array(), points = Json::array();
  for (const body::ProbedLayer& layer : beneath.probe.layers)
    layers.push_back({{"id", body.atlas().structures[layer.structure].id}, {"from_mm", layer.entry}, {"to_mm", layer.exit}});
  for (const body::ReachedPoint& point : beneath.reached)
    points.push_back({{"id", body.triggers()[point.trigger].id}, {"aside_mm", point.aside}, {"depth_mm", point.depth}});
  return {{"layers", std::move(layers)}, {"points_in_reach", std::move(points)}, {"depths_are_the_sets_own", body::depths_are_the_sets_own(body)}};
}

void print_beneath(const body::Body& body, const answers::Beneath& beneath) {
  fmt::print("\nBeneath that spot, from the skin inward:\n");
  if (body::depths_are_the_sets_own(body)) fmt::print("({})\n", sentences::word_on_depths({}));
  for (const body::ProbedLayer& layer : beneath.probe.layers)
    fmt::print("{:5.0f} mm  {}\n", layer.entry, body.atlas().structures[layer.structure].id);
  for (const body::ReachedPoint& point : beneath.reached)
    fmt::print("In a thumb's reach: {}, {:.0f} mm deep, {:.0f} mm aside\n", body.triggers()[point.trigger].id, point.depth, point.aside);
}

void print_json(const body::Body& body, const answers::Answers& answers) {
  const body::Explanation& explanation = *answers.explanation;
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
  if (answers.probe) whole["beneath"] = beneath_json(body, *answers.probe);
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
  auto strokes = strokes_of(**body, options.regions, discs);
  if (!strokes) return Failure(strokes.error());
  state::State state;
  state.pain = *std::move(strokes);
  if (!discs.empty()) state.probe = glm::vec3(discs.front()[0], discs.front()[1], discs.front()[2]);  // the first spot is looked into
  const answers::Answers answers = answers::answer(state, *state::stance_of(state, **body));
  if (options.json) {
    print_json(**body, answers);
  } else {
    print_text(**body, *answers.explanation);
    if (answers.probe) print_beneath(**body, *answers.probe);
  }
  return {};
}

}  // namespace dorsum::programs
