// The built-in atlas as a whole, sculpted from the recipes as they stand: every structure, each a clean surface.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/progress.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/sculpt/sculptor.h"
#include "sculpted_atlas.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

const fs::path source = DORSUM_SOURCE_DIR;

const std::vector<sculpt::Sculpted>& atlas() { return test::sculpted_atlas(); }

/// Structures that are several bodies by nature.
std::size_t bodies_of(const std::string& id) { return id.starts_with("hand.") ? 27 : 1; }

bool is_finite(glm::vec3 p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z); }

}  // namespace

TEST_CASE("every structure of the list is sculpted, once, and nothing else") {
  const auto table = load_json(source / "assets" / "structures.json");
  REQUIRE(table);
  std::set<std::string> listed;
  for (const Json& structure : table->at("structures")) listed.insert(structure.at("id").get<std::string>());
  REQUIRE(listed.size() > 180);
  std::set<std::string> sculpted;
  for (const auto& one : atlas()) {
    INFO(one.id);
    CHECK(sculpted.insert(one.id).second);
    CHECK(listed.contains(one.id));
    CHECK_FALSE(one.measured_on.empty());
  }
  for (const std::string& id : listed) {
    INFO(id);
    CHECK(sculpted.contains(id));
  }
}

TEST_CASE("every sculpted surface is closed, manifold, wound outward and free of specks") {
  std::size_t triangles = 0;
  for (const auto& [id, mesh, measured_on] : atlas()) {
    INFO(id);
    const auto topology = geometry::topology_of(mesh);
    CHECK(topology.boundary_edges == 0);
    CHECK(topology.non_manifold_edges == 0);
    CHECK(topology.inconsistent_edges == 0);
    CHECK(topology.components == bodies_of(id));
    CHECK(geometry::signed_volume_of(mesh) > 10.0);
    triangles += mesh.triangles.size();
  }
  CHECK(triangles <= 450'000);
}

TEST_CASE("every vertex of the atlas is finite, with a unit normal and, on muscles, fibres and a tendon mask") {
  for (const auto& [id, mesh, measured_on] : atlas()) {
    INFO(id);
    CHECK(std::all_of(mesh.positions.begin(), mesh.positions.end(), is_finite));
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    CHECK(std::all_of(mesh.normals.begin(), mesh.normals.end(),
                      [](glm::vec3 n) { return is_finite(n) && std::abs(glm::length(n) - 1.0F) < 1e-3F; }));
    CHECK((mesh.fibre.empty() || mesh.fibre.size() == mesh.positions.size()));
    CHECK(mesh.tendon.size() == mesh.fibre.size());
    CHECK(std::all_of(mesh.tendon.begin(), mesh.tendon.end(), [](float t) { return t >= 0.0F && t <= 1.0F; }));
  }
  const auto has_fibres = [](const std::string& id) {
    return std::any_of(atlas().begin(), atlas().end(),
                       [&](const auto& one) { return one.id == id && !one.mesh.fibre.empty(); });
  };
  CHECK(has_fibres("trapezius-ascending.R"));
  CHECK(has_fibres("longissimus-thoracis.L"));
}

TEST_CASE("a pair's sides are each other's mirror image, right at negative x") {
  std::map<std::string, const geometry::TriangleMesh*> meshes;
  for (const auto& one : atlas()) meshes[one.id] = &one.mesh;
  std::size_t pairs = 0;
  for (const auto& [id, right] : meshes) {
    if (!id.ends_with(".R")) continue;
    INFO(id);
    const auto left = meshes.find(id.substr(0, id.size() - 1) + "L");
    REQUIRE(left != meshes.end());
    ++pairs;
    // Muscles mirror about another plane than bones, so they don't give way to them quite alike.
    CHECK(geometry::signed_volume_of(*left->second) == Approx(geometry::signed_volume_of(*right)).epsilon(0.03));
    const auto a = geometry::bounds_of(*left->second);
    const auto b = geometry::bounds_of(*right);
    CHECK(a.low.x + a.high.x > b.low.x + b.high.x);
  }
  CHECK(pairs > 50);
}

TEST_CASE("recipes of every form give the same bytes each time") {
  // Muscles that rest on nothing else here: what they rest on is left out alike both times.
  const fs::path some = fs::temp_directory_path() / "dorsum-some-recipes";
  fs::remove_all(some);
  for (const std::string name : {"bones/rib-6", "bones/scapula", "bones/vertebra-T5", "muscles/latissimus-dorsi",
                                 "muscles/serratus-posterior-inferior", "muscles/teres-minor"}) {
    fs::create_directories((some / name).parent_path());
    fs::copy_file(source / "assets" / "sculpt" / (name + ".json"), some / (name + ".json"));
  }
  const auto once = sculpt::sculpt_atlas(some, silent_progress());
  const auto twice = sculpt::sculpt_atlas(some, silent_progress());
  fs::remove_all(some);
  REQUIRE(once);
  REQUIRE(twice);
  REQUIRE(once->size() == twice->size());
  for (std::size_t i = 0; i < once->size(); ++i) {
    const auto& a = (*once)[i];
    const auto& b = (*twice)[i];
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.mesh.positions == b.mesh.positions);
    CHECK(a.mesh.triangles == b.mesh.triangles);
    CHECK(a.mesh.normals == b.mesh.normals);
    CHECK(a.mesh.fibre == b.mesh.fibre);
    CHECK(a.mesh.tendon == b.mesh.tendon);
  }
}

TEST_CASE("the skin has the same bytes each time") {
  const fs::path only = fs::temp_directory_path() / "dorsum-skin-recipe";
  fs::remove_all(only);
  fs::create_directories(only / "skin");
  fs::copy_file(source / "assets" / "sculpt" / "skin" / "skin.json", only / "skin" / "skin.json");
  const auto once = sculpt::sculpt_atlas(only, silent_progress());
  const auto twice = sculpt::sculpt_atlas(only, silent_progress());
  fs::remove_all(only);
  REQUIRE(once);
  REQUIRE(twice);
  CHECK(once->front().mesh.positions == twice->front().mesh.positions);
  CHECK(once->front().mesh.triangles == twice->front().mesh.triangles);
}
