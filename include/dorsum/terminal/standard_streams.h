#pragma once
// Standard input, output and error as they were handed over: closed ones, full disks and pipes that nobody reads any more.

#include "dorsum/core/result.h"

namespace dorsum::terminal {

/// A descriptor that was closed by whoever started us would be given to the next file that is opened, and what is printed
/// would go into it. After this, printing into what stands for a closed one fails, as it should.
void open_standard_streams();

/// What was printed is written, or why it can't be.
[[nodiscard]] Result<void> flushed();

/// What to say when printing failed with this errno: standard output is closed or its disk is full.
[[nodiscard]] Error unprinted(int problem);

}  // namespace dorsum::terminal
