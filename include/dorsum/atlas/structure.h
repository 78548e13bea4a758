#pragma once
// A structure: one nameable thing with a mesh (design.md, Words). Facts only; no mesh, no GL.

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/side.h"

namespace dorsum::atlas {

enum class Kind { skin, muscle, bone, cartilage, ligament, fascia, organ, vessel, nerve };

[[nodiscard]] std::string_view name_of(Kind kind);  ///< as written in files: "muscle"
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

/// How the source of a structure of the built-in atlas begins.
inline constexpr std::string_view sculpted_here = "sculpted; figures: ";

/// Organs, vessels and nerves: what lies within, for sections, x-ray and needles. No layer of the back is made of them.
[[nodiscard]] constexpr bool is_within(Kind kind) { return kind == Kind::organ || kind == Kind::vessel || kind == Kind::nerve; }

/// `leaves_at` of what never leaves (the skeleton).
inline constexpr float never_leaves = std::numeric_limits<float>::infinity();
inline constexpr int deepest_layer = 5;

struct Structure {
  std::string id;               ///< kebab-case with `.L` or `.R`: `trapezius-ascending.R`
  Kind kind = Kind::bone;
  int layer = deepest_layer;    ///< 0 skin, 1-4 muscle layers, 5 skeleton; for a companion the layer it leaves with
  bool companion = false;       ///< shown for company, not one of the four layers
  float leaves_at = never_leaves;  ///< depth (0 to 5) at which it is gone
  std::string name;             ///< plain English without a side: "Trapezius, ascending part"
  std::string latin;            ///< "pars ascendens musculi trapezii"
  std::string muscle;           ///< id of the muscle whose facts describe it (`trapezius`); empty when none
  std::string part;             ///< its part of that muscle (`ascending`); empty for the whole
  std::string group;            ///< `erector-spinae` or empty
  std::vector<std::string> concepts;  ///< ontology ids: FMA's with side ("FMA33581"), by which the archive's files are found; UBERON's for both sides ("UBERON:0006849")
  std::string source;           ///< where this pack's mesh comes from, for info and About; sculpted_here, then the figures' source, for the built-in atlas's own
  std::string about;            ///< a line or two on what no muscle file describes; may be empty

  [[nodiscard]] Side side() const { return side_of(id); }
};

/// The project's own table of all structures (assets/structures.json), in display order.
/// `companion` and `leaves_at` are those of design.md.
[[nodiscard]] std::string_view plain_layer_name(int layer);  ///< "Skin", "Layer 1: surface muscles" ... "Skeleton"

}  // namespace dorsum::atlas
