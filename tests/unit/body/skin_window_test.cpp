#include "dorsum/body/skin_window.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/trigonometric.hpp>
#include <map>
#include <string>
#include <utility>

#include "dorsum/core/side.h"

using namespace dorsum;

namespace {

// Measured on BodyParts3D's bones by the landmark rules; the left side is their mirror image about x = -1.4.
atlas::Landmarks measured() {
  constexpr float midline = -1.4F;
  const std::vector<std::pair<std::string, glm::vec3>> right{
      {"external-occipital-protuberance", {-1.4F, -21.3F, 1627.0F}},
      {"superior-nuchal-line:R", {-31.2F, -28.4F, 1627.0F}},
      {"transverse-process:C2:R", {-28.7F, -81.7F, 1568.1F}},
      {"transverse-process:C5:R", {-32.8F, -88.3F, 1521.8F}},
      {"transverse-process:C7:R", {-36.6F, -80.6F, 1497.8F}},
      {"acromial-angle:R", {-176.5F, -41.5F, 1446.1F}},
      {"acromion-tip:R", {-181.2F, -66.1F, 1457.1F}},
      {"posterior-axillary-fold:R", {-177.7F, -31.2F, 1353.7F}},
      {"inferior-angle-scapula:R", {-103.9F, -8.5F, 1284.0F}},
      {"root-of-scapular-spine:R", {-62.6F, -14.9F, 1409.6F}},
      {"rib-shaft:10:R", {-134.8F, -116.3F, 1125.6F}},
      {"mastoid:R", {-58.9F, -78.1F, 1605.3F}},
      {"deltoid-tuberosity:R", {-223.2F, -80.8F, 1296.7F}},
      {"ischial-tuberosity:R", {-49.3F, -59.5F, 817.5F}},
      {"iliac-crest-top:R", {-116.1F, -67.9F, 1038.2F}},
      {"greater-trochanter:R", {-163.1F, -84.5F, 848.8F}},
      {"posterior-superior-iliac-spine:R", {-49.6F, -4.2F, 983.5F}},
      {"spinous-process:C7", {-1.3F, -26.2F, 1485.3F}},
      {"spinous-process:T6", {-1.3F, -5.0F, 1317.1F}},
      {"spinous-process:L5", {-1.1F, -23.4F, 1007.2F}},
      {"spinous-process:S4", {-1.4F, 0.6F, 906.5F}},
  };
  atlas::Landmarks landmarks;
  for (const auto& [id, position] : right) {
    landmarks[id] = {position, "measured"};
    if (side_of(id) == Side::right) {
      landmarks[mirrored_id(id)] = {{2.0F * midline - position.x, position.y, position.z}, "measured"};
    }
  }
  return landmarks;
}

/// An egg about as large as head and trunk together, closed.
geometry::TriangleMesh egg() {
  constexpr std::uint32_t rings = 120, sectors = 160;
  geometry::TriangleMesh mesh;
  for (std::uint32_t i = 0; i <= rings; ++i) {
    const float polar = glm::radians(180.0F * static_cast<float>(i) / rings);
    for (std::uint32_t j = 0; j < sectors; ++j) {
      const float turn = glm::radians(360.0F * static_cast<float>(j) / sectors);
      mesh.positions.emplace_back(-1.4F + 190.0F * std::sin(polar) * std::cos(turn),
                                  -95.0F + 110.0F * std::sin(polar) * std::sin(turn),
                                  1220.0F + 600.0F * std::cos(polar));
      if (i == rings) continue;
      const std::uint32_t a = i * sectors + j, b = i * sectors + (j + 1) % sectors;
      mesh.triangles.push_back({a, a + sectors, b});
      mesh.triangles.push_back({b, a + sectors, b + sectors});
    }
  }
  return mesh;
}

float at(glm::vec3 p, body::SkinWindow window = body::SkinWindow::back) {
  geometry::TriangleMesh point;
  point.positions = {p};
  return body::skin_window(point, measured(), window).front();
}

/// The loops that the zero line makes on the mesh: through each triangle it crosses runs one piece, from edge to edge.
std::size_t loops_of_zero_line(const geometry::TriangleMesh& mesh, const std::vector<float>& field) {
  using Edge = std::pair<std::uint32_t, std::uint32_t>;
  std::map<Edge, std::vector<Edge>> next;
  for (const auto& t : mesh.triangles) {
    std::vector<Edge> crossed;
    for (std::size_t k = 0; k < 3; ++k) {
      const std::uint32_t a = t[k], b = t[(k + 1) % 3];
      if ((field[a] > 0.0F) != (field[b] > 0.0F)) crossed.push_back(std::minmax(a, b));
    }
    if (crossed.size() != 2) continue;
    next[crossed[0]].push_back(crossed[1]);
    next[crossed[1]].push_back(crossed[0]);
  }
  std::size_t loops = 0;
  while (!next.empty()) {
    ++loops;
    std::vector<Edge> todo{next.begin()->first};
    while (!todo.empty()) {
      const auto found = next.find(todo.back());
      todo.pop_back();
      if (found == next.end()) continue;
      todo.insert(todo.end(), found->second.begin(), found->second.end());
      next.erase(found);
    }
  }
  return loops;
}

}  // namespace

