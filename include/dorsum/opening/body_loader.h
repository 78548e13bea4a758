#pragma once
// Opens a body on a thread of its own, so that the window stays alive meanwhile.

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "dorsum/body/body.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"

namespace dorsum::opening {

class BodyLoader {
 public:
  using Opened = Result<std::shared_ptr<const body::Body>>;
  struct Now {
    std::string what;
    float done = 0.0F;
  };

  /// Starts at once. `woken` is called from the thread whenever there is something new to see.
  BodyLoader(std::function<Opened(const Progress&)> open, std::function<void()> woken);
  /// Asks the work to stop and waits for it.
  ~BodyLoader() = default;

  [[nodiscard]] Now now() const;
  /// What came of it, once; none while the work goes on.
  [[nodiscard]] std::optional<Opened> take();

 private:
  mutable std::mutex mutex_;
  Now now_;
  std::optional<Opened> opened_;
  std::jthread thread_;  // last: it ends before what it writes to goes
};

}  // namespace dorsum::opening
