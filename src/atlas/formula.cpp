#include "formula.h"

#include <glm/common.hpp>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/assert.h"

namespace dorsum::atlas {
namespace {

/// A point together with the side of the landmarks it was made of.
struct Placed {
  glm::vec3 point{0.0F};
  Side side = Side::midline;
};

class Evaluator {
 public:
  Evaluator(const Landmarks& landmarks, Side side, float scale) : landmarks_(landmarks), side_(side), scale_(scale) {}

  Result<Placed> point_of(const Formula& formula) const {
    if (formula.form == Formula::Form::landmark) return landmark(formula.landmark);
    const Result<Placed> first = point_of(formula.operands.front());
    if (!first) return first;
    if (formula.form == Formula::Form::off) return moved(*first, formula.offset);
    const Result<Placed> second = point_of(formula.operands.back());
    if (!second) return second;
    // Between a midline point and a sided one: that side. Between the two sides: neither.
    Side side = first->side == Side::midline ? second->side : first->side;
    if (second->side != Side::midline && second->side != side) side = Side::midline;
    return Placed{glm::mix(first->point, second->point, formula.t), side};
  }

 private:
  Result<Placed> landmark(const std::string& written) const {
    const std::string id = side_ == Side::left ? mirrored_id(written) : written;
    const auto found = landmarks_.find(id);
    if (found == landmarks_.end()) {
      return bad_input({}, to_fill("this body has no landmark {}", id), to_say("use a pack that has the bone it is measured on"));
    }
    return Placed{found->second.position, side_of(id)};
  }

  /// Lateral is away from the midline toward the side that the landmark names, else toward the side asked for.
  Result<Placed> moved(const Placed& from, glm::vec3 offset) const {
    const Side side = from.side == Side::midline ? side_ : from.side;
    if (side == Side::midline && offset.x != 0.0F) {
      return bad_input({}, to_say("lat and med mean nothing for a midline point"), to_say("ask for the right or the left side"));
    }
    const glm::vec3 along(offset.x * sign_of(side), offset.y, offset.z);
    return Placed{from.point + along * scale_, from.side};
  }

  const Landmarks& landmarks_;
  Side side_;
  float scale_;
};

}  // namespace

Result<glm::vec3> evaluate(std::string_view formula, const Landmarks& landmarks, Side side, float scale) {
  assert(scale > 0.0F);
  const Result<Formula> parsed = parse_formula(formula);
  if (!parsed) return Failure(parsed.error());
  Result<Placed> placed = Evaluator(landmarks, side, scale).point_of(*parsed);
  if (!placed) {
    placed.error().where = to_fill("formula \"{}\"", formula);
    return Failure(placed.error());
  }
  return placed->point;
}

Result<void> check_formula(std::string_view formula) {
  const Result<Formula> parsed = parse_formula(formula);
  if (!parsed) return Failure(parsed.error());
  return {};
}

}  // namespace dorsum::atlas
