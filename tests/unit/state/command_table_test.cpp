// What holds of every row of the table, whatever is added to it.

#include "dorsum/state/command_table.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <set>

#include "dorsum/state/state_script.h"
#include "tiny_session.h"

using namespace dorsum;
using namespace dorsum::state;
using test::session_after;
using test::tiny;

namespace {

/// So that there is a cut to move and a region to take back.
constexpr const char* beginning = "section transverse 1200; pain add suboccipital.R";

Argument sample(const Slot& slot, std::size_t which) {
  if (const auto* words = std::get_if<Words>(&slot)) return std::string(words->choices[which % words->choices.size()]);
  if (const auto* number = std::get_if<Number>(&slot)) {
    const float value = number->usual_low + (number->usual_high - number->usual_low) * (which % 2 == 0 ? 0.25F : 0.75F);
    return number->usual_high - number->usual_low > 10.0F ? std::round(value) : value;
  }
  if (const auto* height = std::get_if<Height>(&slot)) return which % 2 == 0 ? sample(Slot(height->number), which) : Argument("T6");
  if (std::holds_alternative<Place>(slot)) return glm::vec3(10.0F, 100.5F, 1200.0F);
  if (std::holds_alternative<Quoted>(slot)) return Text("left; \"when\" \\ lifting\nand after");
  if (std::holds_alternative<Degrees>(slot)) return which % 2 == 0 ? Argument(12.5F) : Argument(Percent{50.0F});
  switch (std::get<Name>(slot).of) {
    case Name::Of::motion: return "trunk-flexion";
    case Name::Of::structure: return "trapezius-ascending.R";
    case Name::Of::trigger: return "trapezius-3.R";
    case Name::Of::point: return "trapezius-3";
    case Name::Of::region: return "suboccipital.R";
    case Name::Of::technique: return "kneading";
    case Name::Of::site: return "bumps";
    case Name::Of::landmark: break;
  }
  return "acromion-tip";
}

/// Commands of every form of a row, with each of its words and without what may be left out.
std::vector<Command> samples(const Row& row) {
  std::vector<Command> commands;
  for (const Form& form : row.forms) {
    std::size_t most = 1;
    bool optional = false;
    for (const Slot& slot : form.slots) {
      const auto* words = std::get_if<Words>(&slot);
      if (words == nullptr) continue;
      most = std::max(most, words->choices.size());
      optional = optional || words->optional;
    }
    for (std::size_t which = 0; which < most; ++which) {
      Command command{std::string(row.verb), {}};
      for (const Slot& slot : form.slots) command.arguments.push_back(sample(slot, which));
      commands.push_back(command);
    }
    if (optional) commands.push_back({std::string(row.verb), {sample(form.slots.back(), 0)}});
  }
  return commands;
}

/// The test's small body has no spine to bend; tests/packs bends whole ones.
bool can_be_done(const Row& row) { return row.verb != "pose"; }

/// Scripts write places and the camera to a tenth.
void forget_rounding(State& state, const State& other) {
  if (state.probe && other.probe && glm::distance(state.probe->rest, other.probe->rest) < 0.2F) state.probe = other.probe;
  const Camera &a = state.camera, &b = other.camera;
  const bool near = std::abs(a.azimuth - b.azimuth) < 0.01F && std::abs(a.elevation - b.elevation) < 0.01F && std::abs(a.distance - b.distance) < 0.1F;
  if (near && glm::distance(a.target, b.target) < 0.2F && a.orthographic == b.orthographic) state.camera = b;
}

}  // namespace

TEST_CASE("every row says what it is, once") {
  std::set<std::string_view> verbs;
  for (const Row& row : command_table()) {
    INFO(row.verb);
    CHECK(verbs.insert(row.verb).second);
    CHECK(*row.meaning != '\0');
    REQUIRE_FALSE(row.forms.empty());
    for (const Form& form : row.forms) CHECK(form.effect);
    CHECK(row_of(row.verb) == &row);
  }
  CHECK(row_of("no-such-verb") == nullptr);
}

TEST_CASE("every form of every row comes back from its text") {
  for (const Row& row : command_table()) {
    for (const Command& command : samples(row)) {
      const std::string text = to_text(command);
      INFO(text);
      const Result<Command> read = parse_command(text);
      REQUIRE(read);
      CHECK(*read == command);
      CHECK(to_text(*read) == text);
    }
  }
}

