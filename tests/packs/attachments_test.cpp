// Attachment areas of both packs: known muscles on known bones, where an anatomist would look for them.

#include "dorsum/body/attachments.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <map>

#include "packs.h"

using namespace dorsum;
using atlas::MuscleEnd;

namespace {

/// The built-in pack, or the real data set where the environment asks for that (CMakeLists.txt).
std::vector<const io::Pack*> packs() {
  if (std::getenv("DORSUM_REAL_SET") == nullptr) return {&test::built_in()};
  const io::Pack* const real = test::imported();
  return real == nullptr ? std::vector<const io::Pack*>() : std::vector{real};
}

struct Found {
  double area_mm2 = 0.0;
  glm::vec3 centre{0.0F};
};

/// The area of one muscle's end on one bone; none: area 0.
Found area_on(const io::Pack& pack, const std::string& muscle, MuscleEnd end, const std::string& bone) {
  static std::map<const io::Pack*, std::vector<body::Attachment>> known;
  auto& list = known[&pack];
  if (list.empty()) list = body::attachments_on(pack.atlas, pack.meshes);
  for (const body::Attachment& a : list) {
    const auto& structures = pack.atlas.structures;
    if (structures[a.muscle].id == muscle && structures[a.bone].id == bone && a.end == end) return {a.area_mm2, a.centre.rest};
  }
  return {};
}

glm::vec3 landmark(const io::Pack& pack, const char* id) { return pack.atlas.landmarks.at(id).position; }

}  // namespace

TEST_CASE("each muscle holds with both ends, on each side, on areas of a likely size, but for ends on fascia", "[both-packs]") {
  for (const io::Pack* pack : packs()) {
    CAPTURE(pack->atlas.name);
    std::map<std::pair<std::string, MuscleEnd>, double> areas;
    for (const body::Attachment& a : body::attachments_on(pack->atlas, pack->meshes)) {
      areas[{pack->atlas.structures[a.muscle].id, a.end}] += a.area_mm2;
      const Side muscle = pack->atlas.structures[a.muscle].side(), bone = pack->atlas.structures[a.bone].side();
      CHECK((muscle == bone || bone == Side::midline));
    }
    for (const atlas::Structure& structure : pack->atlas.structures) {
      if (structure.kind != atlas::Kind::muscle) continue;
      const auto& bones = test::attachment_facts().find(without_side(structure.id))->second.bones;
      for (const MuscleEnd end : {MuscleEnd::origin, MuscleEnd::insertion}) {
        if (std::none_of(bones.begin(), bones.end(), [&](const atlas::AttachmentBones& b) { return b.end == end; })) continue;
        CAPTURE(structure.id, atlas::name_of(end));
        const double area = areas[{structure.id, end}];
        // mm2: the smallest end, of transversus on the xiphoid, is a quarter of a cm2; the infraspinous fossa is about 100
        // cm2; intercostals hold along the borders of eleven ribs, multifidus on the laminae from the sacrum to the neck.
        const bool spread_wide = structure.id.find("intercostals") != std::string::npos || structure.id.starts_with("multifidus");
        CHECK(area > 20.0);
        CHECK(area < (spread_wide ? 26000.0 : 16000.0));
      }
    }
  }
}

