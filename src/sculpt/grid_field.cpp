#include "grid_field.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::sculpt {
namespace {

constexpr float unknown = 1e12F;  // mm2

/// The point of a triangle nearest to p (Ericson 2005, Real-Time Collision Detection, 5.1.5).
glm::vec3 nearest_of(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
  const glm::vec3 ab = b - a, ac = c - a, ap = p - a;
  const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
  if (d1 <= 0.0F && d2 <= 0.0F) return a;
  const glm::vec3 bp = p - b;
  const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
  if (d3 >= 0.0F && d4 <= d3) return b;
  const float vc = d1 * d4 - d3 * d2;
  if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) return a + d1 / (d1 - d3) * ab;
  const glm::vec3 cp = p - c;
  const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
  if (d6 >= 0.0F && d5 <= d6) return c;
  const float vb = d5 * d2 - d1 * d6;
  if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) return a + d2 / (d2 - d6) * ac;
  const float va = d3 * d6 - d5 * d4;
  if (va <= 0.0F && d4 >= d3 && d5 >= d6) return b + (d4 - d3) / ((d4 - d3) + (d5 - d6)) * (c - b);
  const float sum = va + vb + vc;
  if (!(sum > 0.0F)) return a;
  return a + (vb / sum) * ab + (vc / sum) * ac;
}

/// The nearest point of the surface, for the cells within `band` mm of it.
struct Near {
  std::vector<float> squares;      ///< of the distance, mm2; unknown farther off
  std::vector<glm::vec3> nearest;  ///< where a square is known
};

Near near_surface(const geometry::TriangleMesh& mesh, const CellBox& box, float band) {
  Near near{std::vector<float>(box.size(), unknown), std::vector<glm::vec3>(box.size())};
  const glm::ivec3 last = box.count - 1;
  for (const auto& [ia, ib, ic] : mesh.triangles) {
    const glm::vec3 a = mesh.positions[ia], b = mesh.positions[ib], c = mesh.positions[ic];
    const glm::ivec3 from = glm::max(glm::ivec3(glm::ceil((glm::min(glm::min(a, b), c) - band - box.low) / box.step)), glm::ivec3(0));
    const glm::ivec3 to = glm::min(glm::ivec3(glm::floor((glm::max(glm::max(a, b), c) + band - box.low) / box.step)), last);
    for (int k = from.z; k <= to.z; ++k) {
      for (int j = from.y; j <= to.y; ++j) {
        for (int i = from.x; i <= to.x; ++i) {
          const glm::vec3 p = box.place(i, j, k), q = nearest_of(p, a, b, c);
          const float square = glm::dot(p - q, p - q);
          const std::size_t at = box.index(i, j, k);
          if (square > band * band || square >= near.squares[at]) continue;
          near.squares[at] = square;
          near.nearest[at] = q;
        }
      }
    }
  }
  return near;
}

/// Which cells lie inside: rays along x count how often they enter and leave.
std::vector<bool> insides(const geometry::TriangleMesh& mesh, const CellBox& box) {
  const int nx = box.count.x;
  const auto row = static_cast<std::size_t>(nx) + 1;
  std::vector<std::int8_t> turns(row * static_cast<std::size_t>(box.count.y) * static_cast<std::size_t>(box.count.z), 0);
  for (const auto& [ia, ib, ic] : mesh.triangles) {
    // In cells, a hair beside them: no ray meets an edge.
    const auto cell = [&](std::uint32_t v) { return glm::dvec3(mesh.positions[v] - box.low) / static_cast<double>(box.step) + glm::dvec3(0.0, 1.3e-4, 1.7e-4); };
    const glm::dvec3 a = cell(ia), b = cell(ib), c = cell(ic);
    const double det = (b.y - a.y) * (c.z - a.z) - (b.z - a.z) * (c.y - a.y);
    if (std::abs(det) < 1e-12) continue;
    const int y0 = std::max(static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}))), 0);
    const int y1 = std::min(static_cast<int>(std::floor(std::max({a.y, b.y, c.y}))), box.count.y - 1);
    const int z0 = std::max(static_cast<int>(std::ceil(std::min({a.z, b.z, c.z}))), 0);
    const int z1 = std::min(static_cast<int>(std::floor(std::max({a.z, b.z, c.z}))), box.count.z - 1);
    for (int k = z0; k <= z1; ++k) {
      for (int j = y0; j <= y1; ++j) {
        const double u = ((j - a.y) * (c.z - a.z) - (k - a.z) * (c.y - a.y)) / det;
        const double v = ((b.y - a.y) * (k - a.z) - (b.z - a.z) * (j - a.y)) / det;
        if (u < 0.0 || v < 0.0 || u + v > 1.0) continue;
        const double x = a.x + u * (b.x - a.x) + v * (c.x - a.x);
        const auto i = static_cast<std::size_t>(std::clamp(static_cast<int>(std::ceil(x)), 0, nx));
        auto& turn = turns[i + row * (static_cast<std::size_t>(j) + static_cast<std::size_t>(box.count.y) * static_cast<std::size_t>(k))];
        turn = static_cast<std::int8_t>(turn + (det > 0.0 ? 1 : -1));
      }
    }
  }
  std::vector<bool> inside(box.size(), false);
  for (std::size_t line = 0; line * row < turns.size(); ++line) {
    int winding = 0;
    for (int i = 0; i < nx; ++i) {
      winding += turns[line * row + static_cast<std::size_t>(i)];
      inside[line * static_cast<std::size_t>(nx) + static_cast<std::size_t>(i)] = winding != 0;
    }
  }
  return inside;
}

