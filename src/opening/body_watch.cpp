#include "dorsum/opening/body_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <system_error>
#include <utility>

namespace dorsum::opening {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_looks{1000};

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

BodyWatch::BodyWatch(std::vector<fs::path> places, std::function<BodyLoader::Opened(const Progress&)> open, std::function<void()> woken)
    : places_(std::move(places)), open_(std::move(open)), woken_(std::move(woken)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void BodyWatch::ask() {
  {
    const std::scoped_lock lock(mutex_);
    asked_ = true;
  }
  asked_for_.notify_all();
}

std::optional<BodyLoader::Opened> BodyWatch::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(opened_, std::nullopt);
}

void BodyWatch::run(const std::stop_token& stop) {
  std::string open_stamp = stamp_of(places_);  // of the body that is open
  std::string last = open_stamp;
  while (!stop.stop_requested()) {
    bool asked = false;
    {
      std::unique_lock lock(mutex_);
      asked_for_.wait_for(lock, stop, between_looks, [this] { return asked_; });
      asked = std::exchange(asked_, false);
    }
    if (stop.stop_requested()) return;
    std::string now = stamp_of(places_);
    const bool rested = now == last;
    last = now;
    if (!asked && (now == open_stamp || !rested)) continue;
    open_stamp = std::move(now);  // also when it can't be opened: the next change is the next try
    BodyLoader::Opened opened = bad_input({}, "opening the atlas was stopped");
    try {
      opened = open_([&stop](std::string_view, float) { return !stop.stop_requested(); });
    } catch (const std::exception& trouble) {  // out of memory, mostly
      opened = machine_cannot(std::string("the atlas could not be opened: ") + trouble.what());
    }
    {
      const std::scoped_lock lock(mutex_);
      opened_ = std::move(opened);
    }
    woken_();
  }
}

}  // namespace dorsum::opening
