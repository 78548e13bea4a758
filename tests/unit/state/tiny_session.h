#pragma once
// A session on the tiny body, after some commands.

#include <catch2/catch.hpp>
#include <memory>
#include <string_view>

#include "dorsum/state/session.h"
#include "tiny_body.h"

namespace dorsum::state::test {

inline Session session_after(std::string_view script) {
  Session session(tiny_body());
  REQUIRE(session.run(script));
  return session;
}

}  // namespace dorsum::state::test
