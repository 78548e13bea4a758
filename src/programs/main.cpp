// dorsum: parse the command line, run one subcommand, turn its result into an exit status (design.md).

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include "command_line.h"
#include "dorsum/imports/reader.h"

namespace {

/// A descriptor that was closed by whoever started us would be given to the next file that is opened, and what is printed
/// would go into it. Printing into what stands for a closed one fails, as it should.
void open_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    const int opened = ::open(descriptor == STDOUT_FILENO ? "/dev/full" : "/dev/null", O_RDWR);
    if (opened >= 0 && opened != descriptor) {
      ::dup2(opened, descriptor);
      ::close(opened);
    }
  }
}

}  // namespace

int main(int count, char** words) {
  using dorsum::Trouble;
  using dorsum::programs::report;
  if (count > 1 && std::string_view(words[1]) == dorsum::imports::reader_argument) return dorsum::imports::serve_as_reader();
  open_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of writing, with a message
  try {
    return dorsum::programs::CommandLine().run(count, words);
  } catch (const std::bad_alloc&) {
    return report({Trouble::machine_cannot, {}, "there is not enough memory", "close other programs"});
  } catch (const std::system_error& problem) {
    if (std::ferror(stdout) != 0) return report(dorsum::programs::unprinted(problem.code().value()));
    return report({Trouble::machine_cannot, {}, fmt::format("something unexpected happened: {}", problem.what()), "please report it"});
  } catch (const std::exception& problem) {
    return report({Trouble::machine_cannot, {}, fmt::format("something unexpected happened: {}", problem.what()), "please report it"});
  }
}
