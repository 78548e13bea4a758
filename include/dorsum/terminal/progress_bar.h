#pragma once
// A bar on stderr while something long goes on; nothing where stderr is no terminal.

#include <string>

#include "dorsum/core/progress.h"

namespace dorsum::terminal {

class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();  ///< wipes the bar
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// To hand to long work; stops it when interrupted (interrupts.h). The bar must outlive it.
  [[nodiscard]] Progress progress();

 private:
  void show(std::string_view what, float done);
  bool terminal_;
  std::string shown_;
};

}  // namespace dorsum::terminal
