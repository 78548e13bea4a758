#pragma once
// Watches the files that an open body came from, and opens it anew, on a thread of its own, when they have changed.

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "dorsum/opening/body_loader.h"

namespace dorsum::opening {

class BodyWatch {
 public:
  /// Looks at `places` (files, and folders with all below them) once a second, from now on. A change counts when it
  /// has rested for a look, so that nothing half-written is read. `woken` is called from the thread when there is
  /// something to take.
  BodyWatch(std::vector<std::filesystem::path> places, std::function<BodyLoader::Opened(const Progress&)> open,
            std::function<void()> woken);
  /// Asks the work to stop and waits for it.
  ~BodyWatch() = default;

  /// Opens the body at the next look whether or not a file has changed.
  void ask();
  /// The body opened anew, or why it can't be opened; once each.
  [[nodiscard]] std::optional<BodyLoader::Opened> take();

 private:
  void run(const std::stop_token& stop);

  std::vector<std::filesystem::path> places_;
  std::function<BodyLoader::Opened(const Progress&)> open_;
  std::function<void()> woken_;
  std::mutex mutex_;
  std::condition_variable_any asked_for_;
  bool asked_ = false;
  std::optional<BodyLoader::Opened> opened_;
  std::jthread thread_;  // last: it ends before what it writes to goes
};

/// What tells one state of the files from another: names, sizes and times of all files in the places.
[[nodiscard]] std::string stamp_of(const std::vector<std::filesystem::path>& places);

}  // namespace dorsum::opening
