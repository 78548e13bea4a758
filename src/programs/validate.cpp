#include "dorsum/workshop/validate.h"

#include <fmt/format.h>

#include <system_error>

#include "dorsum/opening/places.h"
#include "dorsum/terminal/progress_bar.h"
#include "programs.h"

namespace dorsum::programs {

Result<void> run_validate(std::vector<std::filesystem::path> paths, const words::Catalogue& words) {
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
    for (const Error& problem : problems) fmt::print(stderr, "{}\n", words.say(problem.saying()));
    std::error_code trouble;
    if (problems.empty() && std::filesystem::exists(path / "regions.json", trouble)) {
      const std::vector<Saying> misplaced = workshop::misplaced_on_body(path);
      for (const Saying& each : misplaced)
        fmt::print(stderr, "{}\n", words.say_filled("{file}: on the built-in body, {problem}", fmt::arg("file", path.string()), fmt::arg("problem", words.say(each))));
      count += misplaced.size();
      if (!misplaced.empty()) {
        fmt::print("{}\n", words.say_filled("{file}: {count} without a place on the built-in body", fmt::arg("file", path.string()), fmt::arg("count", misplaced.size())));
        continue;
      }
    }
    if (problems.empty()) {
      fmt::print("{}\n", words.say_filled("{}: good", path.string()));
    } else {
      fmt::print("{}\n", words.say_counted("{file}: {count} problem", "{file}: {count} problems", problems.size(), fmt::arg("file", path.string()), fmt::arg("count", problems.size())));
    }
    count += problems.size();
  }
  if (count > 0) return bad_input({}, count == 1 ? Saying(to_say("1 problem found")) : to_fill("{} problems found", count), to_say("see the lines above"));
  return {};
}

}  // namespace dorsum::programs
