#include "dorsum/reports/commands.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "dorsum/state/command_table.h"

namespace dorsum::reports {

std::string commands_text(const words::Catalogue& words) {
  std::string text;
  for (const state::Row& row : state::command_table()) {
    const std::string usage = usage_of(row), call = usage.empty() ? std::string(row.verb) : fmt::format("{} {}", row.verb, usage);
    fmt::format_to(std::back_inserter(text), "{:<60} {}\n", call, words.say(row.meaning));
  }
  return text;
}

std::string commands_json(const words::Catalogue& words) {
  using Json = nlohmann::ordered_json;  // keeps the order of writing
  Json list = Json::array();
  for (const state::Row& row : state::command_table()) list.push_back({{"verb", row.verb}, {"arguments", usage_of(row)}, {"meaning", words.say(row.meaning)}});
  return list.dump(1) + '\n';
}

}  // namespace dorsum::reports
