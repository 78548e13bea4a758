#include "dorsum/opening/places.h"

#include <array>
#include <span>
#include <string>
#include <system_error>

#include "dorsum/io/read_file.h"

namespace dorsum::opening {

namespace fs = std::filesystem;

Result<Places> find_places() {
  std::error_code trouble;
  const fs::path program = fs::read_symlink("/proc/self/exe", trouble);
  if (trouble) return machine_cannot(to_fill("the program can't find itself: {}", trouble.message()), to_say("mount /proc"));
  const fs::path installed = program.parent_path().parent_path() / "share" / "dorsum";
  const fs::path built = program.parent_path() / "atlas";
  const fs::path sources = DORSUM_ASSETS_DIR;
  if (fs::exists(installed / "structures.json", trouble)) {
    return Places{installed / "atlas", installed / "content", installed / "structures.json",
                  installed / "regions.json", installed / "motion.json", installed / "sculpt", installed / "attachments.json", installed / "words"};
  }
  if (fs::exists(sources / "structures.json", trouble)) {
    return Places{built, sources / "content", sources / "structures.json", sources / "regions.json", sources / "motion.json", sources / "sculpt",
                  sources / "attachments.json", sources / "words"};
  }
  return bad_input(installed.string(), to_say("the program's own files are not there"), to_say("install it again, or build it with ./run.sh"));
}

FontPlaces find_fonts() {
  static constexpr std::array folders{"/usr/share/fonts/opentype/inter/", "/usr/share/fonts/truetype/inter/", "/usr/share/fonts/inter/",
                                      "/usr/local/share/fonts/inter/"};
  for (const char* folder : folders)
    for (const char* ending : {".otf", ".ttf"}) {
      const auto face = [&](const char* name) { return std::string(folder) + "Inter-" + name + ending; };
      std::error_code ignored;
      if (fs::exists(face("Regular"), ignored) && fs::exists(face("SemiBold"), ignored) && fs::exists(face("Italic"), ignored))
        return {face("Regular"), face("SemiBold"), face("Italic")};
    }
  return {};
}

FontBytes read_fonts() {
  const FontPlaces places = find_fonts();
  const auto bytes_of = [](const std::string& file) {
    const auto text = io::read_file(file);
    const auto bytes = std::as_bytes(text ? std::span<const char>(*text) : std::span<const char>());
    return std::vector<std::byte>(bytes.begin(), bytes.end());
  };
  if (places.regular.empty()) return {};
  return {bytes_of(places.regular), bytes_of(places.italic)};
}

}  // namespace dorsum::opening
