#include "dorsum/app/session.h"

#include <utility>

#include "framing.h"

namespace dorsum::app {
namespace {

/// Whether two states differ in anything that undo covers.
bool differ_beyond_camera(const State& a, State b) {
  b.camera = a.camera;
  return !(a == b);
}

}  // namespace

Session::Session(std::shared_ptr<const body::Body> body) : body_(std::move(body)), state_(first_state(*body_)) {}

Result<void> Session::run(const Command& command, int gesture) {
  Result<State> next = apply(state_, command, *body_);
  if (!next) return Failure(next.error());
  go_to(*std::move(next), gesture);
  return {};
}

Result<void> Session::run(std::string_view script) {
  const Result<std::vector<Command>> commands = parse_script(script);
  if (!commands) return Failure(commands.error());
  State last = state_;
  for (const Command& command : *commands) {
    Result<State> next = apply(last, command, *body_);
    if (!next) return Failure(next.error());
    last = *std::move(next);
  }
  go_to(std::move(last), 0);
  return {};
}

void Session::go_to(State next, int gesture) {
  if (differ_beyond_camera(state_, next)) {
    if (gesture == 0 || gesture != last_gesture_) past_.push_back(state_);
    future_.clear();
    last_gesture_ = gesture;
  }
  state_ = std::move(next);
}

void Session::undo() {
  if (past_.empty()) return;
  const Camera camera = state_.camera;
  future_.push_back(std::exchange(state_, std::move(past_.back())));
  past_.pop_back();
  state_.camera = camera;
  last_gesture_ = 0;
}

void Session::redo() {
  if (future_.empty()) return;
  const Camera camera = state_.camera;
  past_.push_back(std::exchange(state_, std::move(future_.back())));
  future_.pop_back();
  state_.camera = camera;
  last_gesture_ = 0;
}

State first_state(const body::Body& body) {
  State state;
  state.camera = named_view(state.camera, "posterior", body).value_or(state.camera);
  return state;
}

}  // namespace dorsum::app
