#pragma once
// Opens a body beside what else goes on, so that a window stays alive meanwhile.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "dorsum/body/body.h"
#include "dorsum/core/parallel.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"

namespace dorsum::opening {

class BodyLoader {
 public:
  using Opened = Result<std::shared_ptr<const body::Body>>;
  using Open = std::function<Opened(const Progress&)>;
  struct Now {
    std::string what;
    float done = 0.0F;
  };

  /// Starts at once. `woken` is called from another thread whenever there is something new to see.
  BodyLoader(Open open, std::function<void()> woken);
  /// Asks the work to stop and waits for it.
  ~BodyLoader();
  BodyLoader(const BodyLoader&) = delete;
  BodyLoader& operator=(const BodyLoader&) = delete;

  [[nodiscard]] Now now() const;
  /// What came of it, once; none while the work goes on.
  [[nodiscard]] std::optional<Opened> take();

 private:
  struct Shared;  ///< by both threads
  std::unique_ptr<Shared> shared_;
  Later<Opened> opened_;  // last: it ends before what it writes to goes
};

}  // namespace dorsum::opening
