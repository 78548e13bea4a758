// Strokes of massage and places not to press, on the built-in body and on the import of the real data set.

#include "dorsum/massage/strokes.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <set>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/progress.h"
#include "packs.h"

using namespace dorsum;
using massage::Order;
using massage::Stroke;

namespace {

struct Workplace {
  std::shared_ptr<const body::Body> body;
  std::unique_ptr<const body::Stance> stance;
  std::shared_ptr<const massage::Ground> ground;
  std::shared_ptr<const massage::WhereNotAreas> where_not;
  [[nodiscard]] massage::Laid lay(const Order& order) const { return massage::lay(*ground, *where_not, order); }
};

Workplace workplace_of(const io::Pack& pack) {
  auto content = atlas::load_content(test::source / "assets" / "content");
  REQUIRE(content);
  // Zones of pain take long, and no stroke asks for them: one muscle's points are enough.
  std::erase_if(content->trigger_points, [](const atlas::TriggerPoint& point) { return point.muscle != "infraspinatus"; });
  auto body = body::Body::build({pack.atlas, pack.meshes, *std::move(content), {}}, std::nullopt, silent_progress());
  REQUIRE(body);
  Workplace place{*body, std::make_unique<const body::Stance>(**body), nullptr, massage::where_not_areas(**body)};
  place.ground = *massage::Ground::of(*place.stance);
  return place;
}

const Workplace& built_in() {
  static const Workplace place = workplace_of(test::built_in());
  return place;
}

std::vector<const Workplace*> workplaces() {
  if (std::getenv("DORSUM_REAL_SET") == nullptr) return {&built_in()};
  if (test::imported() == nullptr) return {};
  static const Workplace imported = workplace_of(*test::imported());
  return {&imported};
}

std::vector<Stroke> all_strokes(const Workplace& place) {
  std::vector<Stroke> all;
  for (const atlas::Technique& technique : place.body->content().techniques) {
    if (technique.strokes.empty()) continue;
    massage::Laid laid = place.lay({technique.id, {}, {}, {}});
    for (const Saying& problem : laid.problems) FAIL_CHECK(problem.english());
    std::move(laid.strokes.begin(), laid.strokes.end(), std::back_inserter(all));
  }
  return all;
}

/// The mesh's own fibre on the triangle: where `across` neither rises nor falls.
glm::vec3 fibre_on(const geometry::TriangleMesh& mesh, const geometry::Triangle& t) {
  const glm::vec3 &a = mesh.positions[t[0]], &b = mesh.positions[t[1]], &c = mesh.positions[t[2]];
  return mesh.fibre[t[0]].y * (c - b) + mesh.fibre[t[1]].y * (a - c) + mesh.fibre[t[2]].y * (b - a);
}

}  // namespace

TEST_CASE("every stroke lies on the skin, keeps to its side, and harms no place", "[both-packs]") {
  for (const Workplace* place : workplaces()) {
    const body::Body& body = *place->body;
    const std::vector<Stroke> strokes = all_strokes(*place);
    std::size_t facts = 0;
    for (const atlas::Technique& technique : body.content().techniques) facts += technique.strokes.size();
    CHECK(strokes.size() == 2 * facts);
    for (const Stroke& stroke : strokes) {
      CAPTURE(body.atlas().name, stroke.technique, stroke.id, static_cast<int>(stroke.side));
      REQUIRE(stroke.line.size() >= 5);
      float off = 0.0F, step = 0.0F;
      bool wrong_side = false, short_normal = false;
      for (std::size_t i = 0; i < stroke.line.size(); ++i) {
        const glm::vec3 point = stroke.line.points[i];
        off = std::max(off, body.surfaces().closest(point, 100.0F, static_cast<std::uint32_t>(*body.skin()))->distance);
        if (i > 0) step = std::max(step, glm::distance(point, stroke.line.points[i - 1]));
        wrong_side = wrong_side || point.x * sign_of(stroke.side) <= 0.0F;
        short_normal = short_normal || std::abs(glm::length(stroke.line.normals[i]) - 1.0F) > 1e-3F;
      }
      CHECK(off < 0.5F);
      CHECK(step < 9.0F);  // no leap to other skin
      CHECK_FALSE(wrong_side);
      CHECK_FALSE(short_normal);
      if (stroke.closed) CHECK(glm::distance(stroke.line.points.front(), stroke.line.points.back()) < 9.0F);
      CHECK(stroke.crossings.empty());
      CHECK_FALSE(stroke.under.empty());
      CHECK(std::is_sorted(stroke.under.begin(), stroke.under.end(), [](const auto& a, const auto& b) { return a.depth < b.depth; }));
      // A rub of a second to a lane of half a minute.
      CHECK(stroke.length() > 15.0F);
      CHECK(stroke.length() < (stroke.closed ? 1700.0F : 650.0F));
      CHECK(stroke.seconds() > 0.3F);
      CHECK(stroke.seconds() < 60.0F);
    }
  }
}

