#include "dorsum/ui/input_queue.h"

#include <algorithm>
#include <utility>

namespace dorsum::ui {
namespace {

constexpr int first_modifier = 340, last_modifier = 347;  // GLFW's: Shift, Ctrl, Alt and Super of both sides

bool types(const InputQueue::Change& change) {
  const auto* key = std::get_if<InputQueue::Key>(&change);
  return std::holds_alternative<InputQueue::Character>(change) || (key != nullptr && key->down);
}

/// Whether it may take the keyboard elsewhere: a key that writes leaves it where it is.
bool may_move_focus(const InputQueue::Change& change, bool written) {
  const auto* key = std::get_if<InputQueue::Key>(&change);
  return key != nullptr && key->down && !written && (key->key < first_modifier || key->key > last_modifier);
}

/// Whether a frame that has seen one change can't see the other as well.
bool hides(const InputQueue::Change& seen, const InputQueue::Change& next) {
  if (const auto* key = std::get_if<InputQueue::Key>(&seen)) {
    const auto* other = std::get_if<InputQueue::Key>(&next);
    return other != nullptr && other->key == key->key;
  }
  const bool moves = std::holds_alternative<InputQueue::Pointer>(next);
  if (const auto* button = std::get_if<InputQueue::Button>(&seen)) {
    const auto* other = std::get_if<InputQueue::Button>(&next);
    // The field that a click chooses has the keyboard from the next frame on.
    return moves || types(next) || (other != nullptr && other->button == button->button);
  }
  if (std::holds_alternative<InputQueue::Scroll>(seen)) return moves;
  // Some controls want to know the pointer over them before it presses; what is dragged follows it until it lets go.
  return std::holds_alternative<InputQueue::Pointer>(seen) && std::holds_alternative<InputQueue::Button>(next);
}

}  // namespace

void InputQueue::add(Change change) { changes_.push_back(change); }

std::vector<InputQueue::Change> InputQueue::take() {
  std::vector<Change> taken;
  // What asks for the keyboard in one frame gets it in the next, and the one after knows.
  const bool settles = std::exchange(focus_moves_, false);
  const auto waits = [&](const Change& next) {
    const bool is_early = (settles || focus_moves_) && types(next);
    return is_early || std::any_of(taken.begin(), taken.end(), [&](const Change& seen) { return hides(seen, next); });
  };
  while (!changes_.empty() && !waits(changes_.front())) {
    taken.push_back(changes_.front());
    changes_.pop_front();
    const bool written = !changes_.empty() && std::holds_alternative<Character>(changes_.front());
    focus_moves_ = focus_moves_ || may_move_focus(taken.back(), written);
  }
  taken_ += taken.size();
  return taken;
}

}  // namespace dorsum::ui
