#pragma once
// What the desk needs of whoever opens files that are handed to it: module sitting's reads them, a test's own hands over what
// it has.

#include <memory>
#include <optional>
#include <string>

#include "dorsum/body/body.h"
#include "dorsum/ui/open_box.h"

namespace dorsum::desk {

class Opener {
 public:
  /// Something for the desk: another body, or a script to run on the one that is there.
  struct Arrival {
    std::shared_ptr<const body::Body> body;
    std::string script;
  };

  virtual ~Opener() = default;

  /// What it shows; outlives the desk.
  [[nodiscard]] virtual ui::OpenBox& box() = 0;
  virtual void follow(const ui::OpenAsk& ask) = 0;
  /// Looks after its work, before each frame; whether the box shows something else than before.
  [[nodiscard]] virtual bool look() = 0;
  /// What has come for the desk, once.
  [[nodiscard]] virtual std::optional<Arrival> take() = 0;
};

}  // namespace dorsum::desk
