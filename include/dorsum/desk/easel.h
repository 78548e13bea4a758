#pragma once
// What the desk needs of whoever draws its picture: module easel's by a graphics card, a test's own by nothing at all.

#include <memory>
#include <span>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"
#include "dorsum/drawing/scene.h"

namespace dorsum::desk {

class Easel {
 public:
  /// Where in the window the picture stands, pixels from its lower left corner.
  struct Stand {
    int left = 0, bottom = 0, width = 0, height = 0;
  };

  virtual ~Easel() = default;

  /// Another body to draw from now on.
  virtual void take(std::shared_ptr<const body::Body> body) = 0;
  /// Whether it draws so slowly that a light picture comes first, and a full one when nothing moves any more.
  [[nodiscard]] virtual bool slow() const = 0;
  /// Draws anew, one scene or several side by side, `width` and `height` pixels together, and keeps the picture.
  [[nodiscard]] virtual Result<void> draw(std::span<const drawing::Scene> scenes, int width, int height, bool light) = 0;
  /// Makes the picture of the one scene drawn last finer; whether it can be made finer still. Fails as draw.
  [[nodiscard]] virtual Result<bool> refine(const drawing::Scene& scene) = 0;
  /// Whether zones glow in the picture that it keeps.
  [[nodiscard]] virtual bool glows() const = 0;
  /// Puts the picture it keeps into the window, zones glowing so brightly (0 to 1) in the part `glowing`.
  virtual void show(const Stand& whole, const Stand& glowing, float brightness) = 0;
};

}  // namespace dorsum::desk
