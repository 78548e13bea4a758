#include "room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "dorsum/geometry/signed_distance.h"

namespace dorsum::sculpt {
namespace {

constexpr std::array<std::string_view, 5> cage_walls{"rib-", "costal-cartilage-", "sternum-", "vertebra-T", "disc-T"};
constexpr float step = 4.0F;          // mm from level to level
constexpr std::size_t sectors = 128;  // around; 6 mm at the side of a chest

/// How far a surface is felt, mm; what is left in the depths of a neighbour falls off with the specks.
constexpr float felt = 14.0F;

/// Once around from 0 to 4 without a trigonometric function, whose last bits differ between processors.
float turn_of(glm::vec2 v) {
  const float sum = std::abs(v.x) + std::abs(v.y);
  if (sum < 1e-6F) return 0.0F;
  const float part = v.y / sum;
  return v.x >= 0.0F ? (v.y >= 0.0F ? part : 4.0F + part) : 2.0F - part;
}

/// The unit vector to a sector's middle.
glm::vec2 direction_of(std::size_t sector) {
  const float turn = (static_cast<float>(sector) + 0.5F) / static_cast<float>(sectors) * 4.0F;
  const float x = turn <= 2.0F ? 1.0F - turn : turn - 3.0F;
  const float y = turn <= 1.0F ? turn : turn <= 3.0F ? 2.0F - turn : turn - 4.0F;
  return glm::normalize(glm::vec2(x, y));
}

/// How far from the middle line the cage's inner wall stands, by level and direction.
class Wall {
 public:
  Wall(const Deeper& deeper, glm::vec3 top, glm::vec3 bottom) : top_(top), slope_(glm::vec2(bottom - top) / (bottom.z - top.z)) {
    std::vector<glm::vec3> points;
    for (const auto& [id, mesh] : deeper) {
      const auto begins = [&name = id](std::string_view prefix) { return name.starts_with(prefix); };
      if (std::any_of(cage_walls.begin(), cage_walls.end(), begins)) add_points(mesh, points);
    }
    if (points.empty()) return;
    float low = points.front().z, high = low;
    for (const glm::vec3& p : points) low = std::min(low, p.z), high = std::max(high, p.z);
    low_ = low;
    levels_ = static_cast<std::size_t>((high - low) / step) + 1;
    radius_.assign(levels_ * sectors, unknown);
    bottom_.assign(sectors, high);
    for (const glm::vec3& p : points) note(p);
    widen_ribs();
    const std::vector<float> known = radius_;
    for (std::size_t s = 0; s < sectors; ++s) fill_between(s);
    for (int i = 0; i < 3; ++i) {
      smooth();
      for (std::size_t k = 0; k < radius_.size(); ++k) radius_[k] = std::min(radius_[k], known[k]);  // into no bone
    }
    for (int i = 0; i < 20; ++i) smooth_margin();
    surface_.emplace(surface());
  }

  [[nodiscard]] bool empty() const { return levels_ == 0; }

  [[nodiscard]] float distance(glm::vec3 point, bool to_margin) const {
    const glm::vec2 off = glm::vec2(point) - middle(point.z);
    const float around = turn_of(off) / 4.0F * static_cast<float>(sectors) - 0.5F + static_cast<float>(sectors);
    const auto whole = static_cast<std::size_t>(around);
    const std::size_t s0 = whole % sectors, s1 = (whole + 1) % sectors;
    const float part = around - static_cast<float>(whole);
    float wall = 0.0F;
    if (const auto nearest = surface_->at(point, felt)) {
      wall = nearest->distance;
    } else {  // far from it, where only the side counts
      const auto level = static_cast<std::size_t>(glm::clamp((point.z - low_) / step, 0.0F, static_cast<float>(levels_ - 1)));
      wall = glm::length(off) < glm::mix(at(level, s0), at(level, s1), part) ? -felt : felt;
    }
    // Near the middle the margin's height jumps from sector to sector: what lies far below it counts as no farther than this.
    constexpr float just_outside = 12.0F;
    const float below = glm::mix(bottom_[s0], bottom_[s1], part) - point.z;
    return to_margin ? std::max(wall, std::min(below, just_outside)) : wall;
  }

