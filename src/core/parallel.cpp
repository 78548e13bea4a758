#include "dorsum/core/parallel.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace dorsum {
namespace {

#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
constexpr bool has_threads = false;
#else
constexpr bool has_threads = true;
#endif

/// How many numbers a thread takes at once: few enough that none is left with the last of them for long.
constexpr std::size_t portions_a_thread = 64, largest_portion = 512;

std::size_t helpers_for(std::size_t count) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return has_threads && count > 0 ? std::min(processors, count) - 1 : 0;
}

}  // namespace

void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work) {
  static_cast<void>(parallel_for(count, work, [](std::size_t) { return true; }));
}

bool parallel_for(std::size_t count, const std::function<void(std::size_t)>& work, const std::function<bool(std::size_t)>& go_on) {
  const std::size_t helpers = helpers_for(count);
  const std::size_t portion = std::clamp<std::size_t>(count / ((helpers + 1) * portions_a_thread), 1, largest_portion);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> ends{false};
  std::mutex telling;
  std::exception_ptr trouble;
  const auto take_part = [&](bool asks) {
    try {
      for (std::size_t begin = next.fetch_add(portion); begin < count && !ends; begin = next.fetch_add(portion)) {
        for (std::size_t i = begin; i < std::min(begin + portion, count); ++i) work(i);
        if (asks && !go_on(std::min(next.load(), count))) ends = true;
      }
    } catch (...) {
      const std::scoped_lock lock(telling);
      trouble = std::current_exception();
      ends = true;
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(helpers);
  for (std::size_t i = 0; i < helpers; ++i) {
    try {
      threads.emplace_back(take_part, false);
    } catch (const std::exception&) {
      break;  // the system has no more: those that there are do it
    }
  }
  take_part(true);
  for (std::thread& thread : threads) thread.join();
  if (trouble) std::rethrow_exception(trouble);
  return !ends;
}

Background::Background(std::function<void()> work, std::function<void()> woken) {
  auto whole = [this, work = std::move(work), woken = std::move(woken)] {
    work();
    done_ = true;
    if (woken) woken();
  };
  if (has_threads)
    thread_ = std::thread(std::move(whole));
  else
    whole();
}

void Background::wait() {
  if (thread_.joinable()) thread_.join();
}

}  // namespace dorsum
