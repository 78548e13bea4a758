#include "flesh_room.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::sculpt {
namespace {

constexpr float cell = 2.0F;      // mm
constexpr float bone_gap = 0.3F;  // mm between flesh and bone
constexpr float on_bone = -0.2F;  // mm, where flesh holds on to it
constexpr float canal_half_width = 11.0F, canal_half_depth = 9.0F;  // mm
constexpr float flesh_gap = 0.3F;  // mm between muscles

/// Distances in one level from the marked cells, mm.
GridField from_marked(const CellBox& box, const std::vector<bool>& marked) {
  GridField field(box, 1e3F);
  const std::vector<std::uint32_t> nearest = nearest_marked(marked, box);
  for (int j = 0; j < box.count.y; ++j) {
    for (int i = 0; i < box.count.x; ++i) {
      const std::uint32_t source = nearest[box.index(i, j, 0)];
      if (source == no_cell) continue;
      const auto x = static_cast<int>(source % static_cast<std::uint32_t>(box.count.x)), y = static_cast<int>(source / static_cast<std::uint32_t>(box.count.x));
      field.at(box.index(i, j, 0)) = glm::distance(box.place(i, j, 0), box.place(x, y, 0));
    }
  }
  return field;
}

/// Marks what can't be reached from the level's border.
void fill_holes(const CellBox& box, std::vector<bool>& solid) {
  std::vector<std::size_t> open;
  std::vector<bool> outside(solid.size(), false);
  const auto visit = [&](int i, int j) {
    if (i < 0 || j < 0 || i >= box.count.x || j >= box.count.y) return;
    const std::size_t at = box.index(i, j, 0);
    if (solid[at] || outside[at]) return;
    outside[at] = true;
    open.push_back(at);
  };
  for (int i = 0; i < box.count.x; ++i) {
    visit(i, 0);
    visit(i, box.count.y - 1);
  }
  for (int j = 0; j < box.count.y; ++j) {
    visit(0, j);
    visit(box.count.x - 1, j);
  }
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    const int i = static_cast<int>(at % static_cast<std::size_t>(box.count.x)), j = static_cast<int>(at / static_cast<std::size_t>(box.count.x));
    visit(i - 1, j);
    visit(i + 1, j);
    visit(i, j - 1);
    visit(i, j + 1);
  }
  for (std::size_t at = 0; at < solid.size(); ++at) solid[at] = !outside[at];
}

bool of_the_cage(const std::string& id) {
  return id.starts_with("rib-") || id.starts_with("costal-") || id.starts_with("sternum") || id.starts_with("vertebra-T") || id.starts_with("disc-T");
}

/// Keeps flesh out of the cage: the ring that ribs, spine and sternum make in each level, those of 14 mm above and below
/// taken together, bridged over gaps of 18 mm. Below `lowest` the ring is open beside the spine: muscles of the loin lie there.
void close_cage(Room& room, const std::vector<bool>& cage_bone, float lowest) {
  constexpr int levels_near = 7;   // cells above and below
  constexpr float bridge = 9.0F;  // mm
  const glm::ivec3 count = room.box.count;
  const int middle = static_cast<int>(std::lround((room.midline - room.box.low.x) / room.box.step));
  CellBox ring = room.box;
  ring.count = {2 * middle + 1, count.y, 1};
  const auto level = static_cast<std::size_t>(count.x) * static_cast<std::size_t>(count.y);
  tbb::parallel_for(0, count.z, [&](int k) {
    std::vector<bool> wall(ring.size(), false);
    bool any = false;
    for (int d = std::max(k - levels_near, 0); d <= std::min(k + levels_near, count.z - 1); ++d) {
      for (int j = 0; j < count.y; ++j) {
        for (int i = 0; i <= middle; ++i) {
          if (!cage_bone[static_cast<std::size_t>(d) * level + static_cast<std::size_t>(j) * static_cast<std::size_t>(count.x) + static_cast<std::size_t>(i)]) continue;
          wall[ring.index(i, j, 0)] = wall[ring.index(2 * middle - i, j, 0)] = any = true;
        }
      }
    }
    if (!any || room.box.place(0, 0, k).z < lowest) return;
    const GridField to_wall = from_marked(ring, wall);
    std::vector<bool> solid(ring.size());
    for (std::size_t at = 0; at < solid.size(); ++at) solid[at] = to_wall.at(at) < bridge;
    fill_holes(ring, solid);
    std::vector<bool> open(ring.size());
    for (std::size_t at = 0; at < solid.size(); ++at) open[at] = !solid[at];
    const GridField to_open = from_marked(ring, open);
    std::vector<bool> inside(ring.size()), outside(ring.size());
    for (std::size_t at = 0; at < solid.size(); ++at) {
      inside[at] = to_open.at(at) > bridge;
      outside[at] = !inside[at];
    }
    const GridField out = from_marked(ring, inside), in = from_marked(ring, outside);
    for (int j = 0; j < count.y; ++j) {
      for (int i = 0; i < count.x && i < ring.count.x; ++i) {
        const std::size_t at = ring.index(i, j, 0);
        float& free = room.free.at(room.box.index(i, j, k));
        free = std::max(free, bone_gap - (out.at(at) - in.at(at)));
      }
    }
  });
}

