// The page of what hands do: techniques, where they are laid and what lies under them, where no hand presses, a whole
// massage step by step, and what is known to help.

#include <algorithm>
#include <array>

#include "dorsum/core/to_say.h"
#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

std::vector<std::string> lines_of(const Frame& frame, const std::vector<std::string>& texts) {
  std::vector<std::string> lines;
  for (const std::string& text : texts) lines.push_back(frame.of_atlas(text));
  return lines;
}

/// The selected structure, where a technique could be laid on it.
std::string selected_muscle(const Frame& frame) {
  const auto index = frame.atlas().index_of(frame.state().selected);
  return index && frame.atlas().structures[*index].kind == atlas::Kind::muscle ? frame.state().selected : std::string();
}

std::string name_of_target(const Frame& frame, const std::string& id) {
  if (const body::PlacedTrigger* placed = frame.body().trigger(id)) return name_of(frame, *placed);
  const auto index = frame.atlas().index_of(id);
  if (!index) return id;
  const atlas::Structure& structure = frame.atlas().structures[*index];
  return sentences::sided_name(frame.words, structure.name, structure.side());
}

/// The command of an order with another technique or side.
void run_order(Frame& frame, const massage::Order& order) {
  state::Arguments arguments{with_side(order.technique, order.side.value_or(Side::midline))};
  if (!order.on.empty()) arguments.insert(arguments.end(), {"on", order.on});
  if (order.at) arguments.insert(arguments.end(), {"at", order.at->rest});
  frame.run("stroke", std::move(arguments));
}

void choose(Frame& frame, const atlas::Technique& technique) {
  massage::Order order = frame.state().stroke.value_or(massage::Order{});
  order.technique = technique.id;
  if (!technique.on_muscle) {
    order.on.clear();
    order.at.reset();
  } else if (order.on.empty() && technique.strokes.empty()) {
    order.on = !frame.state().triggers->empty() ? *frame.state().triggers->begin() : selected_muscle(frame);
  }
  run_order(frame, order);
}

void technique_buttons(Frame& frame) {
  heading(frame.colours, frame.say("Techniques"));
  const std::string chosen = frame.state().stroke ? frame.state().stroke->technique : std::string();
  const float width = ImGui::GetContentRegionAvail().x;
  for (const atlas::Technique& technique : frame.body().content().techniques) {
    const bool on = technique.id == chosen;
    if (choice_button(frame.colours, technique.id.c_str(), frame.of_atlas(technique.name), on, width)) {
      if (on) frame.run("stroke", {"none"});
      else choose(frame, technique);
    }
    frame.place("technique:" + technique.id);
    tooltip(frame.of_atlas(technique.tool));
  }
}

void places(Frame& frame, const atlas::Technique& technique) {
  const massage::Order& order = *frame.state().stroke;
  const float gap = 6.0F * unit(), width = ImGui::GetContentRegionAvail().x;
  if (!order.on.empty()) fact(frame.colours, frame.say("Laid on"), name_of_target(frame, order.on));
  if (technique.on_muscle) {
    const std::string muscle = selected_muscle(frame);
    if (!muscle.empty() && muscle != order.on) {
      if (button("lay-on", frame.words.say_filled("Lay it on {muscle}", fmt::arg("muscle", name_of_target(frame, muscle))), width)) run_order(frame, {technique.id, {}, muscle, {}});
      frame.place("massage:lay-on");
    } else if (order.on.empty()) {
      quiet_paragraph(frame.colours, frame.say("Click a muscle or a trigger point to lay it there, by its own fibres."));
    }
    if (!order.on.empty() && !technique.strokes.empty()) {
      if (button("own", frame.say("Back to its own paths"), width)) run_order(frame, {technique.id, {}, {}, {}});
      frame.place("massage:own");
    }
  }
  if (!order.on.empty()) return;
  const std::array sides{std::pair<const char*, std::optional<Side>>{frame.say("Both sides"), std::nullopt}, std::pair<const char*, std::optional<Side>>{frame.say("Left"), Side::left},
                         std::pair<const char*, std::optional<Side>>{frame.say("Right"), Side::right}};
  const float third = (width - 2.0F * gap) / 3.0F, height = button_height({sides[0].first, sides[1].first, sides[2].first}, third);
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (i > 0) ImGui::SameLine(0.0F, gap);
    ImGui::PushID(static_cast<int>(i));
    if (choice_button(frame.colours, "side", sides[i].first, order.side == sides[i].second, third, height)) run_order(frame, {technique.id, sides[i].second, {}, {}});
    ImGui::PopID();
  }
}

