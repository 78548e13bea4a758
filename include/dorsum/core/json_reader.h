#pragma once
// Reading JSON from outside with messages a person can act on: every failure names the file, the path of
// the field in it, what was expected and what was found. nlohmann-json parses; this checks.

#include <cstddef>
#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum {

using Json = nlohmann::json;

/// Files larger than this are refused unread: no pack, recipe or content file of ours comes near it.
inline constexpr std::size_t max_json_bytes = 64U * 1024U * 1024U;

/// Reads and parses a file. Refuses what is missing, unreadable, too large, nested deeper than 64, not
/// UTF-8, or has the same key twice in one object.
[[nodiscard]] Result<Json> load_json(const std::filesystem::path& file);

/// As load_json, of text already read; `name` stands for the file in messages.
[[nodiscard]] Result<Json> parse_json(std::string_view text, const std::string& name);

/// One value in a document together with where it stands, for messages.
/// Reading is sticky: the first failure is kept in the document's error slot and later reads return
/// defaults, so that a parser reads straight down and checks once at the end (the pattern of box2d's
/// snapshot reader, anchors.md).
class JsonReader {
 public:
  /// `error` must outlive the reader and every reader made from it.
  JsonReader(const Json& value, std::string where, Error& error) : value_(&value), where_(std::move(where)), error_(&error) {}

  [[nodiscard]] bool ok() const { return error_->reason.empty(); }
  [[nodiscard]] const std::string& where() const { return where_; }
  [[nodiscard]] const Json& raw() const { return *value_; }
  /// Records a failure at this value, unless one is recorded already.
  void fail(Saying reason, Saying remedy = {}) const;

  // An object's fields. A missing required field is a failure.
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] JsonReader field(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Fails, naming it, when the object has a field that is not in the list.
  void only(std::initializer_list<std::string_view> allowed) const;

  // An array's elements.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] JsonReader at(std::size_t index) const;

  // The value itself; a wrong type is a failure, numbers must be finite.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] double number_in(double low, double high) const;
  [[nodiscard]] int integer_in(int low, int high) const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] glm::vec3 vec3() const;  ///< [x, y, z]
  [[nodiscard]] glm::vec2 vec2() const;  ///< [x, y]
  [[nodiscard]] std::vector<double> numbers() const;
  [[nodiscard]] std::vector<std::string> texts() const;

  // An optional field's value, or the default where it is absent or null.
  [[nodiscard]] std::string text_or(std::string_view key, std::string fallback) const;
  [[nodiscard]] double number_or(std::string_view key, double fallback) const;

 private:
  const Json* value_;
  std::string where_;
  Error* error_;
};

}  // namespace dorsum
