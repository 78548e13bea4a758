#include "divide.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dorsum::sculpt {
namespace {

constexpr float far = 45.0F;           // mm from its seed that a mass may come
constexpr float gap = 0.1F;            // mm between masses
constexpr float never = 1e4F;          // mm: a cell that a mass can't have
constexpr double least_area = 8.0;     // mm2: less is none
constexpr double heaviest = 90.0;      // mm
constexpr double spare = 6.0;          // mm: where room may stay empty it is taken at no higher cost, the weight taken off
constexpr float most = 4.0F;           // mm: farther from its border a mass needn't know
constexpr int rounds = 60;

constexpr float claim = 1000.0F;       // mm: what a mass holds on to, its seed, costs it less than nothing
constexpr float held = -0.5F * claim;  // mm: no weight makes a cost as small

struct Costs {
  CellPart part;
  GridField field;
};

/// mm from the middle of what is inside to its walls, carried over to the cells about: how thick the shape is there.
GridField half_thickness(const GridField& distance) {
  constexpr int radius = 3;  // cells
  const CellBox& box = distance.box();
  GridField thick(box, 0.0F);
  for (std::size_t at = 0; at < box.size(); ++at) thick.at(at) = std::max(-distance.at(at), 0.0F);
  const auto spread = [&](std::size_t stride, auto place, int count) {
    GridField wide = thick;
    for (std::size_t at = 0; at < box.size(); ++at) {
      const int i = place(at);
      for (int d = std::max(-radius, -i); d <= std::min(radius, count - 1 - i); ++d) {
        wide.at(at) = std::max(wide.at(at), thick.at(at + static_cast<std::size_t>(static_cast<std::ptrdiff_t>(stride) * d)));
      }
    }
    thick = std::move(wide);
  };
  const auto nx = static_cast<std::size_t>(box.count.x), ny = static_cast<std::size_t>(box.count.y);
  spread(1, [&](std::size_t at) { return static_cast<int>(at % nx); }, box.count.x);
  spread(nx, [&](std::size_t at) { return static_cast<int>(at / nx % ny); }, box.count.y);
  spread(nx * ny, [&](std::size_t at) { return static_cast<int>(at / nx / ny); }, box.count.z);
  return thick;
}

/// Calls `visit(cell of the whole box, cell of the part, level)` for each cell of the part.
template <class Visit>
void for_each_cell(const CellBox& box, const Costs& costs, const Visit& visit) {
  const CellPart& part = costs.part;
  for (int k = 0; k < part.box.count.z; ++k) {
    for (int j = 0; j < part.box.count.y; ++j) {
      for (int i = 0; i < part.box.count.x; ++i) {
        visit(box.index(i + part.from.x, j + part.from.y, k + part.from.z), part.box.index(i, j, k), k + part.from.z);
      }
    }
  }
}

/// The same for all masses, whose number comes first.
template <class Visit>
void for_each_cell(const CellBox& box, const std::vector<Costs>& costs, const Visit& visit) {
  for (std::size_t m = 0; m < costs.size(); ++m) {
    for_each_cell(box, costs[m], [&](std::size_t at, std::size_t own, int k) { visit(m, at, own, k); });
  }
}

/// Who has each cell, and how far from the border with the runner-up it lies.
class Parted {
 public:
  Parted(const CellBox& box, const std::vector<Costs>& costs, const std::vector<GridField>& fields)
      : box_(box), costs_(costs), owner_(box.size(), nobody), best_(box.size(), never), second_(box.size(), never) {
    for_each_cell(box, costs, [&](std::size_t m, std::size_t at, std::size_t own, int) {
      const float cost = fields[m].at(own);
      if (cost < best_[at]) {
        second_[at] = best_[at];
        best_[at] = cost;
        owner_[at] = static_cast<std::uint8_t>(m);
      } else {
        second_[at] = std::min(second_[at], cost);
      }
    });
  }

  /// The least cost of all others in a cell.
  [[nodiscard]] float of_others(std::size_t m, std::size_t at) const { return owner_[at] == m ? second_[at] : best_[at]; }

  /// Makes of one mass's costs the mm to its border, negative inside.
  void border(std::size_t m, GridField& field) const {
    for_each_cell(box_, costs_[m], [&](std::size_t at, std::size_t own, int) {
      float& cost = field.at(own);
      const float apart = owner_[at] == m ? best_[at] - second_[at] : cost - best_[at];
      cost = cost < never ? std::clamp(0.5F * apart, -most, most) : most;
    });
  }

