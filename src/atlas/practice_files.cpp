// where-not.json, massage.json and self-care.json.

#include "practice_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dorsum/core/spelling.h"

namespace dorsum::atlas {
namespace {

std::vector<std::string> ids_of(const WhereNot& where_not) {
  std::vector<std::string> ids;
  for (const WhereNotSite& site : where_not.sites) ids.push_back(site.id);
  return ids;
}

std::vector<std::string> regions_of(const PracticeContext& context) {
  std::vector<std::string> ids;
  for (const auto& [id, words] : context.regions) ids.push_back(id);
  return ids;
}

WhereNotSite read_site(const CheckedObject& object, const PracticeContext& context, const WhereNot& whole) {
  object.only({"id", "name", "level", "why", "instead", "areas", "notes", "sources"});
  WhereNotSite site;
  site.id = object.text("id");
  site.name = object.text("name");
  std::vector<std::string> levels;
  for (const auto& [level, facts] : whole.levels) levels.push_back(level);
  if (site.level = object.text("level"); !site.level.empty()) check_known(object, "level", "level", {site.level}, levels);
  site.why = object.text("why");
  site.instead = object.text("instead");
  for (const CheckedObject& area : object.objects("areas")) {
    area.only({"shape", "anchors", "radius_mm", "face"});
    read_skin_area(area, site.areas.emplace_back());
  }
  if (site.areas.empty()) object.problem("areas", "no area is given", "add at least one");
  if (object.has("notes")) site.notes = object.texts("notes");
  site.sources = read_source_keys(object, context.sources);
  return site;
}

MassageStep read_step(const CheckedObject& object, const std::vector<std::string>& techniques) {
  object.only({"title", "minutes", "technique", "how", "ask"});
  MassageStep step;
  step.title = object.text("title");
  step.minutes = static_cast<float>(object.read("minutes", [](const JsonReader& field) { return field.number_in(0.1, 120.0); }));
  if (step.technique = object.optional_text("technique"); !step.technique.empty())
    check_known(object, "technique", "technique", {step.technique}, techniques);
  step.how = object.optional_text("how");
  step.ask = object.optional_text("ask");
  return step;
}

PointHold read_hold(const CheckedObject& object, const WhereNot& where_not) {
  object.only({"client", "hold", "press", "caution"});
  PointHold hold{object.text("client"), object.text("hold"), object.text("press"), object.texts("caution")};
  check_known(object, "caution", "place", hold.caution, ids_of(where_not));
  return hold;
}

}  // namespace

const WhereNotSite* WhereNot::site(std::string_view id) const {
  const auto found = std::find_if(sites.begin(), sites.end(), [&](const WhereNotSite& each) { return each.id == id; });
  return found == sites.end() ? nullptr : &*found;
}

void check_known(const CheckedObject& object, std::string_view key, std::string_view what, const std::vector<std::string>& words,
                 const std::vector<std::string>& known) {
  if (known.empty()) return;
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    object.problem(key, fmt::format("unknown {} \"{}\"", what, word.substr(0, 60)), did_you_mean(word, known, fmt::format("name a {} that there is", what)));
  }
}

std::vector<std::string> read_source_keys(const CheckedObject& object, const Sources& known) {
  std::vector<std::string> keys = object.texts("sources"), all;
  for (const auto& [key, source] : known) all.push_back(key);
  check_known(object, "sources", "source", keys, all);
  return keys;
}

std::array<float, 2> read_span(const CheckedObject& object, std::string_view key, double low, double high) {
  return object.read(key, [low, high](const JsonReader& field) {
    std::array<float, 2> span{};
    if (field.size() != 2 && field.ok()) field.fail("expected two numbers, the least and the most", "write [least, most]");
    if (!field.ok()) return span;
    for (std::size_t i = 0; i < 2; ++i) span[i] = static_cast<float>(field.at(i).number_in(low, high));
    if (field.ok() && span[0] > span[1]) field.fail("the least is more than the most", "write [least, most]");
    return span;
  });
}

WhereNot read_where_not(const CheckedObject& file, const PracticeContext& context) {
  file.only({"levels", "evidence", "sites"});
  WhereNot whole;
  whole.evidence = file.text("evidence");
  const CheckedObject levels = file.object("levels");
  for (const std::string& name : levels.keys()) {
    const CheckedObject object = levels.object(name);
    object.only({"words", "most_pressure", "most_with_whole_hand"});
    const auto pressure = [](const JsonReader& field) { return field.integer_in(0, highest_pressure); };
    whole.levels.emplace(name, WhereNotLevel{object.text("words"), object.read("most_pressure", pressure), object.read("most_with_whole_hand", pressure)});
  }
  std::set<std::string> seen;
  for (const CheckedObject& object : file.objects("sites", "id")) {
    whole.sites.push_back(read_site(object, context, whole));
    const std::string& id = whole.sites.back().id;
    if (!id.empty() && !seen.insert(id).second) object.problem("id", fmt::format("the place \"{}\" stands twice", id), "give one of them another id");
  }
  if (whole.sites.empty()) file.problem("sites", "no place is given", "a massage must say where it leaves pressure out");
  return whole;
}

