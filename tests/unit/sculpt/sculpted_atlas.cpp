#include "sculpted_atlas.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "dorsum/core/progress.h"

namespace dorsum::test {

const std::vector<sculpt::Sculpted>& sculpted_atlas() {
  static const auto atlas =
      sculpt::sculpt_atlas(std::filesystem::path(DORSUM_SOURCE_DIR) / "assets" / "sculpt", silent_progress());
  REQUIRE(atlas);
  return *atlas;
}

}  // namespace dorsum::test
