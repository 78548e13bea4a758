#include "dorsum/atlas/content.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "common_files.h"
#include "practice_files.h"
#include "dorsum/core/spelling.h"

namespace dorsum::atlas {
namespace {

namespace fs = std::filesystem;

/// A content folder as read, good or not.
struct Reading {
  Content content;
  std::vector<Error> problems;
};

/// Where each trigger point stands, for messages that compare files.
struct Place {
  std::string file;
  std::size_t index = 0;
  [[nodiscard]] std::string field(const std::string& id, std::string_view name) const {
    return fmt::format("{}: trigger_points[{}] ({}).{}", file, index, id, name);
  }
};

template <class Read>
void read_file(const fs::path& file, std::vector<Error>& problems, Read how) {
  const Result<Json> document = load_json(file);
  if (!document) {
    problems.push_back(document.error());
    return;
  }
  how(CheckedObject(*document, file.string() + ": ", problems));
}

/// The JSON files of a folder that holds one for each `what`.
std::vector<fs::path> files_of(const fs::path& folder, std::string_view what, std::vector<Error>& problems) {
  std::vector<fs::path> files;
  std::error_code trouble;
  for (fs::directory_iterator entry(folder, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
    const std::string name = entry->path().filename().string();
    if (entry->path().extension() == ".json" && !name.starts_with(".")) files.push_back(entry->path());
  }
  if (trouble)
    problems.push_back(
        {Trouble::bad_input, folder.string(), "the folder can't be read: " + trouble.message(), "check the path"});
  if (!trouble && files.empty())
    problems.push_back(
        {Trouble::bad_input, folder.string(), fmt::format("the folder has no {} files", what), fmt::format("put one JSON file a {} there", what)});
  std::sort(files.begin(), files.end());
  return files;
}

/// `project_to` names a muscle of the folder, or one of its parts.
void check_target(const Content& content, const TriggerPoint& point, const Place& place, std::vector<Error>& problems) {
  if (point.project_to.empty()) return;
  const std::size_t slash = point.project_to.find('/');
  const std::string muscle = point.project_to.substr(0, slash);
  const std::string part = slash == std::string::npos ? std::string() : point.project_to.substr(slash + 1);
  std::vector<std::string> known;
  if (const MuscleFacts* facts = content.muscle(muscle)) {
    if (muscle != point.muscle) {
      problems.push_back({Trouble::bad_input, place.field(point.id, "place.project_to"),
                          fmt::format("the mark would be put on {}, not on its own muscle {}", muscle, point.muscle),
                          fmt::format("write {} or one of its parts", point.muscle)});
      return;
    }
    for (const MusclePart& each : facts->parts) known.push_back(each.id);
    if (slash == std::string::npos || std::find(known.begin(), known.end(), part) != known.end()) return;
    problems.push_back({Trouble::bad_input, place.field(point.id, "place.project_to"),
                        fmt::format("{} has no part \"{}\"", muscle, part.substr(0, 60)),
                        did_you_mean(part, known, "use one of that muscle's parts, or the muscle alone")});
    return;
  }
  for (const MuscleFacts& facts : content.muscles) known.push_back(facts.id);
  problems.push_back({Trouble::bad_input, place.field(point.id, "place.project_to"),
                      fmt::format("unknown muscle \"{}\"", muscle.substr(0, 60)),
                      did_you_mean(muscle, known, "name a muscle that has a file")});
}

void check_across_files(const Reading& reading, const std::vector<Place>& places, std::vector<Error>& problems) {
  std::map<std::string, std::string> seen;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const TriggerPoint& point = reading.content.trigger_points[i];
    check_target(reading.content, point, places[i], problems);
    const auto [first, fresh] = seen.emplace(point.id, places[i].file);
    if (!fresh && !point.id.empty()) {
      problems.push_back({Trouble::bad_input, places[i].field(point.id, "id"),
                          fmt::format("the id \"{}\" stands in {} too", point.id, first->second),
                          "give one of them another number"});
    }
  }
}

/// Display order: by layer, then the companions; by name within.
void sort_for_display(std::vector<MuscleFacts>& muscles) {
  std::sort(muscles.begin(), muscles.end(), [](const MuscleFacts& a, const MuscleFacts& b) {
    return std::tie(a.companion, a.layer, a.id) < std::tie(b.companion, b.layer, b.id);
  });
}

Reading read_muscle_files(const std::vector<fs::path>& files, Reading reading, const Sources& sources) {
  std::vector<Place> places;
  for (const fs::path& file : files) {
    read_file(file, reading.problems, [&](const CheckedObject& object) {
      MuscleFile muscle = read_muscle_file(object, {reading.content.regions, sources});
      if (!muscle.facts.id.empty() && muscle.facts.id != file.stem().string()) {
        object.problem("id", fmt::format("\"{}\" is not the file's name", muscle.facts.id), "name the file <id>.json");
      }
      reading.content.muscles.push_back(std::move(muscle.facts));
      for (std::size_t i = 0; i < muscle.trigger_points.size(); ++i) {
        places.push_back({file.string(), i});
        reading.content.trigger_points.push_back(std::move(muscle.trigger_points[i]));
      }
    });
  }
  check_across_files(reading, places, reading.problems);
  sort_for_display(reading.content.muscles);
  return reading;
}

/// In the order of a massage.
void sort_for_work(std::vector<Technique>& techniques) {
  const std::vector<std::string> order{"opening and closing", "warming", "deep", "specific"};
  const auto turn = [&](const Technique& technique) { return std::pair(std::find(order.begin(), order.end(), technique.group) - order.begin(), technique.id); };
  std::sort(techniques.begin(), techniques.end(), [&](const Technique& a, const Technique& b) { return turn(a) < turn(b); });
}

/// What files are named for: a damaged one's name is still known, so that its damage is told once.
std::set<std::string> stems_of(const std::vector<fs::path>& files) {
  std::set<std::string> stems;
  for (const fs::path& file : files) stems.insert(file.stem().string());
  return stems;
}

Reading read_practice(const fs::path& folder, Reading reading, const Sources& sources, std::set<std::string> muscles) {
  Content& content = reading.content;
  content.sources = sources;
  PracticeContext context{content.regions, sources, std::move(muscles), {}, {}};
  for (const MuscleFacts& facts : content.muscles) context.muscles.insert(facts.id);
  if (reading.problems.empty())
    for (const TriggerPoint& point : content.trigger_points) context.points.insert(point.id);
  read_file(folder / "where-not.json", reading.problems, [&](const CheckedObject& file) { content.where_not = read_where_not(file, context); });
  const std::vector<fs::path> files = files_of(folder / "techniques", "technique", reading.problems);
  context.techniques = stems_of(files);
  for (const fs::path& each : files) {
    read_file(each, reading.problems, [&](const CheckedObject& file) {
      Technique technique = read_technique(file, context, content.where_not);
      if (!technique.id.empty() && technique.id != each.stem().string())
        file.problem("id", fmt::format("\"{}\" is not the file's name", technique.id), "name the file <id>.json");
      content.techniques.push_back(std::move(technique));
    });
  }
  sort_for_work(content.techniques);
  read_file(folder / "massage.json", reading.problems,
            [&](const CheckedObject& file) { content.massage = read_massage(file, context, content.where_not); });
  read_file(folder / "self-care.json", reading.problems, [&](const CheckedObject& file) { content.self_care = read_self_care(file, context); });
  return reading;
}

Reading read_folder(const fs::path& folder) {
  Reading reading;
  std::error_code trouble;
  if (!fs::is_directory(folder, trouble)) {
    reading.problems.push_back({Trouble::bad_input, folder.string(), "there is no such folder",
                                "name a content folder, as assets/content is one (docs/content.md)"});
    return reading;
  }
  Sources sources;
  read_file(folder / "regions.json", reading.problems,
            [&](const CheckedObject& file) { reading.content.regions = read_regions(file); });
  read_file(folder / "sources.json", reading.problems,
            [&](const CheckedObject& file) { sources = read_sources(file); });
  read_file(folder / "safety.json", reading.problems,
            [&](const CheckedObject& file) { reading.content.safety = read_safety(file, reading.content.regions); });
  const std::vector<fs::path> files = files_of(folder / "muscles", "muscle", reading.problems);
  return read_practice(folder, read_muscle_files(files, std::move(reading), sources), sources, stems_of(files));
}

/// The content folder that a single file belongs to: it is checked together with its neighbours.
/// Empty when the file has no place in such a folder.
fs::path folder_of(const fs::path& file) {
  const fs::path parent = file.parent_path();
  if ((parent.filename() == "muscles" || parent.filename() == "techniques") && file.extension() == ".json") return parent.parent_path();
  const std::string name = file.filename().string();
  for (const std::string_view known : {"regions.json", "sources.json", "safety.json", "where-not.json", "massage.json", "self-care.json"})
    if (name == known) return parent;
  return {};
}

}  // namespace

const MuscleFacts* Content::muscle(std::string_view id) const {
  const auto found = std::find_if(muscles.begin(), muscles.end(), [&](const MuscleFacts& m) { return m.id == id; });
  return found == muscles.end() ? nullptr : &*found;
}

const Technique* Content::technique(std::string_view id) const {
  const auto found = std::find_if(techniques.begin(), techniques.end(), [&](const Technique& each) { return each.id == id; });
  return found == techniques.end() ? nullptr : &*found;
}

const TriggerPoint* Content::trigger_point(std::string_view id) const {
  const auto found =
      std::find_if(trigger_points.begin(), trigger_points.end(), [&](const TriggerPoint& p) { return p.id == id; });
  return found == trigger_points.end() ? nullptr : &*found;
}

Result<Content> load_content(const fs::path& folder) {
  Reading reading = read_folder(folder);
  if (!reading.problems.empty()) return Failure(reading.problems.front());
  return std::move(reading.content);
}

std::vector<Error> problems_of_content(const fs::path& path) {
  std::error_code trouble;
  if (!fs::is_regular_file(path, trouble)) return read_folder(path).problems;
  const fs::path file = fs::absolute(path).lexically_normal();
  const fs::path folder = folder_of(file);
  if (folder.empty() || !fs::exists(folder / "regions.json", trouble)) {
    return {{Trouble::bad_input, path.string(),
             "the file stands outside a content folder, where its regions and sources can't be checked",
             "put it into the folder muscles, beside regions.json, with the ending .json"}};
  }
  std::vector<Error> problems = read_folder(folder).problems;
  std::erase_if(problems, [&](const Error& problem) { return !problem.where.english().starts_with(file.string()); });
  return problems;
}

}  // namespace dorsum::atlas
