#include "dorsum/ui/input_queue.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

namespace dorsum::ui {
namespace {

constexpr int control = 341, a = 65, f = 70, z = 90, escape = 256;
using Key = InputQueue::Key;
using Character = InputQueue::Character;
using Button = InputQueue::Button;
using Pointer = InputQueue::Pointer;
using Scroll = InputQueue::Scroll;

InputQueue queue_of(const std::vector<InputQueue::Change>& changes) {
  InputQueue queue;
  for (const InputQueue::Change& change : changes) queue.add(change);
  return queue;
}

/// What one frame sees: "+256" a key down, "'a" a letter, "-b0" a button up, ">40" the pointer at x = 40, "~1" the wheel.
std::string frame(InputQueue& queue) {
  std::vector<std::string> seen;
  for (const InputQueue::Change& change : queue.take()) {
    if (const auto* key = std::get_if<Key>(&change)) seen.push_back(fmt::format("{}{}", key->down ? '+' : '-', key->key));
    if (const auto* letter = std::get_if<Character>(&change)) seen.push_back(fmt::format("'{}", static_cast<char>(letter->codepoint)));
    if (const auto* button = std::get_if<Button>(&change)) seen.push_back(fmt::format("{}b{}", button->down ? '+' : '-', button->button));
    if (const auto* pointer = std::get_if<Pointer>(&change)) seen.push_back(fmt::format(">{:.0f}", pointer->at.x));
    if (const auto* scroll = std::get_if<Scroll>(&change)) seen.push_back(fmt::format("~{:.0f}", scroll->by.y));
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

TEST_CASE("what is typed after a click waits for the field that it chose") {
  InputQueue queue = queue_of({Button{0, true}, Button{0, false}, Key{.key = a, .down = true}, Character{'a'}, Key{.key = a, .down = false},
                               Key{.key = z, .down = true}, Character{'z'}});
  CHECK(frame(queue) == "+b0");
  CHECK(frame(queue) == "-b0");
  CHECK(frame(queue) == "+65 'a");
  CHECK(frame(queue) == "-65 +90 'z");
}

TEST_CASE("what is typed after a key that asks for a field waits until it is there") {
  InputQueue queue = queue_of({Key{.key = control, .down = true}, Key{.key = f, .down = true}, Key{.key = f, .down = false},
                               Key{.key = control, .down = false}, Key{.key = a, .down = true}, Character{'a'}});
  CHECK(frame(queue) == "+341 +70");
  CHECK(frame(queue) == "-70 -341");
  CHECK(queue.waiting());
  CHECK(frame(queue) == "+65 'a");
}

TEST_CASE("the wheel turns where the pointer was") {
  InputQueue queue = queue_of({Pointer{{10, 0}}, Scroll{{0, 1}}, Scroll{{0, 2}}, Pointer{{40, 0}}});
  CHECK(frame(queue) == ">10 ~1 ~2");
  CHECK(frame(queue) == ">40");
}

}  // namespace dorsum::ui
