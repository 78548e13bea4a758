// Every surface of the built-in pack, by itself and beside its neighbours: closed, clean, evenly triangulated, and in
// its own place. A table of what was measured is printed first, the structure that is farthest off on top.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dorsum/geometry/components.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/self_intersection.h"
#include "dorsum/geometry/signed_distance.h"
#include "packs.h"

using namespace dorsum;
using atlas::Kind;

namespace {

/// Structures that are several bodies by nature: a hand has 27 bones, the ribs leave eleven spaces, bowel lies in loops.
std::size_t bodies_of(const std::string& id) {
  constexpr std::array<std::pair<std::string_view, std::size_t>, 8> several{{
      {"hand.", 27},
      {"external-intercostals.", 11},
      {"internal-intercostals.", 11},
      {"levatores-costarum.", 12},
      {"interspinous-ligaments", 17},
      {"cluneal-nerves.", 3},
      {"jejunum", 6},
      {"ileum", 8},
  }};
  for (const auto& [start, count] : several) {
    if (id.starts_with(start)) return count;
  }
  return 1;
}

/// Percent of a surface's area that may lie deeper than 0.5 mm inside flesh of its own or a shallower layer: what is reached,
/// so that it can't get worse unseen. The blade lies on the ribs with hardly room for subscapularis and serratus; rotatores
/// are thinner than the cells in which the room is divided.
double most_overlap(const std::string& id) {
  // The tail of iliocostalis lumborum keeps a strand through whatever lies before it on its way to the sacrum, bone too.
  if (id == "sacrum") return 18.0;
  if (id.starts_with("multifidus")) return 5.5;
  // Quadratus lumborum and the obliques hold on the last rib, which is as thin as they are.
  if (id.starts_with("rib-12")) return 4.5;
  // Internal oblique is thinner than a cell on the tenth cartilage.
  if (id.starts_with("longissimus-thoracis") || id.starts_with("costal-cartilage-10")) return 3.2;
  if (id.starts_with("subscapularis")) return 14.0;
  if (id.starts_with("rotatores")) return 8.0;
  return id.starts_with("semispinalis-cervicis") || id.starts_with("iliacus") || id.starts_with("scapula") ? 4.0 : 2.5;
}

bool is_flesh(const atlas::Structure& structure) {
  return structure.kind == Kind::muscle || structure.kind == Kind::fascia;
}

double smallest_angle(glm::dvec3 a, glm::dvec3 b, glm::dvec3 c) {
  const auto at = [](glm::dvec3 p, glm::dvec3 q, glm::dvec3 r) {
    return std::atan2(glm::length(glm::cross(q - p, r - p)), glm::dot(q - p, r - p));
  };
  return std::min({at(a, b, c), at(b, c, a), at(c, a, b)}) * 180.0 / std::numbers::pi;
}

/// The angle in degrees that one triangle in a hundred stays under, of each triangle its smallest.
double first_percentile_of_smallest_angles(const geometry::TriangleMesh& mesh) {
  std::vector<double> angles;
  for (const auto& [a, b, c] : mesh.triangles) {
    angles.push_back(
        smallest_angle(glm::dvec3(mesh.positions[a]), glm::dvec3(mesh.positions[b]), glm::dvec3(mesh.positions[c])));
  }
  std::sort(angles.begin(), angles.end());
  return angles[angles.size() / 100];
}

struct Figure {
  std::string id;
  double value;
};

void print(const char* what, std::vector<Figure> figures, std::size_t shown = 16) {
  fmt::print("{}\n", what);
  for (std::size_t i = 0; i < std::min(shown, figures.size()); ++i)
    fmt::print("  {:32} {:8.2f}\n", figures[i].id, figures[i].value);
}

void largest_first(std::vector<Figure>& figures) {
  std::stable_sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) { return a.value > b.value; });
}

void smallest_first(std::vector<Figure>& figures) {
  std::stable_sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) { return a.value < b.value; });
}

struct Inside {
  double percent = 0.0;   ///< of the surface
  std::size_t most_in = 0;  ///< which of the others most of that lies in
  glm::vec3 middle{0.0F};   ///< of that part
};

