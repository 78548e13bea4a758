#include "dorsum/body/skin_regions.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <glm/geometric.hpp>
#include <map>
#include <set>

#include "dorsum/body/explain.h"
#include "dorsum/body/landmark_rules.h"
#include "reference.h"
#include "dorsum/body/skin_anchor.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

const std::filesystem::path assets = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets";

std::string named(const SkinRegions& regions, std::size_t vertex) {
  return regions.region[vertex] == elsewhere ? "elsewhere" : regions.names[regions.region[vertex]];
}

/// The reference set's skin with the project's own regions on it.
struct RealSkin {
  reference::Set set;
  atlas::Content content;
  atlas::RegionDefinitions definitions;
  std::size_t skin = 0;
  atlas::Landmarks landmarks;
  SkinRegions regions;
  double seconds = 0.0;

  [[nodiscard]] const geometry::TriangleMesh& mesh() const { return set.meshes[skin]; }

  explicit RealSkin(const std::filesystem::path& folder) : set(reference::load(folder)) {
    content = *atlas::load_content(assets / "content");
    definitions = *atlas::load_region_definitions(assets / "regions.json", content.regions);
    while (set.structures[skin].kind != atlas::Kind::skin) ++skin;
    landmarks = measure_landmarks(set.structures, set.meshes).landmarks;
    const auto start = std::chrono::steady_clock::now();
    regions = skin_regions(mesh(), landmarks, definitions);
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
};

}  // namespace

TEST_CASE("each vertex of the skin belongs to one region of one side") {
  const auto body = small::body();
  const SkinRegions& regions = body->skin_regions();
  const auto& skin = body->mesh(*body->skin());
  REQUIRE(regions.region.size() == skin.positions.size());
  REQUIRE(regions.side.size() == skin.positions.size());
  CHECK(std::is_sorted(regions.names.begin(), regions.names.end()));
  for (std::size_t v = 0; v < skin.positions.size(); ++v) {
    CHECK(regions.region[v] < regions.names.size());
    CHECK(regions.side[v] == (skin.positions[v].x < 0.0F ? Side::right : Side::left));
  }
  // Seeds stand at the ball's sides, back and front: the borders lie half-way.
  const auto at = [&](glm::vec3 place) {
    return named(regions, skin.triangles[body->surfaces().closest(place, 1e9F, 0U)->triangle][0]);
  };
  CHECK(at({-100.0F, 0.0F, 0.0F}) == "shoulder-tip");
  CHECK(at({100.0F, 0.0F, 0.0F}) == "shoulder-tip");
  CHECK(at({-20.0F, 95.0F, 0.0F}) == "interscapular");
  CHECK(at({20.0F, -95.0F, 0.0F}) == "elbow");
}

TEST_CASE("the two sides of a region cover it, and paint nothing of each other") {
  const auto body = small::body();
  const auto right = paint_region(*body, "interscapular", Side::right);
  const auto left = paint_region(*body, "interscapular", Side::left);
  const auto both = paint_region(*body, "interscapular", Side::midline);
  REQUIRE((right && left && both));
  const auto& skin = body->mesh(*body->skin());
  for (std::size_t v = 0; v < both->size(); ++v) {
    CHECK((*right)[v] * (*left)[v] == 0.0F);
    CHECK((*right)[v] + (*left)[v] == (*both)[v]);
    if ((*right)[v] > 0.0F) CHECK(skin.positions[v].x < 0.0F);
  }
}

TEST_CASE("measured regions add up to the skin") {
  const auto body = small::body();
  const auto& skin = body->mesh(*body->skin());
  double sum = 0.0;
  for (const atlas::SurfaceRegion& region : measured_regions(skin, body->skin_regions())) {
    sum += region.area_mm2;
    CHECK(side_of(region.id) == (region.centre.x < 0.0F ? Side::right : Side::left));
    CHECK(glm::length(region.centre) == Approx(100.0F).margin(2.0F));
  }
  CHECK(sum == Approx(geometry::area_of(skin)).epsilon(1e-6));
}

