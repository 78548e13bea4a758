#include "dorsum/reports/explain.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "dorsum/core/number.h"
#include "dorsum/sentences/pain.h"
#include "dorsum/sentences/structures.h"
#include "dorsum/state/stance.h"

namespace dorsum::reports {
namespace {

using Json = nlohmann::ordered_json;

Json beneath_json(const body::Body& body, const answers::Beneath& beneath) {
  Json layers = Json::array(), points = Json::array();
  for (const body::ProbedLayer& layer : beneath.probe.layers)
    layers.push_back({{"id", body.atlas().structures[layer.structure].id}, {"from_mm", layer.entry}, {"to_mm", layer.exit}});
  for (const body::ReachedPoint& point : beneath.reached)
    points.push_back({{"id", body.triggers()[point.trigger].id}, {"aside_mm", point.aside}, {"depth_mm", point.depth}});
  return {{"layers", std::move(layers)}, {"points_in_reach", std::move(points)}, {"depths_are_the_sets_own", body::depths_are_the_sets_own(body)}};
}

void tell_beneath(std::string& text, const body::Body& body, const answers::Beneath& beneath, const words::Catalogue& words) {
  const auto out = std::back_inserter(text);
  fmt::format_to(out, "\n{}\n", words.say("Beneath that spot, from the skin inward:"));
  if (body::depths_are_the_sets_own(body)) fmt::format_to(out, "({})\n", sentences::word_on_depths(words));
  for (const body::ProbedLayer& layer : beneath.probe.layers)
    fmt::format_to(out, "{:5.0f} mm  {}\n", layer.entry, body.atlas().structures[layer.structure].id);
  for (const body::ReachedPoint& point : beneath.reached)
    text += words.say_filled("In a thumb's reach: {id}, {deep:.0f} mm deep, {aside:.0f} mm aside", fmt::arg("id", body.triggers()[point.trigger].id),
                             fmt::arg("deep", point.depth), fmt::arg("aside", point.aside)) + '\n';
}

}  // namespace

Result<state::PainStroke> disc_of(std::string_view text) {
  std::array<float, 4> values{};  // X, Y, Z, RADIUS
  std::string_view left = text;
  bool good = true;
  for (std::size_t i = 0; i < values.size() && good; ++i) {
    if (i > 0) {
      good = left.starts_with(',');
      left.remove_prefix(good ? 1 : 0);
    }
    const auto number = leading_number(left);
    good = good && number && std::isfinite(static_cast<float>(number->value));
    if (!good) break;
    values[i] = static_cast<float>(number->value);
    left.remove_prefix(number->length);
  }
  if (!good || !left.empty() || values[3] <= 0.0F || values[3] > body::most_paint_radius) {
    return wrong_usage(to_fill("--at: \"{}\" is no disc on the skin", text), to_fill("write X,Y,Z,RADIUS in mm, the radius from {least} to {most}, as -40,95,1350,40", fmt::arg("least", body::least_paint_radius), fmt::arg("most", body::most_paint_radius)));
  }
  return state::PainStroke{.region = {}, .centre = {{}, {values[0], values[1], values[2]}}, .radius = values[3]};
}

Result<answers::Answers> explain(const body::Body& body, const std::vector<std::string>& regions, const std::vector<state::PainStroke>& discs) {
  std::vector<state::PainStroke> strokes;
  for (const std::string& region : regions) strokes.push_back({.region = std::string(without_side(region)), .side = side_of(region), .centre = {}});
  for (const state::PainStroke& disc : discs) {  // told before there was a body: now its place on the skin is found
    const auto centre = body::place_on_skin(body, disc.centre.rest);
    if (!centre) return Failure(centre.error());
    strokes.push_back(disc);
    strokes.back().centre = *centre;
  }
  body::PaintedSkin painted;
  for (const state::PainStroke& stroke : strokes) {
    if (auto laid = state::lay(stroke, body, painted); !laid) return Failure(laid.error());
  }
  state::State state;
  if (!discs.empty()) state.probe = strokes[regions.size()].centre;  // the first spot is looked into
  state.pain = std::move(strokes);
  return answers::answer(state, *state::stance_of(state, body));
}

std::string explain_json(const body::Body& body, const answers::Answers& answers, const words::Catalogue& words) {
  const body::Explanation& explanation = *answers.explanation;
  Json signs = Json::array(), candidates = Json::array();
  for (const body::FittingSign& fitting : explanation.signs) {
    const atlas::WarningSign& sign = body.content().safety.signs[fitting.sign];
    signs.push_back({{"id", sign.id},
                     {"urgency", sign.emergency ? "emergency" : "see a doctor"},
                     {"title", sign.title},
                     {"words", sign.words},
                     {"because", sentences::because(words, body, fitting)}});
  }
  for (const body::Candidate& candidate : explanation.candidates) {
    candidates.push_back({{"id", candidate.id}, {"score", candidate.score}, {"rank", candidate.rank}, {"reason", sentences::reason(words, body, candidate)}, {"equal_with", candidate.equals}});
  }
  Json whole{{"warning_signs", std::move(signs)},
                   {"painted_mm2", explanation.painted_mm2},
                   {"note", sentences::note(words, explanation.note)},
                   {"candidates", std::move(candidates)}};
  if (answers.probe) whole["beneath"] = beneath_json(body, *answers.probe);
  return whole.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string explain_text(const body::Body& body, const answers::Answers& answers, const words::Catalogue& words) {
  const body::Explanation& explanation = *answers.explanation;
  std::string text;
  const auto out = std::back_inserter(text);
  for (const body::FittingSign& fitting : explanation.signs) {
    const atlas::WarningSign& sign = body.content().safety.signs[fitting.sign];
    fmt::format_to(out, "{}: {}\n  {}\n  ({})\n\n", sign.emergency ? words.say("WARNING SIGN") : words.say("See a doctor"), words.of_atlas(sign.title),
                   words.of_atlas(sign.words), sentences::because(words, body, fitting));
  }
  if (const std::string note = sentences::note(words, explanation.note); !note.empty()) fmt::format_to(out, "{}\n", note);
  for (const body::Candidate& candidate : explanation.candidates) {
    fmt::format_to(out, "{:3}. {:4.0f} %  {:<28} {}\n", candidate.rank, candidate.score * 100.0F, candidate.id, sentences::reason(words, body, candidate));
  }
  if (answers.probe) tell_beneath(text, body, *answers.probe, words);
  return text;
}

}  // namespace dorsum::reports
