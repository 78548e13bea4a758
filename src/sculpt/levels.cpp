#include "levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <glm/vec3.hpp>

namespace dorsum::sculpt {
namespace {

constexpr std::array<std::string_view, 23> vertebrae{"C2", "C3", "C4", "C5", "C6", "C7", "T1",  "T2",  "T3", "T4", "T5", "T6",
                                                     "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5"};
constexpr float first_sacral = 17.0F;   // mm from the last disc's middle down to the middle of S1
constexpr float to_third_sacral = 45.0F;  // mm from S1 down to S3
constexpr float leans_back = 9.0F;      // mm: S1 lies that far behind the last disc
constexpr float under_the_head = 35.0F;  // mm from the femur's top down to the broadest part of the hips

glm::vec3 middle_of(const geometry::TriangleMesh& mesh) {
  glm::dvec3 sum(0.0);
  for (const glm::vec3& p : mesh.positions) sum += glm::dvec3(p);
  return glm::vec3(sum / static_cast<double>(std::max<std::size_t>(mesh.positions.size(), 1)));
}

}  // namespace

Levels::Levels(const Deeper& bones) {
  std::map<std::string, glm::vec3> discs;
  for (const std::string_view name : vertebrae) {
    if (const auto found = bones.find(fmt::format("disc-{}", name)); found != bones.end()) discs.emplace(name, middle_of(found->second));
  }
  for (const auto& [name, middle] : discs) midline_ += middle.x / static_cast<float>(discs.size());
  for (std::size_t i = 1; i < vertebrae.size(); ++i) {
    const auto above = discs.find(std::string(vertebrae[i - 1]));
    const auto below = discs.find(std::string(vertebrae[i]));
    if (above == discs.end() || below == discs.end()) continue;
    const glm::vec3 middle = 0.5F * (above->second + below->second);
    places_[std::string(vertebrae[i])] = {middle.z, middle.y};
  }
  if (const auto last = discs.find("L5"); last != discs.end()) {
    places_["S1"] = {last->second.z - first_sacral, last->second.y + leans_back};
    places_["S3"] = {places_["S1"].z - to_third_sacral, 0.0F};
  }
  if (const auto femur = bones.find("femur.R"); femur != bones.end()) {
    places_["hip"] = {geometry::bounds_of(femur->second).high.z - under_the_head, 0.0F};
  }
}

std::optional<Levels::Place> Levels::place(const std::string& name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Levels::Place> Levels::bodies() const {
  std::vector<Place> bodies;
  for (const auto& [name, place] : places_) {
    if (name != "S3" && name != "hip") bodies.push_back(place);
  }
  return bodies;
}

ByLevel::ByLevel(std::vector<std::pair<float, float>> nodes) : nodes_(std::move(nodes)) { std::sort(nodes_.begin(), nodes_.end()); }

float ByLevel::at(float z) const {
  if (nodes_.empty()) return 0.0F;
  const auto above = std::find_if(nodes_.begin(), nodes_.end(), [&](const auto& node) { return node.first >= z; });
  if (above == nodes_.begin()) return nodes_.front().second;
  if (above == nodes_.end()) return nodes_.back().second;
  const auto below = above - 1;
  const float part = (z - below->first) / std::max(above->first - below->first, 1e-3F);
  return below->second + part * (above->second - below->second);
}

ByLevel read_by_level(const JsonReader& figures, const Levels& levels, double low, double high) {
  std::vector<std::pair<float, float>> nodes;
  for (const std::string& name : figures.keys()) {
    const auto value = static_cast<float>(figures.field(name).number_in(low, high));
    if (std::find(vertebrae.begin() + 1, vertebrae.end(), name) == vertebrae.end() && name != "S1" && name != "S3" && name != "hip") {
      figures.field(name).fail(fmt::format("\"{:.40}\" is no level", name), "use C3 to C7, T1 to T12, L1 to L5, S1, S3 or hip");
    }
    if (const auto place = levels.place(name)) nodes.emplace_back(place->z, value);
  }
  return ByLevel(std::move(nodes));
}

}  // namespace dorsum::sculpt
