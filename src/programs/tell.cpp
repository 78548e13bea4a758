// dorsum info, explain, strokes and commands: what a report says goes to stdout.

#include <fmt/format.h>

#include <cstdio>

#include "dorsum/reports/commands.h"
#include "dorsum/reports/explain.h"
#include "dorsum/reports/info.h"
#include "dorsum/reports/strokes.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "dorsum/terminal/open_body.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_info(const InfoOptions& options, const words::Catalogue& words) {
  const auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  state::Session session(*body);
  if (auto ran = session.run(options.script); !ran) return ran;
  const std::string pack = options.atlas.empty() ? "built-in" : options.atlas.string();
  fmt::print("{}", options.json ? reports::info_json(*state::stance_of(session.state(), **body), pack) : reports::info_text(**body, pack, words));
  return {};
}

Result<void> run_explain(const ExplainOptions& options, const words::Catalogue& words) {
  if (options.regions.empty() && options.discs.empty()) {
    return wrong_usage(to_say("no pain is given"), to_say("name it with --pain REGION.SIDE or --at X,Y,Z,RADIUS"));
  }
  std::vector<state::PainStroke> discs;
  for (const std::string& text : options.discs) {  // before the body is opened
    const auto disc = reports::disc_of(text);
    if (!disc) return Failure(disc.error());
    discs.push_back(*disc);
  }
  const auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  const auto answers = reports::explain(**body, options.regions, discs);
  if (!answers) return Failure(answers.error());
  fmt::print("{}", options.json ? reports::explain_json(**body, *answers, words) : reports::explain_text(**body, *answers, words));
  return {};
}

Result<void> run_strokes(const StrokesOptions& options) {
  if (const auto commands = state::parse_script(options.script); !commands) return Failure(commands.error());
  const auto body = terminal::open_body(options.atlas);
  if (!body) return Failure(body.error());
  state::Session session(*body);
  if (const auto ran = session.run(options.script); !ran) return ran;
  const auto stance = state::stance_of(session.state(), **body);
  const auto told = options.json ? reports::strokes_json(*stance, options.technique, options.on) : reports::strokes_text(*stance, options.technique, options.on);
  if (!told) return Failure(told.error());
  fmt::print("{}", *told);
  return {};
}

Result<void> run_commands(const words::Catalogue& words) {
  fmt::print("{}", reports::commands_text(words));
  return {};
}

}  // namespace dorsum::programs
