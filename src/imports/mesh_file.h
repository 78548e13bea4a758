#pragma once
// One file of a model, read by a process of its own.

#include <filesystem>
#include <string>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/imports/reader.h"
#include "findings.h"

namespace dorsum::imports {

/// A file's extension without its dot, in small letters.
[[nodiscard]] std::string format_of(const std::filesystem::path& file);

/// Fails for formats that are met in the field and not read, with how to convert them; nothing where it may be tried.
[[nodiscard]] Result<void> check_format(const std::filesystem::path& file, std::string_view bytes);

/// Reads a model's file, and files beside it that it names, by a reader process. Fails when `progress` says so.
[[nodiscard]] Result<Findings> read_mesh_file(const std::filesystem::path& file, const ReaderSetup& setup, const Progress& progress);

}  // namespace dorsum::imports
