#include "girdle_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "nearest.h"

namespace dorsum::motion {
namespace {

constexpr double harmonic_anisotropy = 8.0, fibre_anisotropy = 30.0;
constexpr double pin_screen = 0.004;  // 1/mm2: how soon a correction at the holds fades

/// The girdle's frames that a muscle holds on; the trunk is the last column of what is spread.
std::vector<FrameIndex> girdle_frames(const std::vector<const Holds*>& all) {
  std::vector<FrameIndex> frames;
  for (const Holds* holds : all) {
    for (const Held& held : *holds) {
      if (held.frame && frame::is_girdle(*held.frame) && std::find(frames.begin(), frames.end(), *held.frame) == frames.end()) frames.push_back(*held.frame);
    }
  }
  std::sort(frames.begin(), frames.end());
  return frames;
}

/// A vertex that holds, as a row over `frames` and the trunk.
Eigen::RowVectorXd row_of(const Held& held, const std::vector<FrameIndex>& frames) {
  Eigen::RowVectorXd row = Eigen::RowVectorXd::Zero(static_cast<Eigen::Index>(frames.size()) + 1);
  const auto at = held.frame ? std::find(frames.begin(), frames.end(), *held.frame) : frames.end();
  row(at - frames.begin()) = 1.0;
  return row;
}

/// From each vertex's fibre to where along it the two ends lie: by 4 mm of `across`, smoothed.
struct FibreEndsAlong {
  explicit FibreEndsAlong(const std::vector<glm::dvec2>& fibre) {
    double high = fibre.front().y;
    low = high;
    for (const glm::dvec2& f : fibre) {
      low = std::min(low, f.y);
      high = std::max(high, f.y);
    }
    const auto bins = static_cast<std::size_t>((high - low) / step) + 2;
    first.assign(bins, std::nan(""));
    last = first;
    for (std::size_t b = 0; b < bins; ++b) {
      std::vector<double> here;
      for (const glm::dvec2& f : fibre) {
        if (std::abs(f.y - (low + step * static_cast<double>(b))) < window) here.push_back(f.x);
      }
      if (here.empty()) continue;
      std::sort(here.begin(), here.end());
      first[b] = here[here.size() / 100];
      last[b] = here[here.size() - 1 - here.size() / 100];
    }
    smooth(first);
    smooth(last);
  }
  /// 0 at the origin's end, 1 at the insertion's.
  [[nodiscard]] double share(glm::dvec2 f) const {
    const double from = at(first, f.y), to = at(last, f.y);
    return std::clamp((f.x - from) / std::max(to - from, 1.0), 0.0, 1.0);
  }

 private:
  static constexpr double step = 4.0, window = 5.0;  // mm
  double low = 0.0;
  std::vector<double> first, last;

  static void smooth(std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {  // gaps take their nearest neighbour's
      if (!std::isnan(values[i])) continue;
      for (std::size_t d = 1; d < values.size(); ++d) {
        const double before = i >= d ? values[i - d] : std::nan(""), after = i + d < values.size() ? values[i + d] : std::nan("");
        if (std::isnan(before) && std::isnan(after)) continue;
        values[i] = std::isnan(before) ? after : before;
        break;
      }
    }
    const std::vector<double> rough = values;
    const auto last_index = static_cast<std::ptrdiff_t>(values.size()) - 1;
    for (std::ptrdiff_t i = 0; i <= last_index; ++i) {
      double sum = 0.0;
      for (std::ptrdiff_t k = -2; k <= 2; ++k) sum += rough[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i + k, 0, last_index))];
      values[static_cast<std::size_t>(i)] = sum / 5.0;
    }
  }
  [[nodiscard]] double at(const std::vector<double>& values, double across) const {
    const double place = std::clamp((across - low) / step, 0.0, static_cast<double>(values.size() - 1));
    const auto i = static_cast<std::size_t>(place);
    const std::size_t j = std::min(i + 1, values.size() - 1);
    return values[i] + (place - static_cast<double>(i)) * (values[j] - values[i]);
  }
};

/// A place on the line from one hold of a bone to another, as shares of the two.
struct OnLine {
  Hold from, to;
};

