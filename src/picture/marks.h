#pragma once
// Landmarks that are shown: a ring where each lies, and its name.

#include "lookout.h"

namespace dorsum::picture {

struct MarksPicture {
  std::vector<drawing::Stroke> rings;
  std::vector<drawing::Label> names;
};

/// Of the landmarks marked in the state. They show through what lies over them, as a hand feels them there, fainter than in
/// the open; what a section cuts away takes its marks along.
[[nodiscard]] MarksPicture marks_of(const state::State& state, const body::Body& body, const PicturePlane& plane, const drawing::LabelStyle& style,
                                    glm::vec3 colour, const words::Catalogue& words);

}  // namespace dorsum::picture
