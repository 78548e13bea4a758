#pragma once
// The built-in pack, made of the recipes.

#include <filesystem>
#include <string>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/io/pack.h"

namespace dorsum::workshop {

struct SculptOrder {
  std::filesystem::path recipes;  ///< the folder
  std::filesystem::path table;    ///< structures.json
  std::filesystem::path pack;     ///< read where only a part is sculpted; never written here
  std::string only;    ///< the structure to sculpt anew in the pack that is there; empty: all
  bool flesh = false;  ///< the muscles alone, among the bones and the skin of the pack that is there
};

/// Atlas and meshes in the table's order, as sculpted: nothing is derived yet (workshop/derive.h), and there are no landmarks.
[[nodiscard]] Result<io::Pack> sculpt_pack(const SculptOrder& order, const Progress& progress);

}  // namespace dorsum::workshop
