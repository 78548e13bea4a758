// The form of nerves and of vessels that run among muscles: courses that give way to bone and flesh, as round or flat tubes.
//
//   "courses"    by name, each a list of stations as of a tube (solids_reader.h); they may join
//   "reference"  as of a tube
//   "gives_way"  mm, how far a course moves out of what it would run through (default 6; 0: it stays as written)
//   "pierces"    ids without a side of what it runs through all the same: a muscle that a nerve comes out of
//   "detail", "triangles", "bodies"  as of solids

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "catmull_rom.h"
#include "dorsum/core/side.h"
#include "dorsum/geometry/signed_distance.h"
#include "form.h"
#include "solids_reader.h"

namespace dorsum::sculpt {
namespace {

constexpr float spacing = 4.0F;  // mm between the places that give way
constexpr int rounds = 24;

/// The course in even steps.
std::vector<Station> in_steps(const std::vector<Station>& stations) {
  std::vector<Station> even;
  for (std::size_t span = 0; span + 1 < stations.size(); ++span) {
    const float length = glm::distance(stations[span].centre, stations[span + 1].centre);
    const int steps = std::max(1, static_cast<int>(length / spacing + 0.5F));
    for (int i = 0; i < steps + (span + 2 == stations.size() ? 1 : 0); ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(steps);
      const auto mixed = [&](auto value) { return catmull_rom(stations.size(), span, t, [&](std::size_t k) { return value(stations[k]); }); };
      even.push_back({mixed([](const Station& s) { return s.centre; }), mixed([](const Station& s) { return s.first_half_axis; }),
                      mixed([](const Station& s) { return s.second_half_axis; }), mixed([](const Station& s) { return s.roll; })});
    }
  }
  return even;
}

/// Evens out the way that places have moved, not the course itself.
void smooth(std::vector<Station>& course, const std::vector<Station>& written) {
  const std::vector<Station> before = course;
  const auto shift = [&](std::size_t k) { return before[k].centre - written[k].centre; };
  for (std::size_t i = 1; i + 1 < course.size(); ++i) {
    course[i].centre = written[i].centre + 0.5F * shift(i) + 0.25F * (shift(i - 1) + shift(i + 1));
  }
}

/// Pushes each place out of what it lies in, as far as `reach`, and keeps the course smooth.
void give_way(std::vector<Station>& course, const std::vector<geometry::SignedDistance>& others, const std::optional<geometry::SignedDistance>& skin,
              float reach) {
  constexpr float cover = 2.5F;  // mm of skin
  const std::vector<Station> written = course;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < course.size(); ++i) {
      Station& station = course[i];
      const float radius = std::min(station.first_half_axis, station.second_half_axis);
      glm::vec3 push(0.0F);
      for (const geometry::SignedDistance& other : others) {
        const auto nearest = other.at(station.centre, reach + radius);
        if (nearest && nearest->distance < radius) push += (radius - nearest->distance) * nearest->outward;
      }
      if (skin) {  // which it stays under
        const auto nearest = skin->at(station.centre, reach + radius + cover);
        if (nearest && nearest->distance > -radius - cover) push -= (nearest->distance + radius + cover) * nearest->outward;
      }
      const glm::vec3 moved = station.centre + 0.5F * push - written[i].centre;
      const float length = glm::length(moved);
      station.centre = written[i].centre + (length > reach ? moved * (reach / length) : moved);
    }
    for (int even = 0; even < 3; ++even) smooth(course, written);
  }
}

geometry::Bounds box_of(const std::vector<std::vector<Station>>& courses) {
  geometry::Bounds box{courses.front().front().centre, courses.front().front().centre};
  for (const auto& course : courses) {
    for (const Station& s : course) box = {glm::min(box.low, s.centre), glm::max(box.high, s.centre)};
  }
  return box;
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_nerve(const JsonReader& figures, const Deeper& deeper) {
  figures.only({"courses", "reference", "gives_way", "pierces", "detail", "triangles", "bodies"});
  const auto reach = static_cast<float>(figures.number_or("gives_way", 6.0));
  const auto detail = static_cast<float>(figures.number_or("detail", 0.8));
  const auto triangles = static_cast<std::size_t>(figures.number_or("triangles", 1000));
  const auto bodies = static_cast<std::size_t>(figures.number_or("bodies", 1));
  std::set<std::string> pierced{"skin"};  // which is no obstacle, but a cover
  if (figures.has("pierces")) {
    for (const std::string& id : figures.field("pierces").texts()) pierced.insert(id);
  }
  const JsonReader list = figures.field("courses");
  std::vector<std::vector<Station>> courses;
  glm::vec3 reference(0.0F, 0.0F, 1.0F);
  for (const std::string& name : list.keys()) {
    courses.push_back(stations_of(list.field(name)));
    if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
    reference = reference_of(figures, courses.back());
    courses.back() = in_steps(courses.back());
  }
  if (figures.ok() && courses.empty()) list.fail("a nerve needs a course");
  if (!figures.ok()) return geometry::TriangleMesh{};

  const geometry::Bounds box = box_of(courses);
  std::vector<geometry::SignedDistance> others;
  std::optional<geometry::SignedDistance> skin;
  if (const auto found = deeper.find("skin"); reach > 0.0F && found != deeper.end()) skin.emplace(found->second);
  for (const auto& [id, mesh] : deeper) {
    const bool free = pierced.contains(without_side(id)) || mesh.triangles.empty();
    if (reach > 0.0F && !free && geometry::within(box, geometry::bounds_of(mesh), reach)) others.emplace_back(mesh);
  }
  std::vector<Part> parts;
  for (std::vector<Station>& course : courses) {
    give_way(course, others, skin, reach);
    parts.push_back({tube(course, reference), parts.empty() ? 0.0F : 1.0F, false});
  }
  return finished(joined(std::move(parts)), detail, bodies, triangles);
}

}  // namespace dorsum::sculpt
