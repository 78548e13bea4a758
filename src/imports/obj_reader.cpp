#include "obj_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "licence.h"
#include "polygon.h"
#include "text.h"

namespace dorsum::imports {
namespace {

constexpr std::size_t header_bytes = 16384;
constexpr std::size_t max_line = 1024U * 1024U;  // a polygon of tens of thousands of corners; longer ones are no OBJ
constexpr std::size_t most_notes_of_a_kind = 3;
constexpr auto fetch_again = "fetch or export the file again";
constexpr std::string_view blanks = " \t\v\f";

/// The lines of a text, whatever ends them; a backslash at a line's end joins the next one to it, except in a comment.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  /// The next line without its end; false at the text's end. Good until the next call.
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    line = take();
    first_ = number_;
    if (!wraps(line)) return true;
    joined_.clear();
    while (wraps(line)) {
      const std::size_t end = line.find_last_not_of(blanks);
      joined_ += line.substr(0, end);  // without the backslash
      joined_ += ' ';
      if (rest_.empty()) break;
      line = take();
      if (joined_.size() > max_line) break;
    }
    if (!ends_in_backslash(line)) joined_ += line;
    line = joined_;
    return true;
  }
  [[nodiscard]] std::size_t number() const { return first_; }  ///< where the line begins, from 1

 private:
  std::string_view take() {
    const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    const bool both = rest_.substr(end, 2) == "\r\n";
    rest_.remove_prefix(std::min(rest_.size(), end + (both ? 2 : 1)));
    ++number_;
    return line;
  }
  static bool ends_in_backslash(std::string_view line) {
    const std::size_t end = line.find_last_not_of(blanks);
    return end != std::string_view::npos && line[end] == '\\';
  }
  static bool wraps(std::string_view line) {
    const std::size_t start = line.find_first_not_of(blanks);
    return start != std::string_view::npos && line[start] != '#' && ends_in_backslash(line);
  }

  std::string_view rest_;
  std::string joined_;
  std::size_t number_ = 0, first_ = 0;
};

std::string_view take_word(std::string_view& line) {
  const std::size_t start = line.find_first_not_of(blanks);
  if (start == std::string_view::npos) {
    line = {};
    return {};
  }
  const std::size_t end = std::min(line.find_first_of(blanks, start), line.size());
  const std::string_view word = line.substr(start, end - start);
  line.remove_prefix(end);
  return word;
}

/// Numbers may be written with a plus; from_chars knows none.
template <class T>
bool parse(std::string_view word, T& value) {
  if (word.size() > 1 && word.front() == '+' && word[1] != '-') word.remove_prefix(1);
  const char* const end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, value);
  return problem == std::errc() && rest == end;
}

bool number_of(std::string_view word, float& value) {
  if (!parse(word, value)) {
    // A number too small for a float is zero, which from_chars calls out of range.
    double wide = 0.0;
    if (!parse(word, wide)) return false;
    value = static_cast<float>(wide);
  }
  return std::isfinite(value);
}

class ObjReader {
 public:
  ObjReader(std::string_view text, const std::string& name) : lines_(text), name_(name) { findings_.nodes.emplace_back(); }

  Result<Findings> run() {
    std::string_view line;
    while (problem_.empty() && lines_.next(line)) {
      if (line.size() > max_line) problem_ = fmt::format("the line has {} characters: this is no mesh", line.size());
      if (problem_.empty()) read(line);
    }
    if (!problem_.empty()) return bad_input(fmt::format("{}: line {}", name_, lines_.number()), problem_, fetch_again);
    if (places_.empty()) return bad_input(name_, "the file has no vertices", fetch_again);
    if (faces_ == 0) return bad_input(name_, "the file has no faces", lines_seen_ + points_ > 0 ? "it holds only lines and points: export surfaces" : fetch_again);
    finish();
    return std::move(findings_);
  }

