#pragma once
// Bony and skin points (atlas/landmarks.h), in words.

#include <string>
#include <string_view>

#include "dorsum/words/catalogue.h"

namespace dorsum::sentences {

struct LandmarkName {
  std::string plain;  ///< "point of the shoulder", in the catalogue's language
  std::string latin;  ///< Terminologia Anatomica, 2nd edition; empty where it has no name for the point
};

/// What the point is called. Its side is left out, for in a picture it is seen. An id that is none of the vocabulary's is shown
/// as it is.
[[nodiscard]] LandmarkName landmark_name(const words::Catalogue& words, std::string_view id);

}  // namespace dorsum::sentences
