#pragma once
// The figures of a body made of solids, read from its recipe.
//
//   "midline_x"   mm, the plane about which parts "on_both_sides" are doubled; needed only for those
//   "blend"       mm over which a part flows into what is there already (default 2)
//   "detail"      mm, size of the smallest triangle before simplification (default 1.2)
//   "triangles"   about how many triangles to leave (default 2000)
//   "bodies"      how many separate bodies to keep (default 1)
//   "beside"      mm that the body keeps from everything sculpted before it (an organ from bones and flesh)
//   "cage_middle" [top, bottom], points [x, y, z] of a line down through the rib cage, for parts that lie inside it
//   "apart"       true: each part is a body of its own (the bones of a hand, loops of bowel); "hamate: hook" belongs to "hamate"
//   "parts"       the parts by name, added in the alphabetical order of "1-body", "2-arch" ...; each has one of
//     {"ellipsoid": {"centre": [x,y,z], "half_axes": [a,b,c], "turn": [about x, y, z in degrees]}}
//     {"box": {... as ellipsoid ..., "edge": mm}}
//     {"tube": [station, ...], "reference": "up"}          round ends
//     {"column": [station, ...], "reference": "up", "edge": mm}    ends cut square to the course
//     {"plate": [[[x, y, z, thickness], ...], ...]}          rows of points of the middle surface
//     {"plate": [[[x, y, z], ...], ...], "thickness": mm}    the same thickness everywhere, or one a row
//        and may have "rim": "square", so that it ends at its outer points (round: half its thickness beyond)
//     {"bores": [[x, y, z], ...], "direction": [x,y,z], "radius": mm}   straight channels, to be carved
//     {"teeth": [[x, y, z], ...], "count": n, "crown": mm, "thickness": mm}
//        a row of teeth along the arch of their necks, from the midline back; the crown stands up, below 0 down
//     {"finger_bone": [[x, y, z, half width] of base, shaft and head], "kind": "metacarpal", "phalanx" or "last phalanx",
//        "reference": where its back looks ("back" when not given)}
//   and may have "blend", "on_both_sides": true, "carve": true (taken away instead of added), "inside": mm (only
//   what lies so far within the rib cage's inner wall), "to_margin": true (and no lower than the ribs go). A plate or a
//   tube on both sides that begins on the midline is one that runs across it.
//   A station is [x, y, z, radius], [x, y, z, a, b] or [x, y, z, a, b, roll in degrees]: the half axis a
//   lies along the reference ("up", the default, "across", "back" or [x, y, z]) as far as square to the course allows,
//   b square to both.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "form.h"
#include "implicit.h"

namespace dorsum::sculpt {

struct SolidsRecipe {
  float detail = 1.2F;
  std::size_t triangles = 2000;
  std::size_t bodies = 1;
  bool apart = false;
  std::optional<float> beside;
  std::vector<std::pair<std::string, Part>> parts;
};

/// Trouble goes to the reader; check its ok().
[[nodiscard]] SolidsRecipe read_solids(const JsonReader& figures, const Deeper& deeper);

/// The stations of a course, and what its sections are turned by: "reference" of `part`.
[[nodiscard]] std::vector<Station> stations_of(const JsonReader& course);
[[nodiscard]] glm::vec3 reference_of(const JsonReader& part, const std::vector<Station>& stations);

/// The rotation {"turn": [about x, y, z in degrees]} of a shape; none without it.
[[nodiscard]] glm::mat3 turn_of(const JsonReader& shape);

/// One part; `figures` gives the defaults ("blend", "midline_x").
[[nodiscard]] Part read_part(const JsonReader& part, const JsonReader& figures);

}  // namespace dorsum::sculpt
