#include "dorsum/body/posed.h"

#include <algorithm>
#include <atomic>
#include <glm/common.hpp>
#include <glm/mat3x3.hpp>

#include "dorsum/body/body.h"
#include "dorsum/core/parallel.h"

namespace dorsum::body {

std::shared_ptr<const Posed> Posed::of(const Body& body, const motion::Pose& pose) {
  if (std::none_of(pose.begin(), pose.end(), [](const auto& each) { return each.second != 0.0F; })) return nullptr;
  const motion::Binding* binding = body.binding();
  if (binding == nullptr) return nullptr;
  static std::atomic<std::uint64_t> last{0};
  std::shared_ptr<Posed> posed(new Posed);
  posed->body_ = &body;
  posed->pose_ = pose;
  posed->number_ = ++last;
  posed->frames_ = body.rig()->frames(motion::drives_of(pose, body.motions()));
  const std::size_t count = body.meshes().size();
  posed->bent_.resize(count);
  posed->bounds_.resize(count);
  parallel_for(count, [&](std::size_t i) {
    posed->bent_[i] = motion::bent(body.mesh(i), (*binding)[i], posed->frames_);
    const std::vector<glm::vec3>& positions = posed->bent_[i].positions;
    posed->bounds_[i] = body.bounds(i);
    if (positions.empty()) return;
    posed->bounds_[i] = {positions.front(), positions.front()};
    for (const glm::vec3& p : positions) posed->bounds_[i] = {glm::min(posed->bounds_[i].low, p), glm::max(posed->bounds_[i].high, p)};
  });
  return posed;
}

glm::mat3 Posed::turn_at(const geometry::SurfacePoint& point) const {
  const geometry::Triangle& triangle = body_->mesh(point.mesh).triangles[point.triangle];
  const int nearest = point.barycentric.x >= point.barycentric.y && point.barycentric.x >= point.barycentric.z ? 0 : point.barycentric.y >= point.barycentric.z ? 1 : 2;
  return glm::mat3(motion::map_of((*body_->binding())[point.mesh], triangle[static_cast<std::size_t>(nearest)], frames_).turn);
}

}  // namespace dorsum::body
