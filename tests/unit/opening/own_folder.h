#pragma once
// A folder of a test's own, gone with it.

#include <unistd.h>

#include <filesystem>
#include <string>

namespace dorsum::opening::test {

class OwnFolder {
 public:
  explicit OwnFolder(const std::string& name) : path_(std::filesystem::temp_directory_path() / ("dorsum-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~OwnFolder() {
    std::error_code trouble;
    std::filesystem::remove_all(path_, trouble);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace dorsum::opening::test
