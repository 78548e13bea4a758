#include "muscle_file.h"

#include <fmt/format.h>

#include <set>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/spelling.h"
#include "structure_json.h"

namespace dorsum::atlas {
namespace {

void read_layer(const CheckedObject& file, MuscleFacts& facts) {
  const auto how = [](const JsonReader& field) {
    if (field.raw().is_string() && field.raw() == "companion") return 0;
    if (field.raw().is_string()) {
      field.fail("expected 1, 2, 3, 4 or \"companion\"", "companion: shown for company, not one of the four layers");
      return 0;
    }
    return field.integer_in(1, 4);
  };
  facts.layer = file.read("layer", how);
  facts.companion = facts.layer == 0;
}

std::vector<MusclePart> read_parts(const CheckedObject& file) {
  std::vector<MusclePart> parts;
  if (!file.has("parts")) return parts;
  std::set<std::string> seen;
  for (const CheckedObject& object : file.objects("parts", "id")) {
    object.only({"id", "name", "latin", "ta2", "fma", "origin", "insertion", "actions", "fibre_direction", "fibre_direction_latin"});
    MusclePart part;
    part.id = object.text("id");
    part.ta2 = object.optional_number_of("ta2");
    part.fma = object.optional_number_of("fma");
    part.name = object.text("name");
    part.latin = object.text("latin");
    part.origin = object.text("origin");
    part.insertion = object.text("insertion");
    part.fibre_direction = object.text("fibre_direction");
    part.fibre_direction_latin = object.optional_text("fibre_direction_latin");
    part.actions = object.texts("actions");
    if (!part.id.empty() && !seen.insert(part.id).second) {
      object.problem("id", fmt::format("the part \"{}\" stands twice", part.id), "keep one of them");
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

std::optional<double> read_figure(const CheckedObject& object, std::string_view key) {
  if (!object.has(key)) return std::nullopt;
  return object.read(key, [](const JsonReader& field) { return field.number_in(0.0, 10'000.0); });
}

void read_dimensions(const CheckedObject& file, const Sources& sources, MuscleFacts& facts) {
  if (!file.has("dimensions")) return;
  const CheckedObject object = file.object("dimensions");
  object.only({"figures", "note", "sources"});
  facts.dimensions_note = object.text("note");
  (void)read_cited(object, sources);
  for (const CheckedObject& figure : object.objects("figures", "measure")) {
    figure.only({"measure", "unit", "min", "max", "typical"});
    Dimension dimension;
    dimension.measure = figure.word("measure", {"thickness", "length", "width", "volume"});
    dimension.unit = figure.word("unit", {"mm", "ml"});
    dimension.min = read_figure(figure, "min");
    dimension.max = read_figure(figure, "max");
    dimension.typical = read_figure(figure, "typical");
    if (!dimension.min && !dimension.max && !dimension.typical) {
      figure.problem({}, "no number is given", "give min, max or typical");
    }
    facts.dimensions.push_back(std::move(dimension));
  }
}

}  // namespace

std::vector<Source> read_cited(const CheckedObject& object, const Sources& known) {
  std::vector<Source> cited;
  std::vector<std::string> keys;
  for (const auto& [key, source] : known) keys.push_back(key);
  for (const std::string& key : object.texts("sources")) {
    if (const auto found = known.find(key); found != known.end()) {
      cited.push_back(found->second);
    } else if (!known.empty()) {  // an unreadable sources.json is told once, not at every citation
      object.problem("sources", fmt::format("unknown source \"{}\"", key.substr(0, 60)),
                     did_you_mean(key, keys, "add it to sources.json"));
    }
  }
  return cited;
}

std::vector<std::string> read_formulas(const CheckedObject& object, std::string_view key) {
  std::vector<std::string> formulas = object.texts(key);
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    if (const Result<void> checked = check_formula(formulas[i]); !checked) {
      object.problem(fmt::format("{}[{}]", key, i), fmt::format("{}: {}", checked.error().where, checked.error().reason),
                     checked.error().remedy);
    }
  }
  return formulas;
}

MuscleFile read_muscle_file(const CheckedObject& file, const MuscleContext& context) {
  file.only({"id",
             "name",
             "latin",
             "ta2",
             "fma",
             "layer",
             "group",
             "summary",
             "origin",
             "insertion",
             "actions",
             "nerve",
             "blood_supply",
             "fibre_direction",
             "fibre_direction_latin",
             "palpation",
             "parts",
             "dimensions",
             "origin_formulas",
             "insertion_formulas",
             "disagreements",
             "sources",
             "points_elsewhere",
             "trigger_points"});
  MuscleFile muscle;
  MuscleFacts& facts = muscle.facts;
  facts.id = file.text("id");
  if (!facts.id.empty() && (!is_structure_id(facts.id) || side_of(facts.id) != Side::midline)) {
    file.problem("id", "this is no muscle id", "use kebab-case without a side, like teres-major");
  }
  facts.name = file.text("name");
  facts.latin = file.text("latin");
  facts.ta2 = file.optional_number_of("ta2");
  facts.fma = file.optional_number_of("fma");
  read_layer(file, facts);
  facts.group = file.optional_text("group");
  facts.summary = file.text("summary");
  facts.origin = file.text("origin");
  facts.insertion = file.text("insertion");
  facts.actions = file.texts("actions");
  facts.nerve = file.optional_text("nerve");  // a fascia or a ligament has none of its own
  facts.blood_supply = file.optional_text("blood_supply");
  facts.fibre_direction = file.text("fibre_direction");
  facts.fibre_direction_latin = file.optional_text("fibre_direction_latin");
  facts.palpation = file.text("palpation");
  facts.parts = read_parts(file);
  read_dimensions(file, context.sources, facts);
  facts.origin_formulas = read_formulas(file, "origin_formulas");
  facts.insertion_formulas = read_formulas(file, "insertion_formulas");
  facts.disagreements = file.texts("disagreements");
  facts.sources = read_cited(file, context.sources);
  facts.points_elsewhere = file.optional_text("points_elsewhere");
  muscle.trigger_points = read_trigger_points(file, facts, context);
  if (!facts.points_elsewhere.empty() && !muscle.trigger_points.empty())
    file.problem("points_elsewhere", "this muscle has trigger points of its own", "leave it out");
  return muscle;
}

}  // namespace dorsum::atlas
