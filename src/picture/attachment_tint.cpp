#include "attachment_tint.h"

#include <algorithm>

#include "dorsum/picture/attachments.h"

namespace dorsum::picture {
namespace {

/// `bone` as it stands.
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
  // How the body stands changes nothing of what shows.
  const body::Stance rest(body);
  return !state.selected.empty() && !shown_attachments(state, body, Visibility(state, rest)).empty();
}

std::shared_ptr<const std::vector<drawing::TintVertex>> attachment_tint(const state::State& state, const body::Body& body,
                                                               const Visibility& visibility, SceneMemo& memo) {
  const std::vector<const body::Attachment*> shown = shown_attachments(state, body, visibility);
  if (shown.empty()) return nullptr;
  std::string key = state.selected;
  const body::Stance& stance = visibility.stance();
  bool as_before = true;
  for (const body::Attachment* attachment : shown) {
    key += ' ' + std::to_string(attachment->bone);
    as_before = as_before && stance.at_rest(attachment->bone);
  }
  if (key == memo.attachments_of && as_before) return memo.attachments;
  auto patches = std::make_shared<std::vector<drawing::TintVertex>>();
  for (const body::Attachment* attachment : shown) {
    add_patch(*patches, stance.mesh(attachment->bone), body.mesh(attachment->bone).masks[attachment->mask], attachment->end == atlas::MuscleEnd::origin);
  }
  memo.attachments_of = as_before ? key : std::string();
  memo.attachments = patches->empty() ? nullptr : std::move(patches);
  return memo.attachments;
}

}  // namespace dorsum::picture