TEST_CASE("The window opens over the back") {
  for (const char* id : {"spinous-process:C7", "spinous-process:T6", "spinous-process:L5", "inferior-angle-scapula:R",
                         "inferior-angle-scapula:L", "root-of-scapular-spine:R", "posterior-superior-iliac-spine:L"}) {
    INFO(id);
    CHECK(at(measured().at(id).position + glm::vec3(0, 12, 0)) > 0.0F);
  }
}

TEST_CASE("Front, head, arms, hands and thighs keep their skin") {
  CHECK(at({-1.0F, -165.0F, 1435.0F}) < 0.0F);    // over the sternal notch
  CHECK(at({-1.0F, -214.0F, 1046.0F}) < 0.0F);    // umbilicus
  CHECK(at({-113.0F, -240.0F, 1290.0F}) < 0.0F);  // nipple
  CHECK(at({0.0F, -222.0F, 1616.0F}) < 0.0F);     // tip of the nose
  CHECK(at({-85.0F, -90.0F, 1640.0F}) < 0.0F);    // ears
  CHECK(at({85.0F, -90.0F, 1640.0F}) < 0.0F);
  CHECK(at({0.0F, 26.0F, 1680.0F}) < 0.0F);     // back of the head
  CHECK(at({-224.0F, -5.0F, 1250.0F}) < 0.0F);  // back of the arm
  CHECK(at({300.0F, -130.0F, 820.0F}) < 0.0F);  // hand
  CHECK(at({-75.0F, 40.0F, 850.0F}) < 0.0F);    // lower buttock
  CHECK(at({-90.0F, 0.0F, 740.0F}) < 0.0F);     // thigh
  CHECK(at({-60.0F, -85.0F, 1500.0F}) < 0.0F);  // in front of the trapezius's ridge
}

TEST_CASE("The wide window shows a layer whole, and leaves face, ears, forearms and thighs their skin") {
  const auto wide = [](glm::vec3 p) { return at(p, body::SkinWindow::wide); };
  CHECK(wide({0.0F, 0.0F, 1640.0F}) > 0.0F);        // where trapezius begins on the skull
  CHECK(wide({-190.0F, -20.0F, 1440.0F}) > 0.0F);   // behind the shoulder
  CHECK(wide({-235.0F, -70.0F, 1380.0F}) > 0.0F);   // the deltoid from the side
  CHECK(wide({-225.0F, -60.0F, 1305.0F}) > 0.0F);   // its end on the arm
  CHECK(wide({-172.0F, -60.0F, 1330.0F}) > 0.0F);   // the armpit's back wall
  CHECK(wide({-155.0F, -95.0F, 1130.0F}) > 0.0F);   // the flank
  CHECK(wide({-150.0F, -60.0F, 1035.0F}) > 0.0F);   // over the iliac crest
  CHECK(wide({-75.0F, 40.0F, 850.0F}) > 0.0F);      // lower buttock
  CHECK(wide({0.0F, -222.0F, 1616.0F}) < 0.0F);     // tip of the nose
  CHECK(wide({-85.0F, -90.0F, 1640.0F}) < 0.0F);    // ears
  CHECK(wide({0.0F, -20.0F, 1720.0F}) < 0.0F);      // top of the head
  CHECK(wide({-235.0F, -60.0F, 1200.0F}) < 0.0F);   // elbow
  CHECK(wide({-113.0F, -240.0F, 1290.0F}) < 0.0F);  // nipple
  CHECK(wide({-90.0F, 0.0F, 740.0F}) < 0.0F);       // thigh
  for (const auto& [id, landmark] : measured()) {
    INFO(id);
    const glm::vec3 over = landmark.position + glm::vec3(0, 12, 0);
    CHECK((at(over) <= 0.0F || wide(over) > 0.0F));  // nothing that the window over the back opens is left out
  }
}

TEST_CASE("Each window's edge is one closed loop") {
  const auto mesh = egg();
  for (const body::SkinWindow window : {body::SkinWindow::back, body::SkinWindow::wide}) {
    CHECK(loops_of_zero_line(mesh, body::skin_window(mesh, measured(), window)) == 1);
  }
}

TEST_CASE("The window's values are millimetres seen from behind") {
  // Straight up the midline below the nape, the nearest edge is the one above.
  CHECK(at({-1.4F, 10.0F, 1600.0F}) - at({-1.4F, 10.0F, 1603.0F}) == Approx(3.0F).margin(0.1F));
  // Both sides alike.
  CHECK(at({-1.4F - 120.0F, 0.0F, 1250.0F}) == Approx(at({-1.4F + 120.0F, 0.0F, 1250.0F})).margin(0.01F));
}

TEST_CASE("Without the landmarks that bound it there is no window") {
  auto landmarks = measured();
  landmarks.erase("acromial-angle:L");
  const auto mesh = egg();
  for (const float distance : body::skin_window(mesh, landmarks)) REQUIRE(distance < 0.0F);
}
