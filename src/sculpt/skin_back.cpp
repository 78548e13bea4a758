#include "skin_back.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/common.hpp>
#include <memory>

namespace dorsum::sculpt {
namespace {

constexpr float cell = 3.0F;      // mm between entries of the table of moves
constexpr float behind = 150.0F;  // mm posterior, behind every back
constexpr float run_out = 18.0F;  // mm; how far a move goes on with its slope beyond the last figure
// mm forward a mm outward: from here to there, over the shoulder's ridge and round the flank, a depth says less and
// less.
constexpr float steep = 1.3F, too_steep = 2.4F;

/// Behind to front: where the torso's skin is first met, or nothing where no skin is.
std::optional<float> first_skin(const Solid& torso, float lateral, float height) {
  float y = behind;
  for (int i = 0; i < 200 && y > -200.0F; ++i) {
    const float d = torso.distance({lateral, y, height});
    if (std::abs(d) < 0.01F) return y;
    y -= 0.8F * d;  // the distance is right to first order only
  }
  return {};
}

/// Goes on with the slope at its start and levels off, so that no edge shows where the figures end.
float levelled(float beyond) { return run_out * (1.0F - std::exp(-beyond / run_out)); }

/// mm forward or backward, by distance from the midline and height.
struct Moves {
  float low = 0.0F;
  std::size_t columns = 0, rows = 0;
  std::vector<float> by;

