#pragma once
// The atlas: structures, landmarks and where they come from; plain data (design.md, Words and Pack).

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/attachments.h"
#include "dorsum/atlas/landmarks.h"
#include "dorsum/atlas/structure.h"
#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"

namespace dorsum::atlas {

inline constexpr int pack_format_version = 1;

/// What a pack's skin has of one surface region on one side (regions.h says where regions lie).
struct SurfaceRegion {
  std::string id;          ///< with side: `suboccipital.R`
  double area_mm2 = 0.0;   ///< of skin
  glm::vec3 centre{0.0F};  ///< mm, on the skin
};

struct Atlas {
  std::string name;        ///< "Built-in atlas"
  std::string provenance;  ///< who made the meshes and how they got here
  std::string licence;     ///< SPDX id or the licence's own name
  std::vector<Structure> structures;  ///< display order
  Landmarks landmarks;
  std::vector<SurfaceRegion> regions; ///< of the pack's skin, sorted by id; empty when it was not measured
  std::vector<PackedAttachment> attachments;  ///< where muscles hold on this pack's bones; empty when it was not measured
  std::vector<std::string> notes;     ///< what the import that made it told, what matters most first
  std::vector<std::string> lacking;   ///< ids of the structure table that this pack has no mesh for

  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> skin() const;  ///< the structure that is the skin
};

/// The project's table of all structures, assets/structures.json, in display order.
[[nodiscard]] Result<std::vector<Structure>> load_structure_table(const std::filesystem::path& file);

/// atlas.json to an Atlas. Unknown fields, wrong types, duplicate or unknown ids, non-finite numbers fail
/// with the field's place. `name` stands for the file in messages.
[[nodiscard]] Result<Atlas> parse_atlas(const Json& document, const std::string& name);
[[nodiscard]] Json to_json(const Atlas& atlas);

/// The structures a name stands for: a structure id, a whole muscle with or without side (`trapezius.R`),
/// a part as content writes it (`trapezius/ascending`), a layer (`layer-2`), a group (`erector-spinae`,
/// `erector-spinae.L`), `skeleton`, or a kind's plural. Indices into atlas.structures; empty: nothing is so named.
[[nodiscard]] std::vector<std::size_t> structures_named(const Atlas& atlas, std::string_view name);
/// Those that several names stand for, each once, in the atlas's order; no names: all. Fails on a name of nothing.
[[nodiscard]] Result<std::vector<std::size_t>> structures_named(const Atlas& atlas, const std::vector<std::string>& names);

}  // namespace dorsum::atlas
