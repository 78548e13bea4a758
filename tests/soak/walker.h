#pragma once
// Someone who does everything at random: the same seed, the same walk.

#include <glm/vec2.hpp>
#include <random>
#include <string>
#include <vector>

#include "dorsum/desk/hand.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/command_table.h"
#include "dorsum/state/session.h"

namespace dorsum::soak {

class Walker {
 public:
  Walker(const body::Body& body, unsigned int seed);

  /// One thing that a user might do: a command, a key, a drag, a turn of the wheel, a click, undo or redo. What was
  /// done, in words. Commands may be refused: names and places are not always ones that there are.
  std::string step(state::Session& session, drawing::Viewport viewport);

 private:
  std::string run(state::Session& session, const state::Command& command, int gesture = 0);
  std::string press_key(state::Session& session);
  std::string use_mouse(state::Session& session, drawing::Viewport viewport);
  std::string click(state::Session& session, drawing::Viewport viewport, glm::vec2 at);
  state::Command command();
  state::Argument argument(const state::Slot& slot);

  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  float between(float low, float high) { return std::uniform_real_distribution<float>(low, high)(random_); }
  template <class List>
  const auto& any_of(const List& list) {
    return list[static_cast<std::size_t>(up_to(static_cast<int>(std::size(list)) - 1))];
  }

  const body::Body& body_;
  std::mt19937 random_;
  std::vector<std::string> names_, triggers_, regions_, landmarks_, motions_, techniques_, sites_;
  std::vector<std::string> texts_{"", "left, when lifting", "\"quoted\"; \\", "two\nlines"};
  desk::Hand hand_;
  double now_ = 0.0;
};

}  // namespace dorsum::soak