/// How a place of a bone is a mean of the bone's holds.
std::vector<std::pair<Hold, double>> as_holds(FrameIndex bone, std::size_t side, glm::dvec3 place, const Rig& rig) {
  if (bone == frame::arm(side)) return {{Hold::groove, 1.0}};
  std::vector<OnLine> lines;
  if (bone == frame::collarbone(side)) {
    lines = {{Hold::medial_end, Hold::lateral_end}};
  } else {
    lines = {{Hold::superior_angle, Hold::root_of_spine}, {Hold::root_of_spine, Hold::inferior_angle}, {Hold::root_of_spine, Hold::acromial_angle}};
  }
  double nearest = std::numeric_limits<double>::infinity();
  std::vector<std::pair<Hold, double>> best;
  for (const OnLine& line : lines) {
    const glm::dvec3 from = rig.hold(side, line.from), way = rig.hold(side, line.to) - from;
    const double t = std::clamp(glm::dot(place - from, way) / glm::dot(way, way), 0.0, 1.0);
    const double away = glm::distance(place, from + t * way);
    if (away >= nearest) continue;
    nearest = away;
    best = {{line.from, 1.0 - t}, {line.to, t}};
  }
  return best;
}

}  // namespace

bool holds_on_girdle(const Holds& holds) {
  return std::any_of(holds.begin(), holds.end(), [](const Held& held) { return held.frame && frame::is_girdle(*held.frame); });
}

void spread_from_holds(const std::vector<const Welded*>& parts, const std::vector<const Holds*>& holds, const std::vector<Rows*>& rows) {
  const std::vector<FrameIndex> frames = girdle_frames(holds);
  std::vector<std::uint32_t> first;
  std::uint32_t count = 0;
  for (const Welded* part : parts) {
    first.push_back(count);
    count += static_cast<std::uint32_t>(part->places.size());
  }
  SurfaceGraph graph(count);
  std::vector<bool> known(count, false);
  Spread values = Spread::Zero(count, static_cast<Eigen::Index>(frames.size()) + 1);
  constexpr double touch = 9.0, conducts = 40.0;  // mm
  for (std::size_t p = 0; p < parts.size(); ++p) {
    graph.join(*parts[p], harmonic_anisotropy, first[p]);
    for (std::size_t i = 0; i < holds[p]->size(); ++i) {
      if ((*holds[p])[i].end == End::none) continue;
      known[first[p] + i] = true;
      values.row(static_cast<Eigen::Index>(first[p] + i)) = row_of((*holds[p])[i], frames);
    }
    if (p + 1 == parts.size()) break;
    const NearestPoints here(parts[p]->places);
    for (std::size_t q = p + 1; q < parts.size(); ++q) {
      for (std::uint32_t j = 0; j < parts[q]->places.size(); ++j) {
        for (const NearestPoints::Found& found : here.within(parts[q]->places[j], touch))
          graph.join(first[p] + static_cast<std::uint32_t>(found.point), first[q] + j, conducts / (std::max(found.distance, 1.0) * std::max(found.distance, 1.0)));
      }
    }
  }
  graph.spread(known, values);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (std::size_t i = 0; i < parts[p]->places.size(); ++i) {
      const auto from = values.row(static_cast<Eigen::Index>(first[p] + i)).cwiseMax(0.0).cwiseMin(1.0);
      const double sum = from.sum();
      for (std::size_t f = 0; f < frames.size(); ++f)
        (*rows[p])(static_cast<Eigen::Index>(i), frames[f]) = sum > 1e-3 ? static_cast<float>(from(static_cast<Eigen::Index>(f)) / sum) : 0.0F;
    }
  }
}

