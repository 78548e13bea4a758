#include "obj_file.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>

namespace dorsum::imports {
namespace {

constexpr std::size_t header_bytes = 8192;
constexpr std::size_t max_line = 64U * 1024U;
constexpr auto fetch_again = "fetch the file again";

/// Takes the first line off the text, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Takes the first word off the line; empty at its end.
std::string_view take_word(std::string_view& line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  const std::size_t end = std::min(line.find_first_of(" \t", start), line.size());
  const std::string_view word = line.substr(start, end - start);
  line.remove_prefix(end);
  return word;
}

template <class T>
bool parse(std::string_view word, T& value) {
  const char* const end = word.data() + word.size();
  const auto [rest, problem] = std::from_chars(word.data(), end, value);
  return problem == std::errc() && rest == end;
}

struct Counts {
  long long positions = 0, coordinates = 0, normals = 0, faces = 0;
  int numbers_a_vertex = 0;  ///< of the first one
};

int words_in(std::string_view line) {
  int words = 0;
  while (!take_word(line).empty()) ++words;
  return words;
}

/// Counts, so that faces may be checked against all of the file.
Counts count(std::string_view text) {
  Counts counts;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    const std::string_view word = take_word(line);
    if (word == "v" && counts.positions++ == 0) counts.numbers_a_vertex = words_in(line);
    counts.coordinates += word == "vt" ? 1 : 0;
    counts.normals += word == "vn" ? 1 : 0;
    counts.faces += word == "f" ? 1 : 0;
  }
  return counts;
}

/// Empty, or what is wrong with one corner of a face: "7", "7/1/2" or "7//2", counted from 1 or backward from -1.
std::string problem_of_corner(std::string_view corner, const Counts& counts) {
  const std::array<long long, 3> limits{counts.positions, counts.coordinates, counts.normals};
  std::size_t field = 0;
  for (std::string_view rest = corner;; ++field) {
    const std::size_t slash = rest.find('/');
    const std::string_view number = rest.substr(0, slash);
    long long index = 0;
    if (field > 2 || (number.empty() ? field == 0 : !parse(number, index))) return fmt::format("\"{:.40}\" is no face index", corner);
    if (!number.empty() && (index == 0 || index > limits[field] || index < -limits[field])) {
      return fmt::format("face index {} is out of range: there are {} of its kind", index, limits[field]);
    }
    if (slash == std::string_view::npos) return {};
    rest.remove_prefix(slash + 1);
  }
}

std::string problem_of_line(std::string_view line, const Counts& counts) {
  const std::string_view kind = take_word(line);
  if (kind == "v" || kind == "vn") {
    int numbers = 0;
    for (std::string_view word = take_word(line); !word.empty(); word = take_word(line), ++numbers) {
      float value = 0.0F;
      if (!parse(word, value) || !std::isfinite(value)) return fmt::format("\"{:.40}\" is not a finite number", word);
    }
    if (numbers < 3) return "a vertex needs three numbers";
    // Assimp (5.2) reads a colour of every vertex where one has six numbers, whether it is there or not.
    if (kind == "v" && numbers != counts.numbers_a_vertex) {
      return fmt::format("a vertex of {} numbers among those of {}", numbers, counts.numbers_a_vertex);
    }
  } else if (kind == "f") {
    int corners = 0;
    for (std::string_view corner = take_word(line); !corner.empty(); corner = take_word(line), ++corners) {
      std::string problem = problem_of_corner(corner, counts);
      if (!problem.empty()) return problem;
    }
    if (corners < 3) return fmt::format("a face with {} corners", corners);
  }
  return {};
}

}  // namespace

Result<std::string> concept_of_obj(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string start(header_bytes, '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  if (stream.bad() || (stream.gcount() == 0 && !stream.eof())) return bad_input(file.string(), "the file can't be read", "check the permissions");
  start.resize(static_cast<std::size_t>(stream.gcount()));
  std::string_view text = start;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (!line.starts_with('#')) {
      if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
      break;  // the header is over
    }
    line.remove_prefix(1);
    if (take_word(line) == "Concept" && take_word(line) == "ID" && take_word(line) == ":") return std::string(take_word(line));
  }
  return std::string();
}

Result<void> check_obj(std::string_view text, const std::string& name) {
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    ++number;
    if (line.size() > max_line) {
      return bad_input(fmt::format("{}: line {}", name, number), fmt::format("the line has {} characters: this is no mesh of the archive", line.size()), fetch_again);
    }
  }
  const Counts counts = count(text);
  if (counts.positions == 0) return bad_input(name, "the file has no vertices", fetch_again);
  if (counts.faces == 0) return bad_input(name, "the file has no faces", fetch_again);
  number = 0;
  while (!text.empty()) {
    const std::string problem = problem_of_line(take_line(text), counts);
    ++number;
    if (!problem.empty()) return bad_input(fmt::format("{}: line {}", name, number), problem, fetch_again);
  }
  return {};
}

}  // namespace dorsum::imports
