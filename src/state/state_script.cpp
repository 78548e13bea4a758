#include "dorsum/state/state_script.h"

namespace dorsum::state {

std::vector<Command> commands_to(const State& state, const body::Body& body) {
  std::vector<Command> script;
  for (const Row& row : command_table()) {
    if (row.holds.write) row.holds.write(state, body, script);
    for (const Form& form : row.forms)
      if (form.holds.write) form.holds.write(state, body, script);
  }
  return script;
}

std::string script_of(const State& state, const body::Body& body) { return to_text(commands_to(state, body)); }

}  // namespace dorsum::state
