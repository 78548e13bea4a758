#include "apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dorsum/body/probe.h"
#include "dorsum/state/section.h"
#include "lookup.h"
#include "reveal.h"
#include "slow_show.h"

namespace dorsum::state {
namespace {

void set_depth(Depth& depth, const Arguments& arguments) {
  const float value = number_of(arguments.back());
  const bool both = arguments.size() == 1;
  if (both || arguments[0] == "left") depth.left = value;
  if (both || arguments[0] == "right") depth.right = value;
}

Result<void> set_section(State& state, const Arguments& arguments) {
  const std::string& word = arguments[0];
  if (word == "off") {
    state.section.reset();
  } else if (word == "facing") {
    state.section = facing(state.camera);
  } else if (word == "by") {
    if (!state.section) return bad_input({}, "there is no section to move", "make one first, like section transverse 1200");
    constexpr float farthest = 5000.0F;  // as a command may say it (argument_form.cpp, MM)
    state.section->at = std::clamp(state.section->at + number_of(arguments[1]), -farthest, farthest);
  } else if (word == "oblique") {
    state.section = Section{Plane::oblique, number_of(arguments[3]), number_of(arguments[1]), number_of(arguments[2])};
  } else {
    const Plane plane = word == "sagittal" ? Plane::sagittal : word == "frontal" ? Plane::frontal : Plane::transverse;
    state.section = Section{plane, number_of(arguments[1])};
  }
  return {};
}

Result<void> place_probe(State& state, const Arguments& arguments, const body::Body& body) {
  if (arguments[0] == "off") {
    state.probe.reset();
    return {};
  }
  const auto probe = body::probe_at(body, {number_of(arguments[1]), number_of(arguments[2]), number_of(arguments[3])});
  if (!probe) return Failure(probe.error());
  state.probe = probe->skin.rest;
  return {};
}

Result<void> switch_triggers(State& state, const Arguments& arguments, const body::Body& body) {
  if (arguments[0] == "none") {
    state.triggers = Ids{};
    return {};
  }
  const Result<std::vector<std::string>> found = find_triggers(body, arguments[0]);
  if (!found) return Failure(found.error());
  Ids triggers = *state.triggers;
  for (const std::string& id : *found) {
    if (arguments[1] == "on") {
      triggers.insert(id);
    } else {
      triggers.erase(id);
    }
  }
  if (triggers != *state.triggers) state.triggers = std::move(triggers);
  return {};
}

/// Peels to a structure and selects it.
Result<void> reveal(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::size_t>> found = find_structures(body, arguments[0]);
  if (!found) return Failure(found.error());
  const auto& structures = body.atlas().structures;
  for (const std::size_t index : *found) peel_to(state, body.atlas(), structures[index]);
  state.selected = structures[found->front()].id;
  return {};
}

Result<void> compare(State& state, const Arguments& arguments, const body::Body& body) {
  if (arguments[0] == "off") {
    state.compared.reset();
    return {};
  }
  for (const std::string& id : arguments) {
    if (body.trigger(id) != nullptr) continue;
    const Result<std::vector<std::string>> found = find_triggers(body, id);
    if (!found) return Failure(found.error());
    return bad_input({}, fmt::format("{} names several points", id), "name one trigger point, like trapezius-3.R");
  }
  state.compared = Comparison{arguments[0], arguments[1]};
  return {};
}

/// The switches that need no body. False when the verb is none of them.
bool apply_switch(State& state, const Command& command) {
  const Arguments& arguments = command.arguments;
  const bool on = !arguments.empty() && arguments[0] == "on";
  if (command.verb == "depth") {
    set_depth(state.depth, arguments);
  } else if (command.verb == "zones") {
    state.zones = on;
  } else if (command.verb == "xray") {
    state.xray = on;
  } else if (command.verb == "labels") {
    state.labels = on;
  } else if (command.verb == "explode") {
    state.explode = number_of(arguments[0]);
  } else if (command.verb == "fibres") {
    state.fibres = on;
  } else if (command.verb == "arcs") {
    state.arcs = on;
  } else if (command.verb == "motion") {
    state.reduced_motion = arguments[0] == "reduced";
  } else if (command.verb == "latin") {
    state.names = on ? Names::both : arguments[0] == "only" ? Names::latin : Names::plain;
  } else if (command.verb == "skin") {
    state.skin = arguments[0] == "whole" ? SkinMode::whole : arguments[0] == "wide" ? SkinMode::wide : SkinMode::window;
  } else if (command.verb == "theme") {
    state.theme = arguments[0] == "dark" ? Theme::dark : Theme::light;
  } else if (command.verb == "text-scale") {
    state.text_scale = number_of(arguments[0]);
  } else if (command.verb == "candidates") {
    state.candidates = static_cast<int>(number_of(arguments[0]));
  } else if (command.verb == "brush") {
    apply_to_brush(state.brush, arguments);
  } else {
    return false;
  }
  return true;
}

const CommandForm* form_of(const Command& command) {
  const auto forms = command_forms();
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const CommandForm& f) { return f.verb == command.verb; });
  return form == forms.end() ? nullptr : &*form;
}

Result<void> change(State& state, const Command& command, const body::Body& body) {
  if (apply_switch(state, command)) return {};
  if (command.verb == "trigger") return switch_triggers(state, command.arguments, body);
  if (command.verb == "section") return set_section(state, command.arguments);
  if (command.verb == "probe") return place_probe(state, command.arguments, body);
  if (command.verb == "pain") return apply_to_pain(state, command.arguments, body);
  if (command.verb == "reveal") return reveal(state, command.arguments, body);
  if (command.verb == "compare") return compare(state, command.arguments, body);
  if (command.verb == "step") {
    state = stepped(std::move(state), command.arguments[0] == "next", body);
    return {};
  }
  if (form_of(command)->camera) return apply_to_camera(state, command, body);
  return apply_to_visibility(state, command, body);
}

}  // namespace

float number_of(const std::string& argument) {
  double value = 0.0;
  std::from_chars(argument.data(), argument.data() + argument.size(), value);
  return static_cast<float>(value);
}

Result<State> apply(const State& state, const Command& command, const body::Body& body) {
  // A command built by hand is checked as one that was written: what follows relies on it.
  const Result<Command> checked = parse_command(to_text(command));
  if (!checked) return Failure(checked.error());
  State changed = state;
  if (Result<void> done = change(changed, *checked, body); !done) {
    done.error().where = fmt::format("command \"{}\"", to_text(command));
    return Failure(done.error());
  }
  return changed;
}

}  // namespace dorsum::state
