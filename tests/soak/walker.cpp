#include "walker.h"

#include <fmt/format.h>

#include <array>

#include "dorsum/picture/camera.h"
#include "dorsum/picture/pick.h"
#include "dorsum/ui/keys.h"

namespace dorsum::soak {
Walker::Walker(const body::Body& body, unsigned int seed) : body_(body), random_(seed), names_{"skeleton", "none-so-named", "layer-1", "layer-4"} {
  for (const atlas::Structure& structure : body.atlas().structures) {
    names_.push_back(structure.id);
    if (!structure.muscle.empty()) names_.push_back(structure.muscle);
    if (!structure.group.empty()) names_.push_back(structure.group);
  }
  triggers_ = {"trapezius-99.R"};
  for (const body::PlacedTrigger& trigger : body.triggers()) triggers_.push_back(trigger.id);
  for (const auto& [region, words] : body.content().regions) {
    regions_.push_back(region + ".R");
    regions_.push_back(region + ".L");
  }
  regions_.emplace_back("nowhere.L");
  landmarks_ = {"no-such-place"};
  for (const auto& [id, landmark] : body.atlas().landmarks) landmarks_.push_back(id);
  for (const motion::Motion& each : body.motions().motions) motions_.push_back(each.id);
  for (const auto& each : body.content().techniques) techniques_.push_back(each.id);
  for (const auto& each : body.content().where_not.sites) sites_.push_back(each.id);
}

std::string Walker::step(state::Session& session, drawing::Viewport viewport) {
  now_ += static_cast<double>(between(0.01F, 0.6F));
  const int what = up_to(99);
  if (what < 45) return run(session, command());
  if (what < 65) return press_key(session);
  if (what < 88) return use_mouse(session, viewport);
  if (what < 96) {
    session.undo();
    return "undo";
  }
  session.redo();
  return "redo";
}

std::string Walker::run(state::Session& session, const state::Command& command, int gesture) {
  const state::State before = session.state();
  const auto done = session.run(command, gesture);
  if (!done && !(session.state() == before)) return "BROKEN: a refused command changed the state: " + to_text(command);
  if (const auto read = state::parse_command(to_text(command)); done && (!read || !(*read == command))) return "BROKEN: its text reads otherwise: " + to_text(command);
  return to_text(command);
}

state::Command Walker::command() {
  const state::Row& row = any_of(state::command_table());
  state::Command command{std::string(row.verb), {}};
  for (const state::Slot& slot : any_of(row.forms).slots) {
    const auto* words = std::get_if<state::Words>(&slot);
    if (words == nullptr || !words->optional || up_to(1) == 1) command.arguments.push_back(argument(slot));
  }
  return command;
}

state::Argument Walker::argument(const state::Slot& slot) {
  if (const auto* words = std::get_if<state::Words>(&slot)) return std::string(any_of(words->choices));
  if (const auto* number = std::get_if<state::Number>(&slot)) {
    const float beyond = 0.02F * (number->usual_high - number->usual_low);  // now and then what is refused
    return between(number->usual_low - beyond, number->usual_high + beyond);
  }
  if (const auto* height = std::get_if<state::Height>(&slot)) {
    static const std::vector<std::string> levels{"C2", "T6", "L3", "S1", "T13"};
    return up_to(1) == 0 ? state::Argument(any_of(levels)) : argument(height->number);
  }
  if (std::holds_alternative<state::Quoted>(slot)) return state::Text(any_of(texts_));
  if (std::holds_alternative<state::Place>(slot)) {
    const auto& skin = body_.mesh(body_.skin().value_or(0)).positions;
    return up_to(9) == 0 ? glm::vec3(between(-5000, 5000)) : any_of(skin);
  }
  if (std::holds_alternative<state::Degrees>(slot)) return up_to(1) == 0 ? state::Argument(between(0.0F, 200.0F)) : state::Argument(state::Percent{between(0.0F, 100.0F)});
  using enum state::Name::Of;
  switch (std::get<state::Name>(slot).of) {
    case trigger: return up_to(9) == 0 ? any_of(names_) : any_of(triggers_);
    case point: return without_side(any_of(triggers_));
    case region: return any_of(regions_);
    case landmark: return any_of(landmarks_);
    case motion: return motions_.empty() ? "no-motion" : any_of(motions_);
    case technique: return techniques_.empty() ? "no-technique" : any_of(techniques_);
    case site: return sites_.empty() ? "nowhere" : any_of(sites_);
    case structure: break;
  }
  return any_of(names_);
}

std::string Walker::press_key(state::Session& session) {
  const ui::KeyBinding& binding = any_of(ui::key_bindings());
  if (binding.action == ui::KeyAction::undo) session.undo();
  if (binding.action == ui::KeyAction::redo) session.redo();
  if (binding.action != ui::KeyAction::command) return fmt::format("key {}", binding.chord);
  const auto text = ui::command_text(binding, session.state());
  if (!text) return fmt::format("key {}", binding.chord);
  const state::State before = session.state();
  if (!session.run(*text) && !(session.state() == before)) return "BROKEN: a refused key changed the state: " + *text;
  return *text;
}

std::string Walker::use_mouse(state::Session& session, drawing::Viewport viewport) {
  const auto anywhere = [&] {
    return glm::vec2(between(-5.0F, static_cast<float>(viewport.width) + 5.0F), between(-5.0F, static_cast<float>(viewport.height) + 5.0F));
  };
  const glm::vec2 at = anywhere();
  if (up_to(2) == 0) {
    hand_.scroll({between(-3, 3), between(-3, 3)}, at, up_to(3) == 0);
  } else {
    const auto button = any_of(std::array{desk::MouseButton::left, desk::MouseButton::right, desk::MouseButton::middle});
    hand_.press(button, at, up_to(3) == 0);
    for (int moves = up_to(3); moves > 0; --moves) hand_.move(anywhere());
    if (const auto clicked = hand_.release(button, at, now_)) return click(session, viewport, clicked->at);
  }
  std::string done = "mouse";
  for (const auto& command : {hand_.take_drag(session.state().camera, viewport), hand_.take_zoom(session.state().camera, viewport),
                              hand_.take_swipe(session.state().camera, viewport)}) {
    if (command) done += "; " + run(session, *command);
  }
  return done;
}

std::string Walker::click(state::Session& session, drawing::Viewport viewport, glm::vec2 at) {
  const auto hit = picture::pick(session.state(), body_, picture::ray_under(session.state().camera, viewport, at));
  if (!hit) return "click beside the body";
  if (session.state().brush.on) {
    const state::Brush& brush = session.state().brush;
    return run(session, {"pain", {brush.erase ? "erase" : "at", hit->position, brush.radius}}, up_to(1000));
  }
  return run(session, {"select", {body_.atlas().structures[hit->structure].id}});
}

}  // namespace dorsum::soak
