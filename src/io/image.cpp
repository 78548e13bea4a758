#include "dorsum/io/image.h"

#include <fmt/format.h>

#include <climits>
#include <memory>

#define STBI_NO_STDIO
#include <stb_image.h>
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

#include "dorsum/io/read_file.h"
#include "dorsum/io/whole_file.h"

namespace dorsum::io {
namespace {

constexpr std::size_t max_image_bytes = 256U * 1024U * 1024U;
constexpr int max_side = 16384;
constexpr auto name_a_picture = to_say("name a PNG or JPEG picture");

/// stb reports failure through a static text; it may be null.
std::string stb_reason() {
  const char* const reason = stbi_failure_reason();
  return reason != nullptr ? reason : "unknown format";
}

/// stb reads some cut PNGs as if they were whole; a whole one ends with an IEND chunk.
bool cut_png(std::string_view bytes) {
  constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8), end("IEND\xae\x42\x60\x82", 8);
  return bytes.starts_with(signature) && bytes.find(end) == std::string_view::npos;
}

}  // namespace

Result<Image> read_image(const std::filesystem::path& file) {
  const auto bytes = read_file(file, max_image_bytes);
  if (!bytes) return Failure(bytes.error());
  const auto* const data = reinterpret_cast<const stbi_uc*>(bytes->data());
  const int length = static_cast<int>(bytes->size());  // at most 256 MiB
  Image image;
  int channels = 0;
  if (stbi_info_from_memory(data, length, &image.width, &image.height, &channels) == 0) {
    return bad_input(file.string(), to_fill("this is not a picture that can be read: {}", stb_reason()), name_a_picture);
  }
  if (image.width <= 0 || image.height <= 0 || image.width > max_side || image.height > max_side) {
    return bad_input(file.string(), to_fill("the picture is {width} x {height} pixels", fmt::arg("width", image.width), fmt::arg("height", image.height)),
                     to_fill("use one of at most {} on a side", max_side));
  }
  if (cut_png(*bytes)) return bad_input(file.string(), to_say("the picture is cut short"), to_say("fetch or make it again"));
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
      stbi_load_from_memory(data, length, &image.width, &image.height, &channels, 4), &stbi_image_free);
  if (!pixels) return bad_input(file.string(), to_fill("the picture is damaged: {}", stb_reason()), to_say("fetch or make it again"));
  const std::size_t size = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  image.rgba.assign(pixels.get(), pixels.get() + size);
  return image;
}

Result<void> write_png(const std::filesystem::path& file, const Image& image) {
  const std::size_t size = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  if (image.width <= 0 || image.height <= 0 || image.width > max_side || image.height > max_side || image.rgba.size() != size) {
    return bad_input(file.string(), to_fill("{width} x {height} pixels can't be written", fmt::arg("width", image.width), fmt::arg("height", image.height)),
                     to_fill("use 1 to {} on a side", max_side));
  }
  std::string bytes;
  const auto append = [](void* context, void* data, int count) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(count));
  };
  if (stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), image.width * 4) == 0) {
    return machine_cannot(to_fill("there is not enough memory to write {}", file.string()));
  }
  return write_whole_file(file, bytes);
}

}  // namespace dorsum::io
