#include "dorsum/opening/body_loader.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <utility>

namespace dorsum::opening {

struct BodyLoader::Shared {
  std::mutex mutex;
  Now now;
  std::atomic<bool> stops{false};
};

BodyLoader::BodyLoader(Open open, std::function<void()> woken) : shared_(std::make_unique<Shared>()) {
  const auto work = [shared = shared_.get(), open = std::move(open), woken]() -> Opened {
    const Progress progress = [&](std::string_view what, float done) {
      {
        const std::scoped_lock lock(shared->mutex);
        // A step too small to be seen wakes nobody.
        if (what == shared->now.what && done - shared->now.done < 0.005F) return !shared->stops;
        shared->now = {std::string(what), done};
      }
      woken();
      return !shared->stops;
    };
    try {
      return open(progress);
    } catch (const std::exception& trouble) {  // out of memory, mostly
      return machine_cannot(std::string("the atlas could not be opened: ") + trouble.what());
    }
  };
  opened_ = later(work, std::move(woken));
}

BodyLoader::~BodyLoader() { shared_->stops = true; }

BodyLoader::Now BodyLoader::now() const {
  const std::scoped_lock lock(shared_->mutex);
  return shared_->now;
}

std::optional<BodyLoader::Opened> BodyLoader::take() {
  if (!opened_.ready()) return std::nullopt;
  return opened_.take();
}

}  // namespace dorsum::opening
