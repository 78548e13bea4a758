#include "dorsum/opening/body_loader.h"

#include <exception>
#include <utility>

namespace dorsum::opening {

BodyLoader::BodyLoader(std::function<Opened(const Progress&)> open, std::function<void()> woken) {
  thread_ = std::jthread([this, open = std::move(open), woken = std::move(woken)](const std::stop_token& stop) {
    const Progress progress = [&](std::string_view what, float done) {
      {
        const std::scoped_lock lock(mutex_);
        // A step too small to be seen wakes nobody.
        if (what == now_.what && done - now_.done < 0.005F) return !stop.stop_requested();
        now_ = {std::string(what), done};
      }
      woken();
      return !stop.stop_requested();
    };
    Opened opened = bad_input({}, "opening the atlas was stopped");
    try {
      opened = open(progress);
    } catch (const std::exception& trouble) {  // out of memory, mostly
      opened = machine_cannot(std::string("the atlas could not be opened: ") + trouble.what());
    }
    {
      const std::scoped_lock lock(mutex_);
      opened_ = std::move(opened);
    }
    woken();
  });
}

BodyLoader::Now BodyLoader::now() const {
  const std::scoped_lock lock(mutex_);
  return now_;
}

std::optional<BodyLoader::Opened> BodyLoader::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(opened_, std::nullopt);
}

}  // namespace dorsum::opening
