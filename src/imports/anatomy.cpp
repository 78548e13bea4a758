#include "anatomy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <map>
#include <optional>

#include "dorsum/core/side.h"

namespace dorsum::imports {
namespace {

float longest(const geometry::Bounds& box) {
  const glm::vec3 size = box.high - box.low;
  return std::max({size.x, size.y, size.z});
}

float shortest(const geometry::Bounds& box) {
  const glm::vec3 size = box.high - box.low;
  return std::min({size.x, size.y, size.z});
}

/// What structures of one name measure in grown people and larger children, mm; wide, since only a wrong unit (a factor
/// of 2.5 and more) is to be found out. The longest side, of vertebrae the shortest.
struct Size {
  std::string_view start;
  float low, high;
  std::string_view what;
};
// A skin may end in mid-thigh, as the built-in one does.
constexpr std::array sizes{Size{"skin", 1000.0F, 2200.0F, "a body is 1000 to 2200 mm tall, down to mid-thigh or whole"},
                           Size{"vertebra-", 8.0F, 80.0F, "a vertebra is 20 to 60 mm high"},
                           Size{"sacrum", 55.0F, 200.0F, "a sacrum is 80 to 140 mm long"},
                           Size{"scapula", 80.0F, 230.0F, "a scapula is 120 to 180 mm long"},
                           Size{"clavicle", 70.0F, 220.0F, "a clavicle is 110 to 180 mm long"},
                           Size{"humerus", 170.0F, 480.0F, "a humerus is 250 to 380 mm long"},
                           Size{"femur", 220.0F, 650.0F, "a femur is 350 to 520 mm long"},
                           Size{"hip-bone", 120.0F, 330.0F, "a hip bone is 180 to 250 mm high"},
                           Size{"mandible", 60.0F, 210.0F, "a mandible is 90 to 140 mm wide"},
                           Size{"skull-frontal", 60.0F, 220.0F, "a frontal bone is 100 to 150 mm wide"},
                           Size{"skull-occipital", 60.0F, 220.0F, "an occipital bone is 100 to 150 mm wide"}};
/// Everything else: from the smallest muscle to the longest.
constexpr float least_of_any = 4.0F, most_of_any = 1100.0F;

void check_sizes(const std::vector<Placed>& parts, std::vector<Contradiction>& found) {
  for (const Placed& part : parts) {
    if (std::string problem = size_problem(part.id, part.bounds); !problem.empty()) found.push_back({std::move(problem), true, part.id == "skin" || part.id.starts_with("vertebra-")});
  }
}

/// How high a structure of the trunk's axis lies, counted in vertebrae from below; none for what hangs beside it.
std::optional<float> rung(std::string_view id) {
  if (id.starts_with("skull-") || id == "mandible") return 27.0F;
  if (id == "sacrum") return 0.0F;
  if (id.starts_with("hip-bone")) return 0.0F;
  if (id.starts_with("femur")) return -6.0F;
  if (!id.starts_with("vertebra-") || id.size() < 11) return std::nullopt;
  int number = 0;
  std::from_chars(id.data() + 10, id.data() + id.size(), number);
  switch (id[9]) {
    case 'C': return 25.0F - static_cast<float>(number);
    case 'T': return 18.0F - static_cast<float>(number);
    case 'L': return 6.0F - static_cast<float>(number);
    default: return std::nullopt;
  }
}

/// Each part on the ladder against each below it: together they point up.
void check_up(const std::vector<Placed>& parts, std::vector<Contradiction>& found) {
  glm::vec3 up(0.0F);
  const Placed *highest = nullptr, *lowest = nullptr;
  for (const Placed& a : parts) {
    const auto rung_a = rung(a.id);
    if (!rung_a) continue;
    if (highest == nullptr || *rung_a > *rung(highest->id)) highest = &a;
    if (lowest == nullptr || *rung_a < *rung(lowest->id)) lowest = &a;
    for (const Placed& b : parts) {
      const auto rung_b = rung(b.id);
      if (!rung_b || *rung_a - *rung_b < 1.0F) continue;
      const glm::vec3 between = a.centre - b.centre;
      if (const float length = glm::length(between); length > 0.0F) up += between / length;
    }
  }
  if (highest != lowest && glm::length(up) > 0.0F && up.z < 0.5F * glm::length(up)) {
    found.push_back({up.z < -0.5F * glm::length(up) ? fmt::format("{} lies below {}", highest->id, lowest->id) : fmt::format("{} does not lie above {}", highest->id, lowest->id), false});
  }
  for (const Placed& part : parts) {
    if (part.id != "skin") continue;
    const glm::vec3 size = part.bounds.high - part.bounds.low;
    constexpr float lying = 1.3F;  // arms that are held out make a body as wide as it is tall
    if (size.z > 0.0F && std::max(size.x, size.y) > lying * size.z) found.push_back({fmt::format("the skin is {:.4g} mm high and {:.4g} mm across: it lies", size.z, std::max(size.x, size.y)), false});
  }
}

template <class Words>
bool begins_with_any(std::string_view id, const Words& words) {
  return std::any_of(words.begin(), words.end(), [id](std::string_view word) { return id.starts_with(word); });
}

/// What lies at the back, and what at the front, of every body.
constexpr std::array<std::string_view, 16> at_the_back{"scapula",      "trapezius",       "rhomboid",        "latissimus", "infraspinatus", "iliocostalis",       "longissimus-thoracis", "spinalis-thoracis",
                                                       "multifidus",   "thoracolumbar",   "supraspinous",    "sacrum",     "vertebra-T",    "skull-occipital",    "interspinous",         "teres-minor"};
constexpr std::array<std::string_view, 11> at_the_front{"sternum", "costal-cartilage", "pectoralis", "rectus-abdominis", "skull-frontal", "skull-nasal", "skull-maxilla", "mandible", "heart", "liver", "clavicle"};
/// Of those at the back, what also lies behind the middle of the skin.
constexpr std::array<std::string_view, 7> just_beneath_the_back{"scapula", "trapezius", "rhomboid", "infraspinatus", "iliocostalis", "thoracolumbar", "supraspinous"};

void check_front(const std::vector<Placed>& parts, std::vector<Contradiction>& found) {
  constexpr float clear = 10.0F;  // mm
  glm::vec3 back(0.0F), front(0.0F), beneath(0.0F), tails(0.0F);
  float backs = 0.0F, fronts = 0.0F, beneaths = 0.0F, vertebrae = 0.0F;
  const Placed *skin = nullptr, *a_back = nullptr, *a_front = nullptr;
  for (const Placed& part : parts) {
    if (part.id == "skin") skin = &part;
    if (begins_with_any(part.id, at_the_back)) {
      back += part.centre;
      backs += 1.0F;
      a_back = &part;
    }
    if (begins_with_any(part.id, at_the_front)) {
      front += part.centre;
      fronts += 1.0F;
      a_front = &part;
    }
    if (begins_with_any(part.id, just_beneath_the_back)) {
      beneath += part.centre;
      beneaths += 1.0F;
    }
    // The two uppermost vertebrae have no spinous process to speak of; those of the neck are short.
    if (part.id.starts_with("vertebra-T") || part.id.starts_with("vertebra-L")) {
      tails += part.tail;
      vertebrae += 1.0F;
    }
  }
  if (backs > 0.0F && fronts > 0.0F && (back / backs - front / fronts).y < -clear) {
    found.push_back({fmt::format("{} lies in front of {}", a_back->id, a_front->id), false});
  } else if (skin != nullptr && beneaths > 0.0F && (beneath / beneaths).y < 0.5F * (skin->bounds.low.y + skin->bounds.high.y) - clear) {
    found.push_back({"what lies beneath the skin of the back lies in the front half of the skin", false});
  }
  constexpr float told = 0.08F;  // of a vertebra with its spinous process the tail is 0.15 and more
  if (vertebrae > 0.0F && (tails / vertebrae).y < -told) found.push_back({"the spinous processes lie in front of the bodies of the vertebrae", false});
}

void check_sides(const std::vector<Placed>& parts, std::vector<Contradiction>& found) {
  std::map<std::string, const Placed*, std::less<>> by_id;
  glm::vec3 middle(0.0F);
  float middles = 0.0F;
  for (const Placed& part : parts) {
    by_id[part.id] = &part;
    const bool axis = part.id.starts_with("vertebra-") || part.id.starts_with("sternum") || part.id == "skin" || part.id == "sacrum" || part.id.starts_with("disc-") || part.id == "mandible";
    if (axis) {
      middle += part.id == "skin" ? 0.5F * (part.bounds.low + part.bounds.high) : part.centre;
      middles += 1.0F;
    }
  }
  if (middles > 0.0F) middle /= middles;
  std::size_t wrong = 0;
  std::string first;
  for (const Placed& part : parts) {
    const Side side = side_of(part.id);
    if (side == Side::midline) continue;
    const auto other = by_id.find(mirrored_id(part.id));
    const float sign = sign_of(side);
    bool good = true;
    std::string told;
    if (other != by_id.end()) {
      if (side == Side::left) continue;  // each pair once
      const glm::vec3 across = other->second->centre - part.centre;  // from right to left
      good = across.x >= 0.5F * glm::length(across) || glm::length(across) < 1.0F;
      told = across.x < -0.5F * glm::length(across) ? fmt::format("{} lies to the left of {}", part.id, other->first) : fmt::format("{} does not lie beside {}", part.id, other->first);
    } else if (middles > 0.0F) {
      good = sign * (part.centre.x - middle.x) > -1.0F;
      told = fmt::format("{} lies on the body's {}", part.id, side == Side::right ? "left" : "right");
    } else {
      good = side == Side::right ? part.bounds.low.x < 0.0F : part.bounds.high.x > 0.0F;
      told = fmt::format("{} lies at x {} 0, on the body's {}", part.id, side == Side::right ? ">" : "<", side == Side::right ? "left" : "right");
    }
    if (good) continue;
    if (wrong++ == 0) first = told;
  }
  if (wrong > 0) found.push_back({wrong == 1 ? first : fmt::format("{} (and {} more lie on the wrong side)", first, wrong - 1), false});
}

/// The units that people model in, beginning with the one that was read.
std::vector<float> units_to_try(float read) {
  std::vector<float> units{read};
  for (const float mm : {1.0F, 10.0F, 1000.0F, 25.4F}) {
    if (mm != read) units.push_back(mm);
  }
  return units;
}

Placed turned(const Placed& part, const glm::mat3& by) {
  Placed made = part;
  const glm::vec3 a = by * part.bounds.low, b = by * part.bounds.high;
  made.bounds.low = {std::min(a.x, b.x), std::min(a.y, b.y), std::min(a.z, b.z)};
  made.bounds.high = {std::max(a.x, b.x), std::max(a.y, b.y), std::max(a.z, b.z)};
  made.centre = by * part.centre;
  const glm::vec3 tail = by * part.tail;
  const float scale = std::cbrt(std::abs(glm::determinant(by)));
  made.tail = scale > 0.0F ? tail / scale : tail;
  return made;
}

}  // namespace

Placed placed(const atlas::Structure& structure, const geometry::TriangleMesh& mesh) {
  Placed made;
  made.id = structure.id;
  made.bounds = geometry::bounds_of(mesh);
  glm::dvec3 sum(0.0), tail(0.0);
  for (const glm::vec3& position : mesh.positions) sum += glm::dvec3(position);
  const glm::dvec3 centre = mesh.positions.empty() ? sum : sum / static_cast<double>(mesh.positions.size());
  double weight = 0.0;
  for (const glm::vec3& position : mesh.positions) {
    const glm::dvec3 arm = glm::dvec3(position) - centre;
    const double length = glm::length(arm);
    tail += arm * length * length;
    weight += length * length * length;
  }
  made.centre = glm::vec3(centre);
  if (weight > 0.0) made.tail = glm::vec3(tail / weight);
  return made;
}

std::string size_problem(std::string_view id, const geometry::Bounds& bounds) {
  const auto rule = std::find_if(sizes.begin(), sizes.end(), [&](const Size& size) { return id.starts_with(size.start); });
  if (rule == sizes.end()) {
    const float measured = longest(bounds);
    return measured < least_of_any || measured > most_of_any ? fmt::format("{} is {:.4g} mm long", id, measured) : std::string();
  }
  const float measured = id.starts_with("vertebra-") ? shortest(bounds) : longest(bounds);
  return measured < rule->low || measured > rule->high ? fmt::format("{} measures {:.4g} mm, {}", id, measured, rule->what) : std::string();
}

std::vector<Contradiction> contradictions_of(const std::vector<Placed>& parts) {
  std::vector<Contradiction> found;
  check_sizes(parts, found);
  check_up(parts, found);
  check_front(parts, found);
  check_sides(parts, found);
  return found;
}

std::vector<Frame> frames_that_mend(const std::vector<Placed>& parts, const Frame& read) {
  const glm::mat3 back = glm::inverse(matrix_of(read));
  std::vector<std::pair<int, Frame>> mending;
  std::size_t fewest = contradictions_of(parts).size();
  for (const float mm : units_to_try(read.mm)) {
    for (int up = 0; up < 6; ++up) {
      for (int front = 0; front < 6; ++front) {
        if (up / 2 == front / 2) continue;
        for (const bool mirrored : {read.mirrored, !read.mirrored}) {
          const Frame tried{mm, Axis{up / 2, up % 2 == 0 ? 1 : -1}, Axis{front / 2, front % 2 == 0 ? 1 : -1}, mirrored};
          const glm::mat3 by = matrix_of(tried) * back;
          std::vector<Placed> moved;
          for (const Placed& part : parts) moved.push_back(turned(part, by));
          // One structure may be odd for a reason of its own: the frames that leave the fewest contradictions are meant.
          const std::size_t left = contradictions_of(moved).size();
          if (left > fewest || (left == fewest && mending.empty())) continue;
          if (left < fewest) mending.clear();
          fewest = left;
          // A mirror is rare; a unit and axes are often wrong.
          const int changes = (tried.mm != read.mm ? 2 : 0) + (tried.up != read.up ? 2 : 0) + (tried.front != read.front ? 2 : 0) + (tried.mirrored != read.mirrored ? 3 : 0);
          mending.emplace_back(changes, tried);
        }
      }
    }
  }
  std::stable_sort(mending.begin(), mending.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Frame> best;
  for (const auto& [changes, frame] : mending) {
    // A mirror costs one more than a half turn; both are told where both would do.
    if (changes <= mending.front().first + 1 && best.size() < 3) best.push_back(frame);
  }
  return best;
}

}  // namespace dorsum::imports
