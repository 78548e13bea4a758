#include "dorsum/desk/report.h"

#include <array>
#include <nlohmann/json.hpp>

#include "dorsum/core/letters.h"
#include "dorsum/state/state_script.h"

namespace dorsum::desk {
namespace {

nlohmann::json to_json(const ui::Rectangle& r) { return {r.left, r.top, r.width, r.height}; }

/// What the probe meets, in order; null where there is none.
nlohmann::json probe_json(const News& news) {
  const auto& place = news.session.state().probe;
  if (!place) return nullptr;
  const body::Body& body = news.session.body();
  nlohmann::json layers = nlohmann::json::array();
  if (news.answers.probe)
    for (const body::ProbedLayer& layer : news.answers.probe->probe.layers)
      layers.push_back({{"id", body.atlas().structures[layer.structure].id}, {"entry", layer.entry}, {"exit", layer.exit}});
  return {{"place", {place->rest.x, place->rest.y, place->rest.z}}, {"layers", layers}};
}

nlohmann::json pain_json(const News& news) {
  const state::State& state = news.session.state();
  nlohmann::json pain{{"strokes", state.pain->size()},
                      {"brush", {{"on", state.brush.on}, {"erase", state.brush.erase}, {"mirror", state.brush.mirror}, {"radius", state.brush.radius}}},
                      {"rim", news.model.brush_rim.size()},
                      {"painted_mm2", 0.0},
                      {"candidates", nlohmann::json::array()},
                      {"signs", nlohmann::json::array()}};
  if (!news.answers.explanation) return pain;
  pain["painted_mm2"] = news.answers.explanation->painted_mm2;
  pain["note"] = news.answers.explanation->note;
  for (const body::Candidate& candidate : news.answers.explanation->candidates) pain["candidates"].push_back(candidate.id);
  for (const body::FittingSign& sign : news.answers.explanation->signs)
    pain["signs"].push_back(news.session.body().content().safety.signs[sign.sign].id);
  return pain;
}

nlohmann::json open_json(const ui::OpenBox& box) {
  static constexpr std::array pages{"closed", "choose", "working", "objects", "question", "done", "trouble"};
  nlohmann::json open{{"page", pages.at(static_cast<std::size_t>(box.page))}, {"file", box.file},       {"folder", box.folder}, {"what", box.what}, {"done", box.done},
                      {"trouble", box.trouble.english()},                               {"remedy", box.remedy.english()},   {"contradictions", box.contradictions},
                      {"ways", box.ways.size()},                              {"summary", box.summary}, {"notes", box.notes},
                      {"pack", box.pack},                                     {"command", box.command}};
  open["entries"] = nlohmann::json::array();
  for (const ui::OpenBox::Entry& entry : box.entries) open["entries"].push_back(entry.name);
  open["recent"] = nlohmann::json::array();
  for (const ui::OpenBox::Recent& recent : box.recent) open["recent"].push_back({{"path", recent.path}, {"there", recent.there}, {"is_open", recent.is_open}});
  open["objects"] = nlohmann::json::array();
  for (const ui::OpenBox::Object& object : box.objects) open["objects"].push_back({{"path", object.path}, {"structure", object.structure}, {"guessed", object.guessed}});
  return open;
}

/// Latin lines are italic, and no language's words.
nlohmann::json lines_json(const drawing::Label& label) {
  nlohmann::json lines = nlohmann::json::array();
  for (const drawing::LabelLine& line : label.lines) lines.push_back({{"text", line.text}, {"words", !line.italic}, {"letters", count_letters(line.text)}});
  return lines;
}

}  // namespace

std::string report_text(const News& news) {
  const state::State& state = news.session.state();
  nlohmann::json report;
  report["state"] = state::script_of(state, news.session.body());
  report["depth"] = {{"left", state.depth.left}, {"right", state.depth.right}};
  report["stroke"] = {{"technique", state.stroke ? state.stroke->technique : std::string()},
                      {"on", state.stroke ? state.stroke->on : std::string()},
                      {"laid", news.answers.laid ? news.answers.laid->strokes.size() : 0},
                      {"hands", news.model.hands.size()}};
  report["prone"] = state.camera.prone;
  report["camera"] = {{"azimuth", state.camera.azimuth},
                      {"elevation", state.camera.elevation},
                      {"target", {state.camera.target.x, state.camera.target.y, state.camera.target.z}},
                      {"distance", state.camera.distance},
                      {"field_of_view", state.camera.field_of_view}};
  report["selected"] = state.selected;
  report["hidden"] = *state.hidden;
  report["isolated"] = *state.isolated;
  report["triggers"] = *state.triggers;
  report["explode"] = state.explode;
  report["fibres"] = state.fibres;
  report["lens"] = nullptr;
  if (state.lens)
    report["lens"] = {{"centre", {state.lens->centre.rest.x, state.lens->centre.rest.y, state.lens->centre.rest.z}}, {"radius", state.lens->radius}, {"depth", state.lens->depth}};
  report["probe"] = probe_json(news);
  report["names"] = nlohmann::json::array();
  for (const drawing::Label& label : news.labels) report["names"].push_back({{"text", label.lines.front().text}, {"lines", lines_json(label)},
                               {"id", label.structure == drawing::Label::of_none ? "" : news.session.body().atlas().structures[label.structure].id},
                               {"side", label.side == drawing::Label::Side::left ? "left" : label.side == drawing::Label::Side::right ? "right" : "spot"},
                               {"at", {label.place.x, label.place.y}}});
  report["zones_on_the_far_side"] = news.answers.zones_behind.size();
  report["pain"] = pain_json(news);
  report["show_playing"] = state.panels.slow_show;
  report["can_undo"] = news.session.can_undo();
  report["can_redo"] = news.session.can_redo();
  report["hovered"] = news.model.hovered ? news.session.body().atlas().structures[*news.model.hovered].id : "";
  report["hovered_room"] = nullptr;
  if (news.model.hovered_room) {
    constexpr std::array<const char*, 5> hollows{"skull", "spinal-canal", "chest", "belly", "pelvis"};
    const auto& hollow = news.model.hovered_room->hollow;
    report["hovered_room"] = hollow ? hollows[static_cast<std::size_t>(*hollow)] : "fat";
  }
  report["hovered_point"] = news.model.hovered_marker;
  report["message"] = news.model.message;
  report["open"] = nullptr;
  if (const ui::OpenBox* const box = news.model.open; box != nullptr && box->stands()) report["open"] = open_json(*box);
  report["picture"] = to_json(news.picture);
  report["frames"] = news.frames;
  report["pictures"] = news.pictures;
  report["fine"] = news.fine;
  report["rests"] = news.rests;
  report["gl_errors"] = news.gl_errors;
  if (news.model.tell_texts) {
    report["texts"] = nlohmann::json::array();
    for (const ui::DrawnText& text : news.texts)
      report["texts"].push_back({{"text", text.text}, {"words", text.kind == ui::DrawnText::Kind::words}, {"cut", text.cut}});
  }
  for (const ui::Place& place : news.places) report["places"][place.name] = to_json(place.rectangle);
  return report.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace dorsum::desk
