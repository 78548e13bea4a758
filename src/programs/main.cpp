// dorsum: parse the command line, run one subcommand, turn its result into an exit status (design.md).

#include <fmt/format.h>

#include <exception>
#include <new>

#include "command_line.h"

int main(int count, char** words) {
  using dorsum::Trouble;
  using dorsum::programs::report;
  try {
    return dorsum::programs::CommandLine().run(count, words);
  } catch (const std::bad_alloc&) {
    return report({Trouble::machine_cannot, {}, "there is not enough memory", "close other programs"});
  } catch (const std::exception& problem) {
    return report({Trouble::machine_cannot, {}, fmt::format("something unexpected happened: {}", problem.what()), "please report it"});
  }
}
