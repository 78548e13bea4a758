#pragma once
// How Dorsum reports failure: every function that can fail on outside input returns a Result.
// Exceptions are left to programming errors and to libraries, and are caught where a library is met.

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "dorsum/core/saying.h"

namespace dorsum {

/// What kind of trouble it is; the values are the program's exit statuses (design.md).
enum class Trouble {
  bad_input = 1,       ///< a file, field or argument value is wrong
  wrong_usage = 2,     ///< the command line itself is wrong
  machine_cannot = 3,  ///< no OpenGL 4.1, no display, no space
};

/// One clear message: where (file and field, may be empty), what is wrong, and what to do about it. Who tells it to people does
/// so through the catalogue (words::Catalogue::say); what stands wrong in a file is told in English, as its fields are.
struct Error {
  Trouble trouble = Trouble::bad_input;
  Saying where;   ///< "pack/atlas.json: structures[3].layer"; empty when there is no place
  Saying reason;  ///< "expected a number from 0 to 5, found \"six\""
  Saying remedy;  ///< "use 0 for skin ... 5 for the skeleton"; may be empty

  /// The three as one line: `where: reason (remedy)`.
  [[nodiscard]] Saying saying() const;
  /// In English: for tests and logs.
  [[nodiscard]] std::string message() const { return saying().english(); }
};

template <class T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure bad_input(Saying where, Saying reason, Saying remedy = {}) {
  return Failure({Trouble::bad_input, std::move(where), std::move(reason), std::move(remedy)});
}
[[nodiscard]] inline Failure wrong_usage(Saying reason, Saying remedy = {}) {
  return Failure({Trouble::wrong_usage, {}, std::move(reason), std::move(remedy)});
}
[[nodiscard]] inline Failure machine_cannot(Saying reason, Saying remedy = {}) {
  return Failure({Trouble::machine_cannot, {}, std::move(reason), std::move(remedy)});
}

}  // namespace dorsum