TEST_CASE("no stroke's point lies in a place that no hand presses", "[both-packs]") {
  for (const Workplace* place : workplaces()) {
    const body::Body& body = *place->body;
    for (const Stroke& stroke : all_strokes(*place)) {
      for (std::size_t i = 0; i < stroke.line.size(); ++i) {
        for (const std::size_t area : place->where_not->at(stroke.line.on[i], place->ground->skin())) {
          CAPTURE(body.atlas().name, stroke.technique, stroke.id, body.content().where_not.sites[place->where_not->areas[area].site].id);
          CHECK(stroke.pressure[i] <= massage::most_pressure(body, place->where_not->areas[area], stroke.tool));
        }
      }
    }
  }
}

TEST_CASE("paths pass their landmarks, and effleurage is one loop a side", "[both-packs]") {
  for (const Workplace* place : workplaces()) {
    const body::Body& body = *place->body;
    for (const atlas::Technique& technique : body.content().techniques) {
      const massage::Laid laid = place->lay({technique.id, Side::left, {}, {}});
      if (technique.id == "effleurage") {
        REQUIRE(laid.strokes.size() == 1);
        CHECK(laid.strokes.front().closed);
        CHECK(laid.strokes.front().seconds() >= 15.0F);
        CHECK(laid.strokes.front().seconds() <= 25.0F);
      }
      for (const Stroke& stroke : laid.strokes) {
        const auto facts = std::find_if(technique.strokes.begin(), technique.strokes.end(), [&](const auto& each) { return each.id == stroke.id; });
        REQUIRE(facts != technique.strokes.end());
        for (const atlas::StrokeLeg& leg : facts->legs) {
          for (const std::string& formula : leg.path) {
            const auto on = place->ground->carry(*atlas::evaluate(formula, body.atlas().landmarks, Side::left, body.scale()), leg.face, Side::left);
            REQUIRE(on);
            float nearest = 1e9F;
            for (const glm::vec3& point : stroke.line.points) nearest = std::min(nearest, glm::distance(point, on->position));
            CAPTURE(body.atlas().name, stroke.technique, stroke.id, formula);
            CHECK(nearest < (leg.border ? 16.0F : 5.0F));  // a border runs beside the bone, not over its corners
          }
        }
      }
    }
  }
}

