#include "dorsum/state/pain.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "dorsum/state/session.h"
#include "tiny_body.h"

using namespace dorsum;
using namespace dorsum::state;

namespace {

std::vector<PainStroke> strokes_after(std::string_view script, const std::shared_ptr<const body::Body>& body) {
  Session session(body);
  REQUIRE(session.run(script));
  return *session.state().pain;
}

}  // namespace

TEST_CASE("paint kept from the strokes before is the paint of all strokes") {
  const auto body = test::tiny_body();
  PaintedStrokes kept;
  std::string script;
  for (const char* more : {"pain at 0 130 1200 40", "; pain at 60 130 1250 40", "; pain erase 0 130 1200 20", "; pain add suboccipital.L"}) {
    script += more;
    const auto strokes = strokes_after(script, body);
    PaintedStrokes fresh;
    CHECK(kept.of(strokes, *body) == fresh.of(strokes, *body));
  }
  // Fewer strokes (undo), others, and none.
  for (const char* other : {"pain at 0 130 1200 40", "pain at 0 -130 1200 40", ""}) {
    const auto strokes = strokes_after(other, body);
    PaintedStrokes fresh;
    CHECK(kept.of(strokes, *body) == fresh.of(strokes, *body));
  }
}
