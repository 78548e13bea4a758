#include "voxel_field.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <glm/common.hpp>
#include <limits>

#include "dorsum/core/parallel.h"
#include "dorsum/geometry/signed_distance.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::motion {
namespace {

constexpr std::array<glm::ivec3, 6> six{glm::ivec3(1, 0, 0), {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};

constexpr float bone_reach = 0.55F;  // voxel edges: a voxel whose middle is so near to a bone is the bone's
constexpr int sweeps = 120;
constexpr float over_relaxed = 1.6F;
constexpr std::size_t block = 16;       // frames solved at once: a cache line of floats
constexpr float least_share = 2e-3F;    // less moves nothing that can be seen

bool is_in(glm::ivec3 place, glm::ivec3 size) {
  return place.x >= 0 && place.y >= 0 && place.z >= 0 && place.x < size.x && place.y < size.y && place.z < size.z;
}

/// Adds a vote to each voxel within, as the lines of voxels along one axis see it.
void vote_along(int axis, const geometry::SurfaceQuery& skin, const BodyVoxels& grid, std::vector<std::uint8_t>& votes) {
  const int u = (axis + 1) % 3, v = (axis + 2) % 3;
  const auto lines = static_cast<std::size_t>(grid.size[u]) * static_cast<std::size_t>(grid.size[v]);
  parallel_for(lines, [&](std::size_t line) {
    glm::ivec3 place(0);
    place[u] = static_cast<int>(line % static_cast<std::size_t>(grid.size[u]));
    place[v] = static_cast<int>(line / static_cast<std::size_t>(grid.size[u]));
    glm::vec3 origin = grid.low + grid.edge * (glm::vec3(place) + 0.5F);
    origin[u] += 0.0137F;  // mm: off the edges and corners that meshes like to have on round numbers
    origin[v] += 0.0071F;
    glm::vec3 direction(0.0F);
    direction[axis] = 1.0F;
    const auto hits = skin.all_hits(origin, direction);
    std::size_t passed = 0;
    for (int i = 0; i < grid.size[axis]; ++i) {
      place[axis] = i;
      while (passed < hits.size() && hits[passed].distance < grid.edge * static_cast<float>(i)) ++passed;
      if ((hits.size() - passed) % 2 == 1) ++votes[grid.at(place)];
    }
  });
}

}  // namespace

BodyVoxels::BodyVoxels(const geometry::TriangleMesh& skin, const std::vector<FixedBone>& bones) {
  const geometry::Bounds box = geometry::bounds_of(skin);
  low = box.low - edge;
  size = glm::ivec3(glm::ceil((box.high - box.low + 2.0F * edge) / edge));
  const std::size_t count = static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * static_cast<std::size_t>(size.z);
  const geometry::SurfaceQuery surface({&skin});
  std::vector<std::uint8_t> votes(count, 0);
  // Three ways of seeing outvote a hole or a crease that one of them meets.
  for (int axis = 0; axis < 3; ++axis) vote_along(axis, surface, *this, votes);

  // What lies nearest decides where two bones claim a voxel.
  struct Claim {
    std::size_t place;
    float distance;
  };
  std::vector<std::vector<Claim>> claims(bones.size());
  parallel_for(bones.size(), [&](std::size_t b) {
    const geometry::TriangleMesh& mesh = *bones[b].mesh;
    const geometry::SignedDistance distance(mesh);
    const geometry::Bounds around = geometry::bounds_of(mesh);
    const glm::ivec3 first = glm::max(glm::ivec3((around.low - low) / edge) - 1, glm::ivec3(0)), last = glm::min(glm::ivec3((around.high - low) / edge) + 1, size - 1);
    for (int z = first.z; z <= last.z; ++z) {
      for (int y = first.y; y <= last.y; ++y) {
        for (int x = first.x; x <= last.x; ++x) {
          const auto nearest = distance.at(low + edge * (glm::vec3(x, y, z) + 0.5F), 1.2F * edge);
          if (nearest && nearest->distance < bone_reach * edge) claims[b].push_back({at({x, y, z}), nearest->distance});
        }
      }
    }
  });
  std::vector<float> nearest(count, std::numeric_limits<float>::infinity());
  std::vector<std::int32_t> owner(count, none);
  for (std::size_t b = 0; b < bones.size(); ++b) {
    for (const Claim& claim : claims[b]) {
      if (claim.distance >= nearest[claim.place]) continue;
      nearest[claim.place] = claim.distance;
      owner[claim.place] = bones[b].frame;
    }
  }

  number.assign(count, none);
  for (int z = 0; z < size.z; ++z) {
    for (int y = 0; y < size.y; ++y) {
      for (int x = 0; x < size.x; ++x) {
        const std::size_t here = at({x, y, z});
        if (votes[here] < 2 && owner[here] == none) continue;
        number[here] = static_cast<std::int32_t>(places.size());
        places.emplace_back(x, y, z);
        bone.push_back(owner[here]);
      }
    }
  }
  neighbours.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t k = 0; k < six.size(); ++k) {
      const glm::ivec3 beside = places[i] + six[k];
      neighbours[i][k] = is_in(beside, size) ? number[at(beside)] : none;
    }
  }
}

