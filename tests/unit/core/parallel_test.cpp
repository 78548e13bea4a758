#include "dorsum/core/parallel.h"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

using namespace dorsum;

TEST_CASE("every number is worked on once, be they few or many") {
  for (const std::size_t count : {0, 1, 7, 513, 40'000}) {
    std::vector<int> seen(count, 0);
    parallel_for(count, [&](std::size_t i) { ++seen[i]; });
    CHECK(seen == std::vector<int>(count, 1));
  }
}

TEST_CASE("what the work throws arrives where the work was asked for") {
  CHECK_THROWS_AS(parallel_for(100, [](std::size_t i) { if (i == 42) throw std::runtime_error("no"); }), std::runtime_error);
}

TEST_CASE("work that is stopped begins nothing more and says so") {
  std::atomic<std::size_t> done{0};
  CHECK_FALSE(parallel_for(1'000'000, [&](std::size_t) { ++done; }, [](std::size_t) { return false; }));
  CHECK(done < 1'000'000);
  std::size_t last = 0;
  CHECK(parallel_for(64, [](std::size_t) {}, [&](std::size_t begun) { return last = begun, true; }));
  CHECK(last <= 64);
}

TEST_CASE("a value that is on its way comes once, and wakes who waits for it when it is ready") {
  Later<int> none;
  CHECK_FALSE(none.expected());
  CHECK_FALSE(none.ready());

  std::mutex mutex;
  std::condition_variable woken;
  bool is_woken = false;
  Later<int> value = later([] { return 7; }, [&] {
    const std::scoped_lock lock(mutex);
    is_woken = true;
    woken.notify_all();
  });
  {
    std::unique_lock lock(mutex);
    woken.wait(lock, [&] { return is_woken; });
  }
  CHECK(value.expected());
  CHECK(value.ready());
  CHECK(value.take() == 7);
  CHECK_FALSE(value.expected());
}

TEST_CASE("what the work behind a later value throws, its taker gets") {
  Later<int> value = later([]() -> int { throw std::runtime_error("no"); });
  CHECK_THROWS_AS(value.take(), std::runtime_error);
}

TEST_CASE("who goes without the value waits for the work, since it may use what goes with them") {
  bool done = false;
  { const Later<int> value = later([&done] { return done = true, 1; }); }
  CHECK(done);
}

TEST_CASE("another value takes the place of one on its way when that has ended") {
  bool done = false;
  Later<int> value = later([&done] { return done = true, 1; });
  value = later([] { return 2; });
  CHECK(done);
  CHECK(value.take() == 2);
}
