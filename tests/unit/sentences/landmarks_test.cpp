// Every point of the vocabulary has a name in words, in every language.

#include "dorsum/sentences/landmarks.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "dorsum/atlas/landmarks.h"

using namespace dorsum;
using sentences::landmark_name;

TEST_CASE("a point is called in plain words, with its level or number, without its side") {
  CHECK(landmark_name({}, "acromion-tip:R").plain == "point of the shoulder");
  CHECK(landmark_name({}, "acromion-tip:R").latin == "Acromion");
  CHECK(landmark_name({}, "spinous-process:C7").plain == "bump of the spine, C7");
  CHECK(landmark_name({}, "rib-angle:6:L").plain == "bend of rib 6");
  CHECK(landmark_name({}, "rib-angle:6:L").latin == "Angulus costae 6");
  CHECK(landmark_name({}, "rib-tip:12:L").plain == "tip of the last rib");
}

TEST_CASE("every point of the vocabulary has plain words of the catalogue") {
  std::ifstream file(DORSUM_SOURCE_DIR "/assets/words/dorsum.pot");
  std::stringstream text;
  text << file.rdbuf();
  const auto pseudo = words::Catalogue::pseudo(text.str(), "dorsum.pot");
  REQUIRE(pseudo);
  for (const std::string& id : atlas::landmark_vocabulary()) {
    INFO(id);
    const std::string said = landmark_name(*pseudo, id).plain;
    CHECK(said.starts_with('['));
    CHECK(said.ends_with(']'));
    CHECK(landmark_name({}, id).plain.find('-') == std::string::npos);
  }
}
