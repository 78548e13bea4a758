#pragma once
// Notes on stderr, beside a result.

#include <string>
#include <vector>

namespace dorsum::terminal {

/// The first of them, and how many more there are; all of them where they go into a file or are asked for.
void print_notes(const std::vector<std::string>& notes, bool all);

}  // namespace dorsum::terminal
