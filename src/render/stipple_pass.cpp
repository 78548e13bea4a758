#include "stipple_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <random>
#include <unordered_map>
#include <utility>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

constexpr float spacing = 7.0F;       ///< mm between dots, at least
constexpr float dot_radius = 2.2F;    ///< mm with its pale ring, of one zone alone
constexpr float tries_per_cell = 3.5F;
constexpr float least_seen = 0.15F;   ///< of a spillover zone's strength
constexpr float most_solid = 0.2F;    ///< of an essential zone's: what is solid has no dots

/// A grid of cells, each as large as the spacing, that finds what is too near in its neighbourhood.
class Neighbourhood {
 public:
  [[nodiscard]] bool room_for(glm::vec3 p) const {
    const glm::ivec3 home = cell(p);
    for (int i = 0; i < 27; ++i) {
      const auto found = points_.find(key(home + glm::ivec3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1)));
      if (found == points_.end()) continue;
      for (const glm::vec3& other : found->second) {
        if (glm::distance(other, p) < spacing) return false;
      }
    }
    return true;
  }
  void add(glm::vec3 p) { points_[key(cell(p))].push_back(p); }

 private:
  static glm::ivec3 cell(glm::vec3 p) { return glm::ivec3(glm::floor(p / spacing)); }
  static std::int64_t key(glm::ivec3 c) {
    return (static_cast<std::int64_t>(c.x) & 0x1FFFFF) | (static_cast<std::int64_t>(c.y) & 0x1FFFFF) << 21 |
           (static_cast<std::int64_t>(c.z) & 0x1FFFFF) << 42;
  }
  std::unordered_map<std::int64_t, std::vector<glm::vec3>> points_;
};

}  // namespace

Result<StipplePass> StipplePass::create() {
  StipplePass pass;
  auto program = load_program("stipple.vert", "stipple.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  const gl::Attribute attributes[] = {
      {.location = location_of("centre"), .components = 3, .offset = offsetof(Dot, centre), .divisor = 1},
      {.location = location_of("normal"), .components = 3, .offset = offsetof(Dot, normal), .divisor = 1},
      {.location = location_of("radius"), .components = 1, .offset = offsetof(Dot, radius), .divisor = 1},
      {.location = location_of("window_distance"), .components = 1, .offset = offsetof(Dot, window_distance), .divisor = 1}};
  pass.array_.read(pass.buffer_, sizeof(Dot), attributes);
  return pass;
}

void StipplePass::take(const geometry::TriangleMesh& skin) {
  skin_.positions = skin.positions;
  skin_.triangles = skin.triangles;
  points_.clear();
  dots_ = 0;
}

void StipplePass::spread() {
  // Dart throwing from a fixed seed: the same dots every time, in the window and in every snapshot.
  const geometry::TriangleMesh skin = std::exchange(skin_, {});
  std::mt19937 random(20090121U);
  const auto unit = [&random] { return static_cast<float>(random() >> 8) * (1.0F / 16777216.0F); };
  Neighbourhood near;
  float owed = 0.0F;
  for (const geometry::Triangle& corners : skin.triangles) {
    const glm::vec3 a = skin.positions[corners[0]], b = skin.positions[corners[1]], c = skin.positions[corners[2]];
    const glm::vec3 cross = glm::cross(b - a, c - a);
    const float doubled = glm::length(cross);
    if (doubled < 1e-6F) continue;
    for (owed += 0.5F * doubled * tries_per_cell / (spacing * spacing); owed >= 1.0F; owed -= 1.0F) {
      const float root = std::sqrt(unit()), along = unit();
      const glm::vec3 weights(1.0F - root, root * (1.0F - along), root * along);
      const glm::vec3 position = a * weights.x + b * weights.y + c * weights.z;
      if (!near.room_for(position)) continue;
      near.add(position);
      points_.push_back({corners, weights, position, cross / doubled});
    }
  }
}

bool StipplePass::bend(const drawing::BentMeshes* bent, int skin) {
  const std::uint64_t number = bent != nullptr ? bent->number : 0;
  if (number == bent_number_) return false;
  bent_number_ = number;
  bent_.clear();
  if (bent != nullptr) {
    for (const drawing::BentMesh& mesh : bent->meshes) {
      if (static_cast<int>(mesh.mesh) == skin) bent_.assign(mesh.positions.begin(), mesh.positions.end());
    }
  }
  return true;
}

void StipplePass::choose(std::span<const glm::vec4> scalars) {
  std::vector<Dot> dots;
  const bool any = std::any_of(scalars.begin(), scalars.end(), [](const glm::vec4& scalar) { return scalar.y >= least_seen; });
  if (any && !skin_.triangles.empty()) spread();
  for (const Point& point : points_) {
    glm::vec4 here(0.0F);
    for (int corner = 0; corner < 3; ++corner) {
      const std::size_t vertex = point.corners[static_cast<std::size_t>(corner)];
      if (vertex < scalars.size()) here += scalars[vertex] * point.weights[corner];
    }
    // Dots shrink towards a zone's soft edge and grow where zones agree.
    if (here.y < least_seen || here.x > most_solid) continue;
    glm::vec3 position = point.position, normal = point.normal;
    if (!bent_.empty()) {
      const glm::vec3 a = bent_[point.corners[0]], b = bent_[point.corners[1]], c = bent_[point.corners[2]], across = glm::cross(b - a, c - a);
      position = a * point.weights.x + b * point.weights.y + c * point.weights.z;
      if (glm::length(across) > 0.0F) normal = glm::normalize(across);
    }
    dots.push_back({position, normal, dot_radius * std::sqrt(std::min(here.y, 2.0F)), here.w});
  }
  buffer_.fill(std::span<const Dot>(dots), GL_DYNAMIC_DRAW);
  dots_ = static_cast<GLsizei>(dots.size());
}

void StipplePass::draw(const Shot& shot) const {
  if (dots_ == 0) return;
  const LaidOver over(shot);
  program_.use();
  set_common(program_, shot);
  set_opening(program_, shot.scene);
  program_.set("opened_by_lens", shot.lens_opens_skin());
  program_.set("pixel_angle", shot.pixel_angle());
  array_.bind();
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, dots_);
}

}  // namespace dorsum::render
