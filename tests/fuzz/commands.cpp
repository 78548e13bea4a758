// A script of commands: it runs whole or not at all, its state has a script that leads to it, and undo leads back.

#include "dorsum/state/session.h"
#include "harness.h"
#include "soak/witness.h"
#include "state/tiny_body.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  const auto& body = state::test::tiny_body();
  state::Session session(body);
  const state::State first = session.state();
  if (!good_or_told(session.run(bytes))) {
    demand(session.state() == first, "a script that fails changes nothing");
    return;
  }
  demand(!soak::flaw_of_script(session.state(), body), "the script of a state runs and leads to it");
  while (session.can_undo()) session.undo();
  demand(soak::same_but_for_the_hand(session.state(), first), "undo leads back to the first state");
}

}  // namespace dorsum::fuzz
