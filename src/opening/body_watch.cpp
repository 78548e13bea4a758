#include "dorsum/opening/body_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>

namespace dorsum::opening {
namespace {

namespace fs = std::filesystem;

constexpr double between_looks = 1.0;  ///< seconds

void add_file(std::vector<std::string>& lines, const fs::path& file) {
  std::error_code trouble;
  const auto size = fs::file_size(file, trouble);
  const auto time = fs::last_write_time(file, trouble);
  lines.push_back(trouble ? file.string() + " gone" : fmt::format("{} {} {}", file.string(), size, time.time_since_epoch().count()));
}

}  // namespace

std::string stamp_of(const std::vector<fs::path>& places) {
  std::vector<std::string> lines;
  for (const fs::path& place : places) {
    std::error_code trouble;
    if (!fs::is_directory(place, trouble)) {
      add_file(lines, place);
      continue;
    }
    for (fs::recursive_directory_iterator entry(place, trouble), end; !trouble && entry != end; entry.increment(trouble)) {
      std::error_code ignored;
      if (entry->is_regular_file(ignored)) add_file(lines, entry->path());
    }
  }
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}", fmt::join(lines, "\n"));
}

BodyWatch::BodyWatch(std::vector<fs::path> places, BodyLoader::Task open, std::function<void()> woken)
    : places_(std::move(places)), open_(std::move(open)), woken_(std::move(woken)) {}

std::optional<BodyLoader::Outcome> BodyWatch::look(double now) {
  if (loader_) {
    auto opened = loader_->take();
    if (opened) loader_.reset();
    return opened;
  }
  if (stamp_.ready()) judge(stamp_.take());
  if (!loader_ && !stamp_.expected() && now >= next_look_) {
    next_look_ = now + between_looks;
    stamp_ = later([places = places_] { return stamp_of(places); }, woken_);
  }
  return std::nullopt;
}

void BodyWatch::judge(std::string stamp) {
  const bool rested = stamp == std::exchange(last_, stamp);
  const bool asked = std::exchange(asked_, false);
  if (!open_stamp_) open_stamp_ = stamp;
  if (!asked && (stamp == open_stamp_ || !rested)) return;
  open_stamp_ = std::move(stamp);  // also when it can't be opened: the next change is the next try
  loader_.emplace(open_, woken_);
}

double BodyWatch::due() const { return loader_ ? std::numeric_limits<double>::infinity() : next_look_; }

}  // namespace dorsum::opening
