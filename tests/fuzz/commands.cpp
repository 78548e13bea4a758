// A script of commands: it runs whole or not at all, its state has a script that leads to it, and undo leads back.

#include "app/tiny_body.h"
#include "dorsum/app/session.h"
#include "dorsum/app/state_script.h"
#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  static const std::shared_ptr<const body::Body> body = app::test::tiny_body();
  app::Session session(body);
  const app::State first = session.state();
  if (!good_or_told(session.run(bytes))) {
    demand(session.state() == first, "a script that fails changes nothing");
    return;
  }
  const std::string script = app::script_of(session.state(), *body);
  app::Session again(body);
  demand(good_or_told(again.run(script)), "the script of a state runs");
  const app::State &there = again.state(), &here = session.state();
  demand(there.hidden == here.hidden && there.isolated == here.isolated && there.triggers == here.triggers && there.selected == here.selected &&
             there.compared == here.compared && there.pain->size() == here.pain->size(),
         "the script of a state leads to it");
  while (session.can_undo()) session.undo();
  app::State back = session.state();
  back.camera = first.camera;
  back.lens = first.lens;
  back.brush = first.brush;
  demand(back == first, "undo leads back to the first state");
}

}  // namespace dorsum::fuzz
