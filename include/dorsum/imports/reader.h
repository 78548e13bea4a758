#pragma once
// Files of outside are read by a process of their own, this program executed again, that may write what it found into a
// pipe and nothing else. Whatever a file does to it, here it is a message.

#include <cstddef>
#include <filesystem>

namespace dorsum::imports {

/// The argument by which a program is told that it is such a reader. No word of a user's.
inline constexpr auto reader_argument = "--read-meshes-for-another-process";

struct ReaderLimits {
  double seconds_without_progress = 60.0;
  double seconds = 900.0;                    ///< of the processor, for all that one reader reads
  std::size_t memory_bytes = std::size_t{3} * 1024U * 1024U * 1024U;  ///< beside 12 bytes for each of the file's
};

/// How readers are started.
struct ReaderSetup {
  std::filesystem::path program = "/proc/self/exe";  ///< must hand over to serve_as_reader when it is given reader_argument
  ReaderLimits limits;
};

/// What a program that was started with reader_argument does; returns its exit status.
[[nodiscard]] int serve_as_reader();

}  // namespace dorsum::imports
