#include "dorsum/terminal/notes.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstddef>

namespace dorsum::terminal {

void print_notes(const std::vector<std::string>& notes, bool all) {
  constexpr std::size_t most_lines = 12;  // what one screen shows beside what went before
  if (notes.empty()) return;
  const bool cut = !all && ::isatty(STDERR_FILENO) == 1 && notes.size() > most_lines;
  const std::size_t shown = cut ? most_lines - 1 : notes.size();
  fmt::print(stderr, "{} note{}:\n", notes.size(), notes.size() == 1 ? "" : "s");
  for (std::size_t i = 0; i < shown; ++i) fmt::print(stderr, "  {}\n", notes[i]);
  if (cut) fmt::print(stderr, "  and {} more (--verbose shows all; the pack keeps them: dorsum info --atlas PACK)\n", notes.size() - shown);
}

}  // namespace dorsum::terminal