  /// A cubic B-spline over the entries: with flat cells between them their edges would show as streaks in the light.
  [[nodiscard]] float at(float lateral, float height) const {
    const float u = lateral / cell, v = (height - low) / cell;
    if (v < 0.0F || v >= static_cast<float>(rows - 1) || u >= static_cast<float>(columns - 1)) return 0.0F;
    const auto across = static_cast<std::ptrdiff_t>(u), up = static_cast<std::ptrdiff_t>(v);
    const std::array<float, 4> a = weights(u - static_cast<float>(across)), b = weights(v - static_cast<float>(up));
    float move = 0.0F;
    for (std::ptrdiff_t i = 0; i < 4; ++i) {
      const auto row = std::clamp<std::ptrdiff_t>(up + i - 1, 0, static_cast<std::ptrdiff_t>(rows) - 1);
      for (std::ptrdiff_t j = 0; j < 4; ++j) {
        // Across the midline stands the mirror image.
        const auto column = std::min(std::abs(across + j - 1), static_cast<std::ptrdiff_t>(columns) - 1);
        move += b[static_cast<std::size_t>(i)] * a[static_cast<std::size_t>(j)] *
                by[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
      }
    }
    return move;
  }

  static std::array<float, 4> weights(float t) {
    const float s = 1.0F - t, t2 = t * t, t3 = t2 * t;
    return {s * s * s / 6.0F, (3.0F * t3 - 6.0F * t2 + 4.0F) / 6.0F, (-3.0F * t3 + 3.0F * t2 + 3.0F * t + 1.0F) / 6.0F,
            t3 / 6.0F};
  }
};

/// Rows may end at different places, where the skin does: evened, a few mm wide, they show no edge.
void even_out(Moves& moves) {
  const auto pass = [&](std::size_t stride, std::size_t count, std::size_t lines, std::size_t line_stride) {
    for (std::size_t line = 0; line < lines; ++line) {
      float* at = &moves.by[line * line_stride];
      float before = at[0];
      for (std::size_t i = 1; i + 1 < count; ++i) {
        const float here = at[i * stride];
        at[i * stride] = 0.25F * (before + 2.0F * here + at[(i + 1) * stride]);
        before = here;
      }
    }
  };
  for (int round = 0; round < 4; ++round) {
    pass(1, moves.columns, moves.rows, moves.columns);
    pass(moves.columns, moves.rows, moves.columns, 1);
  }
}

}  // namespace

std::optional<Back> Back::read(const JsonReader& figures) {
  figures.only({"about", "distances", "levels", "fades"});
  Back back;
  const std::vector<double> distances = figures.field("distances").numbers();
  const auto falls = [](double a, double b) { return b <= a; };
  if (distances.size() < 3 || distances.front() != 0.0 ||
      std::adjacent_find(distances.begin(), distances.end(), falls) != distances.end()) {
    figures.field("distances").fail("expected rising distances from 0 mm");
    return {};
  }
  back.outermost_ = static_cast<float>(distances.back());
  // Both sides together, so that the curve is level across the midline.
  std::vector<double> knots;
  for (std::size_t i = distances.size(); i-- > 1;) knots.push_back(-distances[i]);
  knots.insert(knots.end(), distances.begin(), distances.end());
  const JsonReader levels = figures.field("levels");
  for (std::size_t i = 0; i < levels.size() && levels.ok(); ++i) {
    const JsonReader level = levels.at(i);
    level.only({"at", "height", "y"});
    back.heights_.push_back(level.field("height").number());
    const std::vector<double> depths = level.field("y").numbers();
    if (depths.size() != distances.size()) {
      level.field("y").fail("expected a depth for each distance");
      return {};
    }
    std::vector<double> values(depths.rbegin(), depths.rend() - 1);
    values.insert(values.end(), depths.begin(), depths.end());
    back.across_.emplace_back(knots, std::move(values));
  }
  if (back.heights_.size() < 2 ||
      std::adjacent_find(back.heights_.begin(), back.heights_.end(), falls) != back.heights_.end()) {
    levels.fail("expected levels by rising height");
  }
  const JsonReader fades = figures.field("fades");
  fades.only({"arm", "buttock", "neck", "side"});
  back.arm_ = static_cast<float>(fades.field("arm").number_in(distances.back() + 1.0, 500.0));
  if (!figures.ok()) return {};
  back.buttock_ = static_cast<float>(fades.field("buttock").number_in(0.0, back.heights_.front() - 1.0));
  back.neck_ = static_cast<float>(fades.field("neck").number_in(back.heights_.back() + 1.0, 3000.0));
  const glm::vec2 side = fades.field("side").vec2();
  if (side.y <= side.x) fades.field("side").fail("expected [nothing before, all behind], rising");
  back.side_ = side.x;
  back.whole_ = side.y;
  if (!figures.ok()) return {};
  return back;
}

float Back::depth_at(float lateral, float height) const {
  std::vector<double> depths;
  for (const Spline& level : across_) depths.push_back(level(lateral));
  return static_cast<float>(Spline(heights_, std::move(depths))(height));
}

Solid Back::laid_on(const Solid& torso) const {
  auto moves = std::make_shared<Moves>();
  moves->low = buttock_;
  moves->columns = static_cast<std::size_t>(std::ceil(arm_ / cell)) + 2;
  moves->rows = static_cast<std::size_t>(std::ceil((neck_ - buttock_) / cell)) + 2;
  moves->by.resize(moves->columns * moves->rows);

  const auto lowest = static_cast<float>(heights_.front()), highest = static_cast<float>(heights_.back());
  // Outward from the midline at a height within the levels, as far as the figures reach and a little on.
  const auto moves_at = [&](float height) {
    std::vector<float> row(moves->columns, 0.0F);
    std::size_t last = 0;
    float inner = 0.0F, asked_inner = 0.0F;  // the skin one cell nearer the midline, and the move asked for there
    float slope = 0.0F;
    for (std::size_t j = 0; j < row.size() && cell * static_cast<float>(j) <= outermost_; ++j) {
      const float x = cell * static_cast<float>(j);
      const auto skin = first_skin(torso, x, height);
      if (!skin) break;
      const float asked = depth_at(x, height) - *skin;
      const float heed = j > 0 ? 1.0F - glm::smoothstep(steep, too_steep, (inner - *skin) / cell) : 1.0F;
      row[j] = row[last] + heed * (asked - asked_inner);
      if (j > 0) slope = (row[j] - row[last]) / cell;
      inner = *skin;
      asked_inner = asked;
      last = j;
    }
    for (std::size_t j = last + 1; j < row.size(); ++j) {
      row[j] = row[last] + slope * levelled(cell * static_cast<float>(j - last));
    }
    return row;
  };
  const std::vector<float> bottom = moves_at(lowest), above_bottom = moves_at(lowest + cell);
  const std::vector<float> top = moves_at(highest), below_top = moves_at(highest - cell);
  for (std::size_t i = 0; i < moves->rows; ++i) {
    const float z = moves->low + cell * static_cast<float>(i);
    const bool over = z > highest, under = z < lowest;
    std::vector<float> row = over ? top : under ? bottom : moves_at(z);
    const std::vector<float>& next = over ? below_top : above_bottom;
    const float beyond = over ? z - highest : std::max(lowest - z, 0.0F);
    const float way = over ? neck_ - highest : lowest - buttock_;
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (over || under) row[j] += (row[j] - next[j]) / cell * levelled(beyond);
      const float outward = (cell * static_cast<float>(j) - outermost_) / (arm_ - outermost_);
      const float share =
          (1.0F - glm::smoothstep(0.0F, 1.0F, beyond / way)) * (1.0F - glm::smoothstep(0.0F, 1.0F, outward));
      moves->by[i * moves->columns + j] = share * row[j];
    }
  }
  even_out(*moves);
  const float side = side_, whole = whole_;
  auto distance = [base = torso.distance, moves, side, whole](glm::vec3 p) {
    const float share = glm::smoothstep(side, whole, p.y);
    return base(share > 0.0F ? p - glm::vec3(0.0F, share * moves->at(p.x, p.z), 0.0F) : p);
  };
  return {distance, torso.bounds};
}

}  // namespace dorsum::sculpt
