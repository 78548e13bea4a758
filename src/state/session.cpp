#include "dorsum/state/session.h"

#include <utility>

#include "dorsum/state/command_table.h"
#include "framing.h"

namespace dorsum::state {
namespace {

/// Whether two states differ in anything that undo covers.
bool differ_for_undo(const State& a, State b) {
  take_what_undo_passes_over(b, a);
  return !(a == b);
}

}  // namespace

Session::Session(std::shared_ptr<const body::Body> body) : body_(std::move(body)), state_(first_state(*body_)) {}

Session::Session(std::shared_ptr<const body::Body> body, State first) : body_(std::move(body)), state_(std::move(first)) {}

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

Result<void> Session::begin(std::string_view script) {
  if (const auto done = run(script); !done) return done;
  past_.clear();
  return {};
}

void Session::go_to(State next, int gesture) {
  if (differ_for_undo(state_, next)) {
    if (gesture == 0 || gesture != last_gesture_) past_.push_back(state_);
    future_.clear();
    last_gesture_ = gesture;
  }
  state_ = std::move(next);
}

void Session::trade_places(std::deque<State>& from, std::deque<State>& to) {
  to.push_back(std::exchange(state_, std::move(from.back())));
  from.pop_back();
  take_what_undo_passes_over(state_, to.back());
}

void Session::undo() {
  if (past_.empty()) return;
  trade_places(past_, future_);
  last_gesture_ = 0;
}

void Session::redo() {
  if (future_.empty()) return;
  trade_places(future_, past_);
  last_gesture_ = 0;
}

State first_state(const body::Body& body) {
  State state;
  state.camera = named_view(state.camera, "posterior", body).value_or(state.camera);
  return state;
}

}  // namespace dorsum::state
