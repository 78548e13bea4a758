// A folder of OBJ files with one file in it, which may say that it is the skin (FMA7163) or a vertebra (FMA9968).

#include "dorsum/imports/import.h"
#include "harness.h"

namespace dorsum::fuzz {
namespace {

atlas::Structure structure(const char* id, atlas::Kind kind, const char* concept_id) {
  atlas::Structure made;
  made.id = made.name = id;
  made.kind = kind;
  made.concepts = {concept_id};
  return made;
}

}  // namespace

void read(std::string_view bytes) {
  static const std::vector<atlas::Structure> table{structure("skin", atlas::Kind::skin, "FMA7163"),
                                                   structure("vertebra-T6", atlas::Kind::bone, "FMA9968")};
  write(scratch() / "one.obj", bytes);
  good_or_told(imports::import_bodyparts3d(scratch(), table, silent_progress()));
}

}  // namespace dorsum::fuzz
