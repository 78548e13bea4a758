// The list of commands in the pseudo-language: each meaning is one of the catalogue's texts.

#include "dorsum/reports/commands.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "dorsum/state/command_table.h"

using namespace dorsum;

namespace {

words::Catalogue pseudo() {
  std::ifstream file(DORSUM_SOURCE_DIR "/assets/words/dorsum.pot");
  std::stringstream text;
  text << file.rdbuf();
  auto catalogue = words::Catalogue::pseudo(text.str(), "dorsum.pot");
  if (!catalogue) FAIL(catalogue.error().message());
  return *catalogue;
}

}  // namespace

TEST_CASE("the meaning of every command is said by the catalogue") {
  std::istringstream lines(reports::commands_text(pseudo()));
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
