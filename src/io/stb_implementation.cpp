// The one translation unit that holds stb's code. PNG and JPEG only, never from files (read_file.h reads).
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 16384
#define STB_IMAGE_IMPLEMENTATION
#include <stb_image.h>

// stb's own compressor takes twice as long as zlib's level 3 and makes larger files.
#include <zlib.h>

#include <cstdlib>

static unsigned char* compress_by_zlib(unsigned char* data, int length, int* compressed_length, int /*level*/) {
  uLongf room = compressBound(static_cast<uLong>(length));
  constexpr int level = 3;
  auto* const out = static_cast<unsigned char*>(std::malloc(room));  // stb frees it so
  if (out == nullptr || compress2(out, &room, data, static_cast<uLong>(length), level) != Z_OK) {
    std::free(out);
    return nullptr;
  }
  *compressed_length = static_cast<int>(room);
  return out;
}

#define STBIW_ZLIB_COMPRESS compress_by_zlib
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

// Each row as its difference from the one above: on shaded bodies as small as the best of the five ways, and one
// try in place of five.
static const int filter_up = stbi_write_force_png_filter = 2;
