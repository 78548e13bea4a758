#include "dorsum/ui/key_queue.h"

#include <algorithm>

namespace dorsum::ui {

std::vector<KeyQueue::Change> KeyQueue::take() {
  std::vector<Change> taken;
  while (!changes_.empty() && std::ranges::find(taken, changes_.front().key, &Change::key) == taken.end()) {
    taken.push_back(changes_.front());
    changes_.pop_front();
  }
  return taken;
}

}  // namespace dorsum::ui
