#include "dorsum/picture/body_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "dorsum/core/assert.h"

namespace dorsum::picture {
namespace {

/// Draws the skin's triangles into cells, the nearest to the viewer on top.
class FacePainter {
 public:
  FacePainter(const body::Body& body, float low_z, float cell, bool from_behind)
      : body_(body), cell_(cell), from_behind_(from_behind) {
    const geometry::Bounds box = geometry::bounds_of(body.mesh(*body.skin()));
    left_ = from_behind ? box.high.x : box.low.x;  // from behind, the body's left is on the left
    top_ = box.high.z;
    face_.width = static_cast<int>(std::ceil((box.high.x - box.low.x) / cell)) + 2;
    face_.height = static_cast<int>(std::ceil((top_ - low_z) / cell)) + 1;
    const auto cells = static_cast<std::size_t>(face_.width * face_.height);
    face_.places.assign(cells, MapFace::nothing);
    nearest_.assign(cells, -std::numeric_limits<float>::infinity());
  }

  MapFace paint(const std::vector<std::int16_t>& place_of_vertex) {
    for (const geometry::Triangle& t : body_.mesh(*body_.skin()).triangles) fill(t, place_of_vertex);
    return std::move(face_);
  }

 private:
  /// x and y in cells, z toward the viewer in mm.
  [[nodiscard]] glm::vec3 seen(glm::vec3 p) const {
    const float across = from_behind_ ? left_ - p.x : p.x - left_;
    return {across / cell_ + 1.0F, (top_ - p.z) / cell_, from_behind_ ? p.y : -p.y};
  }

