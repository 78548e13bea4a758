// Desk: another body under the hand, when the files that it came from have changed or another pack is opened.

#include "dorsum/desk/desk.h"
#include "dorsum/state/state_script.h"

namespace dorsum::desk {

void Desk::take(Result<std::shared_ptr<const body::Body>> opened) {
  if (opened) {
    change_body(*std::move(opened));
    model_.message = words_.say("The atlas has changed on disk and was read again.");
  } else {
    model_.message = words_.say_filled("The atlas has changed on disk and can't be read; the one from before stays. {}", words_.say(opened.error().saying()));
  }
  input_.stir();
}

void Desk::receive_by(Opener& opener) {
  opener_ = &opener;
  model_.open = &opener.box();
}

void Desk::receive() {
  if (opener_ == nullptr) return;
  if (opener_->look()) input_.stir();
  auto arrival = opener_->take();
  if (!arrival) return;
  input_.stir();
  if (arrival->body) {
    change_body(std::move(arrival->body));
    run_command({"view", {"posterior"}}, 0, true);  // another body is as tall as it is
  } else if (const auto done = session_.run(arrival->script); !done) {
    model_.message = words_.say_filled("None of the file's commands was followed. {}", words_.say(done.error().saying()));
  }
  motion_.go_to(session_.state(), clock_(), false);
}

void Desk::follow_drop(const std::vector<std::string>& paths) {
  if (opener_ == nullptr || paths.empty()) return;
  opener_->follow({.kind = ui::OpenAsk::Kind::open, .path = paths.front()});
  if (paths.size() > 1) model_.message = words_.say("One file or folder at a time: the first of them is opened. For many meshes, drop the folder that holds them.");
  input_.stir();
}

/// Indices into the old body mean nothing on the new one, so the state goes over as the commands that lead to it;
/// those that the new body has nothing for are dropped. What could be undone is forgotten.
void Desk::change_body(std::shared_ptr<const body::Body> body) {
  state::Session fresh(body);
  for (const state::Command& command : state::commands_to(session_.state(), session_.body())) static_cast<void>(fresh.run(command));
  stances_.forget();
  picks_ = {};
  session_ = std::move(fresh);
  motion_ = picture::Motion(session_.state());
  shown_ = session_.state();
  known_ = {};
  answers_ = {};
  memos_ = {};
  scenes_ = std::vector<drawing::Scene>(1);
  model_.body_map.reset();
  hover_ = drawn_hover_ = {};
  drawn_.reset();
  easel_.take(std::move(body));
}

}  // namespace dorsum::desk
