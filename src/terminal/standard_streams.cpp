#include "dorsum/terminal/standard_streams.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace dorsum::terminal {

void open_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    const int opened = ::open(descriptor == STDOUT_FILENO ? "/dev/full" : "/dev/null", O_RDWR);
    if (opened >= 0 && opened != descriptor) {
      ::dup2(opened, descriptor);
      ::close(opened);
    }
  }
}

Result<void> flushed() {
  std::cout.flush();
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) return {};
  return Failure(unprinted(errno));
}

Error unprinted(int problem) {
  return {Trouble::machine_cannot, to_say("standard output"),
          problem != 0 ? to_fill("what was to be printed can't be written: {}", std::strerror(problem)) : Saying(to_say("what was to be printed can't be written: it is closed")),
          problem == EPIPE ? to_say("what reads it has stopped") : to_say("make room on the disk, or print to another place")};
}

}  // namespace dorsum::terminal