TEST_CASE("a pack that lacks a part says which regions it has none of") {
  Parts parts = small::parts(4);
  parts.regions.regions["wrist"] = {{atlas::Face::dorsal, {"radial-styloid:R"}, 0.0F}};
  const auto body = *Body::build(std::move(parts), std::nullopt, silent_progress());
  bool told = false;
  for (const Saying& warning : body->warnings()) told = told || warning == "this skin has no wrist";
  CHECK(told);
  const auto painted = paint_region(*body, "wrist", Side::right);
  REQUIRE_FALSE(painted);
  CHECK(painted.error().message().find("wrist.R") != std::string::npos);

  Parts bare = small::parts(4);
  bare.regions = {};
  const auto nameless = *Body::build(std::move(bare), std::nullopt, silent_progress());
  for (const std::uint16_t region : nameless->skin_regions().region) CHECK(region == elsewhere);
  CHECK_FALSE(paint_region(*nameless, "elbow", Side::right));
}

TEST_CASE("the regions of the reference body lie where their names say", "[real-set]") {
  const auto folder = reference::folder();
  if (!folder) {
    WARN("DORSUM_REFERENCE_DIR is unset: the regions of the reference body are not tested");
    return;
  }
  const RealSkin real(*folder);
  const geometry::TriangleMesh& skin = real.mesh();
  CHECK(real.seconds < 5.0);  // 0.1 s on one core; the rest is for a loaded machine
  for (const Saying& warning : real.regions.warnings) UNSCOPED_INFO(warning.english());
  CHECK(real.regions.warnings.empty());

  // All 56 on both sides, and of like size: the body is nearly symmetric.
  std::map<std::string, double> areas;
  for (const auto& region : measured_regions(skin, real.regions)) areas[region.id] = region.area_mm2;
  CHECK(areas.size() == 112);
  for (const auto& [id, area] : areas) {
    INFO(id << ": " << area << " mm2");
    CHECK(area > 1500.0);
    CHECK(area < 60000.0);
    CHECK(area == Approx(areas[mirrored_id(id)]).epsilon(0.4));  // the ears' landmarks differ by 12 mm
  }

  const geometry::SurfaceQuery query({&skin});
  const float scale = atlas::body_scale(real.landmarks);
  const auto at = [&](const std::string& formula, atlas::Face face, Side side) {
    const auto place = atlas::evaluate(formula, real.landmarks, side, scale);
    REQUIRE(place);
    const auto carried = carry_to_skin(query, skin, *place, toward_face(face, side), 150.0F);
    REQUIRE(carried);
    return named(real.regions, skin.triangles[carried->point.triangle][0]);
  };
  struct Known {
    const char* formula;
    atlas::Face face;
    std::set<std::string> regions;
  };
  using atlas::Face;
  const std::vector<Known> known{
      {"vertex", Face::top, {"vertex"}},
      {"ear-canal:R", Face::lateral, {"ear-area"}},
      {"temple:R", Face::lateral, {"temple"}},
      {"off(external-occipital-protuberance, up=20)", Face::dorsal, {"back-of-head"}},
      {"spinous-process:C2", Face::dorsal, {"suboccipital"}},
      {"spinous-process:C5", Face::dorsal, {"posterior-neck"}},
      {"off(orbit-outer:R, down=70, med=45)", Face::ventral, {"elsewhere"}},  // the mouth
      {"acromion-tip:R", Face::top, {"shoulder-tip"}},
      {"off(spinous-process:T6, lat=3)", Face::dorsal, {"mid-thoracic-paraspinal"}},
      {"off(spinous-process:T3, lat=28)", Face::dorsal, {"interscapular"}},
      {"off(lerp(root-of-scapular-spine:R, inferior-angle-scapula:R, 0.5), lat=35)", Face::dorsal, {"scapula-body"}},
      {"inferior-angle-scapula:R", Face::dorsal, {"inferior-angle-scapula"}},
      {"off(sternal-notch, down=30)", Face::ventral, {"anterior-chest"}},
      {"xiphoid", Face::ventral, {"anterior-chest", "abdomen-upper-quadrant"}},
      {"rib-shaft:9:R", Face::lateral, {"lateral-chest-wall"}},
      {"off(umbilicus-level, down=30)", Face::ventral, {"abdomen-lower-quadrant"}},
      {"off(spinous-process:L3, lat=30)", Face::dorsal, {"lumbar-paraspinal"}},
      {"iliac-crest-top:R", Face::lateral, {"iliac-crest"}},
      {"posterior-superior-iliac-spine:R", Face::dorsal, {"sacroiliac"}},
      {"spinous-process:S3", Face::dorsal, {"sacrum"}},
      {"coccyx-tip", Face::dorsal, {"coccyx"}},
      {"greater-trochanter:R", Face::lateral, {"hip-lateral"}},
      {"off(ischial-tuberosity:R, up=30)", Face::dorsal, {"lower-buttock"}},
      {"mid(greater-trochanter:R, lateral-femoral-epicondyle:R)", Face::lateral, {"lateral-thigh"}},
      {"mid(ischial-tuberosity:R, off(lateral-femoral-epicondyle:R, med=40))", Face::dorsal, {"posterior-thigh"}},
      {"mid(ischial-tuberosity:R, lateral-femoral-epicondyle:R)", Face::ventral, {"elsewhere"}},
      {"olecranon:R", Face::dorsal, {"elbow"}},
      {"mid(lateral-epicondyle:R, radial-styloid:R)", Face::lateral, {"radial-forearm"}},
      {"mid(medial-epicondyle:R, ulnar-styloid:R)", Face::medial, {"ulnar-forearm"}},
      {"mid(radial-styloid:R, ulnar-styloid:R)", Face::dorsal, {"wrist"}},
      {"knuckle:3:R", Face::dorsal, {"dorsal-hand"}},
      {"tip-of-thumb:R", Face::dorsal, {"thumb-side-hand"}},
      {"tip-of-little-finger:R", Face::dorsal, {"little-finger-side-hand"}}};
  for (const Known& one : known) {
    for (const Side side : {Side::right, Side::left}) {
      const std::string found = at(one.formula, one.face, side);
      INFO(one.formula << " lies in " << found);
      CHECK(one.regions.contains(found));
    }
  }
}