bool spread_along_fibres(const Welded& surface, const Holds& holds, Rows& rows) {
  const auto is_end = [&](End end) { return std::any_of(holds.begin(), holds.end(), [&](const Held& held) { return held.end == end; }); };
  if (surface.fibre.empty() || !is_end(End::origin) || !is_end(End::insertion)) return false;
  const std::vector<FrameIndex> frames = girdle_frames({&holds});
  const std::size_t count = surface.places.size();
  const auto columns = static_cast<Eigen::Index>(frames.size()) + 1;

  // Which bone, from each end alone.
  const auto from_end = [&](End end) {
    SurfaceGraph graph(count);
    graph.join(surface, fibre_anisotropy);
    std::vector<bool> known(count, false);
    Spread values = Spread::Zero(static_cast<Eigen::Index>(count), columns);
    for (std::size_t i = 0; i < count; ++i) {
      if (holds[i].end != end) continue;
      known[i] = true;
      values.row(static_cast<Eigen::Index>(i)) = row_of(holds[i], frames);
    }
    graph.spread(known, values);
    values = values.cwiseMax(0.0).cwiseMin(1.0);
    // An island without that end takes its nearest neighbour's.
    std::vector<glm::dvec3> reached;
    std::vector<Eigen::Index> of;
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      if (values.row(row).sum() <= 0.2) continue;
      reached.push_back(surface.places[i]);
      of.push_back(row);
    }
    if (reached.size() < count) {
      const NearestPoints nearest(reached);
      for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        if (values.row(row).sum() <= 0.2) values.row(row) = values.row(of[nearest.of(surface.places[i], 1).front().point]);
      }
    }
    for (Eigen::Index i = 0; i < values.rows(); ++i) values.row(i) /= std::max(values.row(i).sum(), 1e-9);
    return values;
  };
  const Spread origin = from_end(End::origin), insertion = from_end(End::insertion);
  const FibreEndsAlong ends(surface.fibre);
  Spread share(static_cast<Eigen::Index>(count), columns);
  for (std::size_t i = 0; i < count; ++i) {
    const double s = ends.share(surface.fibre[i]);
    const auto row = static_cast<Eigen::Index>(i);
    share.row(row) = (1.0 - s) * origin.row(row) + s * insertion.row(row);
  }
  // What holds, holds; the difference fades along the surface.
  SurfaceGraph graph(count);
  graph.join(surface, 0.0);
  std::vector<bool> known(count, false);
  Spread off = Spread::Zero(static_cast<Eigen::Index>(count), columns);
  for (std::size_t i = 0; i < count; ++i) {
    if (holds[i].end == End::none) continue;
    known[i] = true;
    off.row(static_cast<Eigen::Index>(i)) = row_of(holds[i], frames) - share.row(static_cast<Eigen::Index>(i));
  }
  graph.spread(known, off, pin_screen);
  share = (share + off).cwiseMax(0.0).cwiseMin(1.0);
  for (Eigen::Index i = 0; i < share.rows(); ++i) {
    const double sum = share.row(i).sum();
    for (std::size_t f = 0; f < frames.size(); ++f) rows(i, frames[f]) = sum > 1e-3 ? static_cast<float>(share(i, static_cast<Eigen::Index>(f)) / sum) : 0.0F;
  }
  return true;
}

void follow_holds(const Welded& surface, const Holds& holds, const Rig& rig, Rows& rows) {
  constexpr double near_bone = 14.0, near_arm = 60.0;  // mm: how far a bone's own turn reaches
  const std::size_t count = surface.places.size();
  for (std::size_t side = 0; side < 2; ++side) {
    for (const FrameIndex bone : {frame::collarbone(side), frame::blade(side), frame::arm(side)}) {
      std::vector<bool> known(count, false);
      std::vector<glm::dvec3> held;
      Spread place = Spread::Zero(static_cast<Eigen::Index>(count), 3);
      for (std::size_t i = 0; i < count; ++i) {
        if (holds[i].frame != bone) continue;
        known[i] = true;
        held.push_back(surface.places[i]);
        place.row(static_cast<Eigen::Index>(i)) << surface.places[i].x, surface.places[i].y, surface.places[i].z;
      }
      if (held.empty()) continue;
      SurfaceGraph graph(count);
      graph.join(surface, fibre_anisotropy);
      graph.spread(known, place);
      const NearestPoints nearest(held);
      const double reach = bone == frame::arm(side) ? near_arm : near_bone;
      for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const float whole = rows(row, bone);
        if (whole <= 0.0F) continue;
        glm::dvec3 at(place(row, 0), place(row, 1), place(row, 2));
        constexpr double no_such = 600.0;  // mm: an island that nothing was spread to
        const NearestPoints::Found closest = nearest.of(surface.places[i], 1).front();
        if (!(glm::distance(at, surface.places[i]) < no_such)) at = held[closest.point];
        const auto own = static_cast<float>(std::exp(-(closest.distance / reach) * (closest.distance / reach)));
        rows(row, bone) = whole * own;
        for (const auto& [which, share] : as_holds(bone, side, at, rig)) rows(row, frame::hold(side, static_cast<std::size_t>(which))) += whole * (1.0F - own) * static_cast<float>(share);
      }
    }
  }
}

void go_half_way(Rows& rows) {
  for (std::size_t side = 0; side < 2; ++side) {
    const FrameIndex arm = frame::arm(side);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
      const float t = rows(i, arm);
      if (t <= 1e-4F || t >= 1.0F - 1e-4F) continue;
      // Up to a half the share of the first half-way frame grows; from there on only how far it has gone.
      const float carried = std::min(1.0F, 2.0F * t), far = std::max(0.5F, t);
      rows(i, arm) = 0.0F;
      rows.row(i) *= (1.0F - carried) / (1.0F - t);
      const float along = (far - 0.5F) * 2.0F * static_cast<float>(frame::half_ways);
      const std::size_t step = std::min(static_cast<std::size_t>(along), frame::half_ways - 1);
      const float part = along - static_cast<float>(step);
      rows(i, frame::half_way(side, step)) += carried * (1.0F - part);
      rows(i, step + 1 < frame::half_ways ? frame::half_way(side, step + 1) : arm) += carried * part;
    }
  }
}

}  // namespace dorsum::motion
