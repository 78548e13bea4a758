// The standard assert, for mistakes of programmers at the borders of modules; what users and files do wrong is a Failure
// (result.h). It is on where the tests are built, in optimised builds too (DORSUM_ASSERTS in CMakeLists.txt), but not for the
// libraries that look at NDEBUG. Without #pragma once: one of those may have included <cassert> again meanwhile.
#if defined(DORSUM_ASSERTS) && defined(NDEBUG)
#undef NDEBUG
#include <cassert>  // NOLINT
#define NDEBUG 1
#else
#include <cassert>  // NOLINT
#endif