TEST_CASE("what every command leads to comes back from its script") {
  for (const Row& row : command_table()) {
    if (!can_be_done(row)) continue;
    for (const Command& command : samples(row)) {
      INFO(to_text(command));
      Session once = session_after(beginning);
      const auto done = once.run(command);
      if (!done) FAIL(done.error().message());
      const std::string script = script_of(once.state(), tiny());
      INFO(script);
      Session again = session_after(script);
      State there = again.state();
      forget_rounding(there, once.state());
      CHECK(there == once.state());
    }
  }
}

TEST_CASE("undo takes back or passes over as the row says") {
  for (const Row& row : command_table()) {
    if (!can_be_done(row)) continue;
    for (const Command& command : samples(row)) {
      INFO(to_text(command));
      Session session(test::tiny_body());
      REQUIRE(session.run(beginning));
      const State before = session.state();
      REQUIRE(session.run(command));
      const State after = session.state();
      if (row.undo == Undo::passes_over) {
        session.undo();  // takes the beginning back, and nothing of the command
        CHECK(session.state().pain->empty());
        State expected = session.state();
        take_what_undo_passes_over(expected, after);
        CHECK(session.state() == expected);
      } else if (!(after == before)) {
        State expected = before;
        take_what_undo_passes_over(expected, after);
        session.undo();
        CHECK(session.state() == expected);
      }
    }
  }
}

TEST_CASE("a wrong type or a number out of range is told by the argument's name") {
  for (const Row& row : command_table()) {
    for (const Form& form : row.forms) {
      for (std::size_t i = 0; i < form.slots.size(); ++i) {
        const Slot& slot = form.slots[i];
        const auto refused = [&](Argument wrong) {
          Command command{std::string(row.verb), {}};
          for (const Slot& each : form.slots) command.arguments.push_back(sample(each, 0));
          command.arguments[i] = std::move(wrong);
          INFO(to_text(command));
          if (form_of(row, command.arguments)) return;  // another form of the row takes it
          const auto next = apply(first_state(tiny()), command, tiny());
          REQUIRE_FALSE(next);
          CHECK(next.error().message().size() < 700);
          const std::string name = std::holds_alternative<Height>(slot) ? "MM" : std::holds_alternative<Place>(slot) ? "Y" : std::holds_alternative<Quoted>(slot) ? "text" : std::holds_alternative<Degrees>(slot) ? "" : usage_of(slot);
          const std::string said = next.error().message();
          const bool by_name = said.find(name) != std::string::npos || said.find("is no name") != std::string::npos || said.find("has no side") != std::string::npos ||
                               said.find(usage_of(row)) != std::string::npos || (i == 0 && said.find("expected ") != std::string::npos);
          CHECK(by_name);
        };
        const bool is_text = std::holds_alternative<Quoted>(slot);
        refused(is_text ? Argument("bare") : Argument(Text("words")));
        if (const auto* number = std::get_if<Number>(&slot)) {
          refused(number->high + 1.0F);
          refused(number->low - 1.0F);
          refused(std::nanf(""));
          refused("nonsense");
        }
        if (std::holds_alternative<Degrees>(slot)) {
          refused(-1.0F);
          refused(Percent{101.0F});
        }
        if (const auto* height = std::get_if<Height>(&slot)) {
          refused(height->number.high + 1.0F);
          refused("T13");
        }
        if (std::holds_alternative<Place>(slot)) refused(glm::vec3(0.0F, 6000.0F, 0.0F));
        if (std::holds_alternative<Words>(slot)) refused("no-such-word");
        if (std::holds_alternative<Name>(slot)) refused("no name");
      }
    }
  }
}

TEST_CASE("a switch knows which of its words the state is") {
  for (const Row& row : command_table()) {
    for (const Form& form : row.forms) {
      if (!form.holds.now || form.slots.size() != 1) continue;
      for (std::size_t which = 0; which < 4; ++which) {
        const Command command{std::string(row.verb), {sample(form.slots.front(), which)}};
        INFO(to_text(command));
        const auto next = apply(first_state(tiny()), command, tiny());
        REQUIRE(next);
        CHECK(form.holds.now(*next) == command.arguments.front());
      }
    }
  }
}

TEST_CASE("the help's notation is of the arguments") {
  CHECK(usage_of(*row_of("depth")) == "[left|right] D");
  CHECK(usage_of(*row_of("section")) == "sagittal|frontal MM | transverse MM|LEVEL | oblique AZ EL MM | facing | by MM | off");
  CHECK(usage_of(*row_of("trigger")) == "ID.SIDE on|off | none");
  CHECK(usage_of(*row_of("lens")) == "at X Y Z RADIUS D | off");
  CHECK(usage_of(*row_of("show-all")).empty());
  CHECK(usage_of(*row_of("note")) == "\"TEXT\" | none");
}
