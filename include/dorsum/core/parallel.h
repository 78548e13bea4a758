#pragma once
// Work on more than one processor. All threads of the viewer are started here, so that a machine without any (a browser)
// needs another body of two functions and nothing else: there the caller's own thread does it all.

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "dorsum/core/assert.h"

namespace dorsum {

/// Calls `work` with every number below `count`, each once and in no particular order, on as many threads as there are
/// processors, the caller's own among them; returns when all is done. Work on one number must not touch what work on
/// another writes. What one of them throws is thrown here when all have ended.
void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same, for work that may be stopped: `go_on` is asked on the caller's thread, between its own numbers, with how many
/// have been begun. When it says no, no further number is begun, and false is returned.
[[nodiscard]] bool parallel_for(std::size_t count, const std::function<void(std::size_t)>& work, const std::function<bool(std::size_t)>& go_on);

/// Work that goes on beside its owner, who waits for its end at the latest when it goes.
class Background {
 public:
  /// `work` throws nothing. `woken`, where there is one, is called when it is done, from the thread that did it.
  Background(std::function<void()> work, std::function<void()> woken);
  ~Background() { wait(); }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  [[nodiscard]] bool done() const { return done_; }
  void wait();

 private:
  std::atomic<bool> done_{false};
  std::thread thread_;  // last: it writes to what stands before it
};

/// A value that is on its way. Whoever goes without having taken it waits for the work all the same.
template <class T>
class Later {
 public:
  Later() = default;  ///< nothing on its way
  Later(std::function<T()> work, std::function<void()> woken) : outcome_(std::make_unique<Outcome>()) {
    background_ = std::make_unique<Background>(
        [outcome = outcome_.get(), work = std::move(work)] {
          try {
            outcome->value = work();
          } catch (...) {
            outcome->trouble = std::current_exception();
          }
        },
        std::move(woken));
  }
  ~Later() = default;
  Later(Later&&) noexcept = default;
  Later& operator=(Later&& other) noexcept {
    background_ = std::move(other.background_);  // first: what is dropped here ends before what it writes to goes
    outcome_ = std::move(other.outcome_);
    return *this;
  }

  /// Whether a value is on its way or waits to be taken.
  [[nodiscard]] bool expected() const { return background_ != nullptr; }
  /// Whether take() would not have to wait.
  [[nodiscard]] bool ready() const { return background_ != nullptr && background_->done(); }
  /// Waits for the value and hands it over, once; throws what the work threw.
  [[nodiscard]] T take() {
    assert(expected());
    std::exchange(background_, nullptr)->wait();
    const std::unique_ptr<Outcome> outcome = std::move(outcome_);
    if (outcome->trouble) std::rethrow_exception(outcome->trouble);
    return *std::move(outcome->value);
  }

 private:
  struct Outcome {
    std::optional<T> value;
    std::exception_ptr trouble;
  };
  std::unique_ptr<Outcome> outcome_;
  std::unique_ptr<Background> background_;  // last: it ends before what it writes to goes
};

/// Starts work whose value is wanted later. `woken` is called from the thread that did it, once the value is ready.
template <class Work>
[[nodiscard]] auto later(Work work, std::function<void()> woken = {}) {
  return Later<std::invoke_result_t<Work&>>(std::move(work), std::move(woken));
}

}  // namespace dorsum
