#include "dorsum/ui/input_queue.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

namespace dorsum::ui {
namespace {

constexpr int control = 341, z = 90, escape = 256;
using Key = InputQueue::Key;
using Button = InputQueue::Button;
using Pointer = InputQueue::Pointer;

InputQueue queue_of(const std::vector<InputQueue::Change>& changes) {
  InputQueue queue;
  for (const InputQueue::Change& change : changes) queue.add(change);
  return queue;
}

/// What one frame sees: "+256" a key down, "-b0" a button up, ">40" the pointer at x = 40.
std::string frame(InputQueue& queue) {
  std::vector<std::string> seen;
  for (const InputQueue::Change& change : queue.take()) {
    if (const auto* key = std::get_if<Key>(&change)) seen.push_back(fmt::format("{}{}", key->down ? '+' : '-', key->key));
    if (const auto* button = std::get_if<Button>(&change)) seen.push_back(fmt::format("{}b{}", button->down ? '+' : '-', button->button));
    if (const auto* pointer = std::get_if<Pointer>(&change)) seen.push_back(fmt::format(">{:.0f}", pointer->at.x));
  }
  return fmt::format("{}", fmt::join(seen, " "));
}

}  // namespace

TEST_CASE("a tap between two frames is seen by two") {
  InputQueue queue = queue_of({Key{.key = escape, .down = true}, Key{.key = escape, .down = false}});
  CHECK(frame(queue) == "+256");
  CHECK(queue.waiting());
  CHECK(frame(queue) == "-256");
  CHECK_FALSE(queue.waiting());
  CHECK(frame(queue).empty());
}

TEST_CASE("keys held together arrive together, and nothing overtakes") {
  InputQueue queue;
  for (const auto& [key, down] : {std::pair{control, true}, {z, true}, {z, false}, {z, true}, {z, false}, {control, false}})
    queue.add(Key{.key = key, .down = down});
  CHECK(frame(queue) == "+341 +90");
  CHECK(frame(queue) == "-90");
  CHECK(frame(queue) == "+90");
  CHECK(frame(queue) == "-90 -341");
  CHECK_FALSE(queue.waiting());
}

TEST_CASE("a click is seen where it was made, though the pointer has gone on") {
  InputQueue queue = queue_of({Pointer{{10, 0}}, Pointer{{40, 0}}, Button{0, true}, Button{0, false}, Pointer{{70, 0}}, Pointer{{90, 0}}});
  CHECK(queue.added() == 6);
  CHECK(frame(queue) == ">10 >40");
  CHECK(queue.taken() == 2);
  CHECK(frame(queue) == "+b0");
  CHECK(frame(queue) == "-b0");
  CHECK(frame(queue) == ">70 >90");
  CHECK(queue.taken() == queue.added());
}

TEST_CASE("a drag begins where the button went down and ends where it went up") {
  InputQueue queue = queue_of({Button{0, true}, Pointer{{20, 0}}, Pointer{{30, 0}}, Button{0, false}, Pointer{{99, 0}}});
  CHECK(frame(queue) == "+b0");
  CHECK(frame(queue) == ">20 >30");
  CHECK(frame(queue) == "-b0");
  CHECK(frame(queue) == ">99");
}

}  // namespace dorsum::ui
