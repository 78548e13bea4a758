// dorsum_help: runs at build time and writes the manual page and the shells' completions into a folder.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "command_line.h"
#include "writers.h"

namespace help = dorsum::help;

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "dorsum_help: give one folder to write to\n");
    return static_cast<int>(dorsum::Trouble::wrong_usage);
  }
  const std::filesystem::path folder = words[1];
  dorsum::programs::CommandLine line;
  const auto commands = help::entries(line.app());
  const auto write = [&folder](const char* name, const std::string& text) {
    std::ofstream file(folder / name, std::ios::binary);
    file << text;
    return static_cast<bool>(file.flush());
  };
  std::filesystem::create_directories(folder);
  if (write("dorsum.1", help::manual_page(commands, DORSUM_VERSION)) && write("dorsum.bash", help::bash_completion(commands)) &&
      write("_dorsum", help::zsh_completion(commands)) && write("dorsum.fish", help::fish_completion(commands))) {
    return 0;
  }
  fmt::print(stderr, "dorsum_help: {} can't be written\n", folder.string());
  return static_cast<int>(dorsum::Trouble::machine_cannot);
}