  [[nodiscard]] geometry::Bounds bounds() const {
    float widest = 0.0F;
    for (const float r : radius_) widest = std::max(widest, r);
    const float floor = low_ - under_last, roof = low_ + step * static_cast<float>(levels_) + over_first_rib;
    const glm::vec2 below = middle(floor), above = middle(roof);
    return {glm::vec3(glm::min(below, above) - widest, floor), glm::vec3(glm::max(below, above) + widest, roof)};
  }

 private:
  [[nodiscard]] glm::vec2 middle(float z) const { return glm::vec2(top_) + slope_ * (z - top_.z); }

  static constexpr float unknown = std::numeric_limits<float>::infinity();
  static constexpr float over_first_rib = 60.0F, under_last = 150.0F;  // mm; no lung reaches higher, no liver lower

  /// The wall as a closed surface: rings at the levels' heights, one far over and one far under them, and lids.
  [[nodiscard]] geometry::TriangleMesh surface() const {
    geometry::TriangleMesh mesh;
    const std::size_t rings = levels_ + 2;
    for (std::size_t ring = 0; ring < rings; ++ring) {
      const std::size_t level = std::clamp<std::size_t>(ring, 1, levels_) - 1;
      const float z = low_ + step * (static_cast<float>(level) + 0.5F) - (ring == 0 ? under_last : 0.0F) + (ring + 1 == rings ? over_first_rib : 0.0F);
      for (std::size_t s = 0; s < sectors; ++s) mesh.positions.emplace_back(middle(z) + at(level, s) * direction_of(s), z);
    }
    const auto corner = [](std::size_t ring, std::size_t s) { return static_cast<std::uint32_t>(ring * sectors + s % sectors); };
    for (std::size_t ring = 0; ring + 1 < rings; ++ring) {
      for (std::size_t s = 0; s < sectors; ++s) {
        mesh.triangles.push_back({corner(ring, s), corner(ring, s + 1), corner(ring + 1, s + 1)});
        mesh.triangles.push_back({corner(ring, s), corner(ring + 1, s + 1), corner(ring + 1, s)});
      }
    }
    for (const std::size_t ring : {std::size_t{0}, rings - 1}) {
      const float z = mesh.positions[corner(ring, 0)].z;
      const auto lid = static_cast<std::uint32_t>(mesh.positions.size());
      mesh.positions.emplace_back(middle(z), z);
      for (std::size_t s = 0; s < sectors; ++s) {
        if (ring == 0) mesh.triangles.push_back({lid, corner(ring, s + 1), corner(ring, s)});
        else mesh.triangles.push_back({lid, corner(ring, s), corner(ring, s + 1)});
      }
    }
    return mesh;
  }

  /// Corners and the middles of edges and faces: nearer to one another than the cells are large.
  static void add_points(const geometry::TriangleMesh& mesh, std::vector<glm::vec3>& points) {
    for (const auto& [i, j, k] : mesh.triangles) {
      const glm::vec3 a = mesh.positions[i], b = mesh.positions[j], c = mesh.positions[k];
      for (const glm::vec3& p : {a, b, c, 0.5F * (a + b), 0.5F * (b + c), 0.5F * (c + a), (a + b + c) / 3.0F}) points.push_back(p);
    }
  }

  float& at(std::size_t level, std::size_t sector) { return radius_[level * sectors + sector]; }
  [[nodiscard]] float at(std::size_t level, std::size_t sector) const { return radius_[level * sectors + sector]; }

  void note(glm::vec3 p) {
    const glm::vec2 off = glm::vec2(p) - middle(p.z);
    const std::size_t sector = std::min(static_cast<std::size_t>(turn_of(off) / 4.0F * static_cast<float>(sectors)), sectors - 1);
    float& radius = at(std::min(static_cast<std::size_t>((p.z - low_) / step), levels_ - 1), sector);
    radius = std::min(radius, glm::length(off));
    bottom_[sector] = std::min(bottom_[sector], p.z);
  }

  /// Bones' edges are rounded: there the wall goes on from the inner face.
  void widen_ribs() {
    const std::vector<float> before = radius_;
    constexpr std::size_t reach = 1;
    for (std::size_t z = 0; z < levels_; ++z) {
      for (std::size_t s = 0; s < sectors; ++s) {
        if (before[z * sectors + s] == unknown) continue;
        for (std::size_t k = z >= reach ? z - reach : 0; k <= std::min(z + reach, levels_ - 1); ++k) at(z, s) = std::min(at(z, s), before[k * sectors + s]);
      }
    }
  }

