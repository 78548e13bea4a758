#include "dorsum/ui/input_queue.h"

#include <algorithm>

namespace dorsum::ui {
namespace {

/// Whether a frame that has seen one change can't see the other as well.
bool hides(const InputQueue::Change& seen, const InputQueue::Change& next) {
  if (const auto* key = std::get_if<InputQueue::Key>(&seen)) {
    const auto* other = std::get_if<InputQueue::Key>(&next);
    return other != nullptr && other->key == key->key;
  }
  if (const auto* button = std::get_if<InputQueue::Button>(&seen)) {
    const auto* other = std::get_if<InputQueue::Button>(&next);
    return std::holds_alternative<InputQueue::Pointer>(next) || (other != nullptr && other->button == button->button);
  }
  // Some controls want to know the pointer over them before it presses; what is dragged follows it until it lets go.
  return std::holds_alternative<InputQueue::Button>(next);
}

}  // namespace

void InputQueue::add(Change change) { changes_.push_back(change); }

std::vector<InputQueue::Change> InputQueue::take() {
  std::vector<Change> taken;
  const auto hidden = [&](const Change& seen) { return hides(seen, changes_.front()); };
  while (!changes_.empty() && std::ranges::none_of(taken, hidden)) {
    taken.push_back(changes_.front());
    changes_.pop_front();
  }
  taken_ += taken.size();
  return taken;
}

}  // namespace dorsum::ui
