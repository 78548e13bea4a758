#pragma once
// Writing whole or not at all: the new file or folder is made beside its place under a hidden name that
// carries the process id, brought to the disk, and moved into place by one rename. What a killed process
// left is swept up by the next writer of the same name.

#include <filesystem>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"

namespace dorsum::io {

/// Whether a file must be whole after a power cut too, which takes waiting for the disk, or only for who reads it now.
enum class Lasting : bool { now, always };

/// Replaces `file` by one with these bytes. Its folder must exist. Where `file` is a link, the file that it names is replaced and
/// the link stays; a pipe, a terminal or a device is written into. No room on the disk and a closed pipe are Trouble::machine_cannot.
[[nodiscard]] Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes, Lasting lasting = Lasting::always);

/// Whether something can be made beside `place`, in the nearest folder above it that is there already.
[[nodiscard]] Result<void> check_writable_beside(const std::filesystem::path& place);

/// A folder being written. Gone with everything in it unless it was put in place.
class PartialFolder {
 public:
  /// Makes the hidden folder beside `place`, whose parent is made where it is missing.
  [[nodiscard]] static Result<PartialFolder> beside(const std::filesystem::path& place);
  ~PartialFolder();
  PartialFolder(PartialFolder&& other) noexcept;
  PartialFolder& operator=(PartialFolder&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return partial_; }
  /// Moves it to its place; what was there before is exchanged with it and then removed.
  [[nodiscard]] Result<void> put_in_place();

 private:
  PartialFolder(std::filesystem::path place, std::filesystem::path partial);
  std::filesystem::path place_;
  std::filesystem::path partial_;  ///< empty once it is in place
};

}  // namespace dorsum::io
