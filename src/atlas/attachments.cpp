#include "dorsum/atlas/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dorsum/atlas/landmarks.h"
#include "structure_json.h"

namespace dorsum::atlas {
namespace {

constexpr double farthest_mm = 400.0;  // no end of a muscle is larger

/// C1 to C7, T1 to T12, L1 to L5, as they follow each other.
const std::vector<std::string>& vertebra_levels() {
  static const std::vector<std::string> levels = [] {
    std::vector<std::string> all;
    for (const auto& [region, count] : {std::pair{'C', 7}, std::pair{'T', 12}, std::pair{'L', 5}}) {
      for (int n = 1; n <= count; ++n) all.push_back(fmt::format("{}{}", region, n));
    }
    return all;
  }();
  return levels;
}

std::vector<std::string> rib_numbers() {
  std::vector<std::string> numbers;
  for (int n = 1; n <= 12; ++n) numbers.push_back(std::to_string(n));
  return numbers;
}

/// One id, or the ids of a run like `rib-9..12`; none when it is no such run.
std::vector<std::string> bones_of(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return is_structure_id(text) ? std::vector{text} : std::vector<std::string>{};
  const std::size_t dash = text.find('-');
  if (dash > dots) return {};
  const std::string family = text.substr(0, dash);
  const std::vector<std::string> row = family == "rib" ? rib_numbers() : vertebra_levels();
  const auto first = std::find(row.begin(), row.end(), text.substr(dash + 1, dots - dash - 1));
  const auto last = std::find(row.begin(), row.end(), text.substr(dots + 2));
  if ((family != "rib" && family != "vertebra") || first == row.end() || last == row.end() || last < first) return {};
  std::vector<std::string> ids;
  for (auto number = first; number <= last; ++number) ids.push_back(family + "-" + *number);
  return ids;
}

std::vector<std::string> read_bones(const JsonReader& list) {
  std::vector<std::string> bones;
  const std::vector<std::string> texts = list.texts();
  for (std::size_t i = 0; i < texts.size() && list.ok(); ++i) {
    const std::vector<std::string> ids = bones_of(texts[i]);
    if (ids.empty() || side_of(texts[i]) != Side::midline) {
      list.at(i).fail(fmt::format("\"{}\" names no bones", texts[i].substr(0, 60)),
                      "write a structure's id without its side, or a run like rib-9..12 or vertebra-C7..T3");
    }
    bones.insert(bones.end(), ids.begin(), ids.end());
  }
  if (list.ok() && bones.empty()) list.fail("no bone is named", "name at least one");
  return bones;
}

AttachmentBones read_entry(const JsonReader& entry, MuscleEnd end) {
  entry.only({"bones", "near", "within_mm", "beyond_mm", "facing"});
  AttachmentBones attachment;
  attachment.end = end;
  attachment.bones = read_bones(entry.field("bones"));
  if (entry.has("facing")) {
    const std::string facing = entry.field("facing").text();
    if (facing != "up" && facing != "down") entry.field("facing").fail(fmt::format("\"{}\"", facing.substr(0, 60)), "say up or down");
    attachment.facing = facing == "up" ? 1 : -1;
  }
  if (entry.has("near")) {
    const JsonReader near = entry.field("near");
    attachment.near = near.texts();
    for (std::size_t i = 0; i < attachment.near.size() && entry.ok(); ++i) {
      for (const std::string& bone : attachment.bones) {
        const auto good = check_formula(formula_for_bone(attachment.near[i], bone));
        if (!good) near.at(i).fail(fmt::format("{}: {}", good.error().where, good.error().reason), good.error().remedy);
        if (!entry.ok()) break;
      }
    }
    const auto millimetres = [&](const char* key) { return static_cast<float>(entry.field(key).number_in(0.0, farthest_mm)); };
    if (entry.has("within_mm")) attachment.within_mm = millimetres("within_mm");
    if (entry.has("beyond_mm")) attachment.beyond_mm = millimetres("beyond_mm");
    if (entry.ok() && !entry.has("within_mm") && !entry.has("beyond_mm")) near.fail("near what distance?", "add within_mm or beyond_mm");
  }
  return attachment;
}

MuscleAttachments read_muscle(const JsonReader& object) {
  object.only({"origin", "insertion", "tendon_mm", "column"});
  MuscleAttachments muscle;
  for (const MuscleEnd end : {MuscleEnd::origin, MuscleEnd::insertion}) {
    const JsonReader list = object.field(name_of(end));
    for (std::size_t i = 0; i < list.size() && list.ok(); ++i) muscle.bones.push_back(read_entry(list.at(i), end));
  }
  if (object.has("tendon_mm")) {
    const JsonReader tendon = object.field("tendon_mm");
    tendon.only({"origin", "insertion"});
    const auto millimetres = [&](const char* key) {
      return tendon.has(key) ? static_cast<float>(tendon.field(key).number_in(0.0, farthest_mm)) : 0.0F;
    };
    muscle.tendon_at_origin_mm = millimetres("origin");
    muscle.tendon_at_insertion_mm = millimetres("insertion");
  }
  if (object.has("column")) muscle.column = object.field("column").boolean();
  return muscle;
}

}  // namespace

std::string_view name_of(MuscleEnd end) { return end == MuscleEnd::origin ? "origin" : "insertion"; }

std::optional<MuscleEnd> muscle_end_named(std::string_view name) {
  for (const MuscleEnd end : {MuscleEnd::origin, MuscleEnd::insertion}) {
    if (name_of(end) == name) return end;
  }
  return std::nullopt;
}

std::string formula_for_bone(std::string_view formula, std::string_view bone) {
  const std::string_view number = bone.substr(bone.rfind('-') + 1);
  std::string result;
  for (const char c : formula) {
    if (c == '*') {
      result += number;
    } else {
      result += c;
    }
  }
  return result;
}

Result<AttachmentFacts> parse_attachment_facts(const Json& document, const std::string& name) {
  Error error;
  const JsonReader file(document, name + ": ", error);
  file.only({"attachments"});
  AttachmentFacts facts;
  const JsonReader muscles = file.field("attachments");
  for (const std::string& id : muscles.keys()) {
    if (!file.ok()) break;
    if (!is_structure_id(id) || side_of(id) != Side::midline) {
      muscles.field(id).fail("this is no structure's id without its side", "write it like teres-major");
    }
    facts[id] = read_muscle(muscles.field(id));
  }
  if (!file.ok()) return Failure(error);
  return facts;
}

Result<AttachmentFacts> load_attachment_facts(const std::filesystem::path& file) {
  const Result<Json> document = load_json(file);
  if (!document) return Failure(document.error());
  return parse_attachment_facts(*document, file.string());
}

}  // namespace dorsum::atlas
