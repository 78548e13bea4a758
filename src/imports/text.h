#pragma once
// Text of outside: whose bytes are in doubt.

#include <string>
#include <string_view>
#include <vector>

namespace dorsum::imports {

/// As UTF-8: what is not valid UTF-8 is taken for Windows-1252, in which older programs write names. Blanks at both ends go.
[[nodiscard]] std::string to_utf8(std::string_view text);

/// The ontology ids that a text holds: "FMA9945" for "FMA 9945", "fma:9945" and "FMA_9945", "UBERON:0001105" for
/// "UBERON_0001105"; each once.
void add_ids(std::vector<std::string>& ids, std::string_view text);

}  // namespace dorsum::imports
