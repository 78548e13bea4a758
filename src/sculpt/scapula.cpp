#include "scapula.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

#include "catmull_rom.h"
#include "form.h"

namespace dorsum::sculpt {
namespace {

constexpr float detail = 0.9F;  // mm; the blade is hardly thicker in its middle
constexpr std::size_t triangles = 6000;
constexpr glm::vec3 upward{0.0F, 0.0F, 1.0F};

float length_of(const JsonReader& value) { return static_cast<float>(value.number_in(0.2, 100.0)); }

std::vector<glm::vec3> points_of(const JsonReader& value, std::size_t count) {
  if (value.ok() && value.size() != count) value.fail("expected " + std::to_string(count) + " points");
  std::vector<glm::vec3> points;
  for (std::size_t i = 0; value.ok() && i < count; ++i) points.push_back(value.at(i).vec3());
  return points;
}

/// The blade's middle surface: rows counted from the inferior angle up, columns from the medial border out.
struct Blade {
  static constexpr std::size_t columns = 3;
  std::vector<std::vector<glm::vec3>> rows;

  [[nodiscard]] glm::vec3 at(float row, float column) const {
    const auto whole = [](float value, std::size_t count) {
      return std::min(static_cast<std::size_t>(std::max(value, 0.0F)), count - 2);
    };
    const std::size_t i = whole(row, rows.size()), j = whole(column, columns);
    return catmull_rom(rows.size(), i, row - static_cast<float>(i), [&](std::size_t r) {
      return catmull_rom(columns, j, column - static_cast<float>(j), [&](std::size_t c) { return rows[r][c]; });
    });
  }
  /// Square to it, forward.
  [[nodiscard]] glm::vec3 forward(float row, float column) const {
    constexpr float step = 0.05F;
    const glm::vec3 up = at(row + step, column) - at(row - step, column);
    const glm::vec3 out = at(row, column + step) - at(row, column - step);
    const glm::vec3 normal = glm::normalize(glm::cross(up, out));
    return normal.y > 0.0F ? -normal : normal;
  }
  [[nodiscard]] glm::vec3 nearest(glm::vec3 point) const {
    constexpr int steps = 16;  // a row or column
    glm::vec3 best = rows.front().front();
    for (int i = 0; i <= steps * static_cast<int>(rows.size() - 1); ++i) {
      for (int j = 0; j <= steps * static_cast<int>(columns - 1); ++j) {
        const glm::vec3 p = at(static_cast<float>(i) / steps, static_cast<float>(j) / steps);
        if (glm::distance(p, point) < glm::distance(best, point)) best = p;
      }
    }
    return best;
  }
};

/// The blade with its thick lateral border, its inferior angle and the ridges of its hollow.
Blade add_blade(std::vector<Part>& parts, const JsonReader& figures) {
  const JsonReader own = figures.field("blade");
  own.only({"middle_surface", "medial_border", "centre", "lateral_border"});
  const JsonReader grid = own.field("middle_surface");
  Blade blade;
  if (grid.ok() && grid.size() != 6) grid.fail("expected 6 rows");
  for (std::size_t i = 0; grid.ok() && i < grid.size(); ++i)
    blade.rows.push_back(points_of(grid.at(i), Blade::columns));
  const float border = length_of(own.field("lateral_border"));
  const std::array thickness{length_of(own.field("medial_border")), length_of(own.field("centre")), 0.5F * border};
  if (!own.ok()) return blade;

  std::vector<std::vector<PlatePoint>> rows;
  constexpr float tip = 7.5F, upper_border = 3.4F;  // mm: the inferior angle is thick, the superior border has an edge
  for (std::size_t i = 0; i < blade.rows.size(); ++i) {
    const float least = i == 0 ? tip : i + 1 == blade.rows.size() ? upper_border : 0.0F;
    rows.emplace_back();
    for (std::size_t j = 0; j < Blade::columns; ++j)
      rows.back().push_back({blade.rows[i][j], std::max(thickness[j], least)});
  }
  parts.push_back({plate(rows), 0.0F, false});

  // The lateral border, a bar with a furrow along its outer side.
  const float half = 0.5F * border;
  std::vector<Station> bar, furrow;
  for (const float row : {0.3F, 1.0F, 2.0F, 3.0F}) {
    const glm::vec3 forward = blade.forward(row, 1.95F);
    const glm::vec3 out = glm::normalize(blade.at(row, 2.0F) - blade.at(row, 1.9F));
    const float thin = row < 1.0F ? 0.8F : 1.0F;
    const glm::vec3 middle = blade.at(row, 2.0F) + 0.35F * half * forward - 0.2F * half * out;
    bar.push_back({middle, thin * half, 0.8F * thin * half, 0.0F});
    if (row >= 1.0F) furrow.push_back({middle + (0.8F * half + 1.4F) * out - 0.2F * half * forward, 1.9F, 1.9F, 0.0F});
  }
  parts.push_back({tube(bar, {0.0F, 1.0F, 0.0F}), 4.0F, false});
  parts.push_back({tube(furrow, {0.0F, 1.0F, 0.0F}), 2.5F, true});

  // Where the bundles of subscapularis begin: ridges that run up and out over the hollow.
  for (const float row : {1.0F, 1.65F, 2.3F}) {
    std::vector<Station> ridge;
    for (const float way : {0.0F, 0.25F, 0.6F, 1.0F}) {
      const float up = row + 0.55F * way, out = 0.1F + 1.4F * way;
      const float risen = way > 0.0F && way < 1.0F ? 0.8F : 0.0F;
      ridge.push_back({blade.at(up, out) + risen * blade.forward(up, out), 0.9F, 0.9F, 0.0F});
    }
    parts.push_back({tube(ridge, upward), 2.5F, false});
  }
  return blade;
}

/// The spine: a plate on the blade, its crest a lip with the deltoid tubercle, and the acromion that goes on from it.
void add_spine(std::vector<Part>& parts, const JsonReader& figures, const Blade& blade) {
  const JsonReader own = figures.field("spine");
  own.only({"crest", "base_at_notch", "thickness", "crest_thickness"});
  const auto crest = points_of(own.field("crest"), 4);
  const glm::vec3 notch = own.field("base_at_notch").vec3();
  const float thin = length_of(own.field("thickness")), lip = length_of(own.field("crest_thickness"));
  const JsonReader roof = figures.field("acromion");
  roof.only({"angle", "tip", "inner_corner", "thickness"});
  const glm::vec3 angle = roof.field("angle").vec3(), tip = roof.field("tip").vec3(),
                  inner = roof.field("inner_corner").vec3();
  const float thick = length_of(roof.field("thickness"));
  if (!own.ok() || !roof.ok()) return;

  std::vector<std::vector<PlatePoint>> rows(3);  // base, middle, crest
  for (std::size_t i = 0; i < crest.size(); ++i) {
    const glm::vec3 base = i + 1 < crest.size() ? blade.nearest(crest[i]) : notch;
    const float at_border = i == 0 ? 0.5F : 1.0F;
    const float wide = at_border * 2.6F * thin;  // at its base, behind the blade only
    const float raised = i + 1 < crest.size() ? 0.4F * wide : 0.0F;
    rows[0].push_back({base + raised * glm::normalize(crest[i] - base), wide});
    rows[1].push_back({0.5F * (base + crest[i]), i + 1 < crest.size() ? at_border * thin : 1.6F * thin});
    rows[2].push_back({crest[i], i == 0 ? 0.6F * lip : lip});
  }
  parts.push_back({plate(rows), 6.0F, false});
  const glm::vec3 along = glm::normalize(crest[1] - crest[0]);
  const glm::vec3 tubercle = crest[1] - glm::vec3(0.0F, 0.0F, 1.5F);
  parts.push_back({capsule(tubercle - 4.0F * along, 3.2F, tubercle + 4.0F * along, 3.2F), 4.0F, false});

  const glm::vec3 up = glm::normalize(glm::cross(tip - angle, inner - angle));
  const glm::vec3 lift = (up.z > 0.0F ? 2.0F : -2.0F) * up;  // it arches over the head of the humerus
  const glm::vec3 out = glm::normalize(angle - crest[3]);
  const glm::vec3 ahead = glm::normalize(tip - angle);
  const glm::vec3 hind = 0.5F * (crest[3] + angle), inside = 0.5F * (crest[3] + inner), outside = 0.5F * (angle + tip);
  parts.push_back(
      {plate({{{crest[3], lip}, {hind, 0.9F * lip}, {angle, 0.8F * thick}},
              {{inside + lift, thick},
               {0.5F * (inside + outside) + 1.2F * lift, thick},
               {outside + lift + 3.0F * out, 0.8F * thick}},
              {{inner, 0.9F * thick}, {0.5F * (inner + tip) + 3.5F * ahead, 0.9F * thick}, {tip, 0.8F * thick}}}),
       6.0F, false});
  // The facet for the clavicle, cut 1 mm into the inner edge.
  const glm::vec3 edge = glm::normalize(inner - crest[3]);
  const glm::vec3 inward = glm::normalize(inner - tip - edge * glm::dot(inner - tip, edge));
  const glm::vec3 facet = inner - 6.0F * edge + (0.5F * thick + 1.0F) * inward;
  parts.push_back(
      {ellipsoid(facet, {6.0F, 2.6F, 3.8F}, glm::mat3(edge, inward, glm::cross(edge, inward))), 0.5F, true});
}

/// Head and glenoid, a hollowed pear, with the tubercles above and below it, and the coracoid process.
void add_head(std::vector<Part>& parts, const JsonReader& figures, const Blade& blade) {
  const JsonReader own = figures.field("glenoid");
  own.only({"centre", "facing", "height", "width", "upper_width"});
  const glm::vec3 centre = own.field("centre").vec3();
  const glm::vec3 facing = own.field("facing").vec3();
  const float half_height = 0.5F * length_of(own.field("height")), half_width = 0.5F * length_of(own.field("width"));
  const float upper = 0.5F * length_of(own.field("upper_width"));
  if (own.ok() && glm::length(facing) < 1e-3F) own.field("facing").fail("a direction needs a length");
  const JsonReader beak = figures.field("coracoid");
  beak.only({"course", "width", "thickness"});
  const auto course = points_of(beak.field("course"), 3);
  const float a = 0.5F * length_of(beak.field("thickness")), b = 0.5F * length_of(beak.field("width"));
  if (!own.ok() || !beak.ok()) return;

  const glm::vec3 out = glm::normalize(facing);
  const glm::vec3 up = glm::normalize(upward - out * out.z);
  const glm::vec3 neck = blade.at(3.2F, 1.75F);
  const glm::vec3 low = centre - (half_height - half_width) * up, high = centre + (half_height - upper) * up;
  const auto throat = [&](glm::vec3 from) { return from - 9.0F * out; };
  parts.push_back({tube({{0.6F * neck + 0.4F * throat(low), 15.0F, 6.0F, 0.0F},
                         {throat(low), 13.0F, 0.78F * half_width, 0.0F},
                         {low, half_width, half_width, 0.0F}},
                        upward, Ends::flat, 1.2F),
                   5.0F, false});
  parts.push_back({tube({{0.5F * neck + 0.5F * throat(high), 11.0F, 5.5F, 0.0F},
                         {throat(high), 9.5F, 0.9F * upper, 0.0F},
                         {high, upper, upper, 0.0F}},
                        upward, Ends::flat, 1.2F),
                   5.0F, false});
  const glm::vec3 below = centre - (half_height + 0.5F) * up - 4.0F * out;
  parts.push_back({capsule(below, 3.6F, 0.55F * below + 0.45F * blade.at(2.3F, 1.95F), 3.4F), 5.0F, false});
  const glm::vec3 above = centre + (half_height - 1.0F) * up - 3.0F * out;
  parts.push_back({capsule(above, 3.0F, above - 4.0F * out, 3.5F), 3.0F, false});
  parts.push_back({tube({{above - 11.0F * out - 8.0F * up, 12.0F, 11.0F, 0.0F},
                         {course[0], 1.25F * a, 1.2F * b, 0.0F},
                         {course[1], a, b, 0.0F},
                         {course[2], 0.9F * a, 0.75F * b, 0.0F}},
                        upward),
                   5.0F, false});
  constexpr float hollow = 3.4F, rim = 1.2F;  // mm: how deep the socket is, and how wide the edge around it
  const glm::mat3 frame(out, glm::cross(up, out), up);
  const auto dish = [&](glm::vec3 middle, float across, float along) {
    parts.push_back({ellipsoid(middle + 0.4F * out, {hollow + 0.4F, across - rim, along - rim}, frame), 2.0F, true});
  };
  dish(low, half_width, half_width);
  dish(0.5F * (low + high), 0.5F * (half_width + upper), half_height);
}

/// U-shaped, at the superior border's lateral end.
void cut_notch(std::vector<Part>& parts, const JsonReader& figures, const Blade& blade) {
  const JsonReader size = figures.field("suprascapular_notch");
  const float half_width = 0.5F * length_of(size.at(0)), depth = length_of(size.at(1));
  if (!size.ok()) return;
  constexpr float where = 1.72F;  // between the middle of the border and its lateral end
  const auto top = static_cast<float>(blade.rows.size() - 1);
  const glm::vec3 border = blade.at(top, where);
  const glm::vec3 along = glm::normalize(blade.at(top, where + 0.1F) - blade.at(top, where - 0.1F));
  const glm::vec3 through = blade.forward(top, where);
  const glm::vec3 away = glm::normalize(glm::cross(through, along));
  const glm::vec3 outward = away.z > 0.0F ? away : -away;
  const float reach = depth + 2.0F;  // half of the cutter's height: well out of the bone
  parts.push_back({box(border + (reach - depth) * outward, {half_width, 9.0F, reach},
                       glm::mat3(along, through, outward), 0.95F * half_width),
                   1.0F, true});
}

}  // namespace

std::vector<Part> scapula_parts(const JsonReader& figures) {
  figures.only({"blade", "spine", "acromion", "glenoid", "coracoid", "suprascapular_notch"});
  std::vector<Part> parts;
  const Blade blade = add_blade(parts, figures);
  if (!figures.ok()) return parts;
  add_spine(parts, figures, blade);
  add_head(parts, figures, blade);
  cut_notch(parts, figures, blade);
  return parts;
}

Result<geometry::TriangleMesh> sculpt_scapula(const JsonReader& figures, const Deeper&) {
  auto parts = scapula_parts(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  return finished(joined(std::move(parts)), detail, 1, triangles);
}

}  // namespace dorsum::sculpt