/// How much of a surface lies deeper than `depth` mm inside any of the others, by triangles' middles.
Inside inside_of(const geometry::TriangleMesh& mesh, const std::vector<const geometry::SignedDistance*>& others, float depth) {
  constexpr float deepest = 30.0F;  // mm; no two structures lie farther in each other than this
  double whole = 0.0;
  std::vector<double> in(others.size(), 0.0);
  std::vector<glm::dvec3> moment(others.size(), glm::dvec3(0.0));
  for (const auto& [i, j, k] : mesh.triangles) {
    const glm::vec3 a = mesh.positions[i], b = mesh.positions[j], c = mesh.positions[k];
    const double area = 0.5 * static_cast<double>(glm::length(glm::cross(b - a, c - a)));
    const glm::vec3 middle = (a + b + c) / 3.0F;
    whole += area;
    for (std::size_t o = 0; o < others.size(); ++o) {
      const auto nearest = others[o]->at(middle, deepest);
      if (!nearest || nearest->distance >= -depth) continue;
      in[o] += area;
      moment[o] += area * glm::dvec3(middle);
      break;
    }
  }
  Inside inside;
  double sum = 0.0;
  for (std::size_t o = 0; o < others.size(); ++o) {
    sum += in[o];
    if (in[o] > in[inside.most_in]) inside.most_in = o;
  }
  if (sum > 0.0) inside.middle = glm::vec3(moment[inside.most_in] / in[inside.most_in]);
  inside.percent = 100.0 * sum / whole;
  return inside;
}

}  // namespace

TEST_CASE("every surface of the built-in pack is closed, wound outward, whole and free of specks") {
  const io::Pack& pack = test::built_in();
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    const geometry::TriangleMesh& mesh = pack.meshes[i];
    CAPTURE(pack.atlas.structures[i].id);
    const auto topology = geometry::topology_of(mesh);
    CHECK(topology.boundary_edges == 0);
    CHECK(topology.non_manifold_edges == 0);
    CHECK(topology.inconsistent_edges == 0);
    CHECK(geometry::components_of(mesh).size() == bodies_of(pack.atlas.structures[i].id));
    CHECK(geometry::signed_volume_of(mesh) > 10.0);
  }
}

TEST_CASE("no surface of the built-in pack passes through itself") {
  const io::Pack& pack = test::built_in();
  std::vector<Figure> own, between;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    const geometry::TriangleMesh& mesh = pack.meshes[i];
    std::vector<std::size_t> piece_of(mesh.positions.size());
    const auto pieces = geometry::components_of(mesh);
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      for (const std::uint32_t vertex : pieces[p]) piece_of[vertex] = p;
    }
    double in_one = 0.0, in_two = 0.0;
    for (const auto& [a, b] : geometry::self_intersections(mesh)) {
      (piece_of[mesh.triangles[a][0]] == piece_of[mesh.triangles[b][0]] ? in_one : in_two) += 1.0;
      const glm::vec3 at = mesh.positions[mesh.triangles[a][0]];
      fmt::print("{} passes through itself about {:.0f}, {:.0f}, {:.0f}\n", pack.atlas.structures[i].id, at.x, at.y, at.z);
    }
    if (in_one > 0.0) own.push_back({pack.atlas.structures[i].id, in_one});
    if (in_two > 0.0) between.push_back({pack.atlas.structures[i].id, in_two});
  }
  print("pairs of triangles of one body that pass through each other", own, own.size());
  print("pairs of triangles of two bodies of one structure that pass through each other", between, between.size());
  // A few pairs where the finest slips of what has grown were pressed by their neighbours; none in bone, skin or organs.
  // More of them in iliocostalis lumborum, whose tail passes through others' bellies as strands thinner than its triangles.
  const auto most_crossings = [](const std::string& id) { return id.starts_with("iliocostalis-lumborum") ? 90.0 : 8.0; };
  for (const Figure& crossing : own) {
    CAPTURE(crossing.id);
    CHECK(crossing.value <= most_crossings(crossing.id));
  }
  CHECK(own.size() <= 10);
  CHECK(between.empty());
}

TEST_CASE("triangles of the built-in pack are good to shade") {
  const io::Pack& pack = test::built_in();
  std::vector<Figure> angles;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    angles.push_back({pack.atlas.structures[i].id, first_percentile_of_smallest_angles(pack.meshes[i])});
  }
  smallest_first(angles);
  print("degrees that the smallest angle of one triangle in a hundred stays under", angles);
  const auto under_five = std::count_if(angles.begin(), angles.end(), [](const Figure& f) { return f.value < 5.0; });
  fmt::print("{} of {} structures under 5 degrees; median {:.1f}\n", under_five, angles.size(),
             angles[angles.size() / 2].value);
  // What is reached today, slivers and all, so that it can't get worse unseen.
  CHECK(angles.front().value >= 0.5);  // those strands of iliocostalis lumborum; all others 2.0 and more
  CHECK(std::count_if(angles.begin(), angles.end(), [](const Figure& f) { return f.value < 2.0; }) <= 2);
  CHECK(angles[angles.size() / 2].value >= 17.0);
  CHECK(under_five <= 16);  // thin sheets that end in a rim, most of them of the abdominal wall
}

