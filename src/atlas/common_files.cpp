#include "common_files.h"

#include <fmt/format.h>

#include "structure_json.h"

namespace dorsum::atlas {
namespace {

Sources read_source_list(const CheckedObject& list) {
  Sources sources;
  for (const std::string& key : list.keys()) {
    const CheckedObject object = list.object(key);
    object.only({"title", "url"});
    Source source{key, object.text("title"), object.optional_text("url")};
    if (!source.url.empty() && !source.url.starts_with("http://") && !source.url.starts_with("https://")) {
      object.problem("url", "this is no web address", "start it with http:// or https://, or leave it out");
    }
    sources.emplace(key, std::move(source));
  }
  return sources;
}

/// The keys cited in a line: "... (heart) [R5, R6]".
std::vector<std::string> cited_in(const std::string& line) {
  std::vector<std::string> keys;
  for (std::size_t open = line.find('['); open != std::string::npos; open = line.find('[', open + 1)) {
    const std::size_t close = line.find(']', open);
    if (close == std::string::npos) break;
    std::string key;
    for (const char c : line.substr(open + 1, close - open)) {
      if (c != ',' && c != ' ' && c != ']') {
        key += c;
      } else if (!key.empty()) {
        keys.push_back(std::exchange(key, {}));
      }
    }
  }
  return keys;
}

}  // namespace

Regions read_regions(const CheckedObject& file) {
  file.only({"regions"});
  const CheckedObject list = file.object("regions");
  Regions regions;
  for (const std::string& id : list.keys()) {
    if (!is_structure_id(id))
      list.problem(id.substr(0, 60), "this is no region id", "use kebab-case, like upper-buttock");
    regions.emplace(id, list.text(id));
  }
  return regions;
}

Sources read_sources(const CheckedObject& file) {
  file.only({"sources"});
  return read_source_list(file.object("sources"));
}

SafetyNote read_safety(const CheckedObject& file, const Regions& regions) {
  file.only({"short_form", "groups", "areas", "signs", "sources"});
  SafetyNote note;
  note.short_form = file.text("short_form");
  const Sources sources = read_source_list(file.object("sources"));
  for (const auto& [key, source] : sources) note.sources.push_back(source);
  for (const CheckedObject& object : file.objects("groups", "title")) {
    object.only({"title", "lines"});
    SafetyNote::Group group{object.text("title"), object.texts("lines")};
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
      for (const std::string& key : cited_in(group.lines[i])) {
        if (!sources.contains(key)) {
          object.problem(fmt::format("lines[{}]", i), fmt::format("unknown source \"{}\"", key),
                         "add it to the file's sources");
        }
      }
    }
    note.groups.push_back(std::move(group));
  }
  read_warning_signs(file, regions, sources, note);
  if (note.groups.empty()) file.problem("groups", "no group is given", "a safety note must say its warning signs");
  return note;
}

}  // namespace dorsum::atlas
