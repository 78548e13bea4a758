#include "trunk_share.h"

#include <algorithm>
#include <cmath>

#include "nearest.h"

namespace dorsum::motion {
namespace {

constexpr double hold_fades = 4.0;   // mm
constexpr std::size_t mean_of = 8;   // holding vertices
constexpr double seam = 7.0, seam_weight = 3.0;  // mm
constexpr double seam_screen = 0.004;            // 1/mm2
constexpr int seam_rounds = 13;

}  // namespace

void hold_on_trunk(const Welded& surface, const Holds& holds, Rows& rows) {
  std::vector<glm::dvec3> held;
  std::vector<FrameIndex> frames;
  for (std::size_t i = 0; i < holds.size(); ++i) {
    if (!holds[i].frame) continue;
    held.push_back(surface.places[i]);
    frames.push_back(*holds[i].frame);
  }
  if (held.empty()) return;
  const NearestPoints nearest(held);
  constexpr auto trunk_frames = static_cast<Eigen::Index>(frame::shoulders);
  for (std::size_t i = 0; i < holds.size(); ++i) {
    const auto found = nearest.of(surface.places[i], mean_of);
    const bool holds_here = holds[i].frame.has_value();
    const double near = holds_here ? 1.0 : std::exp(-(found.front().distance / hold_fades) * (found.front().distance / hold_fades));
    if (near < 1e-4) continue;
    Eigen::Matrix<double, 1, static_cast<int>(frame::count)> mean = decltype(mean)::Zero();
    double sum = 0.0;
    for (const NearestPoints::Found& each : found) {
      const double weight = std::exp(-(each.distance / hold_fades) * (each.distance / hold_fades)) + 1e-12;
      mean(frames[each.point]) += weight;
      sum += weight;
    }
    mean /= sum;
    if (holds_here) {
      mean *= 0.5;
      mean(*holds[i].frame) += 0.5;
    }
    const double on_trunk = mean.leftCols(trunk_frames).sum();
    if (on_trunk <= 0.0) continue;
    auto row = rows.row(static_cast<Eigen::Index>(i)).leftCols(trunk_frames);
    const double share = static_cast<double>(row.sum()), over = near * on_trunk;
    for (Eigen::Index f = 0; f < trunk_frames; ++f) row(f) = static_cast<float>(static_cast<double>(row(f)) * (1.0 - over) + mean(f) / on_trunk * share * over);
  }
}

void join_parts(const std::vector<const Welded*>& parts, const std::vector<const Holds*>& holds, const std::vector<Rows*>& rows) {
  struct Pair {
    Eigen::Index a, b;
    float weight;
  };
  std::vector<Eigen::Index> first;
  Eigen::Index count = 0;
  for (const Welded* part : parts) {
    first.push_back(count);
    count += static_cast<Eigen::Index>(part->places.size());
  }
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
    const NearestPoints here(parts[p]->places);
    for (std::size_t q = p + 1; q < parts.size(); ++q) {
      for (std::size_t j = 0; j < parts[q]->places.size(); ++j) {
        for (const NearestPoints::Found& found : here.within(parts[q]->places[j], seam)) {
          const double weight = std::exp(-(found.distance / seam_weight) * (found.distance / seam_weight)) + 1e-6;
          pairs.push_back({first[p] + static_cast<Eigen::Index>(found.point), first[q] + static_cast<Eigen::Index>(j), static_cast<float>(weight)});
        }
      }
    }
  }
  if (pairs.empty()) return;
  Rows all(count, static_cast<Eigen::Index>(frame::count));
  for (std::size_t p = 0; p < parts.size(); ++p) all.middleRows(first[p], rows[p]->rows()) = *rows[p];
  Eigen::VectorXf weight = Eigen::VectorXf::Zero(count);
  for (const Pair& pair : pairs) {
    weight(pair.a) += pair.weight;
    weight(pair.b) += pair.weight;
  }
  Rows mean = all;
  for (int round = 0; round < seam_rounds; ++round) {
    Rows beside = Rows::Zero(count, static_cast<Eigen::Index>(frame::count));
    for (const Pair& pair : pairs) {
      beside.row(pair.a) += pair.weight * mean.row(pair.b);
      beside.row(pair.b) += pair.weight * mean.row(pair.a);
    }
    for (Eigen::Index i = 0; i < count; ++i) {
      if (weight(i) > 0.0F) mean.row(i) = 0.5F * mean.row(i) + (0.5F / weight(i)) * beside.row(i);
    }
  }
  for (std::size_t p = 0; p < parts.size(); ++p) {
    std::vector<bool> known(parts[p]->places.size(), false);
    Spread change = Spread::Zero(rows[p]->rows(), static_cast<Eigen::Index>(frame::count));
    for (std::size_t i = 0; i < known.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      const bool held = (*holds[p])[i].frame.has_value(), at_seam = weight(first[p] + row) > 0.0F;
      known[i] = held || at_seam;
      if (at_seam && !held) change.row(row) = (mean.row(first[p] + row) - rows[p]->row(row)).cast<double>();
    }
    SurfaceGraph graph(known.size());
    graph.join(*parts[p], 0.0);
    graph.spread(known, change, seam_screen);
    *rows[p] = (*rows[p] + change.cast<float>()).cwiseMax(0.0F);
    normalise(*rows[p]);
  }
}

}  // namespace dorsum::motion
