#pragma once
// L and R beside the body: which side is which, in a picture that goes out of the program.

#include <vector>

#include "dorsum/picture/scene.h"
#include "picture_plane.h"

namespace dorsum::picture {

/// Letters at the picture's edges towards which the body's left and right lie: at the upper corners where they lie beside
/// each other, in the middle of the upper and the lower edge where one lies over the other. Where one side faces the eye, its
/// name alone.
[[nodiscard]] std::vector<drawing::Label> side_letters(const PicturePlane& plane, const drawing::LabelStyle& style, const words::Catalogue& words);

/// Of the picture's height that the letters take at its upper edge, in ems.
inline constexpr float side_letters_height = 2.8F;

}  // namespace dorsum::picture
