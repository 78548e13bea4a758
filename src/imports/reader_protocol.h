#pragma once
// What the process that asks and the one that reads say to each other: frames of a kind (one byte), a length (eight) and
// that many bytes.

#include <cstdint>

namespace dorsum::imports {

enum class FrameKind : std::uint8_t {
  // to the reader
  read_mesh = 'R',    ///< format, name, bytes of a file
  file_beside = 'A',  ///< 1 and the bytes that were needed, or 0
  open_zip = 'Z',     ///< name; the archive is the descriptor archive_descriptor
  extract = 'X',      ///< number of an entry
  // from the reader
  progress = 'P',     ///< a float, 0 to 1
  need_file = 'N',    ///< the name of a file beside the one that is read
  findings = 'F',     ///< findings.h
  entries = 'L',      ///< of an archive: count, then name, size and first bytes of each
  bytes = 'B',        ///< of an entry
  failed = 'E',       ///< trouble, where, reason, remedy
};

inline constexpr std::size_t frame_header_bytes = 9;
inline constexpr int requests_descriptor = 0, findings_descriptor = 1, archive_descriptor = 3;
inline constexpr std::size_t entry_head_bytes = 4096;   ///< of an archive's entry: enough for the header of a mesh
inline constexpr std::size_t most_entries = 100'000;

}  // namespace dorsum::imports
