#include "checked_object.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/spelling.h"

namespace dorsum::atlas {
namespace {

const Json empty_object = Json::object();

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace

CheckedObject::CheckedObject(const Json& value, std::string where, std::vector<Error>& problems)
    : value_(&value), where_(std::move(where)), problems_(&problems) {
  if (value.is_object()) return;
  problem({}, "expected an object in { }", "see the format in docs/content.md");
  value_ = &empty_object;
  told_ = true;
}

std::string CheckedObject::place_of(std::string_view key) const {
  if (key.empty()) return where_;
  return where_.ends_with(": ") ? where_ + std::string(key) : where_ + "." + std::string(key);
}

void CheckedObject::keep(Error error) const {
  if (!told_ && !error.reason.empty()) problems_->push_back(std::move(error));
}

bool CheckedObject::has(std::string_view key) const {
  const auto found = value_->find(std::string(key));
  return found != value_->end() && !found->is_null();
}

std::vector<std::string> CheckedObject::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, unused] : value_->items()) names.push_back(key);
  return names;
}

void CheckedObject::problem(std::string_view key, Saying reason, Saying remedy) const {
  keep({Trouble::bad_input, place_of(key), std::move(reason), std::move(remedy)});
}

void CheckedObject::only(const std::vector<std::string>& allowed) const {
  for (const std::string& key : keys()) {
    if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    problem(key.substr(0, 60), "unknown field", did_you_mean(key, allowed, "take it out, or correct its spelling"));
  }
}

std::string CheckedObject::text(std::string_view key) const {
  std::string value = read(key, [](const JsonReader& field) { return field.text(); });
  if (value.empty() && has(key) && (*value_)[std::string(key)].is_string()) {
    problem(key, "the text is empty", "write it, it is shown to the reader");
  }
  return value;
}

std::string CheckedObject::optional_text(std::string_view key) const {
  return has(key) ? read(key, [](const JsonReader& field) { return field.text(); }) : std::string();
}

std::vector<std::string> CheckedObject::texts(std::string_view key) const {
  return read(key, [](const JsonReader& field) { return field.texts(); });
}

int CheckedObject::optional_number_of(std::string_view key) const {
  return has(key) ? read(key, [](const JsonReader& field) { return field.integer_in(1, 10'000'000); }) : 0;
}

std::string CheckedObject::word(std::string_view key, const std::vector<std::string>& allowed) const {
  std::string value = read(key, [](const JsonReader& field) { return field.text(); });
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
  if (has(key) && (*value_)[std::string(key)].is_string()) {
    problem(key, fmt::format("unknown word \"{}\"", value.substr(0, 60)),
            did_you_mean(value, allowed, "use one of: " + joined(allowed)));
  }
  return allowed.front();
}

CheckedObject CheckedObject::object(std::string_view key) const {
  if (has(key)) return {(*value_)[std::string(key)], place_of(key), *problems_};
  problem(key, "the field is missing", "add it");
  CheckedObject missing(empty_object, place_of(key), *problems_);
  missing.told_ = true;
  return missing;
}

std::vector<CheckedObject> CheckedObject::objects(std::string_view key, std::string_view label) const {
  std::vector<CheckedObject> found;
  if (read(key, [](const JsonReader& field) { return field.size(); }) == 0) return found;
  const Json& list = (*value_)[std::string(key)];
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string place = fmt::format("{}[{}]", place_of(key), i);
    if (list[i].is_object() && !label.empty()) {
      const auto named = list[i].find(std::string(label));
      if (named != list[i].end() && named->is_string())
        place += fmt::format(" ({})", named->get<std::string>().substr(0, 60));
    }
    found.emplace_back(list[i], std::move(place), *problems_);
  }
  return found;
}

}  // namespace dorsum::atlas
