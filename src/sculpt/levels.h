#pragma once
// Heights of the body that figures are given at: the middle of a vertebra's body ("T6"), the promontory's vertebra
// ("S1"), the upper end of the hip joint ("hip").

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "form.h"

namespace dorsum::sculpt {

class Levels {
 public:
  /// Measured on the discs and the femur of a body.
  explicit Levels(const Deeper& bones);

  struct Place {
    float z = 0.0F;  ///< mm
    float y = 0.0F;  ///< mm: of the middle of the vertebra's body
  };
  /// C3 to C7, T1 to T12, L1 to L5, S1; S3 and "hip" (no y). Nothing where the body lacks the bones.
  [[nodiscard]] std::optional<Place> place(const std::string& name) const;

  /// The middles of all vertebral bodies, in any order.
  [[nodiscard]] std::vector<Place> bodies() const;

  /// x of the plane that parts the sides, mm: through the discs' middles.
  [[nodiscard]] float midline() const { return midline_; }

 private:
  float midline_ = 0.0F;
  std::map<std::string, Place> places_;
};

/// A figure that changes with height: straight between the levels it is given at, held beyond the last.
class ByLevel {
 public:
  ByLevel() = default;
  explicit ByLevel(std::vector<std::pair<float, float>> nodes);  ///< {z, value} in mm, in any order

  [[nodiscard]] float at(float z) const;
  [[nodiscard]] bool empty() const { return nodes_.empty(); }
  [[nodiscard]] float lowest() const { return nodes_.front().first; }   ///< mm; not of an empty one
  [[nodiscard]] float highest() const { return nodes_.back().first; }  ///< mm; not of an empty one

 private:
  std::vector<std::pair<float, float>> nodes_;
};

/// Reads {"T6": number, ...}. A name that is no level is a failure; one that this body lacks is passed over.
[[nodiscard]] ByLevel read_by_level(const JsonReader& figures, const Levels& levels, double low, double high);

}  // namespace dorsum::sculpt
