#pragma once
// The packs that the tests look at, each made once.

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/atlas/attachments.h"
#include "dorsum/io/pack.h"

namespace dorsum::test {

inline const std::filesystem::path source = DORSUM_SOURCE_DIR;

/// The built-in pack as the build made it.
[[nodiscard]] const io::Pack& built_in();

/// The import of the real data set, through everything that `dorsum import` does; null, with a warning, where
/// DORSUM_REFERENCE_DIR is unset.
[[nodiscard]] const io::Pack* imported();

[[nodiscard]] const atlas::AttachmentFacts& attachment_facts();

[[nodiscard]] const geometry::TriangleMesh& mesh_of(const io::Pack& pack, std::string_view id);

}  // namespace dorsum::test
