#pragma once
// What a reader found in a file, and the bytes in which it crosses from the process that reads to the one that asked.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/imports/frame.h"

namespace dorsum::imports {

/// Something in a file that has a name: a node, an object, a group. Parents stand before their children.
struct FoundNode {
  static constexpr std::uint32_t no_parent = 0xFFFFFFFFU;
  std::string name;                  ///< as the file shows it; may be empty
  std::vector<std::string> aliases;  ///< other names of this one thing: its mesh's
  std::vector<std::string> groups;   ///< words that several things may share: OBJ's groups
  std::vector<std::string> ids;      ///< ontology ids that the file gives it: "FMA9945", "UBERON:0001105"
  std::uint32_t parent = no_parent;
  geometry::TriangleMesh mesh;       ///< positions and triangles only, in the file's own frame and unit; may be empty
};

struct Findings {
  std::vector<FoundNode> nodes;
  StatedFrame stated;               ///< what the file says of its unit and axes
  std::vector<std::string> notes;   ///< what was passed over or mended, one line each
};

/// Limits of what one file may bring; more is refused on both sides.
inline constexpr std::size_t most_nodes = 200'000;
inline constexpr std::size_t most_triangles = 60'000'000;
inline constexpr std::size_t most_findings_bytes = std::size_t{3} * 1024U * 1024U * 1024U;

[[nodiscard]] std::string bytes_of(const Findings& findings);

/// Believes nothing: every length, number, index and text is checked before it is used. `name` stands for the file.
[[nodiscard]] Result<Findings> findings_of(std::string_view bytes, const std::string& name);

/// Texts of outside made fit to be shown on a terminal: valid UTF-8 without control characters, at most 200 bytes.
[[nodiscard]] std::string showable(std::string_view text);

}  // namespace dorsum::imports
