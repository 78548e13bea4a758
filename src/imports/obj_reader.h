#pragma once
// Wavefront OBJ files as people have them: wrapped lines, any line end, a byte order mark, colours on some vertices,
// homogeneous coordinates, groups in objects. Only places and faces are read; what else stands in the file is not needed.

#include <string>
#include <string_view>

#include "dorsum/core/result.h"
#include "findings.h"

namespace dorsum::imports {

/// The objects and groups of an OBJ file as a tree: the file, its `o` objects, their `g` groups. A group that is opened
/// again goes on; an object of a name that was there before is another one. Faults that cost a triangle or more are noted with
/// their line or, where the file no longer holds together (a place that is no number, an index out of range), refused.
[[nodiscard]] Result<Findings> read_obj(std::string_view text, const std::string& name);

/// What the comments at an OBJ file's start say: of BodyParts3D's files the concept, the ids of the file and of what it
/// represents, and the box that the header gives.
struct ObjHeader {
  std::string concept_id;      ///< "FMA33581"; empty where none is named
  std::string representation;  ///< "BP1234"; empty where none is named
  std::string licence;         ///< as licence.h reads it; empty where none is named
  bool part_of = false;        ///< built as parts of a whole, not as kinds of a thing
  bool has_bounds = false;
  glm::vec3 low{0.0F}, high{0.0F};  ///< of `Bounds(mm)`
};
[[nodiscard]] ObjHeader header_of_obj(std::string_view start);

}  // namespace dorsum::imports
