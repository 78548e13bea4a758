#pragma once
// Whether a programmer's mistake is stopped by an assert (dorsum/core/assert.h): tried in a process of its own.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace dorsum::test {

template <class Mistake>
[[nodiscard]] bool stopped_by_assert(const Mistake& mistake) {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGABRT, SIG_DFL);
    ::close(STDERR_FILENO);
    mistake();
    ::_exit(0);
  }
  int status = 0;
  return child > 0 && ::waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace dorsum::test