/// The cells before the ribs' backs: of each column of cells from front to back the hindmost bone of the cage counts,
/// carried on over the spaces between ribs; not what lies in front of `canal`: below the last ribs that would be the arch.
void mark_before_ribs(Room& room, const std::vector<bool>& cage_bone, const ByLevel& canal, float highest, float lowest) {
  constexpr float behind = 7.0F;  // mm before the ribs' backs that muscles still reach into the spaces
  constexpr float from_midline = 37.0F;
  constexpr float beyond_twelfth = 65.0F;  // mm from the midline: what lies below the last rib there is no muscle of the back
  const glm::ivec3 count = room.box.count;
  constexpr float none = -std::numeric_limits<float>::infinity();
  CellBox flat = room.box;
  flat.count.y = 1;
  std::vector<float> back(flat.size(), none);
  for (int i = 0; i < count.x; ++i) {
    int last = -1;
    for (int k = 0; k < count.z; ++k) {
      constexpr float before_canal = 60.0F;  // mm
      const float foremost = canal.at(room.box.place(0, 0, k).z) - before_canal;
      for (int j = count.y - 1; j >= 0 && room.box.place(0, j, 0).y > foremost; --j) {
        if (!cage_bone[room.box.index(i, j, k)]) continue;
        back[flat.index(i, 0, k)] = room.box.place(i, j, k).y;
        if (last < 0 && room.midline - room.box.place(i, 0, 0).x > beyond_twelfth) {
          for (int m = 0; m < k; ++m) back[flat.index(i, 0, m)] = back[flat.index(i, 0, k)];
        }
        if (last >= 0) {
          const float below = back[flat.index(i, 0, last)], above = back[flat.index(i, 0, k)];
          for (int m = last + 1; m < k; ++m) back[flat.index(i, 0, m)] = below + (above - below) * static_cast<float>(m - last) / static_cast<float>(k - last);
        }
        last = k;
        break;
      }
    }
  }
  room.before_ribs.assign(room.box.size(), false);
  for (int k = 0; k < count.z; ++k) {
    for (int i = 0; i < count.x; ++i) {
      const glm::vec3 p = room.box.place(i, 0, k);
      const float y = back[flat.index(i, 0, k)];
      if (y == none || p.z > highest || p.z < lowest || room.midline - p.x < from_midline) continue;
      for (int j = 0; j < count.y; ++j) {
        if (room.box.place(i, j, k).y < y - behind) room.before_ribs[room.box.index(i, j, k)] = true;
      }
    }
  }
}

}  // namespace

RoomFigures read_room(const JsonReader& document, const Levels& levels) {
  document.only({"fat_by_level", "filled_by_level", "canal_behind", "measured_on"});
  RoomFigures figures;
  figures.fat = read_by_level(document.field("fat_by_level"), levels, 1.0, 60.0);
  figures.filled = read_by_level(document.field("filled_by_level"), levels, 0.0, 200.0);
  const ByLevel behind = read_by_level(document.field("canal_behind"), levels, 0.0, 60.0);
  std::vector<std::pair<float, float>> nodes;
  for (const Levels::Place& body : levels.bodies()) nodes.emplace_back(body.z, body.y + behind.at(body.z));
  figures.canal = ByLevel(std::move(nodes));
  return figures;
}

Result<geometry::TriangleMesh> deep_fascia(const geometry::TriangleMesh& skin, const ByLevel& fat) {
  constexpr float coarse = 3.0F;  // mm
  constexpr float beyond = 90.0F;  // mm under the lowest figure
  const geometry::Bounds bounds = geometry::bounds_of(skin);
  const float lowest = fat.empty() ? bounds.low.z : fat.lowest() - beyond;
  CellBox box{{bounds.low.x, bounds.low.y, lowest}, coarse, glm::ivec3(glm::ceil((bounds.high - glm::vec3(bounds.low.x, bounds.low.y, lowest)) / coarse)) + 1};
  GridField depth = distances(skin, box, 40.0F);
  depth.smooth(1, 1);
  for (int k = 0; k < box.count.z; ++k) {
    const float mm = fat.at(box.place(0, 0, k).z);
    for (int j = 0; j < box.count.y; ++j) {
      for (int i = 0; i < box.count.x; ++i) {
        float& at = depth.at(box.index(i, j, k));
        at = std::max(at + mm, coarse * (2.0F - static_cast<float>(k)));  // closed below
      }
    }
  }
  const Solid inside{[&depth](glm::vec3 p) { return depth.sample(p, 40.0F); }, {box.low, box.place(box.count.x - 1, box.count.y - 1, box.count.z - 1)}};
  auto mesh = polygonise(inside, 4.0F);
  if (mesh) keep_largest(*mesh, 1);
  return mesh;
}

