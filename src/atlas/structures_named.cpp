#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

#include "dorsum/atlas/atlas.h"

namespace dorsum::atlas {
namespace {

/// A name apart from its side: `trapezius/ascending.R` is `trapezius-ascending` on the right.
struct Name {
  std::string base;
  Side side = Side::midline;  ///< midline: both sides
};

bool is_named(const Structure& structure, const Name& name) {
  if (name.side != Side::midline && structure.side() != name.side) return false;
  const std::string& base = name.base;
  if (without_side(structure.id) == base) return true;
  if (!structure.muscle.empty() && structure.muscle == base) return true;
  if (!structure.group.empty() && structure.group == base) return true;
  const int layer = structure.layer;
  if (!is_within(structure.kind) && base == "layer-" + std::to_string(layer)) return true;
  if (base == "skeleton") return layer == deepest_layer;
  const std::string kind(name_of(structure.kind));
  return base == kind + "s";
}

}  // namespace

std::vector<std::size_t> structures_named(const Atlas& atlas, std::string_view name) {
  if (const auto exact = atlas.index_of(name)) return {*exact};
  Name wanted{without_side(name), side_of(name)};
  std::replace(wanted.base.begin(), wanted.base.end(), '/', '-');
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
    if (is_named(atlas.structures[i], wanted)) found.push_back(i);
  }
  return found;
}

Result<std::vector<std::size_t>> structures_named(const Atlas& atlas, const std::vector<std::string>& names) {
  std::vector<std::size_t> all(atlas.structures.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (names.empty()) return all;
  std::set<std::size_t> indices;
  for (const std::string& name : names) {
    const auto found = structures_named(atlas, std::string_view(name));
    if (found.empty()) return bad_input({}, fmt::format("nothing in this atlas is named \"{}\"", name), "`dorsum info` lists the ids");
    indices.insert(found.begin(), found.end());
  }
  return std::vector<std::size_t>(indices.begin(), indices.end());
}

}  // namespace dorsum::atlas
