// Compares a picture with the one expected: `compare_images ACTUAL EXPECTED MAX MEAN DIFFERENCE`.
// Passes when no channel of any pixel differs by more than MAX and the mean difference is at most MEAN (both
// 0 to 255). On failure DIFFERENCE is written, so that a person can see where.

#include <fmt/format.h>

#include <cstdlib>

#include "dorsum/io/image.h"

namespace {

int fail(const dorsum::Error& error) {
  fmt::print(stderr, "compare_images: {}\n", error.message());
  return EXIT_FAILURE;
}

}  // namespace

int main(int count, char** words) {
  if (count != 6) {
    fmt::print(stderr, "usage: compare_images ACTUAL EXPECTED MAX MEAN DIFFERENCE\n");
    return 2;
  }
  const auto actual = dorsum::io::read_image(words[1]);
  if (!actual) return fail(actual.error());
  const auto expected = dorsum::io::read_image(words[2]);
  if (!expected) return fail(expected.error());
  const double most = std::strtod(words[3], nullptr), most_mean = std::strtod(words[4], nullptr);
  const auto difference = dorsum::io::difference_of(*actual, *expected);
  if (!difference) return fail(difference.error());
  fmt::print("maximum {:.1f} (at most {}), mean {:.4f} (at most {})\n", difference->maximum, most, difference->mean, most_mean);
  if (difference->maximum <= most && difference->mean <= most_mean) return EXIT_SUCCESS;
  if (const auto picture = dorsum::io::difference_picture(*actual, *expected); picture) {
    if (auto written = dorsum::io::write_png(words[5], *picture); !written) return fail(written.error());
  }
  return EXIT_FAILURE;
}