/// The lower envelope of parabolas (Felzenszwalb and Huttenlocher 2012), along one line of cells.
class Envelope {
 public:
  explicit Envelope(int most) : at_(static_cast<std::size_t>(most)), from_(static_cast<std::size_t>(most) + 1), squares_(static_cast<std::size_t>(most)), sources_(static_cast<std::size_t>(most)) {}

  /// `squares`, in cells, become those to the nearest source; `sources` say which cell that is.
  void run(float* squares, std::uint32_t* sources, int count, std::size_t stride) {
    int top = -1;
    for (int q = 0; q < count; ++q) {
      const auto at = static_cast<std::size_t>(q);
      const float f = squares[at * stride];
      squares_[at] = f;
      sources_[at] = sources[at * stride];
      if (f >= unknown) continue;
      float s = -std::numeric_limits<float>::infinity();
      while (top >= 0) {
        const int p = at_[static_cast<std::size_t>(top)];
        s = ((f - squares_[static_cast<std::size_t>(p)]) + static_cast<float>(q * q - p * p)) / static_cast<float>(2 * (q - p));
        if (s > from_[static_cast<std::size_t>(top)]) break;
        --top;
      }
      if (top < 0) s = -std::numeric_limits<float>::infinity();
      ++top;
      at_[static_cast<std::size_t>(top)] = q;
      from_[static_cast<std::size_t>(top)] = s;
    }
    if (top < 0) return;
    int k = 0;
    for (int q = 0; q < count; ++q) {
      while (k < top && from_[static_cast<std::size_t>(k) + 1] < static_cast<float>(q)) ++k;
      const int p = at_[static_cast<std::size_t>(k)];
      squares[static_cast<std::size_t>(q) * stride] = static_cast<float>((q - p) * (q - p)) + squares_[static_cast<std::size_t>(p)];
      sources[static_cast<std::size_t>(q) * stride] = sources_[static_cast<std::size_t>(p)];
    }
  }

 private:
  std::vector<int> at_;
  std::vector<float> from_;
  std::vector<float> squares_;
  std::vector<std::uint32_t> sources_;
};

}  // namespace

std::vector<std::uint32_t> nearest_marked(const std::vector<bool>& marked, const CellBox& box) {
  std::vector<float> squares(box.size());
  std::vector<std::uint32_t> sources(box.size(), no_cell);
  for (std::size_t i = 0; i < squares.size(); ++i) {
    squares[i] = marked[i] ? 0.0F : unknown;
    if (marked[i]) sources[i] = static_cast<std::uint32_t>(i);
  }
  Envelope envelope(std::max({box.count.x, box.count.y, box.count.z}));
  const auto nx = static_cast<std::size_t>(box.count.x), level = nx * static_cast<std::size_t>(box.count.y);
  const auto run = [&](std::size_t start, int count, std::size_t stride) { envelope.run(&squares[start], &sources[start], count, stride); };
  for (int k = 0; k < box.count.z; ++k) {
    for (int j = 0; j < box.count.y; ++j) run(box.index(0, j, k), box.count.x, 1);
    for (int i = 0; i < box.count.x; ++i) run(box.index(i, 0, k), box.count.y, nx);
  }
  if (box.count.z == 1) return sources;
  for (int j = 0; j < box.count.y; ++j) {
    for (int i = 0; i < box.count.x; ++i) run(box.index(i, j, 0), box.count.z, level);
  }
  return sources;
}

