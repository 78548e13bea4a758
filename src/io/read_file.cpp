#include "dorsum/io/read_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace dorsum::io {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& file, std::size_t limit) {
  std::error_code trouble;
  const fs::file_status status = fs::status(file, trouble);
  if (status.type() == fs::file_type::not_found) return bad_input(file.string(), to_say("there is no such file"), to_say("check the path"));
  if (trouble) return bad_input(file.string(), to_fill("it can't be looked at: {}", trouble.message()), to_say("check the path and the permissions"));
  if (status.type() == fs::file_type::directory) return bad_input(file.string(), to_say("this is a folder, not a file"), to_say("name a file"));
  if (status.type() != fs::file_type::regular) return bad_input(file.string(), to_say("this is not a regular file"), to_say("name a file"));
  const auto size = fs::file_size(file, trouble);
  if (trouble) return bad_input(file.string(), to_fill("its size can't be read: {}", trouble.message()), to_say("check the permissions"));
  if (size == 0) return bad_input(file.string(), to_say("the file is empty"), to_say("fetch or make it again"));
  if (size > limit) {
    return bad_input(file.string(), to_fill("{size} bytes are more than the {most} that are read", fmt::arg("size", size), fmt::arg("most", limit)), to_say("check that this is the right file"));
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return bad_input(file.string(), errno != 0 ? to_fill("the file can't be read: {}", std::strerror(errno)) : Saying(to_say("the file got shorter while it was read")), to_say("check the permissions"));
  }
  return bytes;
}

Result<void> check_folder(const fs::path& folder, const Saying& what) {
  std::error_code trouble;
  const fs::file_status status = fs::status(folder, trouble);
  if (status.type() == fs::file_type::not_found) {
    return bad_input(folder.string(), to_say("there is no such folder"), to_fill("name the folder that holds {}", what));
  }
  if (trouble) return bad_input(folder.string(), to_fill("it can't be looked at: {}", trouble.message()), to_say("check the path and the permissions"));
  if (status.type() != fs::file_type::directory) {
    return bad_input(folder.string(), to_say("this is not a folder"), to_fill("name the folder that holds {}", what));
  }
  const fs::directory_iterator first(folder, trouble);
  if (trouble) return bad_input(folder.string(), to_fill("the folder can't be listed: {}", trouble.message()), to_say("check the permissions"));
  if (first == fs::directory_iterator()) return bad_input(folder.string(), to_say("the folder is empty"), to_fill("name the folder that holds {}", what));
  return {};
}

}  // namespace dorsum::io
