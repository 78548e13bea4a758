#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/spelling.h"
#include "muscle_file.h"

namespace dorsum::atlas {
namespace {

constexpr double max_radius = 200.0;  // mm; wider than any referral area that was ever drawn

std::string read_region(const CheckedObject& object, const Regions& regions) {
  std::string region = object.text("region");
  // Without a readable region list its own file is the one problem to tell.
  if (region.empty() || regions.empty() || regions.contains(region)) return region;
  std::vector<std::string> known;
  for (const auto& [id, words] : regions) known.push_back(id);
  object.problem("region", fmt::format("unknown region \"{}\"", region.substr(0, 60)),
                 did_you_mean(region, known, "use one of regions.json"));
  return region;
}

ReferralArea read_area(const CheckedObject& object, const Regions& regions) {
  object.only({"kind", "region", "words", "shape", "anchors", "radius_mm", "face", "sensation"});
  ReferralArea area;
  area.kind =
      value_of<ZoneKind>(object, "kind", {{"essential", ZoneKind::essential}, {"spillover", ZoneKind::spillover}});
  area.region = read_region(object, regions);
  area.words = object.text("words");
  read_skin_area(object, area);
  area.sensation =
      value_of<Sensation>(object, "sensation", {{"pain", Sensation::pain}, {"gooseflesh", Sensation::gooseflesh}});
  return area;
}

void read_place(const CheckedObject& object, TriggerPoint& point) {
  object.only({"words", "formula", "formula_words", "project_to", "depth"});
  point.place_words = object.text("words");
  point.place_formula = object.text("formula");
  point.place_formula_words = object.optional_text("formula_words");
  point.project_to = object.text("project_to");
  point.depth_words = object.optional_text("depth");
  if (point.place_formula.empty()) return;
  if (const Result<void> checked = check_formula(point.place_formula); !checked) {
    object.problem("formula", fmt::format("{}: {}", checked.error().where, checked.error().reason), checked.error().remedy);
  }
}

void read_confidence(const CheckedObject& object, TriggerPoint& point) {
  const std::vector<std::string> degrees{"T&S", "cited", "approximate"};
  object.only({"overall", "location", "referral"});
  point.confidence = object.word("overall", degrees);
  point.confidence_location = object.word("location", degrees);
  point.confidence_referral = object.word("referral", degrees);
}

void check_id(const CheckedObject& object, const TriggerPoint& point) {
  const std::string start = point.muscle + "-";
  const std::string number = point.id.starts_with(start) ? point.id.substr(start.size()) : std::string();
  const bool digits =
      !number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!point.id.empty() && !digits) {
    object.problem("id", "the id doesn't fit its muscle", "write \"" + start + "\" and a number, like " + start + "1");
  }
}

void check_part(const CheckedObject& object, const TriggerPoint& point, const MuscleFacts& muscle) {
  std::vector<std::string> known;
  for (const MusclePart& part : muscle.parts) known.push_back(part.id);
  if (point.part.empty() || std::find(known.begin(), known.end(), point.part) != known.end()) return;
  object.problem("part", fmt::format("{} has no part \"{}\"", muscle.id, point.part.substr(0, 60)),
                 did_you_mean(point.part, known, "use one of the file's parts, or leave the field out"));
}

}  // namespace

Face read_face(const CheckedObject& object) {
  return value_of<Face>(object, "face",
                        {{"dorsal", Face::dorsal},
                         {"ventral", Face::ventral},
                         {"lateral", Face::lateral},
                         {"medial", Face::medial},
                         {"top", Face::top}});
}

void read_skin_area(const CheckedObject& object, SkinArea& area) {
  area.path = value_of<bool>(object, "shape", {{"spot", false}, {"path", true}});
  area.anchors = read_formulas(object, "anchors");
  if (!area.path && area.anchors.size() != 1) {
    object.problem("anchors", fmt::format("a spot has one anchor, found {}", area.anchors.size()),
                   "keep one, or make the shape \"path\"");
  }
  if (area.path && area.anchors.size() < 2) {
    object.problem("anchors", fmt::format("a path runs through two or more anchors, found {}", area.anchors.size()),
                   "add one, or make the shape \"spot\"");
  }
  area.radius_mm = static_cast<float>(object.read("radius_mm", [](const JsonReader& field) {
    const double radius = field.number_in(0.0, max_radius);
    if (field.ok() && radius <= 0.0) field.fail("the radius is 0", "use millimetres above 0, up to 200");
    return radius;
  }));
  area.face = read_face(object);
}

std::vector<TriggerPoint> read_trigger_points(const CheckedObject& file, const MuscleFacts& muscle,
                                              const MuscleContext& context) {
  std::vector<TriggerPoint> points;
  for (const CheckedObject& object : file.objects("trigger_points", "id")) {
    object.only({"id", "number", "part", "name", "place", "palpation", "areas", "crosses_midline", "quality_of_pain",
                 "explanation", "causes", "notes", "confidence", "sources"});
    TriggerPoint point;
    point.id = object.text("id");
    point.muscle = muscle.id;
    point.part = object.optional_text("part");
    point.number = object.optional_text("number");
    point.name = object.text("name");
    check_id(object, point);
    check_part(object, point, muscle);
    read_place(object.object("place"), point);
    point.palpation = object.text("palpation");
    for (const CheckedObject& area : object.objects("areas", "region"))
      point.areas.push_back(read_area(area, context.regions));
    if (point.areas.empty()) object.problem("areas", "no referral area is given", "add at least one");
    point.crosses_midline = object.read("crosses_midline", [](const JsonReader& field) { return field.boolean(); });
    point.quality_of_pain = object.text("quality_of_pain");
    point.explanation = object.text("explanation");
    point.causes = object.texts("causes");
    point.notes = object.texts("notes");
    read_confidence(object.object("confidence"), point);
    point.sources = read_cited(object, context.sources);
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace dorsum::atlas
