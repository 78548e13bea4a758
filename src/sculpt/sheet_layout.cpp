#include "sheet_layout.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <limits>
#include <set>
#include <utility>

namespace dorsum::sculpt {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Steps from 0 to 1, even in the middle, crowded within `rim` of both ends to follow a rounded edge.
std::vector<double> steps(double count, double rim) {
  rim = std::min(rim, 0.3);
  std::vector<double> result{0.0, 0.28 * rim};
  const auto spans = static_cast<int>(std::lround(count));
  for (int i = 0; i <= spans; ++i) result.push_back(rim + (1.0 - 2.0 * rim) * i / spans);
  for (const double part : {0.28, 0.0}) result.push_back(1.0 - part * rim);
  return result;
}

/// How much narrower a tongue is, of 0 to 1 in all, at `w` when its cleft opened at `from`.
double narrowing(double w, double from) {
  if (w <= from) return 0.0;
  return std::pow(glm::smoothstep(from, 1.0, w), 0.75);
}

std::vector<std::array<std::uint32_t, 2>> rim_of(const std::vector<std::array<std::uint32_t, 4>>& quads) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> open;
  for (const auto& quad : quads) {
    for (std::size_t k = 0; k < 4; ++k) {
      const std::uint32_t from = quad[k];
      const std::uint32_t to = quad[(k + 1) % 4];
      if (open.erase({to, from}) == 0) open.insert({from, to});
    }
  }
  std::vector<std::array<std::uint32_t, 2>> rim;
  for (const auto& [from, to] : open) rim.push_back({from, to});
  return rim;
}

}  // namespace

SheetLayout lay_out(const SheetSize& size, const Digitations& digitations) {
  const bool from_origin = digitations.at == SheetEnd::origin;
  // `w` runs towards the end that has the digitations.
  const std::vector<double> rows = steps(std::max(3.0, size.length_mm / size.detail_mm), size.rim_mm / size.length_mm);
  std::vector<double> borders{0.0};
  std::vector<double> opens{never};
  for (const Cleft& cleft : digitations.clefts) {
    const double from = from_origin ? 1.0 - cleft.from : cleft.from;
    borders.push_back(cleft.across);
    // On a row, so that the cleft ends in a corner that both tongues share.
    opens.push_back(*std::min_element(rows.begin(), rows.end(),
                                      [&](double a, double b) { return std::abs(a - from) < std::abs(b - from); }));
  }
  borders.push_back(1.0);
  opens.push_back(never);

  // A tongue can be as narrow as its two rounded edges; a whole sheet keeps a middle.
  const double tongue_columns = digitations.clefts.empty() ? 2.0 : 1.0;
  SheetLayout layout;
  std::vector<std::uint32_t> previous(rows.size());
  for (std::size_t tongue = 0; tongue + 1 < borders.size(); ++tongue) {
    const double width = borders[tongue + 1] - borders[tongue];
    // A cleft opens by the narrower of its two tongues: a broad one beside slips keeps its breadth.
    const auto give = [&](std::size_t border) {
      if (border == 0 || border + 1 == borders.size()) return 0.0;
      const double narrower = std::min(borders[border] - borders[border - 1], borders[border + 1] - borders[border]);
      return 0.5 * (1.0 - digitations.tip_width) * narrower;
    };
    const auto columns = steps(std::max(tongue_columns, width * size.width_mm / size.detail_across_mm),
                               size.rim_mm / (width * size.width_mm));
    for (std::size_t j = 0; j < columns.size(); ++j) {
      std::vector<std::uint32_t> column(rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const double w = rows[i];
        if (j == 0 && tongue > 0 && w <= opens[tongue]) {
          column[i] = previous[i];
          continue;
        }
        const double first = borders[tongue] + give(tongue) * narrowing(w, opens[tongue]);
        const double last = borders[tongue + 1] - give(tongue + 1) * narrowing(w, opens[tongue + 1]);
        column[i] = static_cast<std::uint32_t>(layout.nodes.size());
        layout.nodes.push_back({from_origin ? 1.0 - w : w, first + columns[j] * (last - first)});
      }
      for (std::size_t i = 0; j > 0 && i + 1 < rows.size(); ++i) {
        std::array<std::uint32_t, 4> quad{previous[i], previous[i + 1], column[i + 1], column[i]};
        if (from_origin) std::swap(quad[1], quad[3]);
        layout.quads.push_back(quad);
      }
      previous = std::move(column);
    }
  }
  layout.rim = rim_of(layout.quads);
  return layout;
}

}  // namespace dorsum::sculpt