 private:
  void read(std::string_view line) {
    const std::size_t start = line.find_first_not_of(blanks);
    if (start == std::string_view::npos) return;
    if (line[start] == '#') {
      if (in_header_) comments_ += std::string(line.substr(0, 1024)) + "\n";
      if (comments_.size() > header_bytes) in_header_ = false;
      return;
    }
    const std::string_view kind = take_word(line);
    if (kind == "v") {
      in_header_ = false;
      read_place(line);
    } else if (kind == "f" || kind == "fo") {
      read_face(line);
    } else if (kind == "o") {
      open_object(to_utf8(line));
    } else if (kind == "g") {
      open_group(line);
    } else if (kind == "l") {
      ++lines_seen_;
    } else if (kind == "p") {
      ++points_;
    } else if (kind == "vn") {
      ++normals_;
    } else if (kind == "vt") {
      ++coordinates_;
    } else if (kind == "curv" || kind == "surf") {
      ++curved_;
    }
  }

  /// x y z, x y z w, or x y z and a colour.
  void read_place(std::string_view line) {
    std::array<float, 4> value{0.0F, 0.0F, 0.0F, 1.0F};
    std::size_t count = 0;
    for (std::string_view word = take_word(line); !word.empty(); word = take_word(line), ++count) {
      if (word.front() == '#') break;
      float number = 0.0F;
      const bool good = number_of(word, number);
      if (count < 3 && !good) {
        problem_ = fmt::format("\"{:.40}\" is not a finite number", word);
        return;
      }
      if (count < 4 && good) value[count] = number;
      if (count == 3 && !good) value[3] = 0.0F;
    }
    if (count < 3) {
      problem_ = "a vertex needs three numbers";
      return;
    }
    glm::vec3 place(value[0], value[1], value[2]);
    if (count == 4 && value[3] != 1.0F) {
      place /= value[3];
      if (!geometry::is_finite(place)) {
        problem_ = "its fourth number, by which the others are divided, is zero or no number";
        return;
      }
    }
    places_.push_back(place);
  }

  void read_face(std::string_view line) {
    corners_.clear();
    for (std::string_view word = take_word(line); !word.empty(); word = take_word(line)) {
      if (word.front() == '#') break;
      long long index = 0;
      const std::string_view place = word.substr(0, word.find('/'));
      if (!parse(place, index) || !rest_is_good(word)) {
        problem_ = fmt::format("\"{:.40}\" is no face index", word);
        return;
      }
      // Backward numbers count from where the face stands; forward ones may name places that come later.
      const long long absolute = index > 0 ? index : static_cast<long long>(places_.size()) + index + 1;
      if (index == 0 || absolute < 1 || absolute > 0xFFFFFFFELL) {
        problem_ = fmt::format("face index {} is out of range: there are {} of its kind", index, places_.size());
        return;
      }
      if (absolute > furthest_) {
        furthest_ = absolute;
        furthest_line_ = lines_.number();
      }
      corners_.push_back(static_cast<std::uint32_t>(absolute - 1));
    }
    ++faces_;
    if (corners_.size() < 3) {
      note(small_faces_, fmt::format("line {}: a face with {} corners is passed over", lines_.number(), corners_.size()));
      return;
    }
    // Forward numbers can be cut only once their places are known.
    if (corners_.size() == 3) {
      parts_[here()].push_back({corners_[0], corners_[1], corners_[2]});
    } else if (std::all_of(corners_.begin(), corners_.end(), [&](std::uint32_t c) { return c < places_.size(); })) {
      add_polygon(parts_[here()], places_, corners_);
    } else {
      later_.emplace_back(here(), corners_);
    }
    if (triangles_++ > most_triangles) problem_ = fmt::format("more than {} faces are not read", most_triangles);
  }