/// What one stroke does, and what lies under it.
void stroke_lines(Frame& frame, const massage::Stroke& stroke) {
  const auto& structures = frame.atlas().structures;
  for (const std::string& words : stroke.words) bullet(frame.colours, frame.of_atlas(words));
  quiet_paragraph(frame.colours, frame.words.say_filled("{length:.0f} cm in {time:.0f} s, {width:.0f} mm wide, pressure {pressure} of 5", fmt::arg("length", stroke.length() / 10.0F),
                                                        fmt::arg("time", stroke.seconds()), fmt::arg("width", stroke.width), fmt::arg("pressure", stroke.most_pressure())));
  if (stroke.fibre_angle) quiet_paragraph(frame.colours, frame.words.say_filled("{angle:.0f} degrees to the fibres", fmt::arg("angle", *stroke.fibre_angle)));
  for (const massage::Crossing& crossing : stroke.crossings) {
    const atlas::WhereNotSite& site = frame.body().content().where_not.sites[frame.answers.where_not->areas[crossing.area].site];
    ImGui::PushStyleColor(ImGuiCol_Text, frame.colours.warn);
    paragraph(frame.words.say_filled("Too hard over this place: {place}. {instead}", fmt::arg("place", frame.of_atlas(site.name)), fmt::arg("instead", frame.of_atlas(site.instead))));
    ImGui::PopStyleColor();
  }
  std::vector<std::string> under;
  for (const massage::Under& each : stroke.under) {
    const std::string name = frame.of_atlas(structures[each.structure].name);
    under.push_back(each.reached ? frame.words.say_filled("{structure}: moved by this pressure", fmt::arg("structure", name)) : name);
    if (under.size() == 8) break;
  }
  facts(frame.colours, frame.say("Under the hand, from the skin inward"), under);
  std::vector<std::string> points;
  for (const massage::OnTheWay& each : stroke.points) points.push_back(name_of(frame, frame.body().triggers()[each.trigger]));
  facts(frame.colours, frame.say("Trigger points on the way"), points);
}

