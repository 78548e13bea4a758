#include "dorsum/workshop/validate.h"

#include <fmt/format.h>

#include <system_error>

#include "dorsum/opening/places.h"
#include "dorsum/terminal/progress_bar.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_validate(std::vector<std::filesystem::path> paths) {
  if (paths.empty()) {
    const auto places = opening::find_places();
    if (!places) return Failure(places.error());
    paths = {places->atlas, places->content};
  }
  std::size_t count = 0;
  for (const std::filesystem::path& path : paths) {
    const std::vector<Error> problems = [&] {
      terminal::ProgressBar bar;
      return workshop::problems_of(path, bar.progress());
    }();
    for (const Error& problem : problems) fmt::print(stderr, "{}\n", problem.message());
    std::error_code trouble;
    if (problems.empty() && std::filesystem::exists(path / "regions.json", trouble)) {
      const std::vector<std::string> misplaced = workshop::misplaced_on_body(path);
      for (const std::string& line : misplaced) fmt::print(stderr, "{}: on the built-in body, {}\n", path.string(), line);
      count += misplaced.size();
      if (!misplaced.empty()) {
        fmt::print("{}: {} without a place on the built-in body\n", path.string(), misplaced.size());
        continue;
      }
    }
    if (problems.empty()) {
      fmt::print("{}: good\n", path.string());
    } else {
      fmt::print("{}: {} problem{}\n", path.string(), problems.size(), problems.size() == 1 ? "" : "s");
    }
    count += problems.size();
  }
  if (count > 0) return bad_input({}, fmt::format("{} problem{} found", count, count == 1 ? "" : "s"), "see the lines above");
  return {};
}

}  // namespace dorsum::programs
