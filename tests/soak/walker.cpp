#include "walker.h"

#include <fmt/format.h>

#include <array>

#include "argument_form.h"
#include "dorsum/picture/camera.h"
#include "dorsum/picture/pick.h"
#include "dorsum/ui/keys.h"

namespace dorsum::soak {
namespace {

struct Range {
  std::string_view slot;
  float low, high;
};
/// Of the command table's numbers: what a user might reach, and now and then what is refused.
constexpr std::array<Range, 11> ranges{{{"D", 0, 5.1F},
                                        {"GAP", 0, 151},
                                        {"MM", -400, 1800},
                                        {"SCALE", 0.7F, 2.5F},
                                        {"RADIUS", 0.5F, 300},
                                        {"AZ", -400, 400},
                                        {"EL", -190, 190},
                                        {"DX", -0.6F, 0.6F},
                                        {"DY", -0.6F, 0.6F},
                                        {"F", 0.2F, 5},
                                        {"DISTANCE", 1, 20000}}};

}  // namespace

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
  return to_text(command);
}

state::Command Walker::command() {
  const state::CommandForm& form = any_of(state::command_forms());
  const auto& skin = body_.mesh(body_.skin().value_or(0)).positions;
  const glm::vec3 place = up_to(9) == 0 ? glm::vec3(between(-5000, 5000)) : any_of(skin);
  state::Command command{std::string(form.verb), {}};
  const auto alternatives = state::split(form.arguments, " | ");
  if (alternatives.empty()) return command;
  for (const std::string& word : state::split(any_of(alternatives), " ")) {
    std::string_view slot = word;
    if (slot.starts_with('[')) {
      if (up_to(1) == 0) continue;
      slot = slot.substr(1, slot.size() - 2);
    }
    command.arguments.push_back(argument(slot, place));
  }
  return command;
}

std::string Walker::argument(std::string_view slot, glm::vec3 place) {
  if (slot == "ID") return any_of(names_);
  if (slot == "ID.SIDE") return up_to(9) == 0 ? any_of(names_) : any_of(triggers_);
  if (slot == "REGION.SIDE") return any_of(regions_);
  if (slot == "X") return fmt::format("{:.1f}", place.x);
  if (slot == "Y") return fmt::format("{:.1f}", place.y);
  if (slot == "Z") return fmt::format("{:.1f}", place.z);
  for (const Range& range : ranges) {
    if (range.slot == slot) return fmt::format("{:.2f}", between(range.low, range.high));
  }
  return any_of(state::split(slot, "|"));
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
    return run(session, {"pain", {brush.erase ? "erase" : "at", fmt::format("{:.1f}", hit->position.x), fmt::format("{:.1f}", hit->position.y),
                                  fmt::format("{:.1f}", hit->position.z), fmt::format("{:g}", brush.radius)}}, up_to(1000));
  }
  return run(session, {"select", {body_.atlas().structures[hit->structure].id}});
}

}  // namespace dorsum::soak
