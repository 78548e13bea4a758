#include "hidden_items.h"

#include <glm/common.hpp>
#include <glm/vector_relational.hpp>

#include "shader_library.h"

namespace dorsum::render {
namespace {

constexpr float slack = 2.0F;  ///< mm around the bounds, so that a flat box never fights its own content

}  // namespace

Result<HiddenItems> HiddenItems::create() {
  HiddenItems hidden;
  auto program = load_program("box.vert", "nothing.frag");
  if (!program) return Failure(program.error());
  hidden.box_ = std::move(*program);
  return hidden;
}

HiddenItems::Items HiddenItems::shown_before(const Items& items) const {
  Items shown;
  for (const view::DrawItem* item : items) {
    if (item->mesh < shown_.size() && shown_[item->mesh]) shown.push_back(item);
  }
  return shown;
}

HiddenItems::Items HiddenItems::come_to_light(const Frame& frame, const Items& items) {
  shown_.resize(frame.meshes.count(), false);
  while (queries_.size() < items.size()) queries_.emplace_back();
  std::vector<bool> asked(items.size(), false);
  glDepthMask(GL_FALSE);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  box_.use();
  box_.set("view_projection", frame.view_projection);
  nothing_.bind();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const geometry::Bounds& bounds = frame.meshes.bounds(items[i]->mesh);
    const glm::vec3 low = bounds.low + items[i]->offset - items[i]->lift - slack,
                    high = bounds.high + items[i]->offset + items[i]->lift + slack;
    // A box around the eye may be cut away by the near plane.
    constexpr float close = 200.0F;  // mm, more than the near plane's distance
    const glm::vec3 eye = frame.scene.camera.eye;
    if (glm::all(glm::greaterThan(eye, low - close)) && glm::all(glm::lessThan(eye, high + close))) continue;
    asked[i] = true;
    box_.set("low", low);
    box_.set("high", high);
    queries_[i].begin();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 14);
    queries_[i].end();
  }
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthMask(GL_TRUE);
  Items late;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool shows = !asked[i] || queries_[i].any();
    if (shows && !shown_[items[i]->mesh]) late.push_back(items[i]);
    shown_[items[i]->mesh] = shows;
  }
  return late;
}

}  // namespace dorsum::render