 private:
  static constexpr std::uint8_t nobody = 255;
  const CellBox& box_;
  const std::vector<Costs>& costs_;
  std::vector<std::uint8_t> owner_;
  std::vector<float> best_, second_;
};

/// mm from its seed that a mass comes: farther where the room is to be full.
float reach_of(const Mass& mass, bool filled) { return (filled ? 2.0F : 1.0F) * mass.reach; }

/// The cells of one level that can be given away, and what each active mass would pay for them.
struct Level {
  std::vector<std::uint32_t> cells;  ///< of the level
  std::vector<bool> must;            ///< is filled throughout
  std::vector<std::size_t> active;   ///< masses
  std::vector<std::vector<float>> costs;  ///< of each active mass, a cell each
};

Level level_of(const Room& room, const std::vector<Mass>& masses, const std::vector<Costs>& costs, const std::vector<float>& nearest, const std::vector<double>& asked, int k) {
  Level level;
  const auto count = static_cast<std::size_t>(room.box.count.x) * static_cast<std::size_t>(room.box.count.y);
  const std::size_t base = count * static_cast<std::size_t>(k);
  float farthest_reach = 0.0F;
  for (const Mass& mass : masses) farthest_reach = std::max(farthest_reach, mass.reach);
  for (std::size_t c = 0; c < count; ++c) {
    const bool filled = room.filled[base + c];
    if (room.free.at(base + c) >= 0.0F || nearest[base + c] >= (filled ? far : farthest_reach)) continue;
    level.cells.push_back(static_cast<std::uint32_t>(c));
    level.must.push_back(filled);
  }
  for (std::size_t m = 0; m < costs.size(); ++m) {
    const CellPart& part = costs[m].part;
    const int z = k - part.from.z;
    if (asked[m] <= least_area || z < 0 || z >= part.box.count.z) continue;
    std::vector<float> of_cells;
    float least = never;
    for (const std::uint32_t c : level.cells) {
      const int x = static_cast<int>(c % static_cast<std::uint32_t>(room.box.count.x)) - part.from.x;
      const int y = static_cast<int>(c / static_cast<std::uint32_t>(room.box.count.x)) - part.from.y;
      const bool inside = x >= 0 && y >= 0 && x < part.box.count.x && y < part.box.count.y;
      const float cost = inside ? costs[m].field.at(x, y, z) : never;
      of_cells.push_back(cost < reach_of(masses[m], level.must[of_cells.size()]) ? cost : never);
      least = std::min(least, of_cells.back());
    }
    if (least > 25.0F) continue;
    level.active.push_back(m);
    level.costs.push_back(std::move(of_cells));
  }
  return level;
}

/// Moves the weights until the areas are those asked for, or as near as the room allows.
void solve(const Level& level, const std::vector<double>& asked, double cell_area, std::vector<double>& weights) {
  const std::size_t count = level.active.size();
  double ask = 0.0;
  for (const std::size_t m : level.active) ask += asked[m];
  const auto room = static_cast<double>(level.cells.size()) * cell_area;
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::size_t> got(count, 0);
    for (std::size_t c = 0; c < level.cells.size(); ++c) {
      std::size_t best = 0;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t a = 0; a < count; ++a) {
        const auto unweighed = static_cast<double>(level.costs[a][c]);
        const double cost = unweighed < static_cast<double>(held) ? unweighed : unweighed - weights[level.active[a]];
        if (cost < least) {
          least = cost;
          best = a;
        }
      }
      if (level.must[c] ? least < static_cast<double>(never) / 2 : least < spare) ++got[best];
    }
    double all = 0.0;
    for (const std::size_t cells : got) all += static_cast<double>(cells) * cell_area;
    // Asked for more than there is, all get their share of it; room that must be filled is shared alike.
    double scale = 1.0;
    if (ask > room) scale = room / ask;
    else if (all > ask && std::all_of(level.must.begin(), level.must.end(), [](bool must) { return must; })) scale = std::min(1.6, all / ask);
    const double step = round < 25 ? 2.5 : round < 45 ? 1.0 : 0.4;
    for (std::size_t a = 0; a < count; ++a) {
      const double wanted = asked[level.active[a]] * scale;
      const double lacking = (wanted - static_cast<double>(got[a]) * cell_area) / std::max(wanted, 60.0);
      double& weight = weights[level.active[a]];
      weight = std::clamp(weight + step * std::clamp(lacking, -1.0, 1.0), -heaviest, heaviest);
    }
  }
}

