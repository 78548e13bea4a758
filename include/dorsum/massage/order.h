#pragma once
// Which strokes are asked for.

#include <optional>
#include <string>

#include "dorsum/body/place.h"
#include "dorsum/core/side.h"

namespace dorsum::massage {

struct Order {
  std::string technique;             ///< id
  std::optional<Side> side;          ///< none: both
  std::string on;                    ///< a structure, muscle or trigger point; empty: the technique's own strokes
  std::optional<body::Place> at;     ///< where on it; none: its own place
  friend bool operator==(const Order&, const Order&) = default;
};

}  // namespace dorsum::massage
