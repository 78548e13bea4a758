// One file assets/content/techniques/<technique>.json.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dorsum/atlas/landmarks.h"
#include "practice_files.h"

namespace dorsum::atlas {
namespace {

constexpr double widest_hand = 120.0, longest_rub = 100.0, farthest_beside = 60.0, fastest = 60.0, longest_hold = 90.0;

const std::vector<std::pair<std::string, HandTool>>& tools() {
  static const std::vector<std::pair<std::string, HandTool>> words{{"whole hand", HandTool::whole_hand}, {"fist", HandTool::fist}, {"fingers", HandTool::fingers}, {"thumb", HandTool::thumb}};
  return words;
}

int read_pressure(const CheckedObject& object) {
  return object.read("pressure", [](const JsonReader& field) { return field.integer_in(1, highest_pressure); });
}

std::array<float, 2> read_speed(const CheckedObject& object) {
  std::array<float, 2> speed = read_span(object, "speed_cm_s", 0.1, fastest);
  for (float& each : speed) each *= 10.0F;
  return speed;
}

float read_mm(const CheckedObject& object, std::string_view key, double most) {
  return static_cast<float>(object.read(key, [most](const JsonReader& field) { return field.number_in(1.0, most); }));
}

StrokeLeg read_leg(const CheckedObject& object) {
  object.only({"words", "path", "face", "pressure", "speed_cm_s", "border"});
  StrokeLeg leg;
  leg.words = object.text("words");
  leg.path = read_formulas(object, "path");
  leg.face = read_face(object);
  leg.pressure = read_pressure(object);
  leg.speed = read_speed(object);
  if (!object.has("border")) return leg;
  const CheckedObject border = object.object("border");
  border.only({"bone", "edge", "beside_mm"});
  leg.border = {border.text("bone"), value_of<bool>(border, "edge", {{"medial", true}, {"lateral", false}}), read_mm(border, "beside_mm", farthest_beside)};
  if (leg.path.size() != 2) object.problem("path", "a border runs between two places", "keep the place where it begins and the one where it ends");
  return leg;
}

StrokeFacts read_stroke(const CheckedObject& object, const PracticeContext& context) {
  using Shape = StrokeFacts::Shape;
  object.only({"id", "shape", "width_mm", "tool", "hands", "legs", "stroke_mm", "muscle", "fibre_axis", "caution"});
  StrokeFacts stroke;
  stroke.id = object.text("id");
  stroke.shape = value_of<Shape>(object, "shape", {{"path", Shape::path}, {"loop", Shape::loop}, {"along", Shape::along}, {"site", Shape::site}});
  stroke.width_mm = read_mm(object, "width_mm", widest_hand);
  stroke.tool = value_of<HandTool>(object, "tool", tools());
  stroke.both_hands = value_of<bool>(object, "hands", {{"one", false}, {"both", true}});
  for (const CheckedObject& leg : object.objects("legs")) stroke.legs.push_back(read_leg(leg));
  stroke.muscle = object.optional_text("muscle");
  if (!stroke.muscle.empty()) check_known(object, "muscle", "muscle", {stroke.muscle}, {context.muscles.begin(), context.muscles.end()});
  stroke.caution = object.optional_text("caution");
  if (object.has("fibre_axis")) stroke.fibre_axis = read_formulas(object, "fibre_axis");
  if (object.has("fibre_axis") && stroke.fibre_axis.size() != 2) object.problem("fibre_axis", "a direction lies between two places", "name two places on one fibre");
  std::size_t places = 0;
  for (const StrokeLeg& leg : stroke.legs) places += leg.path.size();
  if (stroke.shape == Shape::site) stroke.stroke_mm = read_mm(object, "stroke_mm", longest_rub);
  else if (object.has("stroke_mm")) object.problem("stroke_mm", "only a site is rubbed to and fro", "leave it out, or make the shape \"site\"");
  if (stroke.shape == Shape::site || stroke.shape == Shape::along) {
    if (places != 1) object.problem("legs", fmt::format("it goes by the fibres at one place, found {}", places), "keep one leg with one place in its path");
    if (stroke.muscle.empty()) object.problem("muscle", "it goes by a muscle's fibres, and no muscle is named", "name the muscle");
  } else {
    const std::size_t least = stroke.shape == Shape::loop ? 3 : 2;
    if (places < least) object.problem("legs", fmt::format("the path has {} places and needs {}", places, least), "name the places that the hand passes");
  }
  return stroke;
}

OnMuscle read_on_muscle(const CheckedObject& object) {
  using Way = OnMuscle::Way;
  OnMuscle on;
  on.way = value_of<Way>(object, "way", {{"along", Way::along}, {"across", Way::across}, {"press", Way::press}});
  on.width_mm = read_mm(object, "width_mm", widest_hand);
  on.tool = value_of<HandTool>(object, "tool", tools());
  on.pressure = read_pressure(object);
  std::vector<std::string> allowed{"way", "width_mm", "tool", "pressure"};
  if (on.way == Way::press) {
    on.hold = read_span(object, "hold_s", 1.0, longest_hold);
    allowed.emplace_back("hold_s");
  } else {
    on.speed = read_speed(object);
    allowed.emplace_back("speed_cm_s");
  }
  if (on.way == Way::across) {
    on.stroke_mm = read_mm(object, "stroke_mm", longest_rub);
    allowed.emplace_back("stroke_mm");
  }
  object.only(allowed);
  return on;
}

}  // namespace

std::string_view name_of(HandTool tool) {
  return std::find_if(tools().begin(), tools().end(), [tool](const auto& each) { return each.second == tool; })->first;
}

Technique read_technique(const CheckedObject& file, const PracticeContext& context, const WhereNot& where_not) {
  file.only({"id", "name", "say_it", "group", "purpose", "does_not", "tool", "oil", "client", "pressure", "direction", "on_muscle", "strokes", "duration", "steps",
             "muscles", "where_not", "contraindications", "ask", "look_for", "stop_when", "mistakes", "variants", "sources", "confidence"});
  Technique technique;
  technique.id = file.text("id");
  technique.name = file.text("name");
  technique.say_it = file.optional_text("say_it");
  technique.group = file.word("group", {"opening and closing", "warming", "deep", "specific"});
  technique.purpose = file.texts("purpose");
  technique.does_not = file.text("does_not");
  technique.tool = file.text("tool");
  technique.oil = file.word("oil", {"yes", "no", "a little"});
  technique.client = file.text("client");
  const CheckedObject pressure = file.object("pressure");
  pressure.only({"level", "client_scale_max", "rule"});
  const std::array<float, 2> levels = read_span(pressure, "level", 1, highest_pressure);
  technique.pressure = {static_cast<int>(levels[0]), static_cast<int>(levels[1])};
  technique.client_scale_max = pressure.read("client_scale_max", [](const JsonReader& field) { return field.integer_in(1, 10); });
  technique.pressure_rule = pressure.text("rule");
  const CheckedObject direction = file.object("direction");
  direction.only({"words", "relative", "fibres"});
  technique.direction = direction.text("words");
  technique.direction_relative = direction.text("relative");
  technique.direction_fibres = direction.optional_text("fibres");
  if (file.has("on_muscle")) technique.on_muscle = read_on_muscle(file.object("on_muscle"));
  std::map<std::string, int> seen;
  for (const CheckedObject& object : file.objects("strokes", "id")) {
    technique.strokes.push_back(read_stroke(object, context));
    const std::string& id = technique.strokes.back().id;
    if (!id.empty() && seen[id]++ > 0) object.problem("id", fmt::format("the stroke \"{}\" stands twice", id), "give one of them another id");
  }
  if (technique.strokes.empty() && !technique.on_muscle) file.problem("strokes", "the technique has no stroke", "add one, or say in on_muscle how it is laid on a muscle");
  const CheckedObject duration = file.object("duration");
  duration.only({"minutes", "words"});
  technique.minutes = read_span(duration, "minutes", 0.1, 60.0);
  technique.duration_words = duration.text("words");
  if (file.has("steps")) technique.steps = file.texts("steps");
  if (file.has("muscles")) technique.muscles = file.texts("muscles");
  check_known(file, "muscles", "muscle", technique.muscles, {context.muscles.begin(), context.muscles.end()});
  technique.where_not = file.texts("where_not");
  std::vector<std::string> sites;
  for (const WhereNotSite& site : where_not.sites) sites.push_back(site.id);
  check_known(file, "where_not", "place", technique.where_not, sites);
  technique.contraindications = file.texts("contraindications");
  technique.ask = file.texts("ask");
  technique.look_for = file.texts("look_for");
  if (file.has("stop_when")) technique.stop_when = file.texts("stop_when");
  technique.mistakes = file.texts("mistakes");
  if (file.has("variants")) technique.variants = file.texts("variants");
  technique.sources = read_source_keys(file, context.sources);
  technique.confidence = file.word("confidence", {"T&S", "cited", "approximate"});
  return technique;
}

}  // namespace dorsum::atlas
