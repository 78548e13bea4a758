#pragma once
// Where muscles hold on: the facts (assets/attachments.json, which bones each end of a muscle goes to) and what a
// pack says of its own bones (which mask of which bone is which muscle's origin or insertion).

#include <cstddef>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "dorsum/core/result.h"
#include "dorsum/core/side.h"

namespace dorsum::atlas {

enum class MuscleEnd { origin, insertion };
[[nodiscard]] std::string_view name_of(MuscleEnd end);  ///< as written in files: "origin"
[[nodiscard]] std::optional<MuscleEnd> muscle_end_named(std::string_view name);

/// The masks of one bone lie in colour sets 1 and up of its mesh, four to a set; set 0 is the tendon mask (design.md,
/// Pack). The first thoracic vertebrae, which most muscles share, have 34.
inline constexpr std::size_t most_colour_sets = 16;
inline constexpr std::size_t most_masks = 4 * (most_colour_sets - 1);

/// One attachment area as a pack tells of it, by ids; body::Attachment is the same on a body, by indices.
struct PackedAttachment {
  std::string muscle;  ///< structure id: `trapezius-descending.R`
  MuscleEnd end = MuscleEnd::origin;
  std::string bone;      ///< structure id: `clavicle.R`
  std::size_t mask = 0;  ///< index into that bone's TriangleMesh::masks, below most_masks
};

/// Some of the bones that one end of a muscle goes to.
struct AttachmentBones {
  MuscleEnd end = MuscleEnd::origin;
  std::vector<std::string> bones;  ///< structure ids without side: on a midline bone, or on that of the muscle's side
  /// Formulas of the right side (landmarks.h), `*` standing for the bone's number: `transverse-process:*:R`.
  /// The area lies within `within_mm` of the nearest of them and farther than `beyond_mm`; empty: anywhere.
  std::vector<std::string> near;
  float within_mm = std::numeric_limits<float>::infinity();  ///< before body_scale
  float beyond_mm = 0.0F;                                    ///< before body_scale
  int facing = 0;  ///< 1: only bone that looks up, as the upper border of a rib does; -1: only what looks down; 0: all
};

struct MuscleAttachments {
  std::vector<AttachmentBones> bones;
  float tendon_at_origin_mm = 0.0F;  ///< how far tendon or aponeurosis reaches into the muscle, before body_scale
  float tendon_at_insertion_mm = 0.0F;
  /// Its slips join and leave all along it, as erector spinae's do: the fibres follow the column.
  bool column = false;
};

/// By structure id without side: `trapezius-descending`.
using AttachmentFacts = std::map<std::string, MuscleAttachments, std::less<>>;

/// Reads and checks the facts. A run of bones may be written `vertebra-C7..T3` or `rib-9..12`.
[[nodiscard]] Result<AttachmentFacts> load_attachment_facts(const std::filesystem::path& file);
/// As load_attachment_facts, of a document; `name` stands for the file in messages.
[[nodiscard]] Result<AttachmentFacts> parse_attachment_facts(const Json& document, const std::string& name);

/// A formula of `near` for one bone: `transverse-process:*:R` and `vertebra-T6` give `transverse-process:T6:R`.
[[nodiscard]] std::string formula_for_bone(std::string_view formula, std::string_view bone_without_side);

}  // namespace dorsum::atlas
