#include "dorsum/body/spine_levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dorsum::body {
namespace {

/// Names from the head down.
const std::vector<std::string>& names() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (const auto& [letter, count] : {std::pair{'C', 7}, std::pair{'T', 12}, std::pair{'L', 5}, std::pair{'S', 5}})
      for (int n = 1; n <= count; ++n) made.push_back(fmt::format("{}{}", letter, n));
    return made;
  }();
  return all;
}

const geometry::TriangleMesh* mesh_of(const std::vector<atlas::Structure>& structures, const std::vector<geometry::TriangleMesh>& meshes, std::string_view id) {
  for (std::size_t i = 0; i < structures.size() && i < meshes.size(); ++i)
    if (structures[i].id == id && !meshes[i].positions.empty()) return &meshes[i];
  return nullptr;
}

/// The middle height of a vertebra's front third: its body, which lies before the canal and the arch.
float middle_of_body(const geometry::TriangleMesh& vertebra) {
  constexpr float front_share = 0.3F;
  const geometry::Bounds box = geometry::bounds_of(vertebra);
  const float rear = box.low.y + front_share * (box.high.y - box.low.y);
  float low = box.high.z, high = box.low.z;
  for (const glm::vec3& p : vertebra.positions) {
    if (p.y > rear) continue;
    low = std::min(low, p.z);
    high = std::max(high, p.z);
  }
  return 0.5F * (low + high);
}

/// The bodies' shares of the way from the sacrum's top to the coccyx's tip, the middles of 30, 25, 20, 18 and 15 mm above a
/// coccyx of 35: as they stand on BodyParts3D's sacrum (FJ3393), to which the landmarks of its crest fit.
constexpr std::array<float, 5> sacral_shares{0.105F, 0.30F, 0.455F, 0.587F, 0.70F};

}  // namespace

bool is_spine_level(std::string_view word) { return std::find(names().begin(), names().end(), word) != names().end(); }

std::vector<SpineLevel> spine_levels(const std::vector<atlas::Structure>& structures, const std::vector<geometry::TriangleMesh>& meshes,
                                     const atlas::Landmarks& landmarks) {
  std::vector<SpineLevel> levels;
  const auto height_of = [&](const std::string& landmark) -> std::optional<float> {
    const auto found = landmarks.find(landmark);
    return found == landmarks.end() ? std::nullopt : std::optional(found->second.position.z);
  };
  for (const std::string& name : names()) {
    if (name.starts_with('S')) continue;
    if (const geometry::TriangleMesh* vertebra = mesh_of(structures, meshes, "vertebra-" + name)) {
      levels.push_back({name, middle_of_body(*vertebra)});
    } else if (const auto left = height_of("transverse-process:" + name + ":L"), right = height_of("transverse-process:" + name + ":R"); left && right) {
      levels.push_back({name, 0.5F * (*left + *right)});
    }
  }
  if (const geometry::TriangleMesh* sacrum = mesh_of(structures, meshes, "sacrum")) {
    const float top = geometry::bounds_of(*sacrum).high.z, tip = height_of("coccyx-tip").value_or(geometry::bounds_of(*sacrum).low.z);
    for (std::size_t i = 0; i < sacral_shares.size(); ++i) levels.push_back({fmt::format("S{}", i + 1), top - sacral_shares[i] * (top - tip)});
  }
  return levels;
}

const SpineLevel* level_at(std::span<const SpineLevel> levels, float height) {
  constexpr float beyond = 25.0F;  // mm above the first and below the last that still count as theirs
  const auto nearer = [height](const SpineLevel& a, const SpineLevel& b) { return std::abs(a.height - height) < std::abs(b.height - height); };
  const auto nearest = std::min_element(levels.begin(), levels.end(), nearer);
  if (nearest == levels.end()) return nullptr;
  const bool at_an_end = nearest == levels.begin() || nearest + 1 == levels.end();
  return at_an_end && std::abs(nearest->height - height) > beyond ? nullptr : &*nearest;
}

}  // namespace dorsum::body
