// A recipe, read and sculpted.

#include "harness.h"
#include "recipe.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  std::filesystem::create_directories(scratch() / "bones");
  const std::filesystem::path file = scratch() / "bones" / "one.json";
  write(file, bytes);
  const auto recipe = sculpt::read_recipe(file, scratch());
  if (good_or_told(recipe)) good_or_told(sculpt::surface_of(*recipe, {}));
}

}  // namespace dorsum::fuzz
