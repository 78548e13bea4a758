#pragma once
// Which structure a thing of somebody's file is, as far as its ids and its name tell.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/structure.h"

namespace dorsum::imports {

using Table = std::vector<atlas::Structure>;

[[nodiscard]] std::optional<std::size_t> index_in(const Table& table, std::string_view id);
/// Left, right or none, as people write it into names.
[[nodiscard]] Side side_in(std::string_view name);
/// The structure that one of the ontology ids stands for. Some stand for both sides (UBERON's): then `side`, which is asked only
/// then, says which.
[[nodiscard]] std::optional<std::size_t> by_ids(const std::vector<std::string>& ids, const Table& table, const std::function<Side()>& side);
/// The structure that a name probably means: its id, its plain or its Latin name, with a side where it has one.
[[nodiscard]] std::optional<std::size_t> by_name(const std::string& name, const Table& table);
/// The structure that a name is like, as of a slip of the pen.
[[nodiscard]] std::optional<std::size_t> like_name(const std::string& name, const Table& table);

}  // namespace dorsum::imports