/// Evens a mass's weights out along the body's height; where it asks for nothing the nearest level's weight is carried on.
void smooth_along(std::vector<double>& weights, const std::vector<bool>& known) {
  const auto count = static_cast<int>(weights.size());
  int last = -1;
  for (int k = 0; k < count; ++k) {
    if (!known[static_cast<std::size_t>(k)]) continue;
    for (int m = last + 1; m < k; ++m) weights[static_cast<std::size_t>(m)] = last < 0 || k - m < m - last ? weights[static_cast<std::size_t>(k)] : weights[static_cast<std::size_t>(last)];
    last = k;
  }
  for (int m = last + 1; last >= 0 && m < count; ++m) weights[static_cast<std::size_t>(m)] = weights[static_cast<std::size_t>(last)];
  constexpr int radius = 2;
  for (int round = 0; round < 3; ++round) {
    const std::vector<double> before = weights;
    for (int k = 0; k < count; ++k) {
      double sum = 0.0;
      for (int d = -radius; d <= radius; ++d) sum += before[static_cast<std::size_t>(std::clamp(k + d, 0, count - 1))];
      weights[static_cast<std::size_t>(k)] = sum / (2 * radius + 1);
    }
  }
}

}  // namespace

std::vector<Share> divide(const Room& room, const std::vector<Mass>& masses) {
  const CellBox& box = room.box;
  std::vector<Costs> costs(masses.size());
  std::vector<GridField> seeds(masses.size()), thick(masses.size()), fields(masses.size());
  tbb::parallel_for(std::size_t{0}, masses.size(), [&](std::size_t m) {
    costs[m].part = part_of(box, geometry::bounds_of(*masses[m].seed), far);
    costs[m].field = distances(*masses[m].seed, costs[m].part.box, far);
    thick[m] = half_thickness(costs[m].field);
    fields[m] = costs[m].field;
    constexpr float steep = 10.0F;  // outside itself a seed soon gives up
    for (std::size_t own = 0; own < costs[m].part.box.size(); ++own) {
      float& cost = fields[m].at(own);
      cost = 2.0F * thick[m].at(own) + (cost > 0.0F ? steep : 1.0F) * cost;
    }
  });
  // What each seed keeps of itself, and how far from it each cell lies.
  const Parted among_seeds(box, costs, fields);
  tbb::parallel_for(std::size_t{0}, masses.size(), [&](std::size_t m) {
    seeds[m] = std::move(fields[m]);
    among_seeds.border(m, seeds[m]);
    for_each_cell(box, costs[m], [&](std::size_t, std::size_t own, int) {
      seeds[m].at(own) = std::max(seeds[m].at(own) + 0.5F * gap, costs[m].field.at(own));
    });
  });
  std::vector<float> nearest(box.size(), far);
  for_each_cell(box, costs, [&](std::size_t m, std::size_t at, std::size_t own, int) {
    float& cost = costs[m].field.at(own);
    nearest[at] = std::min(nearest[at], cost);
    const bool barred = masses[m].behind_ribs && room.before_ribs[at];
    cost = barred || cost >= far ? never : cost - claim * std::clamp((1.0F - seeds[m].at(own)) / 1.5F, 0.0F, 1.0F);
  });
  const Parted by_seeds(box, costs, seeds);
  for_each_cell(box, costs, [&](std::size_t m, std::size_t at, std::size_t own, int) { seeds[m].at(own) = std::max(seeds[m].at(own), room.bone.at(at)); });
  // The weights, level by level from above; each starts from the one above.
  const double cell_area = static_cast<double>(box.step * box.step);
  std::vector<std::vector<double>> weights(masses.size(), std::vector<double>(static_cast<std::size_t>(box.count.z), 0.0));
  std::vector<std::vector<bool>> known(masses.size(), std::vector<bool>(static_cast<std::size_t>(box.count.z), false));
  std::vector<std::vector<double>> asked(static_cast<std::size_t>(box.count.z), std::vector<double>(masses.size(), 0.0));
  std::vector<double> now(masses.size(), 0.0);
  for (int k = box.count.z - 1; k >= 0; --k) {
    const float z = box.place(0, 0, k).z;
    std::vector<double>& ask = asked[static_cast<std::size_t>(k)];
    for (std::size_t m = 0; m < masses.size(); ++m) {
      const ByLevel& area = masses[m].area;
      if (!area.empty() && z > area.lowest() - 2.0F && z < area.highest() + 2.0F) ask[m] = static_cast<double>(area.at(z));
    }
    const Level level = level_of(room, masses, costs, nearest, ask, k);
    if (level.active.empty()) continue;
    solve(level, ask, cell_area, now);
    for (const std::size_t m : level.active) {
      weights[m][static_cast<std::size_t>(k)] = now[m];
      known[m][static_cast<std::size_t>(k)] = true;
    }
  }
  for (std::size_t m = 0; m < masses.size(); ++m) smooth_along(weights[m], known[m]);
  // Each mass's part of the room, smoothed; smoothing parts the neighbours a little, so the room is parted among the smooth
  // parts once more.
  const auto weighed = [&](std::size_t m, std::size_t cell_of_part, int k) {
    constexpr float uninvited = 200.0F;
    const auto z = static_cast<std::size_t>(k);
    const float cost = costs[m].field.at(cell_of_part);
    return cost < held ? cost : cost - static_cast<float>(weights[m][z]) + (asked[z][m] > least_area ? 0.0F : uninvited);
  };
  const auto taken = [&](std::size_t m, std::size_t at, std::size_t own) {  // whether it may have the cell at all
    return costs[m].field.at(own) < reach_of(masses[m], room.filled[at]) + 2.0F * box.step;
  };
  for (std::size_t m = 0; m < masses.size(); ++m) fields[m] = GridField(costs[m].part.box, never);
  for_each_cell(box, costs, [&](std::size_t m, std::size_t at, std::size_t own, int k) {
    if (taken(m, at, own)) fields[m].at(own) = weighed(m, own, k);
  });
  const Parted parted(box, costs, fields);
  tbb::parallel_for(std::size_t{0}, masses.size(), [&](std::size_t m) {
    parted.border(m, fields[m]);
    fields[m].smooth(1, 2);
  });
  const Parted again(box, costs, fields);
  tbb::parallel_for(std::size_t{0}, masses.size(), [&](std::size_t m) {
    again.border(m, fields[m]);
    GridField limit(costs[m].part.box, 0.0F);
    for_each_cell(box, costs[m], [&](std::size_t at, std::size_t own, int k) {
      const bool all_of_it = room.filled[at] && nearest[at] < far;
      const float beyond = std::max(costs[m].field.at(own) - masses[m].reach, weighed(m, own, k) - static_cast<float>(spare));
      const bool asks = asked[static_cast<std::size_t>(k)][m] > least_area;
      const float most_beyond = costs[m].field.at(own) - reach_of(masses[m], true);
      limit.at(own) = all_of_it ? std::clamp(most_beyond, -most, most) : asks ? std::clamp(beyond, -most, most) : most;
    });
    limit.smooth(1, 2);
    for_each_cell(box, costs[m], [&](std::size_t at, std::size_t own, int) {
      float& field = fields[m].at(own);
      field = std::max({field + 0.5F * gap, limit.at(own), room.free.at(at)});
    });
    // What is thinner than a cell or so would be a fin.
    constexpr float fin = 0.4F;  // mm
    GridField stout(costs[m].part.box, 0.0F);
    for_each_cell(box, costs[m], [&](std::size_t, std::size_t own, int) { stout.at(own) = std::clamp(fields[m].at(own), -most, most); });
    stout.smooth(1, 1);
    for_each_cell(box, costs[m], [&](std::size_t at, std::size_t own, int) {
      fields[m].at(own) = std::max({fields[m].at(own), stout.at(own) - fin, gap - by_seeds.of_others(m, at)});
    });
  });
  std::vector<Share> shares;
  for (std::size_t m = 0; m < masses.size(); ++m) shares.push_back({std::move(fields[m]), std::move(seeds[m]), std::move(thick[m])});
  return shares;
}

}  // namespace dorsum::sculpt
