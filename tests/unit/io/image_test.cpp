#include "dorsum/io/image.h"

#include <catch2/catch.hpp>

#include "small_pack.h"

using namespace dorsum;
using io::Image;
using io::test::read_text;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

Image gradient(int width, int height) {
  Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int value : {x * 3, y * 5, x * y, 255 - x}) image.rgba.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return image;
}

std::string message_of(const std::filesystem::path& file) {
  const auto read = io::read_image(file);
  REQUIRE_FALSE(read);
  return read.error().message();
}

}  // namespace

TEST_CASE("a PNG comes back pixel by pixel") {
  const TemporaryFolder folder;
  const Image image = gradient(37, 21);
  REQUIRE(io::write_png(folder.path() / "a.png", image));
  const auto read = io::read_image(folder.path() / "a.png");
  REQUIRE(read);
  CHECK(read->width == 37);
  CHECK(read->height == 21);
  CHECK(read->rgba == image.rgba);
}

TEST_CASE("what is no picture is refused with the file's name") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.png";
  CHECK(message_of(file).find("there is no such file") != std::string::npos);
  write_text(file, "");
  CHECK(message_of(file).find("empty") != std::string::npos);
  write_text(file, "this is a letter");
  CHECK(message_of(file).find("a.png: this is not a picture") != std::string::npos);
  CHECK(message_of(folder.path()).find("folder") != std::string::npos);
}

TEST_CASE("a damaged picture is refused") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.png";
  REQUIRE(io::write_png(file, gradient(64, 64)));
  const std::string whole = read_text(file);
  for (const std::size_t part : {1, 2, 5, 9}) {
    write_text(file, whole.substr(0, whole.size() * part / 10));
    CHECK_FALSE(io::read_image(file));
  }
  write_text(file, whole.substr(0, whole.size() - 12));  // only the IEND chunk is missing
  CHECK(message_of(file).find("cut short") != std::string::npos);

  std::string huge = whole;  // IHDR's width, big-endian, after the signature, a length and a type
  huge[16] = 0;
  huge[17] = 1;
  write_text(file, huge);
  CHECK_FALSE(io::read_image(file));

  for (std::size_t at = 0; at < whole.size(); ++at) {  // no crash, whatever comes
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
    write_text(file, damaged);
    static_cast<void>(io::read_image(file));
  }
}

TEST_CASE("an image that contradicts itself is not written") {
  const TemporaryFolder folder;
  CHECK_FALSE(io::write_png(folder.path() / "a.png", Image{10, 10, std::vector<std::uint8_t>(12)}));
  CHECK_FALSE(io::write_png(folder.path() / "a.png", Image{0, 0, {}}));
  CHECK_FALSE(io::write_png(folder.path() / "no" / "a.png", gradient(4, 4)));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("differences have known answers") {
  Image a{2, 1, {10, 20, 30, 255, 0, 0, 0, 255}};
  Image b = a;
  CHECK(io::difference_of(a, b)->maximum == 0.0);
  b.rgba[1] = 24;
  b.rgba[4] = 12;
  const auto difference = io::difference_of(a, b);
  REQUIRE(difference);
  CHECK(difference->maximum == 12.0);
  CHECK(difference->mean == Approx(16.0 / 8.0));
  const auto picture = io::difference_picture(a, b);
  REQUIRE(picture);
  CHECK(picture->rgba == std::vector<std::uint8_t>{0, 32, 0, 255, 96, 0, 0, 255});
  CHECK_FALSE(io::difference_of(a, gradient(3, 3)));
  CHECK_FALSE(io::difference_picture(a, gradient(3, 3)));
}
