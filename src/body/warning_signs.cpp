#include "dorsum/body/warning_signs.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <map>
#include <set>

#include "dorsum/core/assert.h"

namespace dorsum::body {
namespace {

constexpr double hurting_part = 0.15;  // of a place's skin
constexpr double hurting_mm2 = 900.0;  // a disc of 34 mm: what a hand points at

/// How much of each place is painted, by region and side, and by the note's own areas.
class Places {
 public:
  struct Share {
    double painted = 0.0, whole = 0.0;  // mm2
  };

  Places(const Body& body, const PaintedSkin& pain) : areas_(&body.skin_areas()) {
    const SkinRegions& regions = body.skin_regions();
    std::vector<Share> right(regions.names.size()), left(regions.names.size());
    for (std::size_t v = 0; v < pain.size(); ++v) {
      if (regions.region[v] == elsewhere) continue;
      add((regions.side[v] == Side::left ? left : right)[regions.region[v]], v, pain);
    }
    for (std::size_t r = 0; r < regions.names.size(); ++r) {
      shares_[with_side(regions.names[r], Side::right)] = right[r];
      shares_[with_side(regions.names[r], Side::left)] = left[r];
    }
    const auto& skin = body.mesh(*body.skin());
    for (const auto& [id, area] : body.content().safety.areas) {
      const auto middle = atlas::evaluate(area.formula, body.atlas().landmarks, Side::right, body.scale());
      if (!middle) continue;
      const float radius = area.radius_mm * body.scale();
      Share& share = shares_[id];
      for (std::size_t v = 0; v < pain.size(); ++v) {
        if (glm::distance(skin.positions[v], *middle) < radius) add(share, v, pain);
      }
    }
  }

  /// Whether a place as content writes it hurts; without a side either will do, unless `only` asks for one.
  [[nodiscard]] bool hurts(const std::string& place, Side only, std::set<std::string>& where) const {
    bool any = false;
    for (const std::string& id : {place, with_side(place, Side::right), with_side(place, Side::left)}) {
      if (side_of(place) != Side::midline && id != place) continue;
      if (only != Side::midline && side_of(id) != only) continue;
      const auto share = shares_.find(id);
      if (share == shares_.end() || !(share->second.painted > 0.0)) continue;
      if (share->second.painted < std::min(hurting_part * share->second.whole, hurting_mm2)) continue;
      where.insert(id);
      any = true;
    }
    return any;
  }

 private:
  void add(Share& share, std::size_t vertex, const PaintedSkin& pain) const {
    const double area = (*areas_)[vertex];
    share.whole += area;
    share.painted += area * static_cast<double>(pain[vertex]);
  }

  const std::vector<double>* areas_;  ///< mm2 of skin for each vertex
  std::map<std::string, Share, std::less<>> shares_;
};

/// Of each list one place, on the side asked for.
bool fits(const atlas::WarningSign& sign, const Places& places, Side side, std::set<std::string>& where) {
  std::set<std::string> found;
  for (const std::vector<std::string>& list : sign.hurts) {
    bool any = false;
    for (const std::string& place : list) any = places.hurts(place, side, found) || any;
    if (!any) return false;
  }
  where.merge(found);
  return true;
}

}  // namespace

std::vector<FittingSign> fitting_signs(const Body& body, const PaintedSkin& pain) {
  assert(pain.empty() || pain.size() == body.skin_areas().size());
  std::vector<FittingSign> fitting;
  if (!body.skin() || pain.size() != body.skin_areas().size()) return fitting;
  const Places places(body, pain);
  const auto& signs = body.content().safety.signs;
  std::set<std::string> spoken_for;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    std::set<std::string> where;
    bool any = false;
    if (!signs[i].same_side) any = fits(signs[i], places, Side::midline, where);
    if (signs[i].same_side)
      for (const Side side : {Side::right, Side::left}) any = fits(signs[i], places, side, where) || any;
    if (!any) continue;
    fitting.push_back({i, {where.begin(), where.end()}});
    spoken_for.insert(signs[i].instead_of.begin(), signs[i].instead_of.end());
  }
  std::erase_if(fitting, [&](const FittingSign& one) { return spoken_for.contains(signs[one.sign].id); });
  return fitting;
}

}  // namespace dorsum::body
