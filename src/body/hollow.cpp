#include "dorsum/body/hollow.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <string_view>

#include "dorsum/body/spine_levels.h"

namespace dorsum::body {
namespace {

constexpr std::array<glm::vec3, 4> around{{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}}};
constexpr float canal_reach = 28.0F;   ///< mm from any place in the canal to its wall
constexpr float least_wide = 60.0F, least_deep = 40.0F;  ///< mm: less is a gap between layers of the wall

bool begins_with_any(std::string_view id, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [id](std::string_view each) { return id.starts_with(each); });
}
bool is_spine(std::string_view id) { return begins_with_any(id, {"vertebra-", "sacrum", "disc-"}); }
/// In the canal the sac that fills it stands for its wall, where that is open to the sides.
bool is_canal_wall(std::string_view id) { return is_spine(id) || id.starts_with("dural-sac"); }
bool is_wall(std::string_view id) {
  return is_spine(id) || begins_with_any(id, {"rib-", "sternum", "costal-", "intercostal", "external-intercostal", "internal-intercostal", "rectus-abdominis", "obliquus-",
                                              "external-oblique", "internal-oblique", "transversus-abdominis", "quadratus-lumborum", "psoas", "iliacus", "hip-bone",
                                              "erector-", "iliocostalis", "longissimus", "multifidus", "diaphragm", "linea-alba", "thoracolumbar"});
}

/// Distances to the nearest structure so named in the four directions of `around`; negative where there is none. `aslant`:
/// how far to either side of a direction a look may go where there is a gap, as between the two recti.
template <class Is>
std::array<float, 4> distances_to(const Stance& stance, glm::vec3 point, const Is& is, float aslant = 0.0F) {
  const auto& structures = stance.body().atlas().structures;
  std::array<float, 4> distances{};
  for (std::size_t i = 0; i < around.size(); ++i) {
    distances[i] = -1.0F;
    const glm::vec3 aside(-around[i].y, around[i].x, 0.0F);
    for (const float turned : {0.0F, aslant, -aslant}) {
      const auto hit = stance.surfaces().first_hit(point, glm::normalize(around[i] + turned * aside), {}, [&](std::size_t structure) { return is(structures[structure].id); });
      if (hit) distances[i] = hit->distance;
      if (hit || aslant == 0.0F) break;
    }
  }
  return distances;
}

bool meets_overhead(const Stance& stance, glm::vec3 point, std::string_view id) {
  const auto& structures = stance.body().atlas().structures;
  return stance.surfaces().first_hit(point, {0, 0, 1}, {}, [&](std::size_t structure) { return structures[structure].id == id; }).has_value();
}

}  // namespace

std::optional<Hollow> hollow_at(const Stance& stance, glm::vec3 point) {
  const auto on_all_sides = [](const std::array<float, 4>& distances, float reach, int least) {
    return std::count_if(distances.begin(), distances.end(), [reach](float d) { return d >= 0.0F && d <= reach; }) >= least;
  };
  // Between two arches the canal is open behind.
  if (on_all_sides(distances_to(stance, point, is_canal_wall), canal_reach, 3)) return Hollow::spinal_canal;
  if (on_all_sides(distances_to(stance, point, [](std::string_view id) { return id.starts_with("skull-"); }), 200.0F, 3)) return Hollow::skull;
  const std::array<float, 4> wall = distances_to(stance, point, is_wall, 0.2F);
  if (!on_all_sides(wall, 1e9F, 4) || wall[0] + wall[1] < least_wide || wall[2] + wall[3] < least_deep) return std::nullopt;

  const Body& body = stance.body();
  const auto height_of = [&](std::string_view name) {
    const auto& levels = body.spine_levels();
    const auto level = std::find_if(levels.begin(), levels.end(), [name](const SpineLevel& each) { return each.name == name; });
    return level == levels.end() ? std::optional<float>() : level->height;
  };
  if (const auto first_sacral = height_of("S1"); first_sacral && point.z < *first_sacral) return Hollow::pelvis;
  if (body.atlas().index_of("diaphragm")) return meets_overhead(stance, point, "diaphragm") ? Hollow::belly : Hollow::chest;
  // Its domes rise to the tenth thoracic vertebra or so.
  const auto tenth = height_of("T10");
  return tenth && point.z < *tenth ? Hollow::belly : Hollow::chest;
}

}  // namespace dorsum::body
