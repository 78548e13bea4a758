#pragma once
// Watches the files that an open body came from, and opens it anew when they have changed.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/opening/body_loader.h"

namespace dorsum::opening {

class BodyWatch {
 public:
  /// Of `places` (files, and folders with all below them) as they are when it first looks. `woken` is called from another
  /// thread when there is something for it to do.
  BodyWatch(std::vector<std::filesystem::path> places, BodyLoader::Task open, std::function<void()> woken);
  /// Asks the work to stop and waits for it.
  ~BodyWatch() = default;

  /// To be called now and then, `now` in seconds of a steady clock: looks at the files, beside what else goes on, when a
  /// second has passed since it last did. A change counts when it has rested for a look, so that nothing half-written is
  /// read. Returns the body opened anew, or why it can't be opened; once each.
  [[nodiscard]] std::optional<BodyLoader::Outcome> look(double now);
  /// When it wants to look again; infinity: not before it has woken somebody.
  [[nodiscard]] double due() const;
  /// Opens the body at the next look, which is due at once, whether or not a file has changed.
  void ask() {
    asked_ = true;
    next_look_ = 0.0;
  }

 private:
  void judge(std::string stamp);

  std::vector<std::filesystem::path> places_;
  BodyLoader::Task open_;
  std::function<void()> woken_;
  std::optional<std::string> open_stamp_;  ///< of the body that is open; none before the first look
  std::string last_;                       ///< of the last look
  double next_look_ = 0.0;
  bool asked_ = false;
  Later<std::string> stamp_;          ///< of a look that goes on
  std::optional<BodyLoader> loader_;  ///< while the body is opened anew
};

/// What tells one state of the files from another: names, sizes and times of all files in the places.
[[nodiscard]] std::string stamp_of(const std::vector<std::filesystem::path>& places);

}  // namespace dorsum::opening
