#pragma once
// From somebody's file to a pack on disk, the one way of the command line and the window.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/imports/import.h"

namespace dorsum::workshop {

struct ImportOrder {
  bool archive = false;          ///< `from` is the BodyParts3D archive; else a model
  std::filesystem::path from;    ///< the archive's zip or folder, or the model's file
  imports::ModelOptions model;   ///< of a model only
  std::filesystem::path pack;    ///< to write: a new folder, or a pack to replace
};

struct PackMade {
  std::vector<std::string> notes;  ///< what matters most first; the pack has them, too
  std::size_t weighty = 0;         ///< how many of them tell of a loss or ask something; the rest are details
  std::string summary;             ///< imports::summary_of
  std::string lacking;             ///< imports::lacking_of
};

/// Reads, sculpts what an archive lacks, derives and writes. Nothing is written where it fails or is stopped. Where a model fails
/// by the anatomy, `asked` has the question (imports/import.h).
[[nodiscard]] Result<PackMade> import_pack(const ImportOrder& order, const Progress& progress, std::optional<imports::Question>* asked = nullptr);

}  // namespace dorsum::workshop
