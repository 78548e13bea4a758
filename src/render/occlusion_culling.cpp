#include "occlusion_culling.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>
#include <limits>
#include <span>

#include "shader_library.h"

namespace dorsum::render {
namespace {

constexpr float slack = 2.0F;       ///< mm around the bounds, so that a flat box never fights its own content
constexpr float bared = 0.02F;      ///< mm a mm that the eye moves: of what lies 26 mm behind its cover, seen from 1.3 m
constexpr float farthest_step = 0.2F;  ///< parts of the eye's distance; after a longer one everything counts as seen
constexpr std::size_t triangles_a_box = 1000;  ///< more only where one item has more

/// Splits items halfway along the longest side of the box around their centres, again and again.
void split(const GpuMeshes& meshes, std::span<const drawing::DrawItem*> items, std::vector<OcclusionCulling::Items>& groups) {
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
  std::nth_element(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(half), items.end(), [&](const auto* a, const auto* b) {
    return centre_of(*a)[axis] < centre_of(*b)[axis];
  });
  split(meshes, items.subspan(0, half), groups);
  split(meshes, items.subspan(half), groups);
}

std::vector<OcclusionCulling::Items> neighbours(const GpuMeshes& meshes, OcclusionCulling::Items items) {
  std::vector<OcclusionCulling::Items> groups;
  split(meshes, items, groups);
  return groups;
}

geometry::Bounds box_around(const OcclusionCulling::Items& group, float room) {
  geometry::Bounds box{glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
  for (const drawing::DrawItem* item : group) {
    box.low = glm::min(box.low, item->bounds.low - room);
    box.high = glm::max(box.high, item->bounds.high + room);
  }
  return box;
}

enum class InPicture { outside, across, inside };

/// Where a box lies in the picture. What is near the eye or behind it counts as across its edge.
InPicture place_of(const geometry::Bounds& box, const glm::mat4& to_clip) {
  glm::bvec2 all_below(true), all_above(true);
  bool inside = true;
  for (int corner = 0; corner < 8; ++corner) {
    const glm::vec4 clip = to_clip * glm::vec4((corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y,
                                               (corner & 4) != 0 ? box.high.z : box.low.z, 1.0F);
    if (clip.z < -clip.w) return InPicture::across;
    const glm::bvec2 below = glm::lessThan(glm::vec2(clip), glm::vec2(-clip.w)), above = glm::greaterThan(glm::vec2(clip), glm::vec2(clip.w));
    inside = inside && !glm::any(below) && !glm::any(above);
    for (int axis = 0; axis < 2; ++axis) {
      all_below[axis] = all_below[axis] && below[axis];
      all_above[axis] = all_above[axis] && above[axis];
    }
  }
  return inside ? InPicture::inside : glm::any(all_below) || glm::any(all_above) ? InPicture::outside : InPicture::across;
}

}  // namespace

Result<OcclusionCulling> OcclusionCulling::create() {
  OcclusionCulling culling;
  auto program = load_program("box.vert", "empty.frag");
  if (!program) return Failure(program.error());
  culling.box_ = std::move(*program);
  return culling;
}

OcclusionCulling::Setting OcclusionCulling::setting_of(const Shot& shot, const Items& items) {
  Setting setting;
  for (const drawing::DrawItem* item : items) setting.solids.push_back({item->mesh, item->moved, item->bent, item->outside_lens});
  // Whatever the order they come in: they are sorted by their distance.
  std::sort(setting.solids.begin(), setting.solids.end(), [](const auto& a, const auto& b) { return a.mesh < b.mesh; });
  setting.opening = shot.scene.opening;
  for (const drawing::DrawItem& item : shot.scene.items) {
    if (!shot.is_skin(item)) continue;
    setting.skin_hides = item.opacity >= 1.0F;
    setting.skin_has_lens = item.outside_lens;
  }
  if (const auto& lens = shot.scene.lens) {
    setting.lens_axis = glm::vec4(lens->axis, lens->slope);
    setting.lens_eye = glm::vec4(lens->origin, 1.0F);
  }
  return setting;
}

void OcclusionCulling::begin_anew(std::size_t meshes) {
  hidden_.assign(meshes, false);
  for (Question& question : questions_) question.open = false;
}

void OcclusionCulling::take_answers() {
  for (Question& question : questions_) {
    if (!question.open) continue;
    const std::optional<bool> shows = question.query.answer();
    if (!shows) continue;
    question.open = false;
    known_from_ = asked_from_;
    for (const std::uint32_t mesh : question.meshes) hidden_[mesh] = !*shows;
  }
}

OcclusionCulling::Items OcclusionCulling::showing(const Shot& shot, const Items& items) {
  if (items.empty()) return {};
  Setting setting = setting_of(shot, items);
  if (hidden_.size() != shot.meshes.count() || !(setting == setting_)) {
    begin_anew(shot.meshes.count());
    setting_ = std::move(setting);
  }
  take_answers();
  const glm::vec3 eye = shot.scene.camera.eye;
  const float step = glm::distance(eye, known_from_);
  const float far = shot.quality == Quality::high ? 0.0F : farthest_step * glm::distance(eye, centre_of(*items.front()));
  if (step > far) begin_anew(shot.meshes.count());
  Items shown;
  for (const drawing::DrawItem* item : items) {
    if (hidden_[item->mesh]) continue;
    if (place_of(box_around({item}, slack), shot.view_projection) != InPicture::outside) shown.push_back(item);
  }
  return shown;
}

void OcclusionCulling::ask(const Shot& shot, const Items& items) {
  const glm::vec3 eye = shot.scene.camera.eye;
  const float room = slack + (shot.quality == Quality::high ? 0.0F : bared * glm::distance(eye, last_eye_));
  last_eye_ = eye;
  if (items.empty() || std::any_of(questions_.begin(), questions_.end(), [](const Question& question) { return question.open; })) return;
  asked_from_ = eye;
  glDepthMask(GL_FALSE);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  box_.use();
  box_.set("view_projection", shot.view_projection);
  nothing_.bind();
  std::size_t asked = 0;
  for (const Items& group : neighbours(shot.meshes, items)) {
    const geometry::Bounds box = box_around(group, room);
    // A box around the eye may be cut away by the near plane.
    constexpr float close = 200.0F;  // mm, more than the near plane's distance
    const bool around_eye = glm::all(glm::greaterThan(eye, box.low - close)) && glm::all(glm::lessThan(eye, box.high + close));
    // Of one that reaches out of the picture, or of a tile of it, the answer is half a one: what is fine can't rest on it.
    const InPicture place = place_of(box, shot.view_projection);
    if (around_eye || place == InPicture::outside || (place == InPicture::across && shot.quality == Quality::high)) {
      for (const drawing::DrawItem* item : group) hidden_[item->mesh] = false;
      continue;
    }
    if (asked == questions_.size()) questions_.emplace_back();
    Question& question = questions_[asked++];
    question.open = true;
    question.meshes.clear();
    for (const drawing::DrawItem* item : group) question.meshes.push_back(item->mesh);
    box_.set("low", box.low);
    box_.set("high", box.high);
    question.query.begin();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 14);
    question.query.end();
  }
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthMask(GL_TRUE);
}

}  // namespace dorsum::render
