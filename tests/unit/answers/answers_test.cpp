#include "dorsum/answers/answers.h"

#include <catch2/catch.hpp>

#include "../body/small_body.h"
#include "../stopped_by_assert.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"

using namespace dorsum;

namespace {

/// After a script, on the ball of skin with one muscle a side (small_body.h).
state::Session session_after(std::string_view script) {
  state::Session session(body::small::body());
  REQUIRE(session.run(script));
  return session;
}

answers::Answers answers_of(const state::Session& session, answers::Memo* memo = nullptr) {
  return answers::answer(session.state(), *state::stance_of(session.state(), session.body()), memo);
}

}  // namespace

TEST_CASE("Where nothing is asked nothing is answered") {
  const state::Session session = session_after("view posterior");
  const answers::Answers answers = answers_of(session);
  CHECK(answers.painted->empty());
  CHECK(answers.explanation == nullptr);
  CHECK(answers.likeliest.empty());
  CHECK(answers.probe == nullptr);
  CHECK(answers.painted_last == nullptr);
  CHECK(answers.zones_behind.empty());
}

TEST_CASE("Painted pain is explained, and as many of the likeliest are named as the state asks for") {
  state::Session session = session_after("pain at -100 0 0 20; candidates 1");
  const answers::Answers one = answers_of(session);
  REQUIRE(one.explanation);
  CHECK(one.explanation->painted_mm2 > 0.0);
  REQUIRE(one.explanation->candidates.size() == 2);
  CHECK(one.likeliest == std::vector<std::string>{"teres-major-2.R"});
  REQUIRE(session.run("candidates 3"));
  CHECK(answers_of(session).likeliest == std::vector<std::string>{"teres-major-2.R", "teres-major-1.R"});
  REQUIRE(session.run("candidates 0"));
  CHECK(answers_of(session).likeliest.empty());
}

TEST_CASE("What an answer depends on has changed, or the very same answer comes again") {
  state::Session session = session_after("pain at -100 0 0 20; probe at -100 0 0");
  answers::Memo memo;
  const answers::Answers first = answers_of(session, &memo);
  REQUIRE(first.explanation);
  REQUIRE(first.probe);
  REQUIRE(first.painted_last);

  REQUIRE(session.run("candidates 2; view left; depth 2"));
  const answers::Answers same = answers_of(session, &memo);
  CHECK(same.painted == first.painted);
  CHECK(same.explanation == first.explanation);
  CHECK(same.probe == first.probe);
  CHECK(same.painted_last == first.painted_last);

  REQUIRE(session.run("pain at 100 0 0 10; probe at 100 0 0"));
  const answers::Answers other = answers_of(session, &memo);
  CHECK(other.explanation->painted_mm2 > first.explanation->painted_mm2);
  CHECK(other.probe->probe.skin.rest.x > 0.0F);
  REQUIRE(*other.painted_last);
  CHECK((*other.painted_last)->probe.skin.rest.x > 0.0F);

  REQUIRE(session.run("pain clear; probe off"));
  const answers::Answers none = answers_of(session, &memo);
  CHECK(none.explanation == nullptr);
  CHECK(none.painted->empty());
  CHECK(none.probe == nullptr);
  CHECK(none.painted_last == nullptr);
}

TEST_CASE("With a memo and without one the answers are equal") {
  state::Session session = session_after("view posterior");
  answers::Memo memo;
  for (const char* script : {"pain at -100 0 0 20", "candidates 2", "pain add shoulder-tip.L", "trigger teres-major-1.R on", "probe at 0 100 0",
                             "view anterior", "pain erase -100 0 0 30", "probe off", "pain clear"}) {
    INFO(script);
    REQUIRE(session.run(script));
    const answers::Answers kept = answers_of(session, &memo), fresh = answers_of(session);
    CHECK(*kept.painted == *fresh.painted);
    REQUIRE((kept.explanation == nullptr) == (fresh.explanation == nullptr));
    if (kept.explanation) CHECK(kept.explanation->painted_mm2 == fresh.explanation->painted_mm2);
    CHECK(kept.likeliest == fresh.likeliest);
    REQUIRE((kept.probe == nullptr) == (fresh.probe == nullptr));
    if (kept.probe) CHECK(kept.probe->probe.skin.rest == fresh.probe->probe.skin.rest);
    CHECK((kept.painted_last == nullptr) == (fresh.painted_last == nullptr));
    CHECK(kept.zones_behind == fresh.zones_behind);
  }
}

TEST_CASE("Beneath a spot lie the muscle under it and the points that a thumb reaches there") {
  const state::Session session = session_after("probe at -100 0 0");
  const answers::Answers answers = answers_of(session);
  REQUIRE(answers.probe);
  REQUIRE(answers.probe->probe.layers.size() == 1);
  CHECK(session.body().atlas().structures[answers.probe->probe.layers.front().structure].id == "teres-major.R");
  REQUIRE_FALSE(answers.probe->reached.empty());
  for (const body::ReachedPoint& point : answers.probe->reached) CHECK(session.body().triggers()[point.trigger].id.ends_with(".R"));
}

TEST_CASE("The spot painted last is one of a brush that paints: neither a region nor what was erased") {
  state::Session session = session_after("pain at -100 0 0 20; pain add shoulder-tip.L; pain erase 100 0 0 5");
  const answers::Answers answers = answers_of(session);
  REQUIRE(answers.painted_last);
  REQUIRE(*answers.painted_last);
  CHECK((*answers.painted_last)->probe.skin.rest.x < 0.0F);
}

TEST_CASE("Zones that face away from the eye are told of, while zones are lit") {
  // The main zone of the first point lies on the back.
  state::Session session = session_after("trigger teres-major-1.R on; view anterior");
  const auto away = answers_of(session).zones_behind;
  REQUIRE_FALSE(away.empty());
  const auto on_the_back = [&](std::uint32_t zone) { return session.body().zones()[zone].region == "interscapular"; };
  CHECK(std::any_of(away.begin(), away.end(), on_the_back));
  REQUIRE(session.run("view posterior"));
  const auto behind = answers_of(session).zones_behind;
  CHECK(std::none_of(behind.begin(), behind.end(), on_the_back));
  REQUIRE(session.run("view anterior; zones off"));
  CHECK(answers_of(session).zones_behind.empty());
}

TEST_CASE("What was kept of another body is not taken for this one's") {
  const state::Session session = session_after("view posterior");
  answers::Memo memo;
  static_cast<void>(answers_of(session, &memo));
  CHECK_FALSE(test::stopped_by_assert([&] { static_cast<void>(answers_of(session, &memo)); }));
  memo.painted = std::make_shared<const body::PaintedSkin>(3, 1.0F);
  CHECK(test::stopped_by_assert([&] { static_cast<void>(answers_of(session, &memo)); }));
}