TEST_CASE("friction runs across the fibres and stripping along them, wherever they are laid", "[both-packs]") {
  const char* const places[] = {"infraspinatus", "rhomboid-major", "levator-scapulae", "trapezius-ascending", "trapezius-descending", "latissimus-dorsi", "longissimus-thoracis", "gluteus-maximus", "supraspinatus", "teres-major", "splenius-capitis", "iliocostalis-lumborum"};
  for (const Workplace* place : workplaces()) {
    int tried = 0, across = 0;
    for (const char* const id : places) {
      const massage::Laid rubs = place->lay({"cross-fibre-friction", {}, id, {}});
      for (const Stroke& rub : rubs.strokes) {
        ++tried;
        CAPTURE(place->body->atlas().name, rub.id);
        const geometry::TriangleMesh& mesh = place->body->mesh(*place->body->atlas().index_of(rub.id));
        const std::size_t middle = rub.line.size() / 2;
        const auto muscle = place->body->surfaces().closest(rub.line.points[middle], 200.0F, static_cast<std::uint32_t>(*place->body->atlas().index_of(rub.id)));
        glm::vec3 fibre(0.0F);  // of the face that lies under the hand
        for (const geometry::Triangle& t : mesh.triangles) {
          const glm::vec3 normal = glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]);
          if (glm::distance(mesh.positions[t[0]], muscle->position) < 7.0F && glm::dot(normal, geometry::facing_of(*muscle, mesh)) > 0.0F) fibre += fibre_on(mesh, t);
        }
        if (glm::length(fibre) < 1e-3F) continue;
        const glm::vec3 normal = rub.line.normals[middle], way = glm::normalize(rub.line.points.back() - rub.line.points.front());
        const glm::vec3 flat = glm::normalize(fibre - glm::dot(fibre, normal) * normal);
        // The mean over a face is no one fibre: where an imported muscle's fan out, it may lie 23 degrees off.
        const float off = glm::degrees(std::asin(std::abs(glm::dot(flat, way))));
        CHECK(off < 25.0F);
        across += off < 15.0F ? 1 : 0;
      }
      for (const Stroke& strip : place->lay({"stripping", {}, id, {}}).strokes) {
        CAPTURE(place->body->atlas().name, strip.id);
        REQUIRE(strip.fibre_angle);
        CHECK(*strip.fibre_angle < 15.0F);
      }
    }
    CHECK(tried >= 20);
    CHECK(across + 2 >= tried);
    for (const Stroke& stroke : place->lay({"stripping", {}, {}, {}}).strokes) {
      CAPTURE(place->body->atlas().name, stroke.id);
      REQUIRE(stroke.fibre_angle);
      CHECK(*stroke.fibre_angle < 15.0F);
    }
  }
}

TEST_CASE("the inner edge follows the blade's own border, beside it", "[both-packs]") {
  for (const Workplace* place : workplaces()) {
    const massage::Laid laid = place->lay({"scapular-edge", {}, {}, {}});
    for (const Stroke& stroke : laid.strokes) {
      if (stroke.id != "inner-edge") continue;
      const geometry::TriangleMesh& scapula = place->body->mesh(*place->body->atlas().index_of(with_side("scapula", stroke.side)));
      for (std::size_t i = 4; i + 4 < stroke.line.size(); i += 4) {
        float border = 1e9F;
        for (const glm::vec3& corner : scapula.positions)
          if (std::abs(corner.z - stroke.line.points[i].z) < 4.0F) border = std::min(border, std::abs(corner.x));
        CAPTURE(place->body->atlas().name, i, stroke.line.points[i].z);
        CHECK(border - std::abs(stroke.line.points[i].x) > 0.0F);
        CHECK(border - std::abs(stroke.line.points[i].x) < 22.0F);
      }
    }
  }
}

TEST_CASE("more pressure reaches deeper, and the points on the way are those under the hand") {
  const Workplace& place = built_in();
  massage::Laid laid = place.lay({"cross-fibre-friction", Side::right, "infraspinatus-1.R", {}});
  REQUIRE(laid.strokes.size() == 1);
  const Stroke& rub = laid.strokes.front();
  CHECK(std::any_of(rub.points.begin(), rub.points.end(), [&](const auto& point) { return place.body->triggers()[point.trigger].id == "infraspinatus-1.R"; }));
  const auto blade = std::find_if(rub.under.begin(), rub.under.end(), [&](const auto& each) { return place.body->atlas().structures[each.structure].id == "scapula.R"; });
  REQUIRE(blade != rub.under.end());
  CHECK_FALSE(blade->reached);
  const Stroke light = place.lay({"effleurage", Side::right, "infraspinatus-1.R", {}}).strokes.at(0);
  CHECK(std::none_of(light.under.begin(), light.under.end(), [](const auto& each) { return each.reached; }));  // pressure 2 moves skin and fat
}

