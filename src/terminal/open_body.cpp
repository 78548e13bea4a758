#include "dorsum/terminal/open_body.h"

#include "dorsum/opening/open_body.h"
#include "dorsum/terminal/progress_bar.h"

namespace dorsum::terminal {

Result<std::shared_ptr<const body::Body>> open_body(const std::filesystem::path& pack) {
  ProgressBar bar;
  return opening::open_body(pack, bar.progress());
}

}  // namespace dorsum::terminal
