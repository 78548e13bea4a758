// What each subcommand takes, the table of them, and the run of one. Of the program's files only this one meets CLI11,
// since it takes the compiler long.

#include "command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>

#include "bench/bench.h"
#include "dorsum/opening/language.h"
#include "dorsum/sitting/sitting.h"
#include "dorsum/terminal/interrupts.h"
#include "dorsum/terminal/standard_streams.h"
#include "programs.h"

namespace dorsum::programs {
namespace {

constexpr int largest_side = 8192;
constexpr auto script_help = "commands to run first, as \"depth 2; view left\" (see dorsum commands)";

void add_atlas(CLI::App& app, std::filesystem::path& atlas, const char* names = "--atlas") {
  app.add_option(names, atlas, "a pack's folder; without it the built-in atlas")->type_name("PACK");
}

/// Hidden: the only one there is beside English is the pseudo-language, for tests.
void add_language(CLI::App& app, std::string& language) { app.add_option("--language", language)->group(""); }

/// "1280x800" to two numbers.
Result<void> parse_size(const std::string& text, int& width, int& height) {
  const char* const end = text.data() + text.size();
  const auto [middle, first] = std::from_chars(text.data(), end, width);
  if (first == std::errc() && middle != end && *middle == 'x') {
    const auto [rest, second] = std::from_chars(middle + 1, end, height);
    if (second == std::errc() && rest == end && width >= 1 && height >= 1 && width <= largest_side && height <= largest_side) return {};
  }
  return wrong_usage(to_fill("--size: \"{}\" is no size of a picture", text), to_fill("write WxH, each from 1 to {}, as 1280x800", largest_side));
}

Action declare_view(CLI::App& app) {
  const auto options = std::make_shared<sitting::Order>();
  // A desktop hands over a bare path; on the program itself that would be taken for a subcommand.
  add_atlas(app, options->atlas, app.get_parent() == nullptr ? "--atlas" : "--atlas,pack");
  app.add_option("--run", options->script, script_help)->type_name("COMMANDS");
  app.add_flag("--fresh", options->fresh, "as on the first day: nothing that was remembered counts, and nothing of this is remembered");
  app.add_option("--report", options->report, "keep FILE true to what the window shows, as JSON, for scripts and tests")->type_name("FILE");
  return [options, &app](const words::Catalogue& words) {
    if (app.count("--language") > 0) options->language = app.get_option("--language")->as<std::string>();
    return sitting::sit(*options, words);
  };
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
  add_atlas(app, parsed->options.atlas);
  app.add_option("--size", parsed->size, "width and height in pixels")->type_name("WxH")->capture_default_str();
  app.add_option("--run", parsed->options.script, script_help)->type_name("COMMANDS");
  app.add_option("--quality", parsed->quality, "how carefully to draw")->check(CLI::IsMember({"low", "high"}))->capture_default_str();
  app.add_flag("--transparent", parsed->transparent, "no background: the picture's alpha says how much the body covers");
  return [parsed](const words::Catalogue& words) -> Result<void> {
    SnapshotOptions options = parsed->options;
    options.quality = parsed->quality == "low" ? render::Quality::low : render::Quality::high;
    options.ground = parsed->transparent ? render::Ground::transparent : render::Ground::backdrop;
    if (const auto size = parse_size(parsed->size, options.width, options.height); !size) return size;
    return run_snapshot(options, words);
  };
}

Action declare_bench(CLI::App& app) {
  const auto options = std::make_shared<bench::BenchOptions>();
  add_atlas(app, options->atlas);
  app.add_flag("--json", options->json, "print JSON");
  app.add_flag("--growth", options->growth, "measure ten times the structures, too");
  return [options](const words::Catalogue&) { return bench::run_bench(*options); };
}

Action declare_info(CLI::App& app) {
  const auto options = std::make_shared<InfoOptions>();
  add_atlas(app, options->atlas);
  app.add_option("--run", options->script, script_help)->type_name("COMMANDS");
  app.add_flag("--json", options->json, "print JSON");
  return [options](const words::Catalogue& words) { return run_info(*options, words); };
}

Action declare_import(CLI::App& app) {
  const auto options = std::make_shared<ImportOptions>();
  app.require_subcommand(1);
  CLI::App& archive = *app.add_subcommand("bodyparts3d", "the BodyParts3D archive: its zip, or the folder of its files");
  archive.add_option("archive", options->from, "the zip, or the folder that it unpacks to")->required()->type_name("ZIP|DIR");
  archive.add_option("-o,--output", options->pack, "the pack to write: a new folder, or a pack to replace")->required()->type_name("PACK");
  archive.add_flag("--verbose", options->verbose, "all notes, not only the first");
  archive.callback([options] { options->archive = true; });
  CLI::App& model = *app.add_subcommand("model", "a model: glTF, OBJ, FBX, Collada, STL, PLY and others");
  model.add_option("file", options->from, "the model")->required()->type_name("FILE");
  const auto pack = model.add_option("-o,--output", options->pack, "the pack to write: a new folder, or a pack to replace")->type_name("PACK");
  const auto map = model.add_option("--map", options->map, R"(JSON: {"name in the file": "structure id"}; without it, by ontology ids and names that are ids)")->type_name("MAP.json");
  const auto list = model.add_flag("--list", options->list, "tell what the file holds: names, triangles, size and place, ontology ids");
  model.add_flag("--json", options->json, "with --list: print JSON")->needs(list);
  model.add_option("--unit", options->unit, "the file's unit: mm, cm, m or in; without it the file's word, else mm")->check(CLI::IsMember({"mm", "cm", "m", "in"}));
  model.add_option("--up", options->up, "the axis that points up in the file, as +Y; without it the file's word, else +Z")->type_name("AXIS");
  model.add_option("--front", options->front, "the axis that the face looks along, as +Z; without it the file's word, else -Y")->type_name("AXIS");
  model.add_flag("--mirror", options->mirror, "left and right are interchanged in the file");
  model.add_flag("--verbose", options->verbose, "all notes, not only the first");
  list->excludes(pack)->excludes(map);
  return [options](const words::Catalogue&) -> Result<void> {
    if (!options->archive && !options->list && options->pack.empty()) {
      return wrong_usage(to_say("import model needs -o PACK, or --list"), to_say("dorsum import model FILE --list shows what the file holds"));
    }
    return run_import(*options);
  };
}

Action declare_export(CLI::App& app) {
  const auto options = std::make_shared<ExportOptions>();
  app.add_option("--format", options->format, "obj: one file each, mm; glb and stl: one file")
      ->required()
      ->check(CLI::IsMember({"obj", "glb", "stl"}));
  app.add_option("-o,--output", options->folder, "the folder to write to")->required()->type_name("DIR");
  add_atlas(app, options->atlas);
  app.add_option("--run", options->script, script_help)->type_name("COMMANDS");
  app.add_option("ids", options->names, "structures, muscles, layers or groups; without any, all")->type_name("ID");
  return [options](const words::Catalogue&) { return run_export(*options); };
}

Action declare_explain(CLI::App& app) {
  const auto options = std::make_shared<ExplainOptions>();
  app.add_option("--pain", options->regions, "regions of the skin where it hurts, with .L or .R")->delimiter(',')->type_name("REGION.SIDE,...");
  app.add_option("--at", options->discs, "a disc of skin where it hurts, mm")->type_name("X,Y,Z,RADIUS");
  add_atlas(app, options->atlas);
  app.add_flag("--json", options->json, "print JSON");
  return [options](const words::Catalogue& words) { return run_explain(*options, words); };
}

Action declare_validate(CLI::App& app) {
  const auto paths = std::make_shared<std::vector<std::filesystem::path>>();
  app.add_option("paths", *paths, "packs, content, or the folder of sculpting recipes; without any, the program's own pack and content")->type_name("PACK|CONTENT");
  return [paths](const words::Catalogue& words) { return run_validate(*paths, words); };
}

Action declare_strokes(CLI::App& app) {
  const auto options = std::make_shared<StrokesOptions>();
  app.add_option("technique", options->technique, "a technique, as stripping or effleurage.R; without it, all")->type_name("TECHNIQUE");
  app.add_option("--on", options->on, "lay it on a muscle or a trigger point instead of where it is at home")->type_name("ID");
  add_atlas(app, options->atlas);
  app.add_option("--run", options->script, script_help)->type_name("COMMANDS");
  app.add_flag("--json", options->json, "print JSON");
  return [options](const words::Catalogue&) { return run_strokes(*options); };
}

Action declare_commands(CLI::App&) { return run_commands; }

constexpr std::array subcommands{
    Subcommand{"view", "open the window (the default)", declare_view, true},
    Subcommand{"snapshot", "draw one picture into a PNG file; needs no display", declare_snapshot, false},
    Subcommand{"info", "structures, layers, counts, provenance and licence of an atlas", declare_info, false},
    Subcommand{"import", "make a pack of other people's meshes", declare_import, false},
    Subcommand{"export", "write meshes for other programs", declare_export, false},
    Subcommand{"explain", "which trigger points could send this pain, ranked", declare_explain, false},
    Subcommand{"strokes", "massage strokes and places not to press, on the skin", declare_strokes, true},
    Subcommand{"validate", "every problem of packs and content, with file, field and reason", declare_validate, true},
    Subcommand{"bench", "start, frame, pick and memory figures", declare_bench, true},
    Subcommand{"commands", "every command with its arguments, one a line", declare_commands, true},
};

/// The first of the window's own options that stand before a subcommand, which would not heed it.
Result<void> check_heeded(const CLI::App& app) {
  if (app.get_subcommands().empty()) return {};
  const std::string subcommand = app.get_subcommands().front()->get_name();
  for (const CLI::Option* const option : app.get_options()) {
    if (option->count() == 0 || option->get_name() == "--help" || option->get_name() == "--version") continue;
    return wrong_usage(to_fill("{option} stands before \"{subcommand}\", which does not heed it there", fmt::arg("option", option->get_name()), fmt::arg("subcommand", subcommand)),
                       to_fill("write it after: dorsum {subcommand} ... {option} ..., if {subcommand} takes it (dorsum {subcommand} --help)", fmt::arg("subcommand", subcommand),
                               fmt::arg("option", option->get_name())));
  }
  return {};
}

int run_action(const Action& action, const words::Catalogue& words, bool may_be_killed) {
  std::optional<terminal::InterruptsHeld> held;
  if (!may_be_killed) held.emplace();
  const auto done = action(words);
  if (!done) return report(done.error(), words);
  const auto told = terminal::flushed();
  return told ? 0 : report(told.error(), words);
}

}  // namespace

int report(const Error& error, const words::Catalogue& words) {
  // Where nobody can be told, the status still tells.
  static_cast<void>(std::fputs(fmt::format("dorsum: {}\n", words.say(error.saying())).c_str(), stderr));
  return static_cast<int>(error.trouble);
}

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>("Dorsum: an interactive 3D atlas of the human back", "dorsum")) {
  app_->set_version_flag("--version", DORSUM_VERSION, "print the version and end");
  app_->require_subcommand(0, 1);
  window_ = subcommands.front().declare(*app_);
  add_language(*app_, language_);
  for (const Subcommand& subcommand : subcommands) {
    CLI::App& app = *app_->add_subcommand(subcommand.name, subcommand.summary);
    actions_.emplace_back(&subcommand, subcommand.declare(app));
    add_language(app, language_);
  }
  app_->footer("Exit status: 0 done, 1 the input is bad, 2 wrong usage, 3 this machine cannot (no OpenGL 4.1, no display).");
}

CommandLine::~CommandLine() = default;

int CommandLine::run(int count, const char* const* words) {
  try {
    app_->parse(count, words);
  } catch (const CLI::ParseError& problem) {
    if (app_->exit(problem) != 0) return static_cast<int>(Trouble::wrong_usage);
    const auto told = terminal::flushed();
    return told ? 0 : report(told.error());
  }
  if (const auto heeded = check_heeded(*app_); !heeded) return report(heeded.error());
  const auto speaks = opening::catalogue_of(language_);
  if (!speaks) return report(speaks.error());
  for (const auto& [subcommand, action] : actions_) {
    if (app_->got_subcommand(subcommand->name)) return run_action(action, *speaks, subcommand->may_be_killed);
  }
  return run_action(window_, *speaks, true);
}

}  // namespace dorsum::programs