TEST_CASE("what can't be laid is told, and the rest is there") {
  const Workplace& place = built_in();
  CHECK(massage::check(*place.body, {"frictoin", {}, {}, {}}).error().message().find("no technique") != std::string::npos);
  CHECK(massage::check(*place.body, {"stripping", {}, "vertebra-T6", {}}).error().message().find("no fibres") != std::string::npos);
  CHECK(massage::check(*place.body, {"scapular-edge", {}, "infraspinatus.R", {}}).error().message().find("own paths") != std::string::npos);
  CHECK(massage::check(*place.body, {"pressure-release", {}, {}, {}}).error().message().find("none is named") != std::string::npos);

  // A body without one blade: its inner edge is left out, the others stay.
  io::Pack pack = test::built_in();
  const std::size_t scapula = *pack.atlas.index_of("scapula.R");
  pack.meshes[scapula] = {};
  pack.atlas.landmarks.erase("spinous-process:T4");
  const Workplace lame = workplace_of(pack);
  const massage::Laid laid = lame.lay({"scapular-edge", {}, {}, {}});
  CHECK(laid.strokes.size() == 7);
  REQUIRE(laid.problems.size() == 1);
  CHECK(laid.problems.front().english().find("scapula") != std::string::npos);
  const massage::Laid loops = lame.lay({"effleurage", {}, {}, {}});
  CHECK(loops.strokes.empty());
  REQUIRE(loops.problems.size() == 2);
  CHECK(loops.problems.front().english().find("spinous-process:T4") != std::string::npos);
}

TEST_CASE("a place that no hand presses is not pressed, and one that bears little is pressed little") {
  const Workplace& place = built_in();
  const auto kidney = std::find_if(place.where_not->areas.begin(), place.where_not->areas.end(), [&](const auto& area) {
    return place.body->content().where_not.sites[area.site].id == "kidneys" && area.side == Side::right;
  });
  REQUIRE(kidney != place.where_not->areas.end());
  const std::size_t latissimus = *place.body->atlas().index_of("latissimus-dorsi.R");
  const auto at = [&](glm::vec3 rest) {
    const auto on = place.body->surfaces().closest(rest, 300.0F, static_cast<std::uint32_t>(latissimus));
    return body::Place{*on, on->position};
  };
  const massage::Laid over_kidney = place.lay({"stripping", {}, "latissimus-dorsi.R", at(kidney->skin.centre.rest)});
  for (const Stroke& stroke : over_kidney.strokes) {
    const auto least = std::min_element(stroke.pressure.begin(), stroke.pressure.end());
    CHECK(*least <= 2);
    CHECK(stroke.crossings.empty());
  }
  const glm::vec3 bump = place.body->atlas().landmarks.at("spinous-process:T10").position;
  const massage::Laid on_bump = place.lay({"pressure-release", {}, "latissimus-dorsi.R", at(bump)});
  if (on_bump.strokes.empty()) CHECK(on_bump.problems.front().english().find("bumps") != std::string::npos);
}

TEST_CASE("fifteen places not to press are found, each with its skin") {
  const Workplace& place = built_in();
  std::set<std::string> found;
  for (const auto& area : place.where_not->areas) {
    found.insert(place.body->content().where_not.sites[area.site].id);
    CHECK(area.skin.area_mm2 > 150.0);
  }
  // The hollow of the knee lies beyond this body's legs: it is told in words.
  CHECK(place.body->content().where_not.sites.size() == 15);
  CHECK(found.size() == 14);
  CHECK(std::any_of(place.where_not->warnings.begin(), place.where_not->warnings.end(), [](const Saying& w) { return w.english().find("back-of-knee") != std::string::npos; }));
}
