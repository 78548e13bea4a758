// Zones stand out against what lies around them: measured from pictures of the built-in atlas, on skin and on opened muscle,
// in both themes, and as eyes see them that lack one kind of cone (Machado and others, IEEE TVCG 2009, severity 1).

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <map>

#include "dorsum/gl/context.h"
#include "dorsum/io/pack.h"
#include "dorsum/picture/scene.h"
#include "dorsum/render/renderer.h"
#include "dorsum/state/session.h"

namespace dorsum {
namespace {

constexpr float wanted = 3.0F;  // to 1: WCAG 2.1, 1.4.11, for what must be seen to understand

/// With the zones of these points only: finding all would take as long as the pictures.
std::shared_ptr<const body::Body> body_with_zones_of(std::initializer_list<std::string_view> points) {
  auto pack = io::read_pack(DORSUM_BUILT_IN_PACK, silent_progress());
  REQUIRE(pack);
  body::Parts parts;
  parts.atlas = std::move(pack->atlas);
  parts.meshes = std::move(pack->meshes);
  auto content = atlas::load_content(std::filesystem::path(DORSUM_SOURCE_DIR) / "assets" / "content");
  REQUIRE(content);
  parts.content = *std::move(content);
  for (atlas::TriggerPoint& point : parts.content.trigger_points)
    if (std::find(points.begin(), points.end(), point.id) == points.end()) point.areas.clear();
  auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  return *std::move(body);
}

struct Eyes {
  const char* name;
  std::array<float, 9> rows;  ///< linear RGB as it is to linear RGB as they see it
};
constexpr std::array<Eyes, 4> all_eyes{{{"all cones", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
                                        {"protanopia", {0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F, 1.051998F}},
                                        {"deuteranopia", {0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F, 0.968881F}},
                                        {"tritanopia", {1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F, 0.303900F}}}};

/// WCAG's relative luminance of a pixel, as these eyes see it.
float luminance(const render::Pixels& picture, int x, int y, const Eyes& eyes) {
  const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
  std::array<float, 3> linear{};
  for (std::size_t c = 0; c < 3; ++c) {
    const float channel = static_cast<float>(picture.rgba[at + c]) / 255.0F;
    linear[c] = channel <= 0.04045F ? channel / 12.92F : std::pow((channel + 0.055F) / 1.055F, 2.4F);
  }
  constexpr std::array<float, 3> weights{0.2126F, 0.7152F, 0.0722F};
  float sum = 0.0F;
  for (std::size_t row = 0; row < 3; ++row)
    sum += weights[row] * std::clamp(eyes.rows[3 * row] * linear[0] + eyes.rows[3 * row + 1] * linear[1] + eyes.rows[3 * row + 2] * linear[2], 0.0F, 1.0F);
  return sum;
}

float contrast(float a, float b) { return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F); }

float median(std::vector<float> values) {
  REQUIRE_FALSE(values.empty());
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

/// Where vertices of the skin lie in a picture: those that face the eye with nothing of the skin before them.
class OnSkin {
 public:
  OnSkin(const body::Body& body, const drawing::Scene& scene, drawing::Viewport viewport) : skin_(body.mesh(*body.skin())) {
    for (std::size_t v = 0; v < skin_.positions.size(); ++v) {
      const glm::vec3 &p = skin_.positions[v], &n = skin_.normals[v];
      if (glm::dot(n, glm::normalize(scene.camera.eye - p)) < 0.5F) continue;
      const glm::vec3 at = drawing::project(scene.camera, viewport, p);
      if (at.x < 8 || at.y < 8 || at.x > static_cast<float>(viewport.width) - 8 || at.y > static_cast<float>(viewport.height) - 8) continue;
      const auto before = body.surfaces().first_hit(p + 3.0F * n, scene.camera.eye - p, [&](const geometry::SurfaceHit& hit) { return hit.mesh == *body.skin(); });
      if (!before) seen_[v] = {static_cast<int>(at.x), static_cast<int>(at.y)};
    }
  }
  [[nodiscard]] const std::map<std::size_t, glm::ivec2>& seen() const { return seen_; }
  [[nodiscard]] glm::vec3 at(std::size_t vertex) const { return skin_.positions[vertex]; }

 private:
  const geometry::TriangleMesh& skin_;
  std::map<std::size_t, glm::ivec2> seen_;
};

bool says(const drawing::Legend& legend, std::string_view words) {
  return std::any_of(legend.lines.begin(), legend.lines.end(), [words](const drawing::LegendLine& line) { return line.words == words; });
}

struct Measured {
  float solid = 0.0F, edge = 0.0F, around = 0.0F, dot = 0.0F, ring = 0.0F;
};

Measured measure(const render::Pixels& picture, const OnSkin& skin, const std::vector<glm::vec4>& scalars, const std::vector<float>& window, bool opened, const Eyes& eyes) {
  std::vector<float> solid, edge, around, darkest, brightest;
  std::vector<glm::vec3> zone;
  for (const auto& [v, at] : skin.seen())
    if (scalars[v].x > 0.9F) zone.push_back(skin.at(v));
  for (const auto& [v, at] : skin.seen()) {
    if (opened && window[v] < 12.0F) continue;  // on muscle that the window lays bare
    const float x = scalars[v].x, y = scalars[v].y;
    float low = 1.0F, high = 0.0F;
    const int reach = y > 0.7F ? 5 : 2;
    for (int dy = -reach; dy <= reach; ++dy)
      for (int dx = -reach; dx <= reach; ++dx) {
        const float here = luminance(picture, at.x + dx, at.y + dy, eyes);
        low = std::min(low, here);
        high = std::max(high, here);
      }
    if (x > 0.95F) solid.push_back(luminance(picture, at.x, at.y, eyes));
    if (x > 0.2F && x < 0.45F) edge.push_back(high);
    if (x < 0.2F && y > 0.7F) {
      darkest.push_back(low);
      brightest.push_back(high);
    }
    if (x > 0.0F || y > 0.0F) continue;
    const bool beside = std::any_of(zone.begin(), zone.end(), [&, p = skin.at(v)](const glm::vec3& z) { return glm::distance(z, p) < 25.0F; });
    if (beside) around.push_back(luminance(picture, at.x, at.y, eyes));
  }
  return {median(solid), median(edge), median(around), median(darkest), median(brightest)};
}

}  // namespace

TEST_CASE("Zones stand out 3 to 1 on skin and on opened muscle, in both themes, for all eyes") {
  auto context = gl::SurfacelessContext::create();
  REQUIRE(context);
  auto renderer = render::Renderer::create();
  REQUIRE(renderer);
  const auto body = body_with_zones_of({"trapezius-2", "levator-scapulae-1", "iliocostalis-thoracis-2"});
  renderer->upload(body->meshes(), body->skin());
  const drawing::Viewport viewport{.width = 700, .height = 560};
  for (const char* theme : {"light", "dark"}) {
    for (const char* look : {"depth 0", "depth 1; skin whole", "depth 2; skin whole"}) {
      state::Session session(body);
      REQUIRE(session.run(std::string("arcs off; markers off; theme ") + theme + "; " + look +
                          "; legend on; trigger trapezius-2.R on; trigger levator-scapulae-1.L on; trigger iliocostalis-thoracis-2.R on; camera 0 0 0 -80 1380 900"));
      const drawing::Scene scene = picture::make_scene(session.state(), *body, viewport);
      // The legend tells of what can be seen, and of it alone.
      REQUIRE(scene.legend);
      CHECK(says(*scene.legend, "Main area of the pain"));
      CHECK(says(*scene.legend, "Also felt by some"));
      CHECK_FALSE(says(*scene.legend, "Main area of two points"));
      CHECK_FALSE(says(*scene.legend, "From a point to its main area"));
      REQUIRE(session.run("zones off"));
      CHECK_FALSE(picture::make_scene(session.state(), *body, viewport).legend);
      const auto picture = renderer->snapshot(scene, viewport, render::Quality::high);
      REQUIRE(picture);
      const OnSkin skin(*body, scene, viewport);
      const bool opened = std::string_view(look) != "depth 0";
      for (const Eyes& eyes : all_eyes) {
        const Measured m = measure(*picture, skin, *scene.skin_scalars, body->skin_window(), opened, eyes);
        CAPTURE(theme, look, eyes.name, m.solid, m.edge, m.around, m.dot, m.ring);
        // The solid against what lies around, or its edge against both.
        CHECK((contrast(m.solid, m.around) >= wanted || (contrast(m.edge, m.around) >= wanted && contrast(m.edge, m.solid) >= wanted)));
        CHECK(contrast(m.edge, m.solid) >= wanted);
        CHECK(contrast(m.dot, m.ring) >= wanted);
      }
    }
  }
  CHECK(context->debug_log().errors().empty());
}
}  // namespace dorsum
