#pragma once
// The pseudo-language of all texts of the program.

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "dorsum/words/catalogue.h"

namespace dorsum::test {

inline words::Catalogue pseudo_words() {
  std::ifstream file(DORSUM_SOURCE_DIR "/assets/words/dorsum.pot");
  std::stringstream text;
  text << file.rdbuf();
  auto catalogue = words::Catalogue::pseudo(text.str(), "dorsum.pot");
  if (!catalogue) FAIL(catalogue.error().message());
  return *catalogue;
}

}  // namespace dorsum::test