Massage read_massage(const CheckedObject& file, const PracticeContext& context, const WhereNot& where_not) {
  file.only({"pressure_scale", "client_scale", "scale_note", "scale_sources", "evidence", "consent", "sequence", "region_groups", "points"});
  Massage massage;
  for (const CheckedObject& object : file.objects("pressure_scale", "level")) {
    object.only({"level", "words"});
    massage.pressure_scale.push_back(object.text("words"));
    const int level = object.read("level", [](const JsonReader& field) { return field.integer_in(1, highest_pressure); });
    if (level != static_cast<int>(massage.pressure_scale.size())) object.problem("level", "the levels stand out of order", "list them from 1 to 5");
  }
  if (massage.pressure_scale.size() != static_cast<std::size_t>(highest_pressure)) file.problem("pressure_scale", "the scale has five levels", "list them from 1 to 5");
  massage.client_scale = file.text("client_scale");
  massage.scale_note = file.text("scale_note");
  check_known(file, "scale_sources", "source", file.texts("scale_sources"), [&] {
    std::vector<std::string> keys;
    for (const auto& [key, source] : context.sources) keys.push_back(key);
    return keys;
  }());
  for (const CheckedObject& object : file.objects("evidence", "about")) {
    object.only({"about", "words", "sources"});
    massage.evidence.push_back({object.text("about"), object.text("words"), read_source_keys(object, context.sources)});
  }
  const CheckedObject consent = file.object("consent");
  consent.only({"before", "during", "after", "sources"});
  massage.consent_before = consent.texts("before");
  massage.consent_during = consent.texts("during");
  massage.consent_after = consent.texts("after");
  static_cast<void>(read_source_keys(consent, context.sources));
  const CheckedObject sequence = file.object("sequence");
  sequence.only({"name", "steps", "sources"});
  massage.sequence_name = sequence.text("name");
  for (const CheckedObject& object : sequence.objects("steps", "title")) massage.sequence.push_back(read_step(object, {context.techniques.begin(), context.techniques.end()}));
  static_cast<void>(read_source_keys(sequence, context.sources));
  for (const CheckedObject& object : file.objects("region_groups", "id")) {
    object.only({"id", "words", "regions", "muscles"});
    massage.region_groups.push_back({object.text("id"), object.text("words"), object.texts("regions"), object.texts("muscles")});
    check_known(object, "regions", "region", massage.region_groups.back().regions, regions_of(context));
    check_known(object, "muscles", "muscle", massage.region_groups.back().muscles, {context.muscles.begin(), context.muscles.end()});
  }
  const CheckedObject points = file.object("points");
  for (const std::string& id : points.keys()) {
    check_known(points, id, "trigger point", {id}, {context.points.begin(), context.points.end()});
    massage.points.emplace(id, read_hold(points.object(id), where_not));
  }
  return massage;
}

SelfCare read_self_care(const CheckedObject& file, const PracticeContext& context) {
  file.only({"general", "muscles", "left_out"});
  SelfCare care;
  const CheckedObject general = file.object("general");
  general.only({"how_long", "stop", "desk", "carrying", "sleep", "massage_tools", "sources"});
  care.how_long = general.text("how_long");
  care.sleep = general.text("sleep");
  care.massage_tools = general.text("massage_tools");
  care.stop = general.texts("stop");
  care.desk = general.texts("desk");
  care.carrying = general.texts("carrying");
  static_cast<void>(read_source_keys(general, context.sources));
  const CheckedObject muscles = file.object("muscles");
  for (const std::string& id : muscles.keys()) {
    check_known(muscles, id, "muscle", {id}, {context.muscles.begin(), context.muscles.end()});
    const CheckedObject object = muscles.object(id);
    object.only({"title", "kind", "how", "feel", "avoid_if", "daily", "sources"});
    care.muscles.emplace(id, SelfCareTip{object.text("title"), object.text("kind"), object.text("feel"), object.text("daily"), object.texts("how"),
                                         object.texts("avoid_if"), read_source_keys(object, context.sources)});
  }
  if (file.has("left_out")) static_cast<void>(file.texts("left_out"));
  return care;
}

}  // namespace dorsum::atlas
