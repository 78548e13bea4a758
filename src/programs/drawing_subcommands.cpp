// The command lines of the subcommands that draw: view, snapshot and bench.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>

#include "programs.h"
#include "subcommands.h"

namespace dorsum::programs {
namespace {

constexpr int largest_side = 8192;
constexpr auto script_help = "commands to run first, as \"depth 2; view left\" (see dorsum commands)";
constexpr auto atlas_help = "a pack's folder; without it the built-in atlas";

/// "1280x800" to two numbers.
Result<void> parse_size(const std::string& text, int& width, int& height) {
  const char* const end = text.data() + text.size();
  const auto [middle, first] = std::from_chars(text.data(), end, width);
  if (first == std::errc() && middle != end && *middle == 'x') {
    const auto [rest, second] = std::from_chars(middle + 1, end, height);
    if (second == std::errc() && rest == end && width >= 1 && height >= 1 && width <= largest_side && height <= largest_side) return {};
  }
  return wrong_usage(fmt::format("--size: \"{}\" is no size of a picture", text), fmt::format("write WxH, each from 1 to {}, as 1280x800", largest_side));
}

}  // namespace

Action declare_view(CLI::App& app) {
  const auto options = std::make_shared<ViewOptions>();
  // A desktop hands over a bare path; on the program itself that would be taken for a subcommand.
  app.add_option(app.get_parent() == nullptr ? "--atlas" : "--atlas,pack", options->atlas, atlas_help)->type_name("PACK");
  app.add_option("--run", options->script, script_help)->type_name("COMMANDS");
  app.add_option("--report", options->report, "keep FILE true to what the window shows, as JSON, for scripts and tests")->type_name("FILE");
  return [options] { return run_view(*options); };
}

Action declare_snapshot(CLI::App& app) {
  struct Parsed {
    SnapshotOptions options;
    std::string size = "1280x800";
    std::string quality = "high";
    bool transparent = false;
  };
  const auto parsed = std::make_shared<Parsed>();
  app.add_option("-o,--output", parsed->options.output, "the picture to write")->required()->type_name("FILE.png");
  app.add_option("--atlas", parsed->options.atlas, atlas_help)->type_name("PACK");
  app.add_option("--size", parsed->size, "width and height in pixels")->type_name("WxH")->capture_default_str();
  app.add_option("--run", parsed->options.script, script_help)->type_name("COMMANDS");
  app.add_option("--quality", parsed->quality, "how carefully to draw")->check(CLI::IsMember({"low", "high"}))->capture_default_str();
  app.add_flag("--transparent", parsed->transparent, "no background: the picture's alpha says how much the body covers");
  return [parsed]() -> Result<void> {
    SnapshotOptions options = parsed->options;
    options.quality = parsed->quality == "low" ? render::Quality::low : render::Quality::high;
    options.ground = parsed->transparent ? render::Ground::transparent : render::Ground::backdrop;
    if (const auto size = parse_size(parsed->size, options.width, options.height); !size) return size;
    return run_snapshot(options);
  };
}

Action declare_bench(CLI::App& app) {
  const auto options = std::make_shared<BenchOptions>();
  app.add_option("--atlas", options->atlas, atlas_help)->type_name("PACK");
  app.add_flag("--json", options->json, "print JSON");
  app.add_flag("--growth", options->growth, "measure ten times the structures, too");
  return [options] { return run_bench(*options); };
}

}  // namespace dorsum::programs
