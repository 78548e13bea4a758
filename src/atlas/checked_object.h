#pragma once
// Reads a JSON object field by field and keeps every problem, not only the first, so that a person who
// corrects a content file sees all there is to do at once (JsonReader alone keeps the first).

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dorsum/core/json_reader.h"

namespace dorsum::atlas {

class CheckedObject {
 public:
  /// `value` and `problems` must outlive this.
  CheckedObject(const Json& value, std::string where, std::vector<Error>& problems);

  /// Whether it is an object at all; when not, that is the one problem told and every field reads as empty.
  [[nodiscard]] bool is_object() const { return value_->is_object(); }
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Adds a problem at a field (or at the object, with an empty key).
  void problem(std::string_view key, Saying reason, Saying remedy) const;
  /// Names every field that is not in the list.
  void only(const std::vector<std::string>& allowed) const;

  /// A field by any of JsonReader's reads; a failure is kept and a default returned.
  template <class Read>
  auto read(std::string_view key, Read how) const {
    Error error;
    auto result = how(JsonReader(*value_, where_, error).field(key));
    keep(std::move(error));
    return result;
  }
  /// A text that must be there and say something.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::string optional_text(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  ///< a list that must be there, maybe empty
  [[nodiscard]] int optional_number_of(std::string_view key) const;  ///< a whole number from 1, or 0 when absent
  /// One of the words given; a wrong one is told with the nearest right one.
  [[nodiscard]] std::string word(std::string_view key, const std::vector<std::string>& allowed) const;

  /// The object in a field; an empty one, told, when the field is missing or something else.
  [[nodiscard]] CheckedObject object(std::string_view key) const;
  /// The objects of a list. `label` names the field that tells them apart for a person: `trigger_points[2] (x-3)`.
  [[nodiscard]] std::vector<CheckedObject> objects(std::string_view key, std::string_view label = {}) const;

 private:
  [[nodiscard]] std::string place_of(std::string_view key) const;
  void keep(Error error) const;

  bool told_ = false;  // that it is no object at all: its fields' problems would only repeat it
  const Json* value_;
  std::string where_;
  std::vector<Error>* problems_;
};

/// A field's word as the value that it stands for.
template <class Value>
[[nodiscard]] Value value_of(const CheckedObject& object, std::string_view key, const std::vector<std::pair<std::string, Value>>& words) {
  std::vector<std::string> allowed;
  for (const auto& [word, value] : words) allowed.push_back(word);
  const std::string written = object.word(key, allowed);
  return std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == written; })->second;
}

}  // namespace dorsum::atlas
