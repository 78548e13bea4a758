#pragma once
// What may not be read or written, tried by one who may not: root may everything.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

namespace dorsum::test {

/// While it lives, a process of root's is nobody's; any other stays as it is. What is made meanwhile is nobody's, too.
class AsNobody {
 public:
  AsNobody() : was_root_(::geteuid() == 0) {
    if (was_root_) REQUIRE(::setresuid(nobody, nobody, 0) == 0);
  }
  ~AsNobody() {
    if (was_root_ && ::setresuid(0, 0, 0) != 0) ::abort();
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  bool was_root_;
};

}  // namespace dorsum::test