  /// Straight from one rib to the next; beyond the last as it is there.
  void fill_between(std::size_t sector) {
    std::size_t last = levels_;  // none yet
    for (std::size_t z = 0; z < levels_; ++z) {
      if (at(z, sector) == unknown) continue;
      if (last == levels_) {
        for (std::size_t k = 0; k < z; ++k) at(k, sector) = at(z, sector);
      } else {
        for (std::size_t k = last + 1; k < z; ++k) {
          at(k, sector) = glm::mix(at(last, sector), at(z, sector), static_cast<float>(k - last) / static_cast<float>(z - last));
        }
      }
      last = z;
    }
    for (std::size_t k = last + 1; last < levels_ && k < levels_; ++k) at(k, sector) = at(last, sector);
    if (last == levels_) {  // a gap in the ring: as wide as the one before it
      for (std::size_t k = 0; k < levels_; ++k) at(k, sector) = sector > 0 ? at(k, sector - 1) : 1.0F;
      if (sector > 0) bottom_[sector] = bottom_[sector - 1];
    }
  }

  void smooth() {
    const std::vector<float> before = radius_;
    const auto was = [&](std::size_t z, std::size_t s) { return before[z * sectors + s]; };
    for (std::size_t z = 0; z < levels_; ++z) {
      const std::size_t below = z > 0 ? z - 1 : 0, above = std::min(z + 1, levels_ - 1);
      for (std::size_t s = 0; s < sectors; ++s) {
        const std::size_t left = (s + sectors - 1) % sectors, right = (s + 1) % sectors;
        at(z, s) = 0.25F * (2.0F * was(z, s) + 0.5F * (was(below, s) + was(above, s) + was(z, left) + was(z, right)));
      }
    }
  }

  void smooth_margin() {
    const std::vector<float> bottom = bottom_;
    for (std::size_t s = 0; s < sectors; ++s) {
      bottom_[s] = 0.25F * (2.0F * bottom[s] + bottom[(s + sectors - 1) % sectors] + bottom[(s + 1) % sectors]);
    }
  }

  glm::vec3 top_;
  glm::vec2 slope_;
  float low_ = 0.0F;
  std::size_t levels_ = 0;
  std::vector<float> radius_, bottom_;
  std::optional<geometry::SignedDistance> surface_;
};

struct Neighbour {
  geometry::Bounds bounds;
  geometry::SignedDistance surface;
  bool around = false;  ///< the skin, within which the others lie
};

float to_box(const geometry::Bounds& box, glm::vec3 p) {
  return glm::length(glm::max(glm::max(box.low - p, p - box.high), glm::vec3(0.0F)));
}

}  // namespace

Cage::Cage(const Deeper& deeper, glm::vec3 top, glm::vec3 bottom) {
  const auto wall = std::make_shared<const Wall>(deeper, top, bottom);
  const auto within = [&](bool to_margin) -> Solid {
    if (wall->empty()) return {[](glm::vec3) { return 1.0F; }, {}};
    return {[wall, to_margin](glm::vec3 point) { return wall->distance(point, to_margin); }, wall->bounds()};
  };
  inside = within(false);
  above_margin = within(true);
}

Solid beside(const Solid& solid, const Deeper& deeper, float clearance) {
  const float edge = 3.0F * clearance;  // mm over which the face rounds into the wall
  constexpr float skin_and_fat = 7.0F;  // mm that stay over an organ where no wall of muscle does
  const auto near = std::make_shared<std::vector<Neighbour>>();
  for (const auto& [id, mesh] : deeper) {
    const geometry::Bounds box = geometry::bounds_of(mesh);
    if (!mesh.triangles.empty() && geometry::within(solid.bounds, box, clearance)) near->push_back({box, geometry::SignedDistance(mesh), id == "skin"});
  }
  auto distance = [own = solid.distance, near, clearance, edge](glm::vec3 p) {
    float d = own(p);
    if (d > felt) return d;  // carving only takes away
    for (const Neighbour& neighbour : *near) {
      if (clearance - to_box(neighbour.bounds, p) < d - edge) continue;
      const auto nearest = neighbour.surface.at(p, felt);
      if (nearest) d = -soft_union(-d, neighbour.around ? -nearest->distance - skin_and_fat : nearest->distance - clearance, edge);
    }
    return d;
  };
  return {distance, solid.bounds};
}

}  // namespace dorsum::sculpt
