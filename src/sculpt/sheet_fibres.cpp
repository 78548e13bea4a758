#include "sheet_fibres.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <numbers>

#include "lengths_across.h"

namespace dorsum::sculpt {

double SheetFibres::from_central_tendon(SheetLayout::Node node) const {
  return (node.across - recipe_.central_tendon_across) * lengths_.row(node.along);
}

double SheetFibres::central_tendon(SheetLayout::Node node) const {
  if (recipe_.central_tendon_width <= 0.0) return 0.0;
  const double grown = (node.along - recipe_.central_tendon_from) / (1.0 - recipe_.central_tendon_from);
  if (grown <= 0.0) return 0.0;
  const double half = 0.5 * recipe_.central_tendon_width * std::sqrt(grown);
  return glm::smoothstep(0.0, 0.15, grown) * (1.0 - glm::smoothstep(0.6 * half, 1.4 * half, std::abs(from_central_tendon(node))));
}

double SheetFibres::intersection(SheetLayout::Node node) const {
  double found = 0.0;
  // They run zigzag and seldom straight across.
  const double zigzag = 0.4 * recipe_.intersection_width * std::sin(4.0 * std::numbers::pi * node.across);
  for (const double along : recipe_.intersections) {
    const double off = (lengths_.fibre(node.along, node.across) - lengths_.fibre(along, node.across) + zigzag) / (0.5 * recipe_.intersection_width);
    found = std::max(found, std::exp(-off * off));
  }
  return found;
}

glm::vec2 SheetFibres::coordinates(SheetLayout::Node node) const {
  const double along = lengths_.fibre(node.along, node.across);
  double across = node.across * lengths_.mean_width();
  if (recipe_.central_tendon_width > 0.0) {
    // A fibre nears the tendon as it runs on: along it, the distance lost is the way made times the slope.
    const double off = from_central_tendon(node);
    const double aslant = std::tan(recipe_.pennation) * glm::smoothstep(0.0, 0.5 * recipe_.central_tendon_width, std::abs(off));
    across += std::copysign(aslant * along, off);
  }
  return {along, across};
}

double SheetFibres::tendon(SheetLayout::Node node) const {
  // Two quads or more, or the border between tendon and flesh would show the quads as steps.
  const double stretch = std::max(10.0, 2.0 * recipe_.detail);
  const double mm = lengths_.fibre(node.along, node.across);
  const double rest = lengths_.fibre(1.0, node.across) - mm;
  return std::max({tendon_mask(mm, length_across(recipe_.tendon_at_origin, node.across), stretch),
                   tendon_mask(rest, length_across(recipe_.tendon_at_insertion, node.across), stretch),
                   central_tendon(node), intersection(node)});
}

double SheetFibres::furrow(SheetLayout::Node node) const {
  double depth = 0.0;
  if (recipe_.bundle_depth > 0.0) {
    const auto across = static_cast<double>(coordinates(node).y);
    depth = recipe_.bundle_depth * (0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * across / recipe_.bundle_width));
  }
  for (const double border : recipe_.head_borders) {
    const double off = (node.across - border) * lengths_.row(node.along) / (0.5 * recipe_.groove_width);
    depth = std::max(depth, recipe_.groove_depth * std::exp(-off * off));
  }
  // Tendon is even, and bundles end before the sheet does.
  const double ends = glm::smoothstep(0.0, 0.06, node.along) * (1.0 - glm::smoothstep(0.88, 1.0, node.along));
  return std::max(depth * ends * (1.0 - tendon(node)), recipe_.intersection_depth * intersection(node));
}

}  // namespace dorsum::sculpt
