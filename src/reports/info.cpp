#include "dorsum/reports/info.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "dorsum/body/probe.h"
#include "dorsum/motion/lengths.h"
#include "dorsum/sentences/structures.h"

namespace dorsum::reports {
namespace {

using Json = nlohmann::ordered_json;  // keeps the order of writing

Json json_of(glm::vec3 v) { return Json::array({v.x, v.y, v.z}); }

Json structures_json(const body::Body& body) {
  Json list = Json::array();
  for (std::size_t i = 0; i < body.atlas().structures.size(); ++i) {
    const atlas::Structure& structure = body.atlas().structures[i];
    Json entry{{"id", structure.id},
               {"name", structure.name},
               {"latin", structure.latin},
               {"layer", structure.layer},
               {"companion", structure.companion},
               {"kind", atlas::name_of(structure.kind)},
               {"triangles", body.mesh(i).triangles.size()},
               {"source", structure.source}};
    if (structure.leaves_at != atlas::never_leaves) entry["leaves_at"] = structure.leaves_at;
    list.push_back(std::move(entry));
  }
  return list;
}

Json triggers_json(const body::Body& body) {
  Json list = Json::array();
  for (const body::PlacedTrigger& trigger : body.triggers()) {
    Json zones = Json::array();
    for (const std::size_t index : trigger.zones) {
      const body::Zone& zone = body.zones()[index];
      zones.push_back({{"region", zone.region},
                       {"kind", zone.kind == atlas::ZoneKind::essential ? "essential" : "spillover"},
                       {"sensation", zone.sensation == atlas::Sensation::pain ? "pain" : "gooseflesh"},
                       {"area_mm2", zone.area_mm2},
                       {"centre", json_of(zone.centre.rest)}});
    }
    list.push_back({{"id", trigger.id},
                    {"muscle", body.content().trigger_points[trigger.point].muscle},
                    {"structure", body.atlas().structures[trigger.structure()].id},
                    {"position", json_of(trigger.place.rest)},
                    {"zones", std::move(zones)}});
  }
  return list;
}

std::string_view word_of(motion::Mover::On on) {
  return on == motion::Mover::On::same ? "same:" : on == motion::Mover::On::other ? "other:" : "";
}

Json movers_json(const motion::Motion& motion, motion::Role role) {
  Json list = Json::array();
  for (const motion::Mover& mover : motion.movers)
    if (mover.role == role) list.push_back(std::string(word_of(mover.on)) + mover.muscle);
  return list;
}

Json motions_json(const body::Body& body) {
  Json list = Json::array();
  for (const motion::Motion& motion : body.motions().motions) {
    Json joints = Json::array();
    for (const motion::Motion::Part& part : motion.parts) joints.push_back(motion::name_of(part.drive));
    const Result<void> can = body.can_do(motion);
    list.push_back({{"id", motion.id},
                    {"plain", motion.plain},
                    {"sides", motion.sided ? Json::array({"R", "L"}) : Json::array()},
                    {"range", Json::array({0.0, motion.range})},
                    {"joints", std::move(joints)},
                    {"prime", movers_json(motion, motion::Role::prime)},
                    {"assist", movers_json(motion, motion::Role::assist)},
                    {"steady", movers_json(motion, motion::Role::steady)},
                    {"lengthened", movers_json(motion, motion::Role::lengthened)},
                    {"not_in_atlas", motion.not_in_atlas},
                    {"lacking", can ? Json(nullptr) : Json(can.error().message())}});
  }
  return list;
}

/// Of the muscles, per cent along their fibres.
Json lengths_json(const body::Stance& stance) {
  Json lengths = Json::object();
  const body::Body& body = stance.body();
  for (std::size_t i = 0; i < body.meshes().size(); ++i) {
    if (body.atlas().structures[i].kind != atlas::Kind::muscle) continue;
    const auto change = motion::length_change(body.mesh(i), stance.posed()->bent(i));
    if (change) lengths[body.atlas().structures[i].id] = std::round(*change * 10.0) / 10.0;
  }
  return lengths;
}

}  // namespace

std::string info_json(const body::Stance& stance, const std::string& pack) {
  const body::Body& body = stance.body();
  const atlas::Atlas& atlas = body.atlas();
  Json landmarks = Json::object();
  for (const auto& [id, landmark] : atlas.landmarks) landmarks[id] = json_of(landmark.position);
  Json warnings = Json::array();
  for (const Saying& warning : body.warnings()) warnings.push_back(warning.english());
  Json info{{"pack", pack},
                  {"name", atlas.name},
                  {"licence", atlas.licence},
                  {"provenance", atlas.provenance},
                  {"lacking", atlas.lacking},
                  {"notes", atlas.notes},
                  {"structures", structures_json(body)},
                  {"landmarks", std::move(landmarks)},
                  {"trigger_points", triggers_json(body)},
                  {"warnings", std::move(warnings)}};
  info["motions"] = motions_json(body);
  if (stance.posed()) info["lengths"] = lengths_json(stance);
  return info.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string info_text(const body::Body& body, const std::string& pack, const words::Catalogue& words) {
  const atlas::Atlas& atlas = body.atlas();
  std::string text;
  const auto out = std::back_inserter(text);
  std::size_t triangles = 0;
  for (const geometry::TriangleMesh& mesh : body.meshes()) triangles += mesh.triangles.size();
  fmt::format_to(out, "{} ({})\n{}\n{}\n\n", words.of_atlas(atlas.name), pack, words.say_filled("Licence: {}", atlas.licence), words.of_atlas(atlas.provenance));
  if (body::depths_are_the_sets_own(body)) fmt::format_to(out, "{}\n\n", sentences::word_on_depths(words));
  fmt::format_to(out, "{}\n", words.say_filled("{structures} structures, {triangles} triangles, {landmarks} landmarks, {points} trigger points, {zones} zones",
                                              fmt::arg("structures", atlas.structures.size()), fmt::arg("triangles", triangles), fmt::arg("landmarks", atlas.landmarks.size()),
                                              fmt::arg("points", body.triggers().size()), fmt::arg("zones", body.zones().size())));
  for (int layer = 0; layer <= atlas::deepest_layer; ++layer) {
    fmt::format_to(out, "\n{}\n", sentences::layer_name(words, layer));
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
      const atlas::Structure& structure = atlas.structures[i];
      if (structure.layer != layer) continue;
      fmt::format_to(out, "  {:<32} {:<10} {:>7}  {}{}\n", structure.id, sentences::kind_word(words, structure.kind), body.mesh(i).triangles.size(),
                     words.of_atlas(structure.name), structure.companion ? fmt::format(" ({})", words.say("companion")) : "");
    }
  }
  if (!atlas.lacking.empty()) fmt::format_to(out, "\n{}\n", words.say_filled("Lacking: {}", fmt::join(atlas.lacking, ", ")));
  if (!atlas.notes.empty()) fmt::format_to(out, "\n{}\n", words.say("The import told:"));
  for (const std::string& note : atlas.notes) fmt::format_to(out, "  {}\n", note);
  for (const Saying& warning : body.warnings()) fmt::format_to(out, "{}\n", words.say_filled("Note: {}", words.say(warning)));
  return text;
}

}  // namespace dorsum::reports
