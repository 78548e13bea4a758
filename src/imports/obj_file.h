#pragma once
// Wavefront OBJ files as the BodyParts3D archive writes them: a header of comments, then v, vn and f lines.

#include <filesystem>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"

namespace dorsum::imports {

/// The FMA concept that the file's header names ("FMA33581", in the line "# Concept ID : FMA33581"); empty
/// when the header names none. Reads only the start of the file; fails when it can't be read.
[[nodiscard]] Result<std::string> concept_of_obj(const std::filesystem::path& file);

/// Whether an OBJ's text is safe to hand to Assimp and has something to offer: no line longer than 64 KiB,
/// every vertex three finite numbers or more and as many as the first, every face index in range, at least one face. Names the line.
[[nodiscard]] Result<void> check_obj(std::string_view text, const std::string& name);

}  // namespace dorsum::imports