  /// What follows the first slash: numbers or nothing, at most two of them. They are not needed: one that is out of range
  /// costs nothing, and is told.
  bool rest_is_good(std::string_view word) {
    std::size_t field = 0;
    for (std::size_t slash = word.find('/'); slash != std::string_view::npos; ++field) {
      word.remove_prefix(slash + 1);
      slash = word.find('/');
      const std::string_view number = word.substr(0, slash);
      if (number.empty()) continue;
      long long index = 0;
      if (field > 1 || !parse(number, index)) return false;
      const long long limit = field == 0 ? coordinates_ : normals_;
      if (index == 0 || index < -limit) note(strange_, fmt::format("line {}: {} {} is not there; it is not needed", lines_.number(), field == 0 ? "texture coordinate" : "normal", index));
      if (index > 0) (field == 0 ? furthest_coordinate_ : furthest_normal_).raise(index, lines_.number());
    }
    return field <= 2;
  }

  /// The node where we are; it is made when the first face comes.
  std::uint32_t here() {
    if (current_ == none) {
      auto& node = group_.empty() ? object_ : groups_[{object_, group_}];
      if (node == 0 && !group_.empty()) {
        node = add_node(group_, object_);
        std::string_view words = group_;
        for (std::string_view word = take_word(words); !word.empty(); word = take_word(words)) {
          if (word != group_) findings_.nodes[node].groups.emplace_back(word);
        }
      }
      current_ = node;
    }
    return current_;
  }

  std::uint32_t add_node(const std::string& name, std::uint32_t parent) {
    if (findings_.nodes.size() >= most_nodes) {
      problem_ = fmt::format("more than {} objects and groups are not read", most_nodes);
      return parent;
    }
    FoundNode node;
    node.name = name;
    node.parent = parent;
    add_ids(node.ids, name);
    findings_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(findings_.nodes.size() - 1);
  }

  void open_object(const std::string& name) {
    object_ = add_node(name, 0);
    group_.clear();
    current_ = none;
  }

  void open_group(std::string_view line) {
    group_ = to_utf8(line);
    if (group_ == "default") group_.clear();  // what writers call the group of everything
    current_ = none;
  }

  void note(std::size_t& count, std::string text) {
    if (count++ < most_notes_of_a_kind) findings_.notes.push_back(std::move(text));
  }

  /// The highest number of a kind that is asked for but needs not be there.
  struct Furthest {
    long long index = 0;
    std::size_t line = 0;
    void raise(long long to, std::size_t at) {
      if (to > index) *this = {to, at};
    }
  };

  void tell_missing(const Furthest& furthest, long long there, const char* what) {
    if (furthest.index > there) findings_.notes.push_back(fmt::format("line {}: {} {} is not there; it is not needed", furthest.line, what, furthest.index));
  }

  void finish() {
    if (furthest_ > static_cast<long long>(places_.size())) return;
    for (const auto& [node, corners] : later_) add_polygon(parts_[node], places_, corners);
    tell_missing(furthest_coordinate_, coordinates_, "texture coordinate");
    tell_missing(furthest_normal_, normals_, "normal");
    if (small_faces_ > most_notes_of_a_kind) findings_.notes.push_back(fmt::format("{} faces of fewer than three corners in all", small_faces_));
    if (lines_seen_ + points_ > 0) findings_.notes.push_back(fmt::format("{} lines and {} points are passed over", lines_seen_, points_));
    if (curved_ > 0) findings_.notes.push_back(fmt::format("{} curved surfaces are passed over: export them as polygons", curved_));
    findings_.stated = stated_in(comments_);
    add_ids(findings_.nodes.front().ids, comments_);
    // Each node's own places, in the file's order.
    std::vector<std::uint32_t> new_number(places_.size());
    std::vector<std::uint32_t> seen_by(places_.size(), 0xFFFFFFFFU);
    for (auto& [node, triangles] : parts_) {
      geometry::TriangleMesh& mesh = findings_.nodes[node].mesh;
      std::vector<std::uint32_t> used;
      for (const geometry::Triangle& triangle : triangles) {
        for (const std::uint32_t corner : triangle) {
          if (seen_by[corner] == node) continue;
          seen_by[corner] = node;
          used.push_back(corner);
        }
      }
      std::sort(used.begin(), used.end());
      for (std::size_t i = 0; i < used.size(); ++i) {
        new_number[used[i]] = static_cast<std::uint32_t>(i);
        mesh.positions.push_back(places_[used[i]]);
      }
      for (geometry::Triangle& triangle : triangles) {
        for (std::uint32_t& corner : triangle) corner = new_number[corner];
      }
      mesh.triangles = std::move(triangles);
    }
  }

