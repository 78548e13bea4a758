#pragma once
// What an imported set of meshes lacks before it is a pack: structures that its files have none of are sculpted, and the
// rest is derived as for the built-in one (workshop/derive.h).

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/imports/import.h"
#include "dorsum/opening/places.h"

namespace dorsum::workshop {

/// Adds those structures of the table that no file of the archive can be, fitted to the set's own bones. Leaves a
/// note, and the set as it is, where they can't be fitted: too few bones, or no built-in pack, by whose landmarks
/// the recipes go. Fails when it was stopped.
[[nodiscard]] Result<void> add_sculpted(imports::Imported& imported, const std::vector<atlas::Structure>& table,
                                        const opening::Places& places, const Progress& progress);

/// All that can be derived; what can't is noted.
[[nodiscard]] Result<void> derive(imports::Imported& imported, const opening::Places& places);

}  // namespace dorsum::workshop
