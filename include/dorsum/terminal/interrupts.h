#pragma once
// Ctrl-C and orderly shutdown while files are written: the signal waits until the work has cleaned up.

#include <csignal>

namespace dorsum::terminal {

/// Holds SIGINT, SIGTERM and SIGHUP back in this thread and in every thread it starts, until it goes out of
/// scope; a signal that came meanwhile then ends the process as usual. Work asks interrupted() through its
/// Progress and stops. No handler and no flag: the system remembers the signal.
class InterruptsHeld {
 public:
  InterruptsHeld();
  ~InterruptsHeld();
  InterruptsHeld(const InterruptsHeld&) = delete;
  InterruptsHeld& operator=(const InterruptsHeld&) = delete;

 private:
  sigset_t before_;
};

/// Whether one of those signals is waiting.
[[nodiscard]] bool interrupted();

}  // namespace dorsum::terminal
