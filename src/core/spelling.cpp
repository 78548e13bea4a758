#include "dorsum/core/spelling.h"

#include <algorithm>
#include <numeric>

namespace dorsum {
namespace {

// Levenshtein distance by the usual two rows. Words from outside may be of any length; only the first
// letters matter for a guess, and cutting them bounds the work.
constexpr std::size_t longest_word = 80;

std::size_t distance_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  word = word.substr(0, longest_word);
  std::string nearest;
  std::size_t fewest = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_word) continue;
    const std::size_t changes = distance_between(word, candidate);
    if (changes < fewest) {
      fewest = changes;
      nearest = candidate;
    }
  }
  return nearest;
}

Saying did_you_mean(std::string_view word, const std::vector<std::string>& known, Saying otherwise) {
  const std::string nearest = nearest_word(word, known);
  return nearest.empty() ? std::move(otherwise) : to_fill("did you mean \"{}\"?", nearest);
}

}  // namespace dorsum