void chosen_technique(Frame& frame) {
  if (!frame.state().stroke) {
    quiet_paragraph(frame.colours, frame.say("Choose a technique: its strokes are drawn on the skin, as wide as the hand, at their true speed."));
    return;
  }
  const atlas::Technique* technique = frame.body().content().technique(frame.state().stroke->technique);
  if (technique == nullptr) return;
  ImGui::Dummy({0.0F, 4.0F * unit()});
  heading(frame.colours, frame.of_atlas(technique->name));
  if (!technique->say_it.empty()) quiet_paragraph(frame.colours, frame.words.say_filled("said: {sound}", fmt::arg("sound", technique->say_it)), TextKind::name);
  places(frame, *technique);
  if (frame.answers.laid) {
    for (const Saying& problem : frame.answers.laid->problems) quiet_paragraph(frame.colours, frame.words.say(problem), TextKind::name);
    std::size_t shown = 0;
    for (const massage::Stroke& stroke : frame.answers.laid->strokes) {
      if (stroke.side == Side::left && frame.answers.laid->strokes.size() > 1 && !frame.state().stroke->side && frame.state().stroke->on.empty()) continue;  // as the right
      const std::string title = stroke.words.empty() ? stroke.id : frame.of_atlas(stroke.words.front());
      ImGui::PushID(static_cast<int>(shown));
      if (shown++ == 0 || fold("stroke", title)) stroke_lines(frame, stroke);
      ImGui::PopID();
    }
  }
  fact(frame.colours, frame.say("With"), frame.of_atlas(technique->tool));
  fact(frame.colours, frame.say("How hard"), frame.of_atlas(technique->pressure_rule));
  fact(frame.colours, frame.say("Which way"), frame.of_atlas(technique->direction));
  fact(frame.colours, frame.say("How long"), frame.of_atlas(technique->duration_words));
  fact(frame.colours, frame.say("How the client lies"), frame.of_atlas(technique->client));
  facts(frame.colours, frame.say("What for"), lines_of(frame, technique->purpose));
  facts(frame.colours, frame.say("Step by step"), lines_of(frame, technique->steps));
  facts(frame.colours, frame.say("Ask"), lines_of(frame, technique->ask));
  facts(frame.colours, frame.say("Stop when"), lines_of(frame, technique->stop_when));
  facts(frame.colours, frame.say("Mistakes"), lines_of(frame, technique->mistakes));
  fact(frame.colours, frame.say("What it does not do"), frame.of_atlas(technique->does_not));
}

void where_not(Frame& frame) {
  const atlas::WhereNot& all = frame.body().content().where_not;
  const bool every = frame.state().where_not->size() == all.sites.size();
  if (!fold("where-not", frame.say("Where not to press"))) return;
  quiet_paragraph(frame.colours, frame.say("Hatched both ways: no pressure. Hatched one way: little, as told here."));
  if (toggle(frame.colours, "where-not-all", every, frame.say("Show these places without strokes, too"))) frame.run("where-not", every ? state::Arguments{"none"} : state::Arguments{"all", "on"});
  frame.place("where-not:all");
  for (const atlas::WhereNotSite& site : all.sites) {
    const auto level = all.levels.find(site.level);
    fact(frame.colours, frame.of_atlas(site.name), frame.words.say_filled("{level}. {why} {instead}", fmt::arg("level", level != all.levels.end() ? frame.of_atlas(level->second.words) : site.level),
                                                                            fmt::arg("why", frame.of_atlas(site.why)), fmt::arg("instead", frame.of_atlas(site.instead))));
  }
  if (frame.answers.where_not)
    for (const Saying& warning : frame.answers.where_not->warnings) quiet_paragraph(frame.colours, frame.words.say(warning), TextKind::name);
}

void sequence(Frame& frame) {
  const atlas::Massage& massage = frame.body().content().massage;
  if (massage.sequence.empty() || !fold("sequence", frame.of_atlas(massage.sequence_name))) return;
  for (std::size_t i = 0; i < massage.sequence.size(); ++i) {
    const atlas::MassageStep& step = massage.sequence[i];
    const std::string title = frame.words.say_filled("{number}. {title} ({minutes:.1f} min)", fmt::arg("number", i + 1), fmt::arg("title", frame.of_atlas(step.title)), fmt::arg("minutes", step.minutes));
    const std::string said = frame.of_atlas(step.how) + (step.how.empty() || step.ask.empty() ? "" : ". ") + frame.of_atlas(step.ask);
    ImGui::PushID(static_cast<int>(i));
    if (button("step", title, ImGui::GetContentRegionAvail().x)) {
      frame.run("note", {state::Text(said.empty() ? title : title + "\n" + said)});
      const atlas::Technique* technique = frame.body().content().technique(step.technique);
      if (technique != nullptr && !technique->strokes.empty()) frame.run("stroke", {step.technique});
      else if (technique == nullptr) frame.run("stroke", {"none"});
    }
    frame.place("step:" + std::to_string(i + 1));
    ImGui::PopID();
    if (!said.empty()) quiet_paragraph(frame.colours, said);
  }
}

