#pragma once
// Two ways of wrapping a smooth surface around measured radii. Points are given in the skin's folded frame:
// x = lateral, mm from the midplane (never negative), y posterior, z superior, so that both sides come out alike.
// Angles around a section run from posterior (0) over lateral (90) to anterior (180) and medial (270).

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "dorsum/core/json_reader.h"

namespace dorsum::sculpt {

/// A table of radii over two angles or an angle and a height, read with bilinear interpolation.
class RadiusTable {
 public:
  struct Sample {
    float radius = 0.0F;
    float by_row = 0.0F;    ///< derivative, mm per unit of row (mm or degree)
    float by_angle = 0.0F;  ///< derivative, mm per degree
  };
  RadiusTable(double first_row, double row_step, std::vector<std::vector<float>> rows);
  /// Rows are held at their ends; angles wrap at 360 degrees.
  [[nodiscard]] Sample at(float row, float degrees) const;

 private:
  double first_row_, row_step_;
  std::vector<std::vector<float>> rows_;  // [row][whole degree, 0 to 360]
};

/// Sections square to the vertical at stations by height: trunk, shoulder girdle and neck, arm, thigh.
class Column {
 public:
  /// Figures: axis [[height, lateral, posterior]...], angles, stations [{height, radii}...]. An axis of one point is
  /// upright. `mirrored` sections are given from 0 to 180 degrees; their axis lies in the midplane, [[height, posterior]...].
  [[nodiscard]] static std::optional<Column> read(const JsonReader& figures, bool mirrored);

  /// Distance to the wall, mm, negative inside, right to first order; the wall goes on straight beyond the ends.
  [[nodiscard]] float distance(glm::vec3 folded) const;
  [[nodiscard]] float lowest() const { return lowest_; }
  [[nodiscard]] float highest() const { return highest_; }

 private:
  Column(float lowest, float highest, std::vector<glm::vec2> axis, RadiusTable table)
      : lowest_(lowest), highest_(highest), axis_(std::move(axis)), table_(std::move(table)) {}
  float lowest_, highest_;
  std::vector<glm::vec2> axis_;  // centre at every row of the table
  RadiusTable table_;
};

/// Radii from one centre by elevation and azimuth: the head.
class Dome {
 public:
  /// Figures: centre [lateral, posterior, height], azimuths, crown (the radius straight up),
  /// parallels [{elevation, radii}...] from the lowest upward.
  [[nodiscard]] static std::optional<Dome> read(const JsonReader& figures);
  [[nodiscard]] float distance(glm::vec3 folded) const;

 private:
  Dome(glm::vec3 centre, RadiusTable table) : centre_(centre), table_(std::move(table)) {}
  glm::vec3 centre_;
  RadiusTable table_;
};

}  // namespace dorsum::sculpt
