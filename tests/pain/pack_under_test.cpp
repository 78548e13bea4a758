#include "pack_under_test.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "dorsum/io/pack.h"

namespace dorsum::pain_test {
namespace {

std::filesystem::path folder() {
  const char* named = std::getenv("DORSUM_PACK");
  return named == nullptr ? "" : named;
}

template <class T>
T or_stop(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message());
  return *std::move(result);
}

std::shared_ptr<const body::Body> open() {
  const std::filesystem::path assets = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets";
  io::Pack pack = or_stop(io::read_pack(folder(), silent_progress()));
  body::Parts parts;
  parts.atlas = std::move(pack.atlas);
  parts.meshes = std::move(pack.meshes);
  parts.content = or_stop(atlas::load_content(assets / "content"));
  parts.regions = or_stop(atlas::load_region_definitions(assets / "regions.json", parts.content.regions));
  return or_stop(body::Body::build(std::move(parts), std::nullopt, silent_progress()));
}

}  // namespace

const body::Body& body_under_test() {
  static const std::shared_ptr<const body::Body> body = open();
  return *body;
}

body::PaintedSkin essential_skin(const body::Body& body, const body::PlacedTrigger& trigger) {
  body::PaintedSkin pain(body.skin_areas().size(), 0.0F);
  for (const std::size_t z : trigger.zones) {
    const body::Zone& zone = body.zones()[z];
    if (zone.kind != atlas::ZoneKind::essential) continue;
    for (const auto& [vertex, weight] : zone.vertices) pain[vertex] = std::max(pain[vertex], weight);
  }
  return pain;
}

std::string region_at(const body::Body& body, glm::vec3 place) {
  const auto skin = static_cast<std::uint32_t>(*body.skin());
  const auto hit = body.surfaces().closest(place, 1e9F, skin);
  const geometry::Triangle& corners = body.mesh(skin).triangles[hit->triangle];
  const auto heaviest = std::max_element(&hit->barycentric[0], &hit->barycentric[0] + 3) - &hit->barycentric[0];
  const std::uint32_t vertex = corners[static_cast<std::size_t>(heaviest)];
  const body::SkinRegions& regions = body.skin_regions();
  if (regions.region[vertex] == body::elsewhere) return "elsewhere";
  return with_side(regions.names[regions.region[vertex]], regions.side[vertex]);
}

}  // namespace dorsum::pain_test
