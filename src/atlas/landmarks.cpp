#include "dorsum/atlas/landmarks.h"

#include <algorithm>
#include <array>

namespace dorsum::atlas {
namespace {

constexpr std::array midline_landmarks{
    "vertex",    "external-occipital-protuberance", "sternal-notch", "xiphoid", "umbilicus-level", "pubic-symphysis",
    "coccyx-tip"};

constexpr std::array paired_landmarks{"mastoid",
                                      "ear-canal",
                                      "temple",
                                      "orbit-outer",
                                      "angle-of-jaw",
                                      "superior-nuchal-line",
                                      "clavicle-medial-end",
                                      "clavicle-lateral-end",
                                      "coracoid",
                                      "acromion-tip",
                                      "acromial-angle",
                                      "root-of-scapular-spine",
                                      "superior-angle-scapula",
                                      "inferior-angle-scapula",
                                      "greater-tubercle",
                                      "intertubercular-groove",
                                      "deltoid-tuberosity",
                                      "posterior-axillary-fold",
                                      "lateral-epicondyle",
                                      "medial-epicondyle",
                                      "olecranon",
                                      "radial-styloid",
                                      "ulnar-styloid",
                                      "tip-of-thumb",
                                      "tip-of-ring-finger",
                                      "tip-of-little-finger",
                                      "rib-tip:12",
                                      "iliac-crest-top",
                                      "anterior-superior-iliac-spine",
                                      "posterior-superior-iliac-spine",
                                      "ischial-tuberosity",
                                      "greater-trochanter",
                                      "gluteal-tuberosity",
                                      "lateral-femoral-epicondyle"};

// Height of posterior-superior-iliac-spine below spinous-process:C7 of the body that the formulas'
// millimetres were written for (content README section 3, Scale).
constexpr float written_for_mm = 470.0F;

using Ids = std::vector<std::string>;

void add_numbered(Ids& ids, const std::string& family, const std::string& region, int first, int last, bool paired) {
  for (int n = first; n <= last; ++n) {
    const std::string id = family + ":" + region + std::to_string(n);
    if (paired) {
      ids.push_back(id + ":L");
      ids.push_back(id + ":R");
    } else {
      ids.push_back(id);
    }
  }
}

Ids make_vocabulary() {
  Ids ids(midline_landmarks.begin(), midline_landmarks.end());
  for (const std::string name : paired_landmarks) {
    ids.push_back(name + ":L");
    ids.push_back(name + ":R");
  }
  add_numbered(ids, "spinous-process", "C", 2, 7, false);  // C1 has no spinous process
  add_numbered(ids, "spinous-process", "T", 1, 12, false);
  add_numbered(ids, "spinous-process", "L", 1, 5, false);
  add_numbered(ids, "spinous-process", "S", 1, 4, false);
  add_numbered(ids, "transverse-process", "C", 1, 7, true);
  add_numbered(ids, "transverse-process", "T", 1, 12, true);
  add_numbered(ids, "transverse-process", "L", 1, 5, true);
  add_numbered(ids, "rib-angle", "", 1, 12, true);
  add_numbered(ids, "rib-shaft", "", 9, 11, true);
  add_numbered(ids, "knuckle", "", 2, 5, true);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

const std::vector<std::string>& landmark_vocabulary() {
  static const Ids vocabulary = make_vocabulary();
  return vocabulary;
}

bool is_landmark(std::string_view id) {
  const Ids& vocabulary = landmark_vocabulary();
  return std::binary_search(vocabulary.begin(), vocabulary.end(), id, std::less<>{});
}

float body_scale(const Landmarks& landmarks) {
  const auto c7 = landmarks.find("spinous-process:C7");
  const auto left = landmarks.find("posterior-superior-iliac-spine:L");
  const auto right = landmarks.find("posterior-superior-iliac-spine:R");
  if (c7 == landmarks.end() || left == landmarks.end() || right == landmarks.end()) return 1.0F;
  const float spines = 0.5F * (left->second.position.z + right->second.position.z);
  const float height = c7->second.position.z - spines;
  return height > 0.0F ? height / written_for_mm : 1.0F;
}

}  // namespace dorsum::atlas
