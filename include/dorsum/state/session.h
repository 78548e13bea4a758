#pragma once
// The present state and the states before it.

#include <deque>
#include <string_view>

#include "dorsum/state/command.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

class Session {
 public:
  explicit Session(std::shared_ptr<const body::Body> body);  ///< begins with first_state
  Session(std::shared_ptr<const body::Body> body, State first);

  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const body::Body& body() const { return *body_; }
  [[nodiscard]] const std::shared_ptr<const body::Body>& shared_body() const { return body_; }

  /// Applies a command and remembers the state before it, unless it only moved the camera, the lens or the brush or
  /// changed nothing.
  /// Consecutive commands of one `gesture` (> 0: one drag of a slider, one brush stroke, one click that does
  /// several things) are undone together.
  Result<void> run(const Command& command, int gesture = 0);
  /// All of a script's commands or, where one fails, none; undone together.
  Result<void> run(std::string_view script);

  /// As run, for what is no step of anybody's: undo does not go behind it.
  Result<void> begin(std::string_view script);

  [[nodiscard]] bool can_undo() const { return !past_.empty(); }
  [[nodiscard]] bool can_redo() const { return !future_.empty(); }
  void undo();  ///< keeps the camera and the lens where they are and the brush in the hand
  void redo();

 private:
  void go_to(State next, int gesture);
  void trade_places(std::deque<State>& from, std::deque<State>& to);

  std::shared_ptr<const body::Body> body_;
  State state_;
  std::deque<State> past_, future_;  // deques: a long history grows without being copied
  int last_gesture_ = 0;
};

/// The state a body opens with: whole skin, seen from behind, the whole figure in view.
[[nodiscard]] State first_state(const body::Body& body);

}  // namespace dorsum::state
