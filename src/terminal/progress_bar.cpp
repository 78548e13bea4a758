#include "dorsum/terminal/progress_bar.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "dorsum/terminal/interrupts.h"

namespace dorsum::terminal {
namespace {

constexpr int width = 30;

}  // namespace

ProgressBar::ProgressBar() : terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (!shown_.empty()) fmt::print(stderr, "\r\033[K");
}

Progress ProgressBar::progress() {
  return [this](std::string_view what, float done) {
    if (terminal_) show(what, done);
    return !interrupted();
  };
}

void ProgressBar::show(std::string_view what, float done) {
  const float part = std::clamp(done, 0.0F, 1.0F);
  const auto full = static_cast<std::size_t>(part * width);
  std::string line = fmt::format("[{:<{}}] {:3.0f} % {:.40}", std::string(full, '#'), width, part * 100.0F, what);
  if (line == shown_) return;
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
  shown_ = std::move(line);
}

}  // namespace dorsum::terminal
