#pragma once
// From what was given to the form of a row that it is of.

#include "dorsum/state/command_table.h"
#include "tokens.h"

namespace dorsum::state {

struct Match {
  const Form* form = nullptr;
  Arguments arguments;
};

/// Fails with what was expected where.
[[nodiscard]] Result<Match> read_arguments(const Row& row, const std::vector<Token>& tokens);
[[nodiscard]] Result<Match> check_arguments(const Row& row, const Arguments& arguments);

}  // namespace dorsum::state
