#pragma once

namespace dorsum::desk {

/// What the desk is looked at through.
struct Glass {
  int width = 0, height = 0;      ///< pixels; 0: nobody sees it
  float pixels_per_point = 1.0F;  ///< more than 1 on some systems' dense screens

  [[nodiscard]] bool is_seen() const { return width > 0 && height > 0; }
};

}  // namespace dorsum::desk