VoxelField::VoxelField(const BodyVoxels& voxels, bool (*counts)(FrameIndex)) : voxels_(&voxels) {
  const std::size_t count = voxels.places.size();
  std::vector<std::int32_t> fixed(count);
  for (std::size_t i = 0; i < count; ++i) fixed[i] = voxels.bone[i] >= 0 && counts(static_cast<FrameIndex>(voxels.bone[i])) ? voxels.bone[i] : BodyVoxels::none;
  // Each voxel begins as its nearest bone's: few sweeps are left to do.
  std::vector<std::int32_t> first = fixed;
  std::deque<std::size_t> front;
  for (std::size_t i = 0; i < count; ++i) {
    if (first[i] >= 0) front.push_back(i);
  }
  for (; !front.empty(); front.pop_front()) {
    for (const std::int32_t j : voxels.neighbours[front.front()]) {
      if (j < 0 || first[static_cast<std::size_t>(j)] >= 0) continue;
      first[static_cast<std::size_t>(j)] = first[front.front()];
      front.push_back(static_cast<std::size_t>(j));
    }
  }

  constexpr std::size_t blocks = (frame::count + block - 1) / block;
  std::array<std::vector<std::pair<std::uint32_t, Share>>, blocks> found;  // sorted by voxel
  parallel_for(blocks, [&](std::size_t b) {
    const auto base = static_cast<std::int32_t>(b * block);
    const auto is_here = [&](std::int32_t f) { return f >= base && f < base + static_cast<std::int32_t>(block); };
    if (std::none_of(fixed.begin(), fixed.end(), is_here)) return;
    std::vector<float> w(count * block, 0.0F);
    for (std::size_t i = 0; i < count; ++i) {
      if (is_here(first[i])) w[i * block + static_cast<std::size_t>(first[i] - base)] = 1.0F;
    }
    const auto relax = [&](std::size_t i) {
      if (fixed[i] >= 0) return;
      std::array<float, block> sum{};
      float beside = 0.0F;
      for (const std::int32_t j : voxels.neighbours[i]) {
        if (j < 0) continue;
        beside += 1.0F;
        const float* from = &w[static_cast<std::size_t>(j) * block];
        for (std::size_t k = 0; k < block; ++k) sum[k] += from[k];
      }
      if (beside == 0.0F) return;
      float* to = &w[i * block];
      for (std::size_t k = 0; k < block; ++k) to[k] += over_relaxed * (sum[k] / beside - to[k]);
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (std::size_t i = 0; i < count; ++i) relax(sweep % 2 == 0 ? i : count - 1 - i);
    }
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = 0; k < block; ++k) {
        if (w[i * block + k] > least_share) found[b].push_back({static_cast<std::uint32_t>(i), {static_cast<FrameIndex>(b * block + k), w[i * block + k]}});
      }
    }
  });
  start_.assign(count + 1, 0);
  std::array<std::size_t, blocks> next{};
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t b = 0; b < blocks; ++b) {
      for (; next[b] < found[b].size() && found[b][next[b]].first == i; ++next[b]) shares_.push_back(found[b][next[b]].second);
    }
    start_[i + 1] = static_cast<std::uint32_t>(shares_.size());
  }
}

void VoxelField::sample(glm::vec3 place, float* row) const {
  const BodyVoxels& grid = *voxels_;
  const glm::vec3 at = (place - grid.low) / grid.edge - 0.5F;
  const glm::ivec3 corner(glm::floor(at));
  const glm::vec3 part = at - glm::vec3(corner);
  float sum = 0.0F;
  const auto add = [&](std::size_t voxel, float weight) {
    for (std::uint32_t s = start_[voxel]; s < start_[voxel + 1]; ++s) {
      row[shares_[s].frame] += weight * shares_[s].share;
      sum += weight * shares_[s].share;
    }
  };
  for (int k = 0; k < 8; ++k) {
    const glm::ivec3 step(k & 1, (k >> 1) & 1, k >> 2), here = corner + step;
    if (!is_in(here, grid.size)) continue;
    const std::int32_t voxel = grid.number[grid.at(here)];
    const glm::vec3 weight = glm::mix(1.0F - part, part, glm::vec3(step));
    if (voxel >= 0) add(static_cast<std::size_t>(voxel), weight.x * weight.y * weight.z);
  }
  // Outside the skin: the nearest within, farther and farther off.
  for (int reach = 1; sum < 1e-3F && reach < 32; reach *= 2) {
    float nearest = std::numeric_limits<float>::infinity();
    std::int32_t best = BodyVoxels::none;
    for (int z = -reach; z <= reach; ++z) {
      for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
          const glm::ivec3 here = corner + glm::ivec3(x, y, z);
          if (!is_in(here, grid.size) || grid.number[grid.at(here)] < 0) continue;
          const auto voxel = static_cast<std::size_t>(grid.number[grid.at(here)]);
          if (start_[voxel] == start_[voxel + 1]) continue;
          const glm::vec3 away = glm::vec3(here) - at;
          const float distance = away.x * away.x + away.y * away.y + away.z * away.z;
          if (distance < nearest) {
            nearest = distance;
            best = static_cast<std::int32_t>(voxel);
          }
        }
      }
    }
    if (best >= 0) add(static_cast<std::size_t>(best), 1.0F);
  }
  if (sum <= 0.0F) {
    row[frame::pelvis] = 1.0F;
    return;
  }
  for (std::size_t f = 0; f < frame::count; ++f) row[f] /= sum;
}

}  // namespace dorsum::motion
