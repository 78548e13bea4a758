#include "skin_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/trigonometric.hpp>

#include "skin_spline.h"

namespace dorsum::sculpt {
namespace {

constexpr double column_step = 2.0;  // mm between rows of a column's table
constexpr double dome_step = 1.0;    // degrees between rows of a dome's

struct Sections {
  std::vector<double> angles;
  std::vector<double> rows;                // height or elevation of each section
  std::vector<std::vector<double>> radii;  // by section, by angle
};

bool rising(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return b <= a; }) == values.end();
}

Sections read_sections(const JsonReader& figures, const char* angles, const char* list, const char* row,
                       double last_angle) {
  Sections sections;
  sections.angles = figures.field(angles).numbers();
  const auto& a = sections.angles;
  if (a.size() < 3 || !rising(a) || a.front() != 0.0 || a.back() > last_angle) {
    figures.field(angles).fail(fmt::format("expected rising angles from 0 to at most {} degrees", last_angle));
    return sections;
  }
  const JsonReader items = figures.field(list);
  for (std::size_t i = 0; i < items.size() && figures.ok(); ++i) {
    const JsonReader item = items.at(i);
    item.only({row, "radii", "at"});
    sections.rows.push_back(item.field(row).number());
    sections.radii.push_back(item.field("radii").numbers());
    if (sections.radii.back().size() != a.size()) {
      item.field("radii").fail(fmt::format("expected {} radii, one an angle", a.size()));
    }
    for (const double radius : sections.radii.back()) {
      if (radius <= 0.0 || radius > 1000.0) item.field("radii").fail("expected radii over 0 and up to 1000 mm");
    }
  }
  if (sections.rows.size() < 2 || !rising(sections.rows)) items.fail("expected at least two sections, rising");
  return sections;
}

/// Every section's radius at every whole degree, 0 to 360.
std::vector<std::vector<double>> unrolled(const Sections& sections, bool mirrored) {
  std::vector<std::vector<double>> rings;
  for (const auto& radii : sections.radii) {
    const Spline ring = around_section(sections.angles, radii, mirrored);
    std::vector<double>& degrees = rings.emplace_back(361);
    for (int d = 0; d <= 360; ++d) degrees[static_cast<std::size_t>(d)] = ring(d);
  }
  return rings;
}

}  // namespace

RadiusTable::RadiusTable(double first_row, double row_step, std::vector<std::vector<float>> rows)
    : first_row_(first_row), row_step_(row_step), rows_(std::move(rows)) {}

RadiusTable::Sample RadiusTable::at(float row, float degrees) const {
  const float last = static_cast<float>(rows_.size() - 1);
  const float r = (row - static_cast<float>(first_row_)) / static_cast<float>(row_step_);
  const float clamped = glm::clamp(r, 0.0F, last);
  const float row_floor = std::min(std::floor(clamped), last - 1.0F);
  const float v = clamped - row_floor;
  const float turned = degrees - 360.0F * std::floor(degrees / 360.0F);
  const float angle_floor = std::min(std::floor(turned), 359.0F);
  const float u = turned - angle_floor;
  const auto i = static_cast<std::size_t>(row_floor);
  const auto j = static_cast<std::size_t>(angle_floor);
  const float a = rows_[i][j], b = rows_[i][j + 1], c = rows_[i + 1][j], d = rows_[i + 1][j + 1];
  const float low = glm::mix(a, b, u);
  const float high = glm::mix(c, d, u);
  const float by_row = r == clamped ? (high - low) / static_cast<float>(row_step_) : 0.0F;
  return {glm::mix(low, high, v), by_row, glm::mix(b - a, d - c, v)};
}