void on_the_table(Frame& frame) {
  const bool prone = frame.state().camera.prone;
  const float gap = 6.0F * unit(), width = ImGui::GetContentRegionAvail().x, half = (width - gap) / 2.0F;
  const char *const upright = frame.say("Upright"), *const down = frame.say("Face down");
  const float height = button_height({upright, down}, half);
  if (choice_button(frame.colours, "upright", upright, !prone, half, height)) frame.run("lie", {"upright"});
  frame.place("lie:upright");
  ImGui::SameLine(0.0F, gap);
  if (choice_button(frame.colours, "prone", down, prone, half, height)) frame.run("lie", {"prone"});
  frame.place("lie:prone");
  if (!prone) return;
  quiet_paragraph(frame.colours, frame.say("Where you stand:"));
  const std::array stands{std::pair{"head", frame.say("At the head")}, std::pair{"left", frame.say("At the left")}, std::pair{"right", frame.say("At the right")}, std::pair{"feet", frame.say("At the feet")}};
  std::array<const char*, stands.size()> labels{};
  for (std::size_t i = 0; i < stands.size(); ++i) labels[i] = stands[i].second;
  const ButtonGrid grid = button_grid(labels, {4, 2, 1});
  for (std::size_t i = 0; i < stands.size(); ++i) {
    grid.place(i);
    if (choice_button(frame.colours, stands[i].first, stands[i].second, false, grid.size.x, grid.size.y)) frame.run("view", {stands[i].first});
    frame.place(std::string("stand:") + stands[i].first);
  }
}

void evidence(Frame& frame) {
  const atlas::Massage& massage = frame.body().content().massage;
  if (massage.evidence.empty() || !fold("evidence", frame.say("What is known to help"))) return;
  for (const atlas::Massage::Evidence& each : massage.evidence) fact(frame.colours, frame.of_atlas(each.about), frame.of_atlas(each.words));
  facts(frame.colours, frame.say("How hard: the therapist's scale"), lines_of(frame, massage.pressure_scale));
  fact(frame.colours, frame.say("How hard: the client's scale, 0 to 10"), frame.of_atlas(massage.client_scale));
  facts(frame.colours, frame.say("Before"), lines_of(frame, massage.consent_before));
  facts(frame.colours, frame.say("During"), lines_of(frame, massage.consent_during));
  facts(frame.colours, frame.say("After"), lines_of(frame, massage.consent_after));
}

}  // namespace

void massage_page(Frame& frame) {
  on_the_table(frame);
  technique_buttons(frame);
  chosen_technique(frame);
  ImGui::Dummy({0.0F, 4.0F * unit()});
  where_not(frame);
  sequence(frame);
  evidence(frame);
}

void self_care(const Frame& frame, const std::string& muscle) {
  const atlas::SelfCare& care = frame.body().content().self_care;
  const auto tip = care.muscles.find(muscle);
  if (tip == care.muscles.end() || !fold("self-care", frame.say("What people can do themselves"))) return;
  facts(frame.colours, frame.of_atlas(tip->second.title), lines_of(frame, tip->second.how));
  fact(frame.colours, frame.say("Where it is felt"), frame.of_atlas(tip->second.feel));
  facts(frame.colours, frame.say("Not with"), lines_of(frame, tip->second.avoid_if));
  fact(frame.colours, frame.say("Every day"), frame.of_atlas(tip->second.daily));
  fact(frame.colours, frame.say("How long"), frame.of_atlas(care.how_long));
  facts(frame.colours, frame.say("Stop when"), lines_of(frame, care.stop));
  facts(frame.colours, frame.say("At the desk"), lines_of(frame, care.desk));
  facts(frame.colours, frame.say("Carrying"), lines_of(frame, care.carrying));
  fact(frame.colours, frame.say("Asleep"), frame.of_atlas(care.sleep));
}

}  // namespace dorsum::ui
