#include "suggest.h"

#include <algorithm>
#include <iterator>

#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"

namespace dorsum::imports {
namespace {

/// Letters and digits alone, small: "Scapula_R (1)" as "scapular1".
std::string bare(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) made += c;
    if (c >= 'A' && c <= 'Z') made += static_cast<char>(c - 'A' + 'a');
  }
  return made;
}

/// What of a name is left without its side, bare.
std::string bare_without_side(const std::string& name) {
  std::string without;
  for (std::size_t i = 0; i < name.size();) {
    const auto at = [&](std::string_view word) { return bare(name.substr(i, word.size())) == bare(word) && name.size() - i >= word.size(); };
    if (at("right")) {
      i += 5;
    } else if (at("left")) {
      i += 4;
    } else {
      without += name[i++];
    }
  }
  for (const std::string_view end : {".r", ".l", "_r", "_l", "-r", "-l", " r", " l", ".R", ".L", "_R", "_L", "-R", "-L", " R", " L"}) {
    if (without.ends_with(end)) {
      without.resize(without.size() - 2);
      break;
    }
  }
  return bare(without);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

}  // namespace

Side side_in(std::string_view name) {
  std::string text;
  for (const char c : name) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
  const auto ends = [&](std::string_view word) { return text.ends_with(word); };
  if (has("right") || ends(".r") || ends("_r") || ends("-r") || ends(" r") || has(".r.") || has("_r_")) return Side::right;
  if (has("left") || ends(".l") || ends("_l") || ends("-l") || ends(" l") || has(".l.") || has("_l_")) return Side::left;
  return Side::midline;
}

std::optional<std::size_t> index_in(const Table& table, std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [id](const atlas::Structure& s) { return s.id == id; });
  return found == table.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - table.begin()));
}

std::optional<std::size_t> by_ids(const std::vector<std::string>& ids, const Table& table, const std::function<Side()>& side) {
  for (const std::string& id : ids) {
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (std::find(table[i].concepts.begin(), table[i].concepts.end(), id) != table[i].concepts.end()) meant.push_back(i);
    }
    if (meant.size() == 1) return meant.front();
    if (meant.empty()) continue;
    const Side wanted = side();
    const auto found = std::find_if(meant.begin(), meant.end(), [&](std::size_t i) { return table[i].side() == wanted; });
    if (found != meant.end()) return *found;
  }
  return std::nullopt;
}

std::optional<std::size_t> by_name(const std::string& name, const Table& table) {
  if (const auto exact = index_in(table, name)) return exact;
  const Side side = side_in(name);
  const std::string wanted = bare_without_side(name);
  if (wanted.empty()) return std::nullopt;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].side() != side) continue;
    if (bare(without_side(table[i].id)) == wanted || bare(table[i].name) == wanted || (!table[i].latin.empty() && bare(table[i].latin) == wanted)) return i;
  }
  return std::nullopt;
}

// Of one number another is never a slip: T6 is not T7.
std::optional<std::size_t> like_name(const std::string& name, const Table& table) {
  const Side side = side_in(name);
  const std::string wanted = bare_without_side(name);
  constexpr std::size_t least = 5;  // of shorter names too many others are near
  if (wanted.size() < least) return std::nullopt;
  std::vector<std::string> known;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].side() != side) continue;
    for (const std::string& said : {bare(without_side(table[i].id)), bare(table[i].name), bare(table[i].latin)}) {
      if (said.empty() || digits_of(said) != digits_of(wanted)) continue;
      known.push_back(said);
      of.push_back(i);
    }
  }
  const std::string near = nearest_word(wanted, known);
  if (near.empty()) return std::nullopt;
  return of[static_cast<std::size_t>(std::find(known.begin(), known.end(), near) - known.begin())];
}

}  // namespace dorsum::imports
