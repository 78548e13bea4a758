#include "skin_body.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

#include "skin_back.h"
#include "skin_column.h"
#include "skin_face.h"
#include "skin_hand.h"
#include "skin_relief.h"
#include "solids_reader.h"

namespace dorsum::sculpt {
namespace {

/// The parts of an object by name; those without a blend of their own have that of `figures`.
std::vector<Part> read_parts(const JsonReader& list, const JsonReader& figures) {
  std::vector<Part> parts;
  for (const std::string& key : list.keys()) {
    if (list.ok()) parts.push_back(read_part(list.field(key), figures));
  }
  return parts;
}

/// Parts in a frame of their own: x out of the ear's plane, y backward and z up in it.
std::vector<Part> read_ear(const JsonReader& ear) {
  ear.only({"centre", "turn", "blend", "parts"});
  const glm::vec3 centre = ear.field("centre").vec3();
  const glm::mat3 rotation = turn_of(ear);
  std::vector<Part> parts = read_parts(ear.field("parts"), ear);
  for (Part& part : parts) part.solid = placed(part.solid, centre, rotation);
  return parts;
}

void append(std::vector<Part>& parts, std::vector<Part> more) {
  for (Part& part : more) parts.push_back(std::move(part));
}

/// The solid with relief on its skin. Far from the skin nothing changes, so that distances stay cheap.
Solid raised(const Solid& solid, std::vector<Relief> reliefs) {
  constexpr float reach = 60.0F;  // mm, more than any relief rises
  auto distance = [base = solid.distance, reliefs = std::move(reliefs)](glm::vec3 p) {
    float d = base(p);
    if (std::abs(d) > reach) return d;
    for (const Relief& relief : reliefs) d -= relief.rise_at(p);
    return d;
  };
  return {distance, solid.bounds};
}

std::vector<DetailSpot> read_detail(const JsonReader& spots) {
  std::vector<DetailSpot> detail;
  for (const std::string& name : spots.keys()) {
    const JsonReader spot = spots.field(name);
    spot.only({"centre", "half_axes", "edge"});
    detail.push_back({spot.field("centre").vec3(), spot.field("half_axes").vec3(),
                      static_cast<float>(spot.field("edge").number_in(0.5, 100.0))});
    const glm::vec3 h = detail.back().half_axes;
    if (spot.ok() && std::min({h.x, h.y, h.z}) <= 0.0F) spot.field("half_axes").fail("expected half axes over 0 mm");
  }
  return detail;
}

}  // namespace

glm::vec3 SkinBody::folded(glm::vec3 p) const { return {std::abs(p.x - midline_x), p.y, p.z}; }

float SkinBody::edge_length(glm::vec3 p) const {
  const glm::vec3 q = folded(p);
  float edge = coarse_edge;
  for (const DetailSpot& spot : detail) {
    const glm::vec3 from = q - spot.centre;
    const float k = glm::length(from / spot.half_axes);
    const float outside = k > 1.0F ? glm::length(from) * (1.0F - 1.0F / k) : 0.0F;  // mm, along the ray from the centre
    edge = std::min(edge, spot.edge + grading * outside);
  }
  return edge;
}

std::optional<SkinBody> read_skin(const JsonReader& figures) {
  figures.only({"midline_x", "trunk", "back", "shoulder_girdle_and_neck", "arm", "thigh", "seams", "relief", "head",
                "face_relief", "face", "eye", "lips", "ear", "hand", "blend", "coarse_edge", "grading", "detail"});
  SkinBody body;
  body.midline_x = static_cast<float>(figures.field("midline_x").number());
  body.coarse_edge = static_cast<float>(figures.field("coarse_edge").number_in(1.0, 100.0));
  body.grading = static_cast<float>(figures.field("grading").number_in(0.01, 1.0));
  body.detail = read_detail(figures.field("detail"));

  const auto torso = read_torso(figures);
  const auto back = Back::read(figures.field("back"));
  const auto dome = Dome::read(figures.field("head"));
  const JsonReader seams = figures.field("seams");
  const auto jaw_blend = static_cast<float>(seams.field("jaw_blend").number_in(0.0, 50.0));
  const auto wrist_blend = static_cast<float>(seams.field("wrist_blend").number_in(0.0, 50.0));
  const auto relief = read_relief(figures.field("relief")), face_relief = read_relief(figures.field("face_relief"));
  auto face = read_parts(figures.field("face"), figures), ear = read_ear(figures.field("ear"));
  const ClosedEye eye = read_eye(figures.field("eye"));
  const Lips lips = read_lips(figures.field("lips"));
  auto hand = read_hand(figures.field("hand"));
  if (!figures.ok()) return {};

  const Solid dome_solid{[dome = *dome](glm::vec3 p) { return dome.distance(p); },
                         {{0.0F, -260.0F, 1480.0F}, {110.0F, 60.0F, 1800.0F}}};
  std::vector<Part> head{{dome_solid, 0.0F, false}};
  append(head, std::move(face));
  append(head, std::move(ear));
  std::vector<Part> whole{{raised(back->laid_on(*torso), relief), 0.0F, false}};
  const Solid features = raised(joined(std::move(head)), face_relief);
  const auto face_distance = [base = features.distance, eye, lips](glm::vec3 p) {
    return base(p) - eye.rise_at(p) - lips.rise_at(p);
  };
  whole.push_back({{face_distance, features.bounds}, jaw_blend, false});
  whole.push_back({hand.solid, wrist_blend, false});
  body.detail.insert(body.detail.end(), hand.detail.begin(), hand.detail.end());
  const Solid side = joined(std::move(whole));

  const auto midline = body.midline_x;
  body.solid.distance = [side, midline](glm::vec3 p) { return side.distance({std::abs(p.x - midline), p.y, p.z}); };
  body.solid.bounds = {{midline - side.bounds.high.x, side.bounds.low.y, side.bounds.low.z},
                       {midline + side.bounds.high.x, side.bounds.high.y, side.bounds.high.z}};
  return body;
}

}  // namespace dorsum::sculpt
