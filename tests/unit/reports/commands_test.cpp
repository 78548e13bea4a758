// The list of commands in the pseudo-language: each meaning is one of the catalogue's texts.

#include "dorsum/reports/commands.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "dorsum/state/command_table.h"
#include "pseudo_words.h"

using namespace dorsum;

TEST_CASE("the meaning of every command is said by the catalogue") {
  std::istringstream lines(reports::commands_text(test::pseudo_words()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    INFO(line);
    CHECK(line.ends_with(']'));
    CHECK(line.find(" [") != std::string::npos);
  }
  CHECK(count == state::command_table().size());
}

TEST_CASE("in English the list says what stands in the table") {
  const std::string text = reports::commands_text({});
  for (const state::Row& row : state::command_table()) CHECK(text.find(std::string(" ") + row.meaning + "\n") != std::string::npos);
}