float GridField::sample(glm::vec3 p, float outside) const {
  const glm::vec3 cell = (p - box_.low) / box_.step;
  const glm::vec3 floor = glm::floor(cell);
  const glm::ivec3 at(floor);
  if (at.x < 0 || at.y < 0 || at.z < 0 || at.x + 1 >= box_.count.x || at.y + 1 >= box_.count.y || at.z + 1 >= box_.count.z) return outside;
  const glm::vec3 t = cell - floor;
  const std::size_t base = box_.index(at.x, at.y, at.z);
  const auto nx = static_cast<std::size_t>(box_.count.x), level = nx * static_cast<std::size_t>(box_.count.y);
  const auto along_x = [&](std::size_t i) { return values_[i] + t.x * (values_[i + 1] - values_[i]); };
  const auto along_y = [&](std::size_t i) {
    const float first = along_x(i);
    return first + t.y * (along_x(i + nx) - first);
  };
  const float first = along_y(base);
  return first + t.z * (along_y(base + level) - first);
}

void GridField::smooth(int radius, int rounds) {
  const auto width = static_cast<float>(2 * radius + 1);
  std::vector<float> line;
  const auto run = [&](std::size_t start, int count, std::size_t stride) {
    line.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) line[static_cast<std::size_t>(i)] = values_[start + static_cast<std::size_t>(i) * stride];
    const auto held = [&](int i) { return line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]; };
    for (int i = 0; i < count; ++i) {
      float sum = 0.0F;
      for (int d = -radius; d <= radius; ++d) sum += held(i + d);
      values_[start + static_cast<std::size_t>(i) * stride] = sum / width;
    }
  };
  const auto nx = static_cast<std::size_t>(box_.count.x), level = nx * static_cast<std::size_t>(box_.count.y);
  for (int round = 0; round < rounds; ++round) {
    for (int k = 0; k < box_.count.z; ++k) {
      for (int j = 0; j < box_.count.y; ++j) run(box_.index(0, j, k), box_.count.x, 1);
      for (int i = 0; i < box_.count.x; ++i) run(box_.index(i, 0, k), box_.count.y, nx);
    }
    for (int j = 0; j < box_.count.y; ++j) {
      for (int i = 0; i < box_.count.x; ++i) run(box_.index(i, j, 0), box_.count.z, level);
    }
  }
}

CellPart part_of(const CellBox& box, const geometry::Bounds& bounds, float reach) {
  const glm::ivec3 from = glm::clamp(glm::ivec3(glm::floor((bounds.low - reach - box.low) / box.step)), glm::ivec3(0), box.count - 1);
  const glm::ivec3 to = glm::clamp(glm::ivec3(glm::ceil((bounds.high + reach - box.low) / box.step)), from, box.count - 1);
  return {from, {box.place(from.x, from.y, from.z), box.step, to - from + 1}};
}

GridField distances(const geometry::TriangleMesh& mesh, const CellBox& box, float reach) {
  const Near near = near_surface(mesh, box, std::min(1.8F * box.step, reach + box.step));
  const std::vector<bool> inside = insides(mesh, box);
  std::vector<std::uint32_t> sources;
  if (reach > 1.8F * box.step) {
    // Farther off: from the nearest cell beside the surface on to what that one is nearest to.
    std::vector<bool> beside(box.size());
    for (std::size_t cell = 0; cell < beside.size(); ++cell) beside[cell] = near.squares[cell] <= box.step * box.step;
    sources = nearest_marked(beside, box);
  }
  GridField field(box, reach);
  for (int k = 0; k < box.count.z; ++k) {
    for (int j = 0; j < box.count.y; ++j) {
      for (int i = 0; i < box.count.x; ++i) {
        const std::size_t cell = box.index(i, j, k);
        float distance = reach;
        if (near.squares[cell] < unknown) distance = std::sqrt(near.squares[cell]);
        else if (!sources.empty() && sources[cell] != no_cell) distance = glm::distance(box.place(i, j, k), near.nearest[sources[cell]]);
        distance = std::min(distance, reach);
        field.at(cell) = inside[cell] ? -distance : distance;
      }
    }
  }
  return field;
}

}  // namespace dorsum::sculpt