std::optional<Column> Column::read(const JsonReader& figures, bool mirrored) {
  figures.only({"about", "axis", "angles", "stations"});
  const Sections sections = read_sections(figures, "angles", "stations", "height", mirrored ? 180.0 : 359.0);
  const JsonReader axis = figures.field("axis");
  std::vector<double> heights, lateral, posterior;
  for (std::size_t i = 0; i < axis.size(); ++i) {
    const glm::vec3 point = mirrored ? glm::vec3(axis.at(i).vec2(), 0.0F) : axis.at(i).vec3();
    heights.push_back(point.x);
    lateral.push_back(mirrored ? 0.0F : point.y);
    posterior.push_back(mirrored ? point.y : point.z);
  }
  if (heights.size() == 1) {
    heights.push_back(heights.front() + 1.0);
    lateral.push_back(lateral.front());
    posterior.push_back(posterior.front());
  }
  if (heights.empty() || !rising(heights)) axis.fail("expected points by rising height");
  if (!figures.ok()) return {};

  const Spline lateral_at(heights, lateral), posterior_at(heights, posterior);
  const double low = sections.rows.front(), high = sections.rows.back();
  const auto count = static_cast<std::size_t>(std::ceil((high - low) / column_step)) + 1;
  const auto rings = unrolled(sections, mirrored);
  std::vector<std::vector<float>> rows(count, std::vector<float>(361));
  std::vector<glm::vec2> centres;
  for (std::size_t r = 0; r < count; ++r) {
    const double z = low + column_step * static_cast<double>(r);
    centres.emplace_back(lateral_at(z), posterior_at(z));
  }
  for (std::size_t d = 0; d <= 360; ++d) {
    std::vector<double> along;
    for (const auto& ring : rings) along.push_back(ring[d]);
    const Spline meridian(sections.rows, along);
    for (std::size_t r = 0; r < count; ++r) {
      rows[r][d] = static_cast<float>(meridian(low + column_step * static_cast<double>(r)));
    }
  }
  return Column(static_cast<float>(low), static_cast<float>(high), std::move(centres),
                RadiusTable(low, column_step, std::move(rows)));
}

float Column::distance(glm::vec3 folded) const {
  const float last = static_cast<float>(axis_.size() - 1);
  const float row = glm::clamp((folded.z - lowest_) / static_cast<float>(column_step), 0.0F, last);
  const auto i = static_cast<std::size_t>(std::min(row, last - 1.0F));
  const glm::vec2 centre = glm::mix(axis_[i], axis_[i + 1], row - static_cast<float>(i));
  const float dx = folded.x - centre.x, dy = folded.y - centre.y;
  const float radius = std::hypot(dx, dy);
  const auto wall = table_.at(folded.z, glm::degrees(std::atan2(dx, dy)));
  const float around = glm::degrees(wall.by_angle) / std::max(wall.radius, 1.0F);  // mm a mm
  return (radius - wall.radius) / std::sqrt(1.0F + around * around + wall.by_row * wall.by_row);
}

std::optional<Dome> Dome::read(const JsonReader& figures) {
  figures.only({"about", "centre", "azimuths", "crown", "parallels"});
  const Sections sections = read_sections(figures, "azimuths", "parallels", "elevation", 180.0);
  const glm::vec3 centre = figures.field("centre").vec3();
  const double crown = figures.field("crown").number_in(1.0, 1000.0);
  if (figures.ok() && (sections.rows.front() <= -90.0 || sections.rows.back() >= 90.0)) {
    figures.field("parallels").fail("expected elevations between -90 and 90 degrees");
  }
  if (!figures.ok()) return {};

  const auto rings = unrolled(sections, true);
  const std::size_t count = 181;
  std::vector<std::vector<float>> rows(count, std::vector<float>(361));
  for (std::size_t d = 0; d <= 360; ++d) {
    // A meridian goes on over the crown and down the other side, so that the crown is smooth.
    std::vector<double> elevations = sections.rows, along;
    for (const auto& ring : rings) along.push_back(ring[d]);
    elevations.push_back(90.0);
    along.push_back(crown);
    for (std::size_t k = rings.size(); k-- > 0;) {
      elevations.push_back(180.0 - sections.rows[k]);
      along.push_back(rings[k][(d + 180) % 360]);
    }
    const Spline meridian(elevations, along);
    for (std::size_t r = 0; r < count; ++r) rows[r][d] = static_cast<float>(meridian(static_cast<double>(r) - 90.0));
  }
  return Dome(centre, RadiusTable(-90.0, dome_step, std::move(rows)));
}

float Dome::distance(glm::vec3 folded) const {
  const glm::vec3 d = folded - centre_;
  const float level = std::hypot(d.x, d.y);
  const float radius = std::hypot(level, d.z);
  const auto wall = table_.at(glm::degrees(std::atan2(d.z, level)), glm::degrees(std::atan2(d.x, d.y)));
  const float up = glm::degrees(wall.by_row) / std::max(wall.radius, 1.0F);
  const float around =
      glm::degrees(wall.by_angle) / std::max(wall.radius * std::max(level / std::max(radius, 1.0F), 0.1F), 1.0F);
  return (radius - wall.radius) / std::sqrt(1.0F + up * up + around * around);
}

}  // namespace dorsum::sculpt
