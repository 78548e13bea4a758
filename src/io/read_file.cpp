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
  if (status.type() == fs::file_type::not_found) return bad_input(file.string(), "there is no such file", "check the path");
  if (trouble) return bad_input(file.string(), "it can't be looked at: " + trouble.message(), "check the path and the permissions");
  if (status.type() == fs::file_type::directory) return bad_input(file.string(), "this is a folder, not a file", "name a file");
  if (status.type() != fs::file_type::regular) return bad_input(file.string(), "this is not a regular file", "name a file");
  const auto size = fs::file_size(file, trouble);
  if (trouble) return bad_input(file.string(), "its size can't be read: " + trouble.message(), "check the permissions");
  if (size == 0) return bad_input(file.string(), "the file is empty", "fetch or make it again");
  if (size > limit) {
    return bad_input(file.string(), fmt::format("{} bytes are more than the {} that are read", size, limit), "check that this is the right file");
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return bad_input(file.string(), fmt::format("the file can't be read: {}", errno != 0 ? std::strerror(errno) : "it got shorter"), "check the permissions");
  }
  return bytes;
}

Result<void> check_folder(const fs::path& folder, const std::string& what) {
  std::error_code trouble;
  const fs::file_status status = fs::status(folder, trouble);
  if (status.type() == fs::file_type::not_found) {
    return bad_input(folder.string(), "there is no such folder", "name the folder that holds " + what);
  }
  if (trouble) return bad_input(folder.string(), "it can't be looked at: " + trouble.message(), "check the path and the permissions");
  if (status.type() != fs::file_type::directory) {
    return bad_input(folder.string(), "this is not a folder", "name the folder that holds " + what);
  }
  const fs::directory_iterator first(folder, trouble);
  if (trouble) return bad_input(folder.string(), "the folder can't be listed: " + trouble.message(), "check the permissions");
  if (first == fs::directory_iterator()) return bad_input(folder.string(), "the folder is empty", "name the folder that holds " + what);
  return {};
}

}  // namespace dorsum::io
