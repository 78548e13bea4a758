#include "attachment_tint.h"

#include <algorithm>

#include "dorsum/picture/attachments.h"

namespace dorsum::picture {
namespace {

void add_patch(std::vector<drawing::TintVertex>& patches, const geometry::TriangleMesh& bone, const std::vector<float>& mask, bool origin) {
  for (const geometry::Triangle& triangle : bone.triangles) {
    if (std::none_of(triangle.begin(), triangle.end(), [&](std::uint32_t v) { return mask[v] > 0.0F; })) continue;
    for (const std::uint32_t v : triangle)
      patches.push_back({bone.positions[v], bone.normals[v], origin ? glm::vec2(mask[v], 0.0F) : glm::vec2(0.0F, mask[v])});
  }
}

/// Those of the selected muscle on bones that show.
std::vector<const body::Attachment*> shown_attachments(const state::State& state, const body::Body& body, const Visibility& visibility) {
  std::vector<const body::Attachment*> shown;
  const auto selected = body.atlas().index_of(state.selected);
  if (!selected || visibility.only_skin_shows()) return shown;
  for (const body::Attachment& attachment : body.attachments_of(*selected)) {
    if (visibility.opacity_of(attachment.bone) > 0.0F && attachment.mask < body.mesh(attachment.bone).masks.size()) shown.push_back(&attachment);
  }
  return shown;
}

}  // namespace

bool attachments_show(const state::State& state, const body::Body& body) {
  return !state.selected.empty() && !shown_attachments(state, body, Visibility(state, body)).empty();
}

std::shared_ptr<const std::vector<drawing::TintVertex>> attachment_tint(const state::State& state, const body::Body& body,
                                                               const Visibility& visibility, SceneMemo& memo) {
  const std::vector<const body::Attachment*> shown = shown_attachments(state, body, visibility);
  if (shown.empty()) return nullptr;
  std::string key = state.selected;
  for (const body::Attachment* attachment : shown) key += ' ' + std::to_string(attachment->bone);
  if (key == memo.attachments_of) return memo.attachments;
  auto patches = std::make_shared<std::vector<drawing::TintVertex>>();
  for (const body::Attachment* attachment : shown) {
    const geometry::TriangleMesh& bone = body.mesh(attachment->bone);
    add_patch(*patches, bone, bone.masks[attachment->mask], attachment->end == atlas::MuscleEnd::origin);
  }
  memo.attachments_of = key;
  memo.attachments = patches->empty() ? nullptr : std::move(patches);
  return memo.attachments;
}

}  // namespace dorsum::picture
