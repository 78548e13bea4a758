#include "fibre_arrows.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/state/session.h"
#include "small_body.h"

namespace dorsum::picture {
namespace {

/// A flat sheet before the eye, 200 by 160 mm, whose fibres run up and are counted from its upper edge, where its origin is.
std::shared_ptr<const body::Body> body_of_a_sheet() {
  body::Parts parts;
  atlas::Structure structure;
  structure.id = structure.name = "trapezius-ascending.R";
  structure.kind = atlas::Kind::muscle;
  structure.layer = 1;
  structure.leaves_at = 2.0F;
  geometry::TriangleMesh mesh;
  constexpr int columns = 20, rows = 16;
  for (int row = 0; row <= rows; ++row)
    for (int column = 0; column <= columns; ++column) {
      mesh.positions.push_back({100.0F - 10.0F * static_cast<float>(column), 60.0F, 1200.0F + 10.0F * static_cast<float>(row)});
      mesh.normals.push_back({0, 1, 0});
      mesh.fibre.push_back({10.0F * static_cast<float>(rows - row), 10.0F * static_cast<float>(column)});
      mesh.tendon.push_back(0.0F);
    }
  const auto at = [](int column, int row) { return static_cast<std::uint32_t>(row * (columns + 1) + column); };
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      mesh.triangles.push_back({at(column, row), at(column + 1, row), at(column + 1, row + 1)});
      mesh.triangles.push_back({at(column, row), at(column + 1, row + 1), at(column, row + 1)});
    }
  parts.atlas.structures.push_back(structure);
  parts.meshes.push_back(mesh);
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

std::vector<drawing::Stroke> arrows(const body::Body& body, const char* camera, float flow = 0.0F) {
  state::State state = state::first_state(body);
  for (const char* script : {"depth 1", "select trapezius-ascending.R", "fibres on", camera}) {
    const auto next = state::apply(state, *state::parse_command(script), body);
    REQUIRE(next);
    state = *next;
  }
  Moment moment;
  moment.fibre_flow = flow;
  std::vector<drawing::Stroke> found;
  for (const drawing::Stroke& stroke : make_scene(state, body, {.width = 700, .height = 560}, {}, nullptr, moment).strokes)
    if (stroke.of == drawing::Stroke::Of::fibres) found.push_back(stroke);
  return found;
}

}  // namespace

TEST_CASE("Arrows along fibres are whole, few, apart, and point to where the muscle arises") {
  const auto body = body_of_a_sheet();
  for (const char* camera : {"camera 0 0 0 60 1280 700", "camera 20 10 0 60 1280 900", "camera 0 0 0 60 1280 1400"}) {
    for (const float flow : {0.0F, 13.0F, 47.0F, 400.0F}) {
      CAPTURE(camera, flow);
      const auto drawn = arrows(*body, camera, flow);
      CHECK(drawn.size() >= 3);
      CHECK(drawn.size() <= 12);
      for (const drawing::Stroke& arrow : drawn) {
        const glm::vec2 tail = arrow.points.front().at, tip = arrow.points.back().at;
        CHECK(tip.y < tail.y);  // up, toward the origin
        CHECK(glm::distance(tail, tip) > 1.8F * 13.0F);  // ems: long enough to be read
        CHECK(arrow.points[arrow.points.size() - 2].half_width > 2.0F * arrow.points.front().half_width);  // its head is there
        for (const drawing::StrokePoint& point : arrow.points) {
          CHECK(point.at.x > 0.0F);
          CHECK(point.at.x < 700.0F);
          CHECK(point.at.y > 0.0F);
          CHECK(point.at.y < 560.0F);
        }
      }
    }
  }
}

TEST_CASE("No arrow is cut off by the picture's edge, by a section or by what lies over the muscle") {
  const auto body = body_of_a_sheet();
  // Near: most of the sheet lies beyond the picture.
  for (const drawing::Stroke& arrow : arrows(*body, "camera 0 0 60 60 1330 160"))
    for (const drawing::StrokePoint& point : arrow.points) CHECK((point.at.x > 0.0F && point.at.x < 700.0F && point.at.y > 0.0F && point.at.y < 560.0F));
  // From before nothing of the sheet's back is in sight, from afar nothing can be read.
  CHECK(arrows(*body, "camera 180 0 0 60 1280 700").empty());
  CHECK(arrows(*body, "camera 0 0 0 60 1280 9000").empty());
  const auto cut = arrows(*body, "section transverse 1280");
  const auto whole = arrows(*body, "section off");
  CHECK(cut.size() < whole.size());
}

}  // namespace dorsum::picture
