#pragma once
// The user's own folders (XDG Base Directory Specification).

#include <filesystem>

namespace dorsum::io {

/// "dorsum" in the folder that an environment variable names ("XDG_CONFIG_HOME"), else in `beneath` the home (".config"). A
/// relative path in the variable counts for nothing; empty where there is no home either. May not exist yet.
[[nodiscard]] std::filesystem::path user_folder(const char* variable, const std::filesystem::path& beneath);

}  // namespace dorsum::io