  void fill(const geometry::Triangle& t, const std::vector<std::int16_t>& place_of_vertex) {
    const auto& positions = body_.mesh(*body_.skin()).positions;
    const std::array<glm::vec3, 3> c{seen(positions[t[0]]), seen(positions[t[1]]), seen(positions[t[2]])};
    const float area = (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
    if (std::abs(area) < 1e-9F) return;
    const auto [x0, x1] = std::minmax({c[0].x, c[1].x, c[2].x});
    const auto [y0, y1] = std::minmax({c[0].y, c[1].y, c[2].y});
    for (int y = std::max(0, static_cast<int>(y0)); y <= std::min(face_.height - 1, static_cast<int>(y1)); ++y) {
      for (int x = std::max(0, static_cast<int>(x0)); x <= std::min(face_.width - 1, static_cast<int>(x1)); ++x) {
        const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
        std::array<float, 3> w{};
        for (std::size_t i = 0; i < 3; ++i) {
          const glm::vec3 &a = c[(i + 1) % 3], &b = c[(i + 2) % 3];
          w[i] = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area;
        }
        if (std::min({w[0], w[1], w[2]}) < 0.0F) continue;
        const float depth = w[0] * c[0].z + w[1] * c[1].z + w[2] * c[2].z;
        const auto index = static_cast<std::size_t>(y * face_.width + x);
        if (depth <= nearest_[index]) continue;
        nearest_[index] = depth;
        face_.places[index] = place_of_vertex[t[static_cast<std::size_t>(std::max_element(w.begin(), w.end()) - w.begin())]];
      }
    }
  }

  const body::Body& body_;
  float cell_;
  bool from_behind_;
  float left_ = 0.0F, top_ = 0.0F;
  MapFace face_;
  std::vector<float> nearest_;
};

void add_borders(MapFace& face) {
  for (int y = 0; y <= face.height; ++y) {
    for (int x = 0; x <= face.width; ++x) {
      const std::int16_t here = face.at(x, y);
      const glm::vec2 corner(static_cast<float>(x), static_cast<float>(y));
      if (here != face.at(x - 1, y)) face.borders.insert(face.borders.end(), {corner, corner + glm::vec2(0.0F, 1.0F)});
      if (here != face.at(x, y - 1)) face.borders.insert(face.borders.end(), {corner, corner + glm::vec2(1.0F, 0.0F)});
    }
  }
}

/// For each place the cell that lies deepest within it: how many rings of like cells surround it decides.
std::vector<glm::vec2> inner_cells(const MapFace& face, std::size_t places) {
  std::vector<glm::vec2> cells(places, glm::vec2(-1.0F));
  std::vector<int> best(places, 0);
  std::vector<int> rings(face.places.size(), 0);
  const auto ring_at = [&](int x, int y) {
    return x < 0 || y < 0 || x >= face.width || y >= face.height ? 0 : rings[static_cast<std::size_t>(y * face.width + x)];
  };
  // Chessboard distance to another place, in two sweeps.
  for (const bool forward : {true, false}) {
    for (int i = 0; i < face.width * face.height; ++i) {
      const int index = forward ? i : face.width * face.height - 1 - i;
      const int x = index % face.width, y = index / face.width, step = forward ? -1 : 1;
      int least = std::numeric_limits<int>::max();
      for (const auto& [dx, dy] : {std::pair{step, 0}, std::pair{0, step}, std::pair{step, step}, std::pair{-step, step}}) {
        least = std::min(least, face.at(x + dx, y + dy) == face.at(x, y) ? ring_at(x + dx, y + dy) : 0);
      }
      int& ring = rings[static_cast<std::size_t>(index)];
      ring = forward ? least + 1 : std::min(ring, least + 1);
    }
  }
  for (int y = 0; y < face.height; ++y) {
    for (int x = 0; x < face.width; ++x) {
      const std::int16_t place = face.at(x, y);
      if (place < 0 || ring_at(x, y) <= best[static_cast<std::size_t>(place)]) continue;
      best[static_cast<std::size_t>(place)] = ring_at(x, y);
      cells[static_cast<std::size_t>(place)] = {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
    }
  }
  return cells;
}

/// Half-way between hip and knee; the body's lowest point where it lacks them.
float lowest_shown(const body::Body& body) {
  const auto& landmarks = body.atlas().landmarks;
  const auto hip = landmarks.find("greater-trochanter:R"), knee = landmarks.find("lateral-femoral-epicondyle:R");
  if (hip == landmarks.end() || knee == landmarks.end()) return geometry::bounds_of(body.mesh(*body.skin())).low.z;
  return 0.5F * (hip->second.position.z + knee->second.position.z);
}

}  // namespace

std::int16_t MapFace::at(int x, int y) const {
  if (x < 0 || y < 0 || x >= width || y >= height) return nothing;
  return places[static_cast<std::size_t>(y * width + x)];
}

BodyMap body_map(const body::Body& body, float cell) {
  assert(cell > 0.0F);
  BodyMap map;
  if (!body.skin()) return map;
  const body::SkinRegions& regions = body.skin_regions();
  std::map<std::string, std::int16_t> numbers;
  for (std::size_t v = 0; v < regions.region.size(); ++v) {
    if (regions.region[v] != body::elsewhere) numbers[with_side(regions.names[regions.region[v]], regions.side[v])] = 0;
  }
  for (auto& [id, number] : numbers) {
    number = static_cast<std::int16_t>(map.places.size());
    map.places.push_back({.region = id});
  }
  std::vector<std::int16_t> place_of_vertex(body.mesh(*body.skin()).positions.size(), MapFace::nameless);
  for (std::size_t v = 0; v < regions.region.size(); ++v) {
    if (regions.region[v] != body::elsewhere)
      place_of_vertex[v] = numbers[with_side(regions.names[regions.region[v]], regions.side[v])];
  }
  for (const bool from_behind : {false, true}) {
    MapFace& face = from_behind ? map.back : map.front;
    face = FacePainter(body, lowest_shown(body), cell, from_behind).paint(place_of_vertex);
    add_borders(face);
    const auto cells = inner_cells(face, map.places.size());
    for (std::size_t i = 0; i < cells.size(); ++i) (from_behind ? map.places[i].back : map.places[i].front) = cells[i];
  }
  return map;
}

}  // namespace dorsum::picture
