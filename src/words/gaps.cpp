#include "gaps.h"

#include <algorithm>

namespace dorsum::words {
namespace {

/// How long the gap is that the text begins with; 0: none.
std::size_t gap_at(std::string_view text) {
  if (text.starts_with("{{") || text.starts_with("}}") || text.starts_with("%%")) return 2;
  if (text.front() == '{') return std::min(text.find('}'), text.size() - 1) + 1;
  if (text.front() != '%') return 0;
  // A number of printf's alone: "40 % of" is no gap.
  const std::size_t end = text.find_first_not_of("0123456789.+-", 1);
  return end != std::string_view::npos && (text[end] == 'f' || text[end] == 'd') ? end + 1 : 0;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = gap_at(text.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    if (at > from) pieces.push_back({text.substr(from, at - from), false});
    pieces.push_back({text.substr(at, length), true});
    from = at += length;
  }
  if (from < text.size()) pieces.push_back({text.substr(from), false});
  return pieces;
}

std::vector<std::string> gaps_of(std::string_view text) {
  std::vector<std::string> gaps;
  for (const Piece& piece : pieces_of(text))
    if (piece.gap) gaps.emplace_back(piece.text);
  std::sort(gaps.begin(), gaps.end());
  return gaps;
}

}  // namespace dorsum::words