TEST_CASE("trapezius comes from the occiput and the spines and goes to the lateral third of the clavicle and the scapula", "[both-packs]") {
  for (const io::Pack* pack : packs()) {
    CAPTURE(pack->atlas.name);
    const Found occiput = area_on(*pack, "trapezius-descending.R", MuscleEnd::origin, "skull-occipital");
    CHECK(occiput.area_mm2 > 100.0);
    CHECK(glm::distance(occiput.centre, landmark(*pack, "external-occipital-protuberance")) < 45.0F);
    CHECK(occiput.centre.x < landmark(*pack, "external-occipital-protuberance").x + 2.0F);

    const Found clavicle = area_on(*pack, "trapezius-descending.R", MuscleEnd::insertion, "clavicle.R");
    CHECK(clavicle.area_mm2 > 100.0);
    const float medial = landmark(*pack, "clavicle-medial-end:R").x, lateral = landmark(*pack, "clavicle-lateral-end:R").x;
    const float part = (clavicle.centre.x - medial) / (lateral - medial);
    CHECK(part > 0.55F);
    CHECK(area_on(*pack, "trapezius-descending.R", MuscleEnd::insertion, "clavicle.L").area_mm2 == 0.0);
    CHECK(area_on(*pack, "trapezius-descending.L", MuscleEnd::insertion, "clavicle.L").area_mm2 > 100.0);

    for (const char* bone : {"vertebra-T5", "vertebra-T8", "vertebra-T11"}) {
      CAPTURE(bone);
      CHECK(area_on(*pack, "trapezius-ascending.R", MuscleEnd::origin, bone).area_mm2 > 10.0);
    }
    const Found spine = area_on(*pack, "trapezius-ascending.R", MuscleEnd::insertion, "scapula.R");
    CHECK(spine.area_mm2 > 50.0);
    CHECK(glm::distance(spine.centre, landmark(*pack, "root-of-scapular-spine:R")) < 60.0F);
  }
}

TEST_CASE("levator comes from the transverse processes C1 to C4 and goes to the scapula's superior angle", "[both-packs]") {
  for (const io::Pack* pack : packs()) {
    CAPTURE(pack->atlas.name);
    int processes = 0;
    for (const char* level : {"C1", "C2", "C3", "C4"}) {
      const Found process = area_on(*pack, "levator-scapulae.R", MuscleEnd::origin, std::string("vertebra-") + level);
      if (process.area_mm2 < 5.0) continue;
      ++processes;
      CHECK(glm::distance(process.centre, landmark(*pack, (std::string("transverse-process:") + level + ":R").c_str())) < 18.0F);
    }
    CHECK(processes >= 3);  // slips vary from three to six
    const Found angle = area_on(*pack, "levator-scapulae.R", MuscleEnd::insertion, "scapula.R");
    CHECK(angle.area_mm2 > 60.0);
    CHECK(glm::distance(angle.centre, landmark(*pack, "superior-angle-scapula:R")) < 35.0F);
  }
}

TEST_CASE("latissimus goes to the groove of the humerus, and others to their places on it", "[both-packs]") {
  for (const io::Pack* pack : packs()) {
    CAPTURE(pack->atlas.name);
    const Found groove = area_on(*pack, "latissimus-dorsi.R", MuscleEnd::insertion, "humerus.R");
    CHECK(groove.area_mm2 > 100.0);
    CHECK(glm::distance(groove.centre, landmark(*pack, "intertubercular-groove:R")) < 40.0F);
    CHECK(area_on(*pack, "latissimus-dorsi.R", MuscleEnd::origin, "hip-bone.R").area_mm2 > 50.0);
    CHECK(area_on(*pack, "latissimus-dorsi.R", MuscleEnd::origin, "vertebra-T9").area_mm2 > 10.0);

    const Found tubercle = area_on(*pack, "infraspinatus.R", MuscleEnd::insertion, "humerus.R");
    CHECK(glm::distance(tubercle.centre, landmark(*pack, "greater-tubercle:R")) < 35.0F);
    const Found tuberosity = area_on(*pack, "deltoid-acromial.R", MuscleEnd::insertion, "humerus.R");
    CHECK(glm::distance(tuberosity.centre, landmark(*pack, "deltoid-tuberosity:R")) < 45.0F);
  }
}

TEST_CASE("no bone has more areas than its colour sets hold", "[both-packs]") {
  for (const io::Pack* pack : packs()) {
    for (std::size_t i = 0; i < pack->meshes.size(); ++i) {
      CAPTURE(pack->atlas.name, pack->atlas.structures[i].id);
      CHECK(pack->meshes[i].masks.size() <= atlas::most_masks);
    }
  }
}
