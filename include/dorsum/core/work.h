#pragma once
// Long work beside its owner, so that a window stays alive meanwhile: says how far it is, can be stopped, and comes to a
// result or an error.

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dorsum/core/parallel.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"

namespace dorsum {

/// How far some work is.
struct WorkNow {
  std::string what;
  float done = 0.0F;
};

template <class T>
class Work {
 public:
  using Outcome = Result<T>;
  using Task = std::function<Outcome(const Progress&)>;

  /// Starts at once. `woken` is called from another thread whenever there is something new to see.
  Work(Task task, std::function<void()> woken) : shared_(std::make_unique<Shared>()) {
    const auto work = [shared = shared_.get(), task = std::move(task), woken]() -> Outcome {
      const Progress progress = [&](std::string_view what, float done) {
        {
          const std::scoped_lock lock(shared->mutex);
          // A step too small to be seen wakes nobody.
          if (what == shared->now.what && done - shared->now.done < 0.005F) return !shared->stops;
          shared->now = {std::string(what), done};
        }
        woken();
        return !shared->stops;
      };
      try {
        return task(progress);
      } catch (const std::exception& trouble) {  // out of memory, mostly
        return machine_cannot(to_fill("the work ended early: {}", trouble.what()));
      }
    };
    outcome_ = later(work, std::move(woken));
  }
  /// Asks the work to stop and waits for it.
  ~Work() { stop(); }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  [[nodiscard]] WorkNow now() const {
    const std::scoped_lock lock(shared_->mutex);
    return shared_->now;
  }
  /// Asks the work to stop; what comes of it may be taken all the same.
  void stop() { shared_->stops = true; }
  /// What came of it, once; none while the work goes on.
  [[nodiscard]] std::optional<Outcome> take() {
    if (!outcome_.ready()) return std::nullopt;
    return outcome_.take();
  }

 private:
  struct Shared {  ///< by both threads
    std::mutex mutex;
    WorkNow now;
    std::atomic<bool> stops{false};
  };
  std::unique_ptr<Shared> shared_;
  Later<Outcome> outcome_;  // last: it ends before what it writes to goes
};

}  // namespace dorsum
