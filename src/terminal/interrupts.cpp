#include "dorsum/terminal/interrupts.h"

#include <array>

namespace dorsum::terminal {
namespace {

constexpr std::array held{SIGINT, SIGTERM, SIGHUP};

}  // namespace

InterruptsHeld::InterruptsHeld() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : held) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

InterruptsHeld::~InterruptsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool interrupted() {
  sigset_t waiting;
  sigemptyset(&waiting);
  sigpending(&waiting);
  for (const int signal : held) {
    if (sigismember(&waiting, signal) == 1) return true;
  }
  return false;
}

}  // namespace dorsum::terminal
