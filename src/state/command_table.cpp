// The one table. The order is that of `dorsum commands` and of scripts, where what comes later stands on what came before:
// what is left in (isolate) before what of it is hidden, the points before those that are compared.

#include "dorsum/state/command_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "dorsum/body/painted_skin.h"
#include "dorsum/core/spelling.h"
#include "dorsum/core/to_say.h"
#include "dorsum/state/section.h"
#include "effects.h"
#include "members.h"
#include "rounded.h"

namespace dorsum::state {
namespace {

constexpr bool repeats = true;

const Number depth_range{"D", 0.0F, 5.0F}, millimetres{"MM", -5000.0F, 5000.0F, -400.0F, 1800.0F}, radius{"RADIUS", body::least_paint_radius, body::most_paint_radius};
const Number azimuth{"AZ", -3600.0F, 3600.0F, -400.0F, 400.0F}, elevation{"EL", -180.0F, 180.0F};

const Name structure{Name::Of::structure}, trigger{Name::Of::trigger}, point{Name::Of::point}, region{Name::Of::region}, landmark{Name::Of::landmark}, motion{Name::Of::motion},
    technique{Name::Of::technique}, site{Name::Of::site};

Words only(std::string_view word) { return {{word}}; }

/// A member as a whole, with what scripts say of it.
template <class Get, class Write>
Member member(Get get, Write write) {
  return {{}, write, [get](State& to, const State& from) { get(to) = get(from); }};
}
template <class Get>
Member member(Get get) {
  return member(get, [](const State&, const body::Body&, std::vector<Command>&) {});
}
Member shown_as(Member member, std::function<Argument(const State&)> now) {
  member.now = std::move(now);
  return member;
}

/// One command for each id of a set, or for none.
template <class Get>
auto for_each_id(std::string_view verb, Get get, Arguments more = {}) {
  return member(get, [=](const State& state, const body::Body&, std::vector<Command>& script) {
    for (const std::string& id : *get(state)) {
      script.push_back({std::string(verb), {id}});
      script.back().arguments.insert(script.back().arguments.end(), more.begin(), more.end());
    }
  });
}
/// One command where a name is there.
template <class Get>
auto for_name(std::string_view verb, Get get) {
  return member(get, [=](const State& state, const body::Body&, std::vector<Command>& script) {
    if (!get(state).empty()) script.push_back({std::string(verb), {get(state)}});
  });
}
/// The effect that empties a text or a name.
template <class Get>
auto emptied(Get get) {
  return [get](State& state, const Arguments&, const body::Body&) -> Result<void> {
    get(state).clear();
    return {};
  };
}

Result<void> set_note(State& state, const Arguments& arguments, const body::Body&) {
  state.note = std::get<Text>(arguments.front()).words;
  return {};
}

/// Switches the landmark of that id, or both of a pair.
Result<void> mark(State& state, const Arguments& arguments, const body::Body& body) {
  const atlas::Landmarks& landmarks = body.atlas().landmarks;
  const std::string& id = word(arguments, 0);
  Ids marks = *state.marks;
  bool found = false;
  for (const std::string& each : {id, id + ":L", id + ":R"}) {
    if (!landmarks.contains(each)) continue;
    found = true;
    if (word(arguments, 1) == "on") {
      marks.insert(each);
    } else {
      marks.erase(each);
    }
  }
  if (!found) {
    std::vector<std::string> known;
    for (const auto& [name, place] : landmarks) known.push_back(name);
    return bad_input({}, to_fill("no landmark of this body is named \"{}\"", id), did_you_mean(id, known, to_say("dorsum info --json lists the landmarks")));
  }
  state.marks = std::move(marks);
  return {};
}

std::vector<Row> make_table() {
  using Tab = Panels::Tab;
  using Card = Panels::Card;
  using Dialog = Panels::Dialog;
  return {
      {"depth", {{{Words{{"left", "right"}, true}, depth_range}, set_depth}},
       to_say("peel the back: 0 skin, 1 to 4 the muscle layers, 5 the skeleton; one side or both"), Undo::takes_back,
       {{"0", "0"},
        {"1", "1"},
        {"2", "2"},
        {"3", "3"},
        {"4", "4"},
        {"5", "5"},
        {"]", "~0.25", repeats},
        {"[", "~-0.25", repeats}},
       shown_as(member(over(&State::depth), write_depth), [](const State& state) { return std::max(state.depth.left, state.depth.right); })},
      {"sides", {{{only("apart")}, [](State& state, const Arguments&, const body::Body&) -> Result<void> { state.sides_apart = true; return {}; }},
                 {{only("together")}, bring_sides_together}},
       to_say("a depth of its own for each side, or one for both"), Undo::takes_back, {},
       member(over(&State::sides_apart), [](const State& state, const body::Body&, std::vector<Command>& script) {
         if (state.sides_apart && state.depth.left == state.depth.right) script.push_back({"sides", {"apart"}});
       })},
      choice<SkinMode>(
          "skin", over(&State::skin), {{"window", SkinMode::window}, {"wide", SkinMode::wide}, {"whole", SkinMode::whole}},
          to_say("from depth 1 on, open the skin over the back only, wide enough for a whole layer, or take it all off"),
          {{"W", "window|whole"}, {"Shift+W", "window|wide"}}),
      {"isolate", {{{structure}, isolate}, {{only("none")}, isolate_none}}, to_say("show only this, or everything again"), Undo::takes_back,
       {{"I", "SELECTED"}}, member(over(&State::isolated), write_isolated)},
      {"hide", {{{structure}, hide}}, to_say("hide a structure, a muscle, a layer (layer-2) or a group (erector-spinae)"), Undo::takes_back,
       {{"H", "SELECTED"}}, for_each_id("hide", over(&State::hidden))},
      {"show", {{{structure}, show}}, to_say("show what was hidden")},
      {"show-all", {{{}, show_all}}, to_say("show everything that was hidden or left out"), Undo::takes_back, {{"Shift+H", ""}}},
      {"select", {{{structure}, select_one}, {{only("none")}, select_none}}, to_say("select a structure; of a muscle or group its first"), Undo::takes_back, {},
       for_name("select", over(&State::selected))},
      {"trigger", {{{trigger, Words{{"on", "off"}}}, switch_triggers}, {{only("none")}, no_triggers}},
       to_say("switch a trigger point, or all numbered points of a muscle or layer, on or off; or all off"), Undo::takes_back,
       {{"Shift+Z", "none"}}, for_each_id("trigger", over(&State::triggers), {"on"})},
      {"mark", {{{landmark, Words{{"on", "off"}}}, mark}, {{only("none")}, [](State& state, const Arguments&, const body::Body&) -> Result<void> { state.marks = Ids{}; return {}; }}},
       to_say("show a named bony point on the body, with its name; without a side, both"), Undo::takes_back, {}, for_each_id("mark", over(&State::marks), {"on"})},
      {"pose", {{{only("rest")}, pose_rest}, {{motion, Degrees{}}, pose}},
       to_say("move the body: a motion and how far it goes, in degrees or as a share of its range; or bring it to rest"), Undo::takes_back, {},
       member(over(&State::pose), write_pose)},
      toggle("movers", over(&State::movers), to_say("show which muscles do the motion, and which lengthen")),
      toggle("zones", over(&State::zones), to_say("show where the pain of trigger points is felt"), {{"Z", "on|off"}}),
      toggle("xray", over(&State::xray), to_say("make the muscles translucent"), {{"X", "on|off"}}),
      toggle("fibres", over(&State::fibres), to_say("show arrows along the fibres of the selected muscle, the way it pulls"),
             {{"G", "on|off"}}),
      toggle("arcs", over(&State::arcs), to_say("show arcs from trigger points to where their pain is felt"),
             {{"Shift+A", "on|off"}}),
      choice<Markers>("markers", over(&State::markers), {{"on", Markers::all}, {"lit", Markers::lit}, {"off", Markers::none}},
                      to_say("mark trigger points on the body: all that could be switched on there, only those that are, or none"), {{"Shift+P", "on|lit"}}),
      toggle("legend", over(&State::legend), to_say("say in the picture's corner what its signs mean"), {{"K", "on|off"}}),
      toggle("left-right", over(&State::left_right), to_say("write L and R beside the body, as it has them"), {{"Shift+L", "on|off"}}),
      toggle("labels", over(&State::labels), to_say("show names beside the structures"), {{"N", "on|off"}}),
      choice<Names>("latin", over(&State::names), {{"on", Names::both}, {"off", Names::plain}, {"only", Names::latin}},
                                                   to_say("show Latin names beside the plain ones, or alone"),
                                                   {{"Shift+N", "on|off"}}),
      {"section",
       {{{Words{{"sagittal", "frontal"}}, millimetres}, cut_straight},
        {{only("transverse"), Height{millimetres}}, cut_straight},
        {{only("oblique"), azimuth, elevation, millimetres}, cut_oblique},
        {{only("facing")}, cut_facing},
        {{only("by"), millimetres}, move_cut},
        {{only("off")}, no_cut}},
       to_say("cut away the body's left, what lies behind, what lies above, or what is seen from an azimuth and elevation, at so many mm "
              "that way, across the body also at a level of the spine like T6; what faces the view; or move the cut"),
       Undo::takes_back,
       {{"C", "off|facing"},
        {"PageDown", "by -5", repeats},
        {"PageUp", "by 5", repeats}},
       shown_as(member(over(&State::section),
                       [](const State& state, const body::Body&, std::vector<Command>& script) {
                         if (state.section) script.push_back({"section", arguments_of(*state.section)});
                       }),
                [](const State& state) { return std::string(state.section ? "facing" : "off"); })},
      measure("explode", over(&State::explode), {"GAP", 0.0F, 150.0F}, to_say("draw the layers apart, backward, by so many mm from one to the next; 0 together"),
              {{"E", "~15", repeats}, {"Shift+E", "~-15", repeats}}),
      {"probe", {{{only("at"), Place{.of_body = true, .by_formula = true}}, place_probe}, {{only("off")}, no_probe}},
       to_say("tell what lies under a point of the skin, and how deep, as a needle straight in would meet it; the point in mm, or by a formula "
              "of landmarks (docs/content.md) like mid(spinous-process:T6, inferior-angle-scapula:R)"), Undo::takes_back, {},
       member(over(&State::probe),
              [](const State& state, const body::Body&, std::vector<Command>& script) {
                if (state.probe) script.push_back({"probe", {"at", to_tenths(state.probe->rest)}});
              })},
      choice<Theme>("theme", over(&State::theme), {{"light", Theme::light}, {"dark", Theme::dark}},
                                                   to_say("light or dark background and panels"), {{"T", "light|dark"}}),
      measure("text-scale", over(&State::text_scale), {"SCALE", 0.75F, 2.5F}, to_say("size of all text, 0.75 to 2.5"),
              {{"Ctrl++", "~0.1", repeats}, {"Ctrl+-", "~-0.1", repeats}}),
      choice<bool>("motion", over(&State::reduced_motion), {{"full", false}, {"reduced", true}},
                                                           to_say("let changes glide, or come at once"),
                                                           {{"M", "full|reduced"}}),
      {"reveal", {{{structure}, reveal}}, to_say("peel to where a structure lies bare, and select it")},
      {"step", {{{Words{{"next", "previous"}}}, step}}, to_say("light the next trigger point of the back alone, peeled to its muscle"), Undo::takes_back,
       {{".", "next", repeats}, {",", "previous", repeats}}},
      {"compare", {{{trigger, trigger}, compare}, {{only("off")}, compare_off}}, to_say("two trigger points side by side, each in a picture of its own"),
       Undo::takes_back, {},
       member(over(&State::compared),
              [](const State& state, const body::Body&, std::vector<Command>& script) {
                if (state.compared) script.push_back({"compare", {state.compared->first, state.compared->second}});
              })},
      {"pain",
       {{{only("add"), region}, add_region},
        {{only("remove"), region}, remove_region},
        {{only("at"), Place{.of_body = true}, radius}, paint},
        {{only("erase"), Place{.of_body = true}, radius}, erase_paint},
        {{only("clear")}, clear_pain}},
       to_say("say where it hurts: a region, or a disc of skin in mm"), Undo::takes_back, {}, member(over(&State::pain), write_pain)},
      {"stroke",
       {{{technique}, lay_stroke},
        {{technique, only("on"), structure}, lay_stroke},
        {{technique, only("on"), structure, only("at"), Place{.of_body = true}}, lay_stroke},
        {{only("none")}, no_stroke}},
       to_say("show the strokes of a massage technique on the skin, or lay one on a muscle or a trigger point, by its fibres there"), Undo::takes_back, {},
       member(over(&State::stroke), write_stroke)},
      {"where-not",
       {{{site, Words{{"on", "off"}}}, switch_where_not}, {{only("none")}, [](State& state, const Arguments&, const body::Body&) -> Result<void> { state.where_not = Ids{}; return {}; }}},
       to_say("hatch skin where no hand presses, or only lightly; while strokes are shown it always is"), Undo::takes_back, {}, for_each_id("where-not", over(&State::where_not), {"on"})},
      choice<int>("candidates", over(&State::candidates), {{"0", 0}, {"1", 1}, {"2", 2}, {"3", most_candidates}},
                                                      to_say("how many of the likeliest trigger points for the pain are shown on the skin")),
      {"brush",
       {choice_form<bool>("brush", over(&State::brush, &Brush::on), {{"on", true}, {"off", false}}),
        choice_form<bool>("brush", over(&State::brush, &Brush::erase), {{"paint", false}, {"erase", true}}),
        choice_form<bool>("brush", over(&State::brush, &Brush::mirror), {{"mirror", true}, {"one-side", false}}),
        number_form("brush", over(&State::brush, &Brush::radius), radius, "size")},
       to_say("the brush that paints pain on the skin; undo passes over it"), Undo::passes_over,
       {{"B", "on|off"},
        {"Shift+B", "paint|erase"},
        {"Shift+M", "one-side|mirror"}}},
      {"note", {{{Quoted{}}, set_note}, {{only("none")}, emptied(over(&State::note))}}, to_say("words over the picture's foot, about what it shows"), Undo::takes_back, {},
       member(over(&State::note),
              [](const State& state, const body::Body&, std::vector<Command>& script) {
                if (!state.note.empty()) script.push_back({"note", {Text(state.note)}});
              })},
      {"view", {{{Words{{"posterior", "anterior", "left", "right", "superior", "oblique-left", "oblique-right", "upper-back", "head", "feet"}}}, view}},
       to_say("look from that side of the body, the whole figure in view"), Undo::passes_over,
       {{"P", "posterior"},
        {"A", "anterior"},
        {"L", "left"},
        {"R", "right"},
        {"S", "superior"},
        {"U", "upper-back"}}},
      {"orbit", {{{azimuth, elevation}, orbit}}, to_say("turn the view by degrees around the body and upward"), Undo::passes_over,
       {{"Left", "15 0", repeats},
        {"Right", "-15 0", repeats},
        {"Up", "0 10", repeats},
        {"Down", "0 -10", repeats}}},
      {"pan", {{{Number{"DX", -10.0F, 10.0F, -0.6F, 0.6F}, Number{"DY", -10.0F, 10.0F, -0.6F, 0.6F}}, pan}},
       to_say("move the body right and up in the picture, as parts of its height"), Undo::passes_over},
      {"zoom", {{{Number{"F", 0.01F, 100.0F, 0.2F, 5.0F}}, zoom}}, to_say("come closer by this factor; below 1 step back"), Undo::passes_over,
       {{"+", "1.2", repeats}, {"-", "0.8333", repeats}}},
      passing(choice<bool>(
          "projection", over(&State::camera, &Camera::orthographic), {{"perspective", false}, {"orthographic", true}}, to_say("near things larger, or all to one scale"),
          {{"V", "perspective|orthographic"}})),
      {"focus", {{{structure}, focus}}, to_say("bring a structure into the middle, filling the view"), Undo::passes_over,
       {{"F", "SELECTED"}}},
      {"lens", {{{only("at"), Place{.of_body = true}, radius, depth_range}, place_lens}, {{only("off")}, no_lens}},
       to_say("a round opening down to a depth, around the line of sight through a point in mm"), Undo::passes_over, {},
       member(over(&State::lens),
              [](const State& state, const body::Body&, std::vector<Command>& script) {
                if (state.lens) script.push_back({"lens", {"at", to_tenths(state.lens->centre.rest), state.lens->radius, state.lens->depth}});
              })},
      {"lie", {{{Words{{"upright", "prone"}}}, lie}}, to_say("the client upright, or face down on the table as a therapist beside it sees"), Undo::passes_over, {},
       member(over(&State::camera, &Camera::prone), write_lie)},
      {"camera", {{{azimuth, elevation, Place{}, Number{"DISTANCE", 1.0F, 20000.0F}}, set_camera}},
       to_say("look at a point in mm from an azimuth and elevation in degrees"), Undo::passes_over, {}, member(over(&State::camera), write_camera)},
      passing(toggle("panels", over(&State::panels, &Panels::shown), to_say("show the panels beside the picture"),
                     {{"F10", "on|off"}})),
      passing(toggle("full-screen", over(&State::panels, &Panels::full_screen), to_say("the window on the whole screen"),
                     {{"F11", "on|off"}})),
      passing(choice<Tab>("tab", over(&State::panels, &Panels::tab),
                          {{"structure", Tab::structure}, {"pain", Tab::pain}, {"massage", Tab::massage}, {"motion", Tab::motion}, {"view", Tab::view}, {"list", Tab::list}},
                          to_say("the column's page: what is selected, where it hurts, what hands do, how it moves, cut and view, or all structures"),
                          {{"Ctrl+1", "structure"}, {"Ctrl+2", "pain"}, {"Ctrl+3", "view"}, {"Ctrl+4", "list"}, {"Ctrl+5", "massage"}, {"Ctrl+6", "motion"}})),
      passing(choice<Card>("card", over(&State::panels, &Panels::card),
                                                                          {{"muscle", Card::muscle}, {"points", Card::points}},
                                                                          to_say("a muscle's card: the muscle, or its trigger points"))),
      {"point", {{{point}, unfold_point}, {{only("none")}, emptied(over(&State::panels, &Panels::point))}},
       to_say("unfold a trigger point on its muscle's card, named without side"), Undo::passes_over, {}, for_name("point", over(&State::panels, &Panels::point))},
      {"candidate", {{{trigger}, open_candidate}, {{only("none")}, emptied(over(&State::panels, &Panels::candidate))}},
       to_say("unfold a trigger point in the ranking of those that could send the pain"), Undo::passes_over, {},
       for_name("candidate", over(&State::panels, &Panels::candidate))},
      passing(choice<Dialog>(
          "dialog", over(&State::panels, &Panels::dialog),
          {{"safety", Dialog::safety}, {"about", Dialog::about}, {"keys", Dialog::keys}, {"none", Dialog::none}},
          to_say("open the safety note, the credits or the keys, or close them"),
          {{"?", "keys"}, {"F1", "safety"}})),
      passing(toggle("slow-show", over(&State::panels, &Panels::slow_show), to_say("go from one trigger point of the back to the next by itself"),
                     {{"Shift+S", "on|off"}})),
  };
}

}  // namespace

std::span<const Row> command_table() {
  static const std::vector<Row> table = make_table();
  return table;
}

const Row* row_of(std::string_view verb) {
  const auto table = command_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const Row& each) { return each.verb == verb; });
  return row == table.end() ? nullptr : &*row;
}

void take_what_undo_passes_over(State& to, const State& from) {
  for (const Row& row : command_table()) {
    if (row.undo != Undo::passes_over) continue;
    if (row.holds.take) row.holds.take(to, from);
    for (const Form& form : row.forms)
      if (form.holds.take) form.holds.take(to, from);
  }
}

}  // namespace dorsum::state