 public:
  /// Empty, or what is wrong with the faces once the whole file is known.
  [[nodiscard]] std::optional<Error> unmet() const {
    if (furthest_ <= static_cast<long long>(places_.size())) return std::nullopt;
    return Error{Trouble::bad_input, fmt::format("{}: line {}", name_, furthest_line_),
                 fmt::format("face index {} is out of range: there are {} of its kind", furthest_, places_.size()), fetch_again};
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  Lines lines_;
  std::string name_;
  std::string problem_;
  Findings findings_;
  std::vector<glm::vec3> places_;
  std::map<std::uint32_t, std::vector<geometry::Triangle>> parts_;  ///< by node
  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> later_;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> groups_;
  std::vector<std::uint32_t> corners_;
  std::string comments_, group_;
  std::uint32_t object_ = 0, current_ = none;
  bool in_header_ = true;
  long long furthest_ = 0;
  std::size_t furthest_line_ = 0;
  Furthest furthest_coordinate_, furthest_normal_;
  long long normals_ = 0, coordinates_ = 0;
  std::size_t faces_ = 0, triangles_ = 0, lines_seen_ = 0, points_ = 0, curved_ = 0, small_faces_ = 0, strange_ = 0;
};

}  // namespace

Result<Findings> read_obj(std::string_view text, const std::string& name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return bad_input(name, "the text is UTF-16", "save it as UTF-8 or plain text");
  ObjReader reader(text, name);
  auto findings = reader.run();
  if (!findings) return findings;
  if (const auto unmet = reader.unmet()) return Failure(*unmet);
  return findings;
}

ObjHeader header_of_obj(std::string_view start) {
  ObjHeader header;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  Lines lines(start.substr(0, header_bytes));
  std::string_view line;
  while (lines.next(line)) {
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) continue;
    if (line[first] != '#') break;  // the header is over
    line.remove_prefix(first + 1);
    if (header.licence.empty()) header.licence = licence_stated_in(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = to_utf8(line.substr(0, colon)), value = to_utf8(line.substr(colon + 1));
    if (key == "Concept ID") {
      std::vector<std::string> ids;
      add_ids(ids, value);
      if (!ids.empty()) header.concept_id = ids.front();
    } else if (key == "Representation ID") {
      header.representation = value;
    } else if (key.find("logic") != std::string::npos || key.find("Tree") != std::string::npos) {
      header.part_of = value.find("part") != std::string::npos || value.find("PART") != std::string::npos;
    } else if (key.starts_with("Bounds")) {
      // "(-12.3,45.6,78.9)-(1.2,3.4,5.6)"
      std::array<float, 6> numbers{};
      std::size_t count = 0, at = 0;
      while (count < numbers.size() && at < value.size()) {
        const char* const begin = value.data() + at;
        const auto [rest, problem] = std::from_chars(begin, value.data() + value.size(), numbers[count]);
        const bool dash = at > 0 && value[at] == '-' && value[at - 1] == ')';
        if (problem == std::errc() && !dash) {
          ++count;
          at = static_cast<std::size_t>(rest - value.data());
        } else {
          ++at;
        }
      }
      header.has_bounds = count == numbers.size();
      header.low = {numbers[0], numbers[1], numbers[2]};
      header.high = {numbers[3], numbers[4], numbers[5]};
    }
  }
  return header;
}

}  // namespace dorsum::imports
