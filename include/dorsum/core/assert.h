#pragma once
// The standard assert, for mistakes of programmers at the borders of modules; what users and files do wrong is a Failure
// (result.h). It is on where the tests are built, in optimised builds too (DORSUM_ASSERTS in src/modules.cmake).
#ifdef DORSUM_ASSERTS
#undef NDEBUG
#endif
#include <cassert>  // NOLINT: it may come again with another NDEBUG
