#include "landmark_bones.h"

#include <fmt/format.h>

#include <algorithm>
#include <glm/geometric.hpp>

namespace dorsum::body {

LandmarkBones::LandmarkBones(const std::vector<atlas::Structure>& structures,
                             const std::vector<geometry::TriangleMesh>& meshes)
    : structures_(&structures), meshes_(&meshes) {
  float sum = 0.0F;
  int count = 0;
  for (std::size_t i = 0; i < structures.size() && i < meshes.size(); ++i) {
    if (!structures[i].id.starts_with("vertebra-") || meshes[i].positions.empty()) continue;
    const geometry::Bounds box = geometry::bounds_of(meshes[i]);
    sum += 0.5F * (box.low.x + box.high.x);
    ++count;
  }
  if (count > 0) midline_ = sum / static_cast<float>(count);
}

const geometry::TriangleMesh* LandmarkBones::mesh(std::string_view id, std::string_view for_landmark) {
  for (std::size_t i = 0; i < structures_->size() && i < meshes_->size(); ++i) {
    if ((*structures_)[i].id == id && !(*meshes_)[i].triangles.empty()) return &(*meshes_)[i];
  }
  if (!for_landmark.empty()) lacking_.emplace_back(for_landmark, id);
  return nullptr;
}

const glm::vec3* LandmarkBones::at(std::string_view landmark) const {
  const auto found = findings_.landmarks.find(landmark);
  return found == findings_.landmarks.end() ? nullptr : &found->second.position;
}

void LandmarkBones::take(const std::string& landmark, const std::optional<glm::vec3>& point, std::string how) {
  if (point) {
    findings_.landmarks[landmark] = {*point, std::move(how)};
    return;
  }
  const auto lacking =
      std::find_if(lacking_.begin(), lacking_.end(), [&](const auto& entry) { return entry.first == landmark; });
  findings_.missing.push_back(lacking == lacking_.end()
                                  ? fmt::format("{}: its rule finds no such point ({})", landmark, how)
                                  : fmt::format("{}: the pack has no {}", landmark, lacking->second));
}

void LandmarkBones::take_formula(const std::string& landmark, const std::string& formula, Side side) {
  const auto point = atlas::evaluate(formula, findings_.landmarks, side, scale);
  if (point) {
    findings_.landmarks[landmark] = {*point, "fallback: " + formula};
  } else {
    findings_.missing.push_back(fmt::format("{}: {}", landmark, point.error().reason));
  }
}

std::optional<glm::vec3> farthest(const geometry::TriangleMesh& mesh, glm::vec3 direction, const Where& where,
                                  float tolerance) {
  const glm::vec3 along = glm::normalize(direction);
  const glm::vec3* best = nullptr;
  for (const glm::vec3& p : mesh.positions) {
    if (where && !where(p)) continue;
    if (best == nullptr || glm::dot(p, along) > glm::dot(*best, along)) best = &p;
  }
  if (best == nullptr) return std::nullopt;
  if (tolerance <= 0.0F) return *best;
  glm::vec3 sum(0.0F);
  float count = 0.0F;
  for (const glm::vec3& p : mesh.positions) {
    if ((where && !where(p)) || glm::dot(*best - p, along) > tolerance) continue;
    sum += p;
    count += 1.0F;
  }
  return sum / count;
}

glm::vec3 centre_of(const geometry::TriangleMesh& mesh) {
  glm::vec3 sum(0.0F);
  for (const glm::vec3& p : mesh.positions) sum += p;
  return mesh.positions.empty() ? sum : sum / static_cast<float>(mesh.positions.size());
}

std::string sided(std::string_view landmark, Side side) {
  return fmt::format("{}:{}", landmark, side == Side::left ? 'L' : 'R');
}

}  // namespace dorsum::body
