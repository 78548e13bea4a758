#include "dorsum/core/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <system_error>

namespace dorsum {
namespace {

constexpr int max_depth = 64;
// A value takes up to a hundred bytes of memory, however short its text: 64 MiB of "[]," would take gigabytes.
constexpr std::size_t max_values = 2'000'000;

const Json null_value;

/// Walks over a text before it is parsed, keeping nothing but what it refuses it for. nlohmann-json's own parser lets a
/// doubled key win in silence and, given a callback to say so, takes time with the square of a list's length.
class Guard : public nlohmann::json_sax<Json> {
 public:
  struct Refusal {
    std::string reason, remedy;
  };
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }

  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool string(string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool start_object(std::size_t) override { return enter(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool key(string_t& name) override {
    return levels_.back().insert(name).second ||
           refuse(fmt::format("the field \"{}\" stands twice in one object", name), "keep one of them");
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }  // told by the parser

 private:
  bool refuse(std::string reason, std::string remedy = "this is no file of ours, or needs correcting") {
    refusal_ = {std::move(reason), std::move(remedy)};
    return false;
  }
  bool count() { return ++values_ <= max_values || refuse(fmt::format("more than {} values", max_values)); }
  bool enter() {
    levels_.emplace_back();
    if (levels_.size() > static_cast<std::size_t>(max_depth)) return refuse(fmt::format("nested deeper than {} levels", max_depth));
    return count();
  }
  bool leave() {
    levels_.pop_back();
    return true;
  }

  std::vector<std::set<std::string>> levels_;  ///< the keys so far of each object that is open; of lists none
  std::size_t values_ = 0;
  std::optional<Refusal> refusal_;
};

/// What a value looks like in a message: short, on one line.
std::string shown(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& name) {
  try {
    Guard guard;
    Json::sax_parse(text.begin(), text.end(), &guard);
    if (const auto& refusal = guard.refusal()) return bad_input(name, refusal->reason, refusal->remedy);
    return Json::parse(text.begin(), text.end());
  } catch (const Json::exception& problem) {
    return bad_input(name, fmt::format("not valid JSON: {}", problem.what()), "correct the file at that place");
  }
}

Result<Json> load_json(const std::filesystem::path& file) {
  std::error_code trouble;
  if (!std::filesystem::exists(file, trouble)) return bad_input(file.string(), "there is no such file", "check the path");
  if (!std::filesystem::is_regular_file(file, trouble)) return bad_input(file.string(), "this is not a file", "name a JSON file");
  const auto size = std::filesystem::file_size(file, trouble);
  if (trouble) return bad_input(file.string(), "its size can't be read: " + trouble.message(), "check the permissions");
  if (size > max_json_bytes) return bad_input(file.string(), fmt::format("{} bytes are more than any file of ours", size), "check that this is the right file");
  std::ifstream stream(file, std::ios::binary);
  std::string text(size, '\0');
  if (!stream || !stream.read(text.data(), static_cast<std::streamsize>(size))) {
    return bad_input(file.string(), "the file can't be read", "check the permissions");
  }
  return parse_json(text, file.string());
}

void JsonReader::fail(Saying reason, Saying remedy) const {
  if (!ok()) return;
  // At the top of a document the place is the file alone.
  const std::string place = where_.ends_with(": ") ? where_.substr(0, where_.size() - 2) : where_;
  *error_ = {Trouble::bad_input, place, std::move(reason), std::move(remedy)};
}

bool JsonReader::has(std::string_view key) const {
  if (!value_->is_object()) return false;
  const auto found = value_->find(std::string(key));
  return found != value_->end() && !found->is_null();
}

JsonReader JsonReader::field(std::string_view key) const {
  const std::string name(key);
  const std::string place = where_.ends_with(": ") ? where_ + name : where_ + "." + name;
  if (!value_->is_object()) {
    fail("expected an object, found " + shown(*value_), "see the format's description");
  } else if (const auto found = value_->find(name); found != value_->end()) {
    return {*found, place, *error_};
  } else {
    fail("the field \"" + name + "\" is missing", "add it");
  }
  return {null_value, place, *error_};
}

std::vector<std::string> JsonReader::keys() const {
  std::vector<std::string> names;
  if (!value_->is_object()) {
    fail("expected an object, found " + shown(*value_));
    return names;
  }
  for (const auto& [key, unused] : value_->items()) names.push_back(key);
  return names;
}

void JsonReader::only(std::initializer_list<std::string_view> allowed) const {
  for (const std::string& key : keys()) {
    if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
      fail("unknown field \"" + key + "\"", "take it out, or correct its spelling");
    }
  }
}

std::size_t JsonReader::size() const {
  if (!value_->is_array()) {
    fail("expected a list, found " + shown(*value_));
    return 0;
  }
  return value_->size();
}

JsonReader JsonReader::at(std::size_t index) const {
  const std::string place = fmt::format("{}[{}]", where_, index);
  if (!value_->is_array() || index >= value_->size()) {
    fail(fmt::format("expected a list with more than {} elements", index));
    return {null_value, place, *error_};
  }
  return {(*value_)[index], place, *error_};
}

std::string JsonReader::text() const {
  if (value_->is_string()) return value_->get<std::string>();
  fail("expected text, found " + shown(*value_));
  return {};
}

double JsonReader::number() const {
  if (value_->is_number()) {
    const double value = value_->get<double>();
    if (std::isfinite(value)) return value;
    fail("the number is not finite");
    return 0.0;
  }
  fail("expected a number, found " + shown(*value_));
  return 0.0;
}

double JsonReader::number_in(double low, double high) const {
  const double value = number();
  if (ok() && (value < low || value > high)) {
    fail(fmt::format("{} is out of range", value), fmt::format("use a number from {} to {}", low, high));
    return low;
  }
  return value;
}

int JsonReader::integer_in(int low, int high) const {
  const double value = number_in(low, high);
  if (ok() && value != std::floor(value)) fail(fmt::format("{} is not a whole number", value));
  return ok() ? static_cast<int>(value) : low;
}

bool JsonReader::boolean() const {
  if (value_->is_boolean()) return value_->get<bool>();
  fail("expected true or false, found " + shown(*value_));
  return false;
}

std::vector<double> JsonReader::numbers() const {
  std::vector<double> values;
  for (std::size_t i = 0; i < size(); ++i) values.push_back(at(i).number());
  return values;
}

std::vector<std::string> JsonReader::texts() const {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < size(); ++i) values.push_back(at(i).text());
  return values;
}

glm::vec3 JsonReader::vec3() const {
  const std::vector<double> values = numbers();
  if (ok() && values.size() != 3) fail(fmt::format("expected [x, y, z], found {} numbers", values.size()));
  return ok() ? glm::vec3(values[0], values[1], values[2]) : glm::vec3(0.0F);
}

glm::vec2 JsonReader::vec2() const {
  const std::vector<double> values = numbers();
  if (ok() && values.size() != 2) fail(fmt::format("expected [x, y], found {} numbers", values.size()));
  return ok() ? glm::vec2(values[0], values[1]) : glm::vec2(0.0F);
}

std::string JsonReader::text_or(std::string_view key, std::string fallback) const {
  return has(key) ? field(key).text() : std::move(fallback);
}

double JsonReader::number_or(std::string_view key, double fallback) const {
  return has(key) ? field(key).number() : fallback;
}

}  // namespace dorsum