TEST_CASE("muscles of the built-in pack carry finite fibre coordinates and a tendon mask") {
  const io::Pack& pack = test::built_in();
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    if (pack.atlas.structures[i].kind != Kind::muscle) continue;
    const geometry::TriangleMesh& mesh = pack.meshes[i];
    CAPTURE(pack.atlas.structures[i].id);
    REQUIRE(mesh.fibre.size() == mesh.positions.size());
    REQUIRE(mesh.tendon.size() == mesh.positions.size());
    CHECK(std::all_of(mesh.fibre.begin(), mesh.fibre.end(),
                      [](glm::vec2 f) { return std::isfinite(f.x) && std::isfinite(f.y); }));
    CHECK(std::all_of(mesh.tendon.begin(), mesh.tendon.end(), [](float t) { return t >= 0.0F && t <= 1.0F; }));
    const auto [low, high] =
        std::minmax_element(mesh.fibre.begin(), mesh.fibre.end(), [](glm::vec2 a, glm::vec2 b) { return a.x < b.x; });
    CHECK(high->x - low->x > 5.0F);  // a field, not a constant
  }
}

TEST_CASE("the skin of the built-in pack keeps its thickness over every muscle") {
  const io::Pack& pack = test::built_in();
  const geometry::SignedDistance skin(test::mesh_of(pack, "skin"));
  constexpr float reach =
      5.0F;  // mm; what lies deeper has room enough, what lies farther outside is counted as this far
  std::vector<Figure> covers;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    if (pack.atlas.structures[i].kind != Kind::muscle) continue;
    float cover = reach;
    for (const glm::vec3 p : pack.meshes[i].positions) {
      if (const auto nearest = skin.at(p, reach)) cover = std::min(cover, -nearest->distance);
    }
    covers.push_back({pack.atlas.structures[i].id, static_cast<double>(cover)});
  }
  smallest_first(covers);
  print("least mm of skin over a muscle", covers);
  for (const Figure& cover : covers) {
    CAPTURE(cover.id);
    // External oblique comes through the skin at the linea alba by half a mm; the scalp is thinner than elsewhere.
    CHECK(cover.value >= (cover.id.starts_with("external-oblique") ? -1.0 : cover.id.starts_with("splenius-capitis") ? 1.2 : 2.0));
  }
}

TEST_CASE("structures of the built-in pack stay out of flesh of their own or a shallower layer") {
  const io::Pack& pack = test::built_in();
  std::vector<std::size_t> flesh;
  std::vector<geometry::Bounds> boxes;
  std::vector<geometry::SignedDistance> distances;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    if (!is_flesh(pack.atlas.structures[i])) continue;
    flesh.push_back(i);
    boxes.push_back(geometry::bounds_of(pack.meshes[i]));
    distances.emplace_back(pack.meshes[i]);
  }
  std::vector<Figure> overlaps;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    const atlas::Structure& own = pack.atlas.structures[i];
    // Nerves and vessels run through muscles, where a section paints them over the flesh.
    if (own.kind == Kind::skin || own.kind == Kind::nerve || own.kind == Kind::vessel) continue;
    const geometry::Bounds box = geometry::bounds_of(pack.meshes[i]);
    std::vector<const geometry::SignedDistance*> others;
    std::vector<std::string> ids;
    for (std::size_t f = 0; f < flesh.size(); ++f) {
      if (flesh[f] == i || pack.atlas.structures[flesh[f]].layer > own.layer || !geometry::within(box, boxes[f], 0.0F)) continue;
      others.push_back(&distances[f]);
      ids.push_back(pack.atlas.structures[flesh[f]].id);
    }
    const Inside inside = inside_of(pack.meshes[i], others, 0.5F);
    overlaps.push_back({own.id, inside.percent});
    if (inside.percent > 0.2) {
      fmt::print("{} {:.2f} %, most of it in {} about {:.0f}, {:.0f}, {:.0f}\n", own.id, inside.percent, ids[inside.most_in],
                 inside.middle.x, inside.middle.y, inside.middle.z);
    }
  }
  largest_first(overlaps);
  print("percent of a surface deeper than 0.5 mm inside another", overlaps, 40);
  for (const Figure& overlap : overlaps) {
    CAPTURE(overlap.id);
    CHECK(overlap.value <= most_overlap(overlap.id));
  }
}
