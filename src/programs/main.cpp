// dorsum: parse the command line, run one subcommand, turn its result into an exit status (design.md).

#include <fmt/format.h>

#include <csignal>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include "command_line.h"
#include "dorsum/imports/reader.h"
#include "dorsum/terminal/standard_streams.h"

int main(int count, char** words) {
  using dorsum::to_fill;
  using dorsum::to_say;
  using dorsum::Trouble;
  using dorsum::programs::report;
  if (count > 1 && std::string_view(words[1]) == dorsum::imports::reader_argument) return dorsum::imports::serve_as_reader();
  dorsum::terminal::open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of writing, with a message
  try {
    return dorsum::programs::CommandLine().run(count, words);
  } catch (const std::bad_alloc&) {
    return report({Trouble::machine_cannot, {}, to_say("there is not enough memory"), to_say("close other programs")});
  } catch (const std::system_error& problem) {
    if (std::ferror(stdout) != 0) return report(dorsum::terminal::unprinted(problem.code().value()));
    return report({Trouble::machine_cannot, {}, to_fill("something unexpected happened: {}", problem.what()), to_say("please report it")});
  } catch (const std::exception& problem) {
    return report({Trouble::machine_cannot, {}, to_fill("something unexpected happened: {}", problem.what()), to_say("please report it")});
  }
}
