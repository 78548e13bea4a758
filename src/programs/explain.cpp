#include "dorsum/body/explain.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "open_body.h"
#include "subcommands.h"

namespace dorsum::programs {
namespace {

struct Options {
  std::filesystem::path atlas;
  std::vector<std::string> regions;  ///< "suboccipital.R"
  std::vector<std::string> discs;    ///< "X,Y,Z,RADIUS"
  bool json = false;
};

constexpr float largest_radius = 500.0F;  // mm

/// "X,Y,Z,RADIUS" to four finite numbers.
Result<std::array<float, 4>> parse_disc(const std::string& text) {
  std::array<float, 4> values{};
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
  if (!good || at != end || values[3] <= 0.0F || values[3] > largest_radius) {
    return wrong_usage(fmt::format("--at: \"{}\" is no disc on the skin", text), "write X,Y,Z,RADIUS in mm, the radius from 1 to 500, as -40,95,1350,40");
  }
  return values;
}

void add(body::PaintedSkin& pain, const body::PaintedSkin& more) {
  pain.resize(std::max(pain.size(), more.size()), 0.0F);
  for (std::size_t i = 0; i < more.size(); ++i) pain[i] = std::max(pain[i], more[i]);
}

Result<body::PaintedSkin> painted(const body::Body& body, const Options& options) {
  body::PaintedSkin pain;
  for (const std::string& region : options.regions) {
    const auto patch = body::paint_region(body, without_side(region), side_of(region));
    if (!patch) return patch;
    add(pain, *patch);
  }
  for (const std::string& text : options.discs) {
    const auto disc = parse_disc(text);
    if (!disc) return Failure(disc.error());
    const auto patch = body::paint_disc(body, {(*disc)[0], (*disc)[1], (*disc)[2]}, (*disc)[3]);
    if (!patch) return patch;
    add(pain, *patch);
  }
  return pain;
}

void print_json(const std::vector<body::Candidate>& candidates) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const body::Candidate& candidate : candidates) {
    list.push_back({{"id", candidate.id}, {"score", candidate.score}, {"reason", candidate.reason}});
  }
  fmt::print("{}\n", nlohmann::ordered_json{{"candidates", std::move(list)}}.dump(1));
}

void print_text(const std::vector<body::Candidate>& candidates) {
  if (candidates.empty()) fmt::print("No trigger point of this atlas sends pain there.\n");
  for (const body::Candidate& candidate : candidates) {
    fmt::print("{:4.0f} %  {:<28} {}\n", candidate.score * 100.0F, candidate.id, candidate.reason);
  }
}

Result<void> run(const Options& options) {
  if (options.regions.empty() && options.discs.empty()) {
    return wrong_usage("no pain is given", "name it with --pain REGION.SIDE or --at X,Y,Z,RADIUS");
  }
  for (const std::string& text : options.discs) {  // before the body is opened
    if (const auto disc = parse_disc(text); !disc) return Failure(disc.error());
  }
  const auto body = open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto pain = painted(**body, options);
  if (!pain) return Failure(pain.error());
  const auto candidates = body::explain(**body, *pain);
  options.json ? print_json(candidates) : print_text(candidates);
  return {};
}

}  // namespace

Action declare_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--pain", options->regions, "regions of the skin where it hurts, with .L or .R")->delimiter(',')->type_name("REGION.SIDE,...");
  app.add_option("--at", options->discs, "a disc of skin where it hurts, mm")->type_name("X,Y,Z,RADIUS");
  app.add_option("--atlas", options->atlas, "a pack's folder; without it the built-in atlas")->type_name("PACK");
  app.add_flag("--json", options->json, "print JSON");
  return [options] { return run(*options); };
}

}  // namespace dorsum::programs
