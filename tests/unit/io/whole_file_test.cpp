// Where files are written to: links, pipes, devices, places that may not be written.

#include "dorsum/io/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "../as_nobody.h"
#include "../stopped_by_assert.h"
#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::read_text;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace fs = std::filesystem;

TEST_CASE("a link stays and its target is written, there already or not") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "far");
  write_text(folder.path() / "far" / "real", "old");
  fs::create_symlink("far/real", folder.path() / "link");
  fs::create_symlink("link", folder.path() / "link-to-link");
  fs::create_symlink("far/new", folder.path() / "dangling");
  REQUIRE(io::write_whole_file(folder.path() / "link-to-link", "new"));
  REQUIRE(io::write_whole_file(folder.path() / "dangling", "made"));
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(fs::is_symlink(folder.path() / "link-to-link"));
  CHECK(fs::is_symlink(folder.path() / "dangling"));
  CHECK(read_text(folder.path() / "far" / "real") == "new");
  CHECK(read_text(folder.path() / "far" / "new") == "made");
}

TEST_CASE("a pack goes where a link to a folder leads") {
  const TemporaryFolder folder;
  const auto pack = io::test::small_pack();
  REQUIRE(io::write_pack(folder.path() / "real", pack.atlas, pack.meshes));
  fs::create_directory_symlink("real", folder.path() / "link");
  REQUIRE(io::write_pack(folder.path() / "link", pack.atlas, pack.meshes));
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(fs::is_directory(folder.path() / "real"));
}

TEST_CASE("a pipe is written into, and stays") {
  const TemporaryFolder folder;
  const fs::path pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string got;
  std::thread reader([&] { got = read_text(pipe); });
  const std::string bytes(300'000, 'x');  // more than a pipe holds
  const auto written = io::write_whole_file(pipe, bytes);
  reader.join();
  CHECK(written);
  CHECK(got == bytes);
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a device is written into and never replaced; a full one is the machine's fault") {
  CHECK(io::write_whole_file("/dev/null", "bytes"));
  CHECK(fs::is_character_file("/dev/null"));
  const auto full = io::write_whole_file("/dev/full", "bytes");
  REQUIRE_FALSE(full);
  CHECK(full.error().trouble == Trouble::machine_cannot);
  CHECK(full.error().message().find("/dev/full") != std::string::npos);
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a place that may not be written is told with one that may") {
  const test::AsNobody nobody;
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "closed");
  fs::permissions(folder.path() / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  const auto refused = io::write_whole_file(folder.path() / "closed" / "a.png", "bytes");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().remedy.english().find("a.png") != std::string::npos);
  CHECK_FALSE(io::check_pack_place(folder.path() / "closed" / "deep" / "pack"));
  CHECK(io::check_pack_place(folder.path() / "open" / "deep" / "pack"));
}

TEST_CASE("a folder is put in its place once") {
  const TemporaryFolder folder;
  auto made = io::PartialFolder::beside(folder.path() / "new");
  REQUIRE(made);
  REQUIRE(made->put_in_place());
  CHECK(test::stopped_by_assert([&] { static_cast<void>(made->put_in_place()); }));
}