TEST_CASE("the zones of the reference body lie in or beside the region that they name", "[real-set]") {
  const auto folder = reference::folder();
  if (!folder) {
    WARN("DORSUM_REFERENCE_DIR is unset: zones and regions of the reference body are not compared");
    return;
  }
  RealSkin real(*folder);
  Parts parts;
  parts.atlas.structures = real.set.structures;
  parts.atlas.landmarks = real.landmarks;
  parts.meshes = std::move(real.set.meshes);
  parts.content = real.content;
  parts.regions = real.definitions;
  const auto body = *Body::build(std::move(parts), std::nullopt, silent_progress());
  const auto& skin = body->mesh(*body->skin());
  const SkinRegions& regions = body->skin_regions();
  const auto skin_index = static_cast<std::uint32_t>(*body->skin());
  std::size_t outside = 0;
  for (const Zone& zone : body->zones()) {
    float nearest = 1e9F;
    for (std::size_t v = 0; v < skin.positions.size(); ++v) {
      if (named(regions, v) == zone.region) nearest = std::min(nearest, glm::distance(skin.positions[v], zone.centre.rest));
    }
    INFO(zone.trigger << ", " << zone.region << ": its centre lies " << nearest << " mm from the region");
    CHECK(nearest < 15.0F);  // two triangles of skin
    const geometry::Triangle& t = skin.triangles[body->surfaces().closest(zone.centre.rest, 1e9F, skin_index)->triangle];
    if (std::none_of(t.begin(), t.end(), [&](std::uint32_t v) { return named(regions, v) == zone.region; })) ++outside;
  }
  CHECK(outside <= body->zones().size() / 20);

  const auto rank = [&](const char* region, const std::string& trigger) {
    const auto candidates = explain(*body, *paint_region(*body, region, Side::right)).candidates;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].id == trigger) return i + 1;
    }
    return std::size_t{999};
  };
  CHECK(rank("suboccipital", "trapezius-3.R") <= 5);
  CHECK(rank("mid-buttock", "iliocostalis-lumborum-1.R") <= 5);
  CHECK(rank("mid-buttock", "longissimus-thoracis-1.R") <= 5);
  CHECK(rank("lower-buttock", "longissimus-thoracis-1.R") <= 5);
  CHECK(rank("hip-lateral", "iliocostalis-lumborum-1.R") <= 5);
}
