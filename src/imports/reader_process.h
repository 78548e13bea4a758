#pragma once
// The side that asks (reader.h): one process that reads one file after the other.

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/imports/reader.h"
#include "findings.h"
#include "gltf_reader.h"
#include "reader_protocol.h"

namespace dorsum::imports {

/// Told how far the reading is; false ends it.
using KeepReading = std::function<bool(float done)>;

struct ArchiveEntry {
  std::string name;
  std::uint64_t bytes = 0;
  std::string head;  ///< its first bytes, at most entry_head_bytes
};

class ReaderProcess {
 public:
  /// `archive`: a file that the reader may read as well, for open_zip; -1: none. `file_bytes`: how large what it will read is.
  [[nodiscard]] static Result<ReaderProcess> start(const ReaderSetup& setup, std::size_t file_bytes, int archive = -1);
  ~ReaderProcess();
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&&) = delete;

  /// `format` is the file's extension without its dot, in small letters; `name` stands for the file in messages.
  [[nodiscard]] Result<Findings> read(const std::string& format, const std::string& name, std::string_view bytes, const FileBeside& beside, const KeepReading& go_on);
  [[nodiscard]] Result<std::vector<ArchiveEntry>> open_zip(const std::string& name, const KeepReading& go_on);
  [[nodiscard]] Result<std::string> extract(std::size_t entry, std::size_t bytes, const KeepReading& go_on);

 private:
  struct Frame {
    FrameKind kind{};
    std::string bytes;
  };
  ReaderProcess(pid_t process, int requests, int findings, const ReaderSetup& setup);
  [[nodiscard]] Result<void> send(FrameKind kind, std::string_view a, std::string_view b, const KeepReading& go_on);
  /// The next frame that is not progress.
  [[nodiscard]] Result<Frame> receive(std::size_t most_bytes, const KeepReading& go_on);
  [[nodiscard]] Result<Frame> answer(FrameKind wanted, std::size_t most_bytes, const FileBeside& beside, const KeepReading& go_on);
  [[nodiscard]] Error failure_in(const Frame& frame) const;
  [[nodiscard]] Error ended();
  void end();
  [[nodiscard]] std::optional<Error> waited(double& since, const KeepReading& go_on);

  pid_t process_ = -1;
  int requests_ = -1, findings_ = -1;
  ReaderSetup setup_;
  std::string name_ = "the file";
  float done_ = 0.0F;
};

}  // namespace dorsum::imports