Room room_of(const Deeper& made, const Bounding& bounding, const RoomFigures& figures, const Levels& levels) {
  Room room;
  room.midline = levels.midline();
  const glm::vec3 low{room.midline - 236.0F, -250.0F, 800.0F}, high{room.midline + 6.0F, 76.0F, 1680.0F};
  room.box = {low, cell, glm::ivec3((high - low) / cell) + 1};
  room.cover = GridField(room.box, -1e3F);
  for (int k = 0; k < room.box.count.z; ++k) {
    for (int j = 0; j < room.box.count.y; ++j) {
      for (int i = 0; i < room.box.count.x; ++i) {
        const glm::vec3 p = room.box.place(i, j, k);
        room.cover.at(room.box.index(i, j, k)) = p.x - room.midline + 0.5F * flesh_gap;
      }
    }
  }
  // Each field is found by itself and then taken in, one after the other.
  struct Into {
    GridField& field;
    float gap;  // mm
  };
  const auto take_in = [&](std::initializer_list<Into> into, const std::vector<std::string>& ids, std::vector<bool>* inside) {
    constexpr float reach = 4.0F;  // mm
    std::vector<CellPart> parts(ids.size());
    std::vector<GridField> fields(ids.size());
    tbb::parallel_for(std::size_t{0}, ids.size(), [&](std::size_t n) {
      const auto found = made.find(ids[n]);
      if (found == made.end() || found->second.triangles.empty()) return;
      parts[n] = part_of(room.box, geometry::bounds_of(found->second), reach);
      fields[n] = distances(found->second, parts[n].box, reach);
    });
    for (std::size_t n = 0; n < ids.size(); ++n) {
      const CellBox& part = parts[n].box;
      for (int k = 0; k < part.count.z; ++k) {
        for (int j = 0; j < part.count.y; ++j) {
          for (int i = 0; i < part.count.x; ++i) {
            const float distance = fields[n].at(i, j, k);
            const std::size_t at = room.box.index(i + parts[n].from.x, j + parts[n].from.y, k + parts[n].from.z);
            for (const auto& [field, gap] : into) field.at(at) = std::max(field.at(at), gap - distance);
            if (inside == nullptr || distance >= 0.0F || !of_the_cage(ids[n])) continue;
            // Not the arches: the gutter beside the spines is open.
            const glm::vec3 p = part.place(i, j, k);
            if (!ids[n].starts_with("vertebra-") || p.y < figures.canal.at(p.z)) (*inside)[at] = true;
          }
        }
      }
    }
  };
  take_in({{room.cover, flesh_gap}}, bounding.covers, nullptr);
  if (const auto skin = made.find("skin"); skin != made.end()) {
    GridField depth = distances(skin->second, room.box, 40.0F);
    depth.smooth(1, 1);
    for (int k = 0; k < room.box.count.z; ++k) {
      const float fat = figures.fat.at(room.box.place(0, 0, k).z);
      for (std::size_t at = room.box.index(0, 0, k); at < room.box.index(0, 0, k) + static_cast<std::size_t>(room.box.count.x) * static_cast<std::size_t>(room.box.count.y); ++at) {
        room.cover.at(at) = std::max(room.cover.at(at), depth.at(at) + fat);
      }
    }
  }
  room.free = room.cover;
  room.bone = GridField(room.box, -1e3F);
  std::vector<bool> cage_bone(room.box.size(), false);
  take_in({{room.free, flesh_gap}}, bounding.slips, nullptr);
  take_in({{room.free, bone_gap}, {room.bone, on_bone}}, bounding.bones, &cage_bone);
  const auto height = [&](const char* level, float otherwise) {
    const auto place = levels.place(level);
    return place ? place->z : otherwise;
  };
  constexpr float under_the_body = 12.0F;  // mm
  close_cage(room, cage_bone, height("T12", 0.0F) - under_the_body);
  mark_before_ribs(room, cage_bone, figures.canal, height("T2", 1e4F), height("L2", 0.0F));
  room.filled.assign(room.box.size(), false);
  for (int k = 0; k < room.box.count.z; ++k) {
    const float z = room.box.place(0, 0, k).z;
    if (figures.filled.empty() || z < figures.filled.lowest() || z > figures.filled.highest()) continue;
    for (int j = 0; j < room.box.count.y; ++j) {
      for (int i = 0; i < room.box.count.x; ++i) {
        const glm::vec3 p = room.box.place(i, j, k);
        const std::size_t at = room.box.index(i, j, k);
        const float aside = room.midline - p.x, behind = p.y - figures.canal.at(z);
        if (aside < canal_half_width && behind < canal_half_depth) room.free.at(at) = std::max(room.free.at(at), bone_gap);
        // Its side leans outwards from the depth to the surface, as the erector's does.
        const float width = figures.filled.at(z) - 0.6F * std::max(25.0F - behind, 0.0F);
        room.filled[at] = behind > -4.0F && aside < width && !room.before_ribs[at];
      }
    }
  }
  return room;
}

}  // namespace dorsum::sculpt
