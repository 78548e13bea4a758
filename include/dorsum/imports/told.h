#pragma once
// What is told of an import, as text and JSON; whoever calls prints it.

#include <string>

#include "dorsum/imports/frame.h"
#include "dorsum/imports/import.h"

namespace dorsum::imports {

/// What the options --unit (mm, cm, m, in; empty: not said), --up, --front (+X to -Z; empty: not said) and --mirror state.
/// Fails where an axis is none, or both lie along one line.
[[nodiscard]] Result<StatedFrame> stated_frame(const std::string& unit, const std::string& up, const std::string& front, bool mirror);

/// A list of a model's objects; its notes are told beside it in the JSON and not in the text.
[[nodiscard]] std::string text_of(const Listed& listed);
[[nodiscard]] std::string json_of(const Listed& listed);

[[nodiscard]] std::string summary_of(const Imported& imported);  ///< "230 structures from 231 of 934 files, ..."
[[nodiscard]] std::string lacking_of(const Imported& imported);  ///< a line that names what the set lacks; empty where it lacks nothing

}  // namespace dorsum::imports
