#include "dorsum/ui/key_queue.h"

#include <catch2/catch.hpp>

namespace dorsum::ui {
namespace {

constexpr int control = 341, z = 90, escape = 256;

std::vector<std::pair<int, bool>> told(KeyQueue& queue) {
  std::vector<std::pair<int, bool>> changes;
  for (const KeyQueue::Change& change : queue.take()) changes.emplace_back(change.key, change.down);
  return changes;
}

}  // namespace

TEST_CASE("a tap between two frames is seen by two") {
  KeyQueue queue;
  queue.add({.key = escape, .down = true});
  queue.add({.key = escape, .down = false});
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{escape, true}});
  CHECK(queue.waiting());
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{escape, false}});
  CHECK_FALSE(queue.waiting());
  CHECK(told(queue).empty());
}

TEST_CASE("keys held together arrive together, and nothing overtakes") {
  KeyQueue queue;
  for (const auto& [key, down] : {std::pair{control, true}, {z, true}, {z, false}, {z, true}, {z, false}, {control, false}})
    queue.add({.key = key, .down = down});
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{control, true}, {z, true}});
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{z, false}});
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{z, true}});
  CHECK(told(queue) == std::vector<std::pair<int, bool>>{{z, false}, {control, false}});
  CHECK_FALSE(queue.waiting());
}

}  // namespace dorsum::ui
