#include "hidden_items.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/vector_relational.hpp>
#include <limits>
#include <span>

#include "shader_library.h"

namespace dorsum::render {
namespace {

constexpr float slack = 2.0F;  ///< mm around the bounds, so that a flat box never fights its own content
constexpr std::size_t triangles_a_box = 1000;  ///< more only where one item has more

/// Splits items halfway along the longest side of the box around their centres, again and again.
void split(const GpuMeshes& meshes, std::span<const drawing::DrawItem*> items, std::vector<HiddenItems::Items>& groups) {
  std::size_t triangles = 0;
  for (const drawing::DrawItem* item : items) triangles += meshes.triangles(item->mesh);
  if (items.size() < 2 || triangles <= triangles_a_box) {
    if (!items.empty()) groups.emplace_back(items.begin(), items.end());
    return;
  }
  glm::vec3 low = centre_of(*items.front()), high = low;
  for (const drawing::DrawItem* item : items) {
    low = glm::min(low, centre_of(*item));
    high = glm::max(high, centre_of(*item));
  }
  const glm::vec3 extent = high - low;
  const int axis = extent.x >= extent.y && extent.x >= extent.z ? 0 : extent.y >= extent.z ? 1 : 2;
  const std::size_t half = items.size() / 2;
  std::nth_element(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(half), items.end(),
                   [&](const drawing::DrawItem* a, const drawing::DrawItem* b) { return centre_of(*a)[axis] < centre_of(*b)[axis]; });
  split(meshes, items.subspan(0, half), groups);
  split(meshes, items.subspan(half), groups);
}

std::vector<HiddenItems::Items> neighbours(const GpuMeshes& meshes, HiddenItems::Items items) {
  std::vector<HiddenItems::Items> groups;
  split(meshes, items, groups);
  return groups;
}

geometry::Bounds box_around(const HiddenItems::Items& group) {
  geometry::Bounds box{glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
  for (const drawing::DrawItem* item : group) {
    box.low = glm::min(box.low, item->bounds.low - slack);
    box.high = glm::max(box.high, item->bounds.high + slack);
  }
  return box;
}

}  // namespace

Result<HiddenItems> HiddenItems::create() {
  HiddenItems hidden;
  auto program = load_program("box.vert", "empty.frag");
  if (!program) return Failure(program.error());
  hidden.box_ = std::move(*program);
  return hidden;
}

HiddenItems::Items HiddenItems::shown_before(const Items& items) const {
  Items shown;
  for (const drawing::DrawItem* item : items) {
    if (item->mesh < shown_.size() && shown_[item->mesh]) shown.push_back(item);
  }
  return shown;
}

HiddenItems::Items HiddenItems::come_to_light(const Shot& shot, const Items& items) {
  shown_.resize(shot.meshes.count(), false);
  const std::vector<Items> groups = neighbours(shot.meshes, items);
  while (queries_.size() < groups.size()) queries_.emplace_back();
  std::vector<bool> asked(groups.size(), false);
  glDepthMask(GL_FALSE);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  box_.use();
  box_.set("view_projection", shot.view_projection);
  nothing_.bind();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const geometry::Bounds box = box_around(groups[i]);
    // A box around the eye may be cut away by the near plane.
    constexpr float close = 200.0F;  // mm, more than the near plane's distance
    const glm::vec3 eye = shot.scene.camera.eye;
    if (glm::all(glm::greaterThan(eye, box.low - close)) && glm::all(glm::lessThan(eye, box.high + close))) continue;
    asked[i] = true;
    box_.set("low", box.low);
    box_.set("high", box.high);
    queries_[i].begin();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 14);
    queries_[i].end();
  }
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthMask(GL_TRUE);
  std::vector<bool> before(shot.meshes.count(), true);
  for (const drawing::DrawItem* item : items) before[item->mesh] = shown_[item->mesh];
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool shows = !asked[i] || queries_[i].any();
    for (const drawing::DrawItem* item : groups[i]) shown_[item->mesh] = shows;
  }
  Items late;  // in the order given, nearer ones first
  for (const drawing::DrawItem* item : items) {
    if (shown_[item->mesh] && !before[item->mesh]) late.push_back(item);
  }
  return late;
}

}  // namespace dorsum::render
