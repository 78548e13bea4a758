#include "pseudo.h"

#include "dorsum/core/letters.h"
#include "gaps.h"

namespace dorsum::words {
namespace {

std::string_view accented(char letter) {
  switch (letter) {
    case 'a': return "\u00E1";
    case 'e': return "\u00E9";
    case 'i': return "\u00ED";
    case 'o': return "\u00F3";
    case 'u': return "\u00FA";
    case 'A': return "\u00C1";
    case 'E': return "\u00C9";
    case 'I': return "\u00CD";
    case 'O': return "\u00D3";
    case 'U': return "\u00DA";
    default: return {};
  }
}

}  // namespace

std::string pseudo_text(std::string_view english) {
  if (english.empty()) return {};
  std::string text = "[";
  for (const Piece& piece : pieces_of(english)) {
    if (piece.gap) {
      text += piece.text;
      continue;
    }
    for (const char letter : piece.text) {
      const std::string_view other = accented(letter);
      other.empty() ? text.push_back(letter) : static_cast<void>(text.append(other));
    }
  }
  // Words of six letters, so that long texts break as a language's would; the brackets are two of the letters.
  const std::size_t more = (count_letters(english) * 2 + 4) / 5;
  for (std::size_t i = 2; i < more; ++i) text += i % 7 == 2 ? ' ' : '~';
  return text + "]";
}

}  // namespace dorsum::words
