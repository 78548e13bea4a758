#pragma once
// gettext's .po and .pot files (GNU gettext manual, "The Format of PO Files").

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::words {

struct PoEntry {
  std::string context;             ///< msgctxt
  std::string id;                  ///< msgid; empty in the entry that is the file's head
  std::string plural;              ///< msgid_plural; empty where there is one form
  std::vector<std::string> texts;  ///< msgstr, or msgstr[0] and on; empty strings in a .pot
  bool fuzzy = false;
  std::size_t line = 0;            ///< of its msgid, from 1
};

inline constexpr std::size_t most_po_bytes = 16U << 20U;
inline constexpr std::size_t most_plural_forms = 8;

/// All entries in the file's order, obsolete ones (#~) left out. Fails with the line on what is none of it.
[[nodiscard]] Result<std::vector<PoEntry>> read_po(std::string_view text, const std::string& name);

/// The value of a field of the head ("Plural-Forms"), trimmed; empty where there is none.
[[nodiscard]] std::string head_field(const std::vector<PoEntry>& entries, std::string_view field);

}  // namespace dorsum::words
