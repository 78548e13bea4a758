// A cord between two plates, whose recipe tells it to grow.

#include "grow.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "../geometry/shapes.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/sculpt/sculptor.h"

using namespace dorsum;
using namespace dorsum::sculpt;
namespace fs = std::filesystem;

namespace {

struct Body {
  fs::path root = fs::temp_directory_path() / ("dorsum-growing-" + std::to_string(::getpid()));
  Body() {
    fs::create_directories(root / "bones");
    fs::create_directories(root / "muscles");
    std::ofstream(root / "room.json") << R"({"measured_on": "a test", "fat_by_level": {}, "filled_by_level": {}, "canal_behind": {}})";
    // T6 at 1220, T7 at 1180; plates whose faces are 32 mm apart at x = -60.
    bone("disc-T5", "[0, -20, 1240]", "[6, 6, 3]");
    bone("disc-T6", "[0, -20, 1200]", "[6, 6, 3]");
    bone("disc-T7", "[0, -20, 1160]", "[6, 6, 3]");
    bone("plate-before", "[-60, -26, 1200]", "[70, 10, 90]");
    bone("plate-behind", "[-60, 26, 1200]", "[70, 10, 90]");
  }
  ~Body() { fs::remove_all(root); }
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  void bone(const std::string& id, const std::string& centre, const std::string& half_axes) const {
    std::ofstream(root / "bones" / (id + ".json")) << R"({"id": ")" << id << R"(", "form": "solids", "measured_on": "a test", "figures": {"detail": 2,
      "triangles": 3000, "parts": {"1-body": {"ellipsoid": {"centre": )" << centre << R"(, "half_axes": )" << half_axes << "}}}}}";
  }
  void write_cord(const std::string& fills) const {
    std::ofstream(root / "muscles" / "cord.json") << R"({"id": "cord", "mirror_x": 0, "form": "cord", "measured_on": "a test", )" << fills
      << R"("figures": {"belly": [[-60,0,1150,7,5],[-60,0,1200,7,5],[-60,0,1250,7,5]], "width_along": [1,0,0], "detail": 2, "triangles": 8000}})";
  }
  /// The cord as sculpted, of the right side.
  [[nodiscard]] Result<geometry::TriangleMesh> cord(const std::string& fills) const {
    write_cord(fills);
    const auto made = sculpt_atlas(root, silent_progress());
    if (!made) return Failure(made.error());
    for (const Sculpted& one : *made) {
      if (one.id == "cord.R") return one.mesh;
    }
    return bad_input({}, "no cord", "");
  }
};

/// mm2 in the plane of height z.
double area_at(const geometry::TriangleMesh& mesh, float z) {
  const geometry::Bounds bounds = geometry::bounds_of(mesh);
  const CellBox level{{bounds.low.x - 1, bounds.low.y - 1, z}, 0.5F, {static_cast<int>(2 * (bounds.high.x - bounds.low.x)) + 5, static_cast<int>(2 * (bounds.high.y - bounds.low.y)) + 5, 1}};
  const GridField field = distances(mesh, level, 0.5F);
  double area = 0.0;
  for (const float distance : field.values()) area += distance < 0.0F ? 0.25 : 0.0;
  return area;
}

}  // namespace

TEST_CASE("a cord grows between its bones to the area asked for, the same each time") {
  const Body body;
  const auto plain = body.cord("");
  REQUIRE(plain);
  CHECK(area_at(*plain, 1200) == Approx(3.14159 * 7 * 5).epsilon(0.1));
  const std::string fills = R"("fills": {"area_by_level": {"T6": 700, "T7": 700}, "reach": 20}, )";
  const auto grown = body.cord(fills);
  if (!grown) FAIL(grown.error().message());
  CHECK(area_at(*grown, 1200) == Approx(700).epsilon(0.08));
  CHECK(area_at(*grown, 1190) == Approx(700).epsilon(0.08));
  CHECK(area_at(*grown, 1240) < 1.5 * area_at(*plain, 1240));  // beyond its levels it asks for nothing
  CHECK(geometry::topology_of(*grown).closed());
  CHECK(geometry::topology_of(*grown).components == 1);
  CHECK(grown->fibre.size() == grown->positions.size());
  for (const glm::vec3 p : grown->positions) {
    CHECK(p.x < 0.0F);
    CHECK(std::abs(p.y) < 26.0F);  // it does not come through the plates' middles
  }
  const auto again = body.cord(fills);
  REQUIRE(again);
  CHECK(again->positions == grown->positions);
  CHECK(again->triangles == grown->triangles);
  CHECK(again->fibre == grown->fibre);
}

TEST_CASE("a cord grows to so many times its own area, but for what smoothing takes of one so thin") {
  const auto grown = Body().cord(R"("fills": {"times": 3, "reach": 20}, )");
  if (!grown) FAIL(grown.error().message());
  CHECK(area_at(*grown, 1200) > 2.4 * 3.14159 * 7 * 5);
  CHECK(area_at(*grown, 1200) < 3.1 * 3.14159 * 7 * 5);
}

TEST_CASE("what a recipe fills is refused with its file and field where it is wrong") {
  const Body body;
  const auto refused = [&](const std::string& fills, const std::string& field) {
    body.write_cord("\"fills\": " + fills + ", ");
    const auto recipes = read_recipes(body.root);
    const auto room = load_json(room_file(body.root));
    REQUIRE(recipes);
    REQUIRE(room);
    const auto grown = growths(*recipes, {{"cord.R", geometry::shapes::sphere(10, 2)}}, *room, "room.json");
    REQUIRE_FALSE(grown);
    INFO(grown.error().message());
    CHECK(grown.error().message().find("cord.json") != std::string::npos);
    CHECK(grown.error().message().find(field) != std::string::npos);
  };
  refused(R"({"area_by_level": {"T13": 4}})", "T13");
  refused(R"({"times": 0})", "times");
  refused(R"({"reach": 4})", "area_by_level");
  refused(R"({"times": 2, "colour": "red"})", "colour");
}
