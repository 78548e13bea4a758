#include <array>
#include <glm/geometric.hpp>
#include <limits>
#include <string_view>

#include "dorsum/core/to_say.h"
#include "name_wishes.h"

namespace dorsum::picture {
namespace {

struct SkinName {
  std::string_view landmark;  ///< with `:` where it is paired
  const char* plain;
  const char* latin;  ///< Terminologia Anatomica, 2nd edition
};

// What a hand can feel through the skin, from above down.
constexpr std::array<SkinName, 16> names{{
    {"external-occipital-protuberance", to_say("Bump of the back of the head"), "Protuberantia occipitalis externa"},
    {"mastoid:", to_say("Bone behind the ear"), "Processus mastoideus"},
    {"spinous-process:C7", to_say("C7, the prominent bone"), "Vertebra prominens"},
    {"clavicle-medial-end:", to_say("Collarbone"), "Clavicula"},
    {"sternal-notch", to_say("Notch over the breastbone"), "Incisura jugularis"},
    {"acromion-tip:", to_say("Point of the shoulder"), "Acromion"},
    {"root-of-scapular-spine:", to_say("Spine of the shoulder blade"), "Spina scapulae"},
    {"inferior-angle-scapula:", to_say("Lower corner of the shoulder blade"), "Angulus inferior scapulae"},
    {"xiphoid", to_say("Lower end of the breastbone"), "Processus xiphoideus"},
    {"olecranon:", to_say("Point of the elbow"), "Olecranon"},
    {"rib-tip:12:", to_say("Tip of the last rib"), "Costa duodecima"},
    {"iliac-crest-top:", to_say("Hip crest, level with L4"), "Crista iliaca"},
    {"anterior-superior-iliac-spine:", to_say("Front corner of the hip bone"), "Spina iliaca anterior superior"},
    {"posterior-superior-iliac-spine:", to_say("Dimple, level with S2"), "Spina iliaca posterior superior"},
    {"greater-trochanter:", to_say("Bony side of the hip"), "Trochanter major"},
    {"coccyx-tip", to_say("Tail bone"), "Os coccygis"},
}};

/// The skin over a landmark.
std::optional<body::Place> skin_over(const body::Body& body, const std::string& landmark) {
  constexpr float farthest = 60.0F;  // mm
  const auto found = body.atlas().landmarks.find(landmark);
  if (found == body.atlas().landmarks.end()) return std::nullopt;
  const auto skin = body.surfaces().closest(found->second.position, farthest, static_cast<std::uint32_t>(*body.skin()));
  if (!skin) return std::nullopt;
  return body::Place{*skin, skin->position};
}

/// The mean of the normals around, as the skin stands.
glm::vec3 outward_at(const body::Stance& stance, const geometry::SurfacePoint& on) {
  const geometry::TriangleMesh& mesh = stance.mesh(on.mesh);
  glm::vec3 normal(0.0F);
  for (const auto corner : mesh.triangles[on.triangle]) normal += mesh.normals[corner];
  return glm::normalize(normal);
}

}  // namespace

std::vector<NameWish> skin_names(const state::State& state, const body::Stance& stance, const Lookout& lookout, drawing::Viewport viewport,
                                 const words::Catalogue& words) {
  const body::Body& body = stance.body();
  std::vector<NameWish> wishes;
  if (!body.skin()) return wishes;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const SkinName& name = names[i];
    const bool paired = name.landmark.ends_with(':');
    // Paired ones take turns, so that both columns fill; where one is out of sight, the other is named.
    std::vector<std::string> places{std::string(name.landmark)};
    if (paired) places = {std::string(name.landmark) + (i % 2 == 0 ? "L" : "R"), std::string(name.landmark) + (i % 2 == 0 ? "R" : "L")};
    for (const std::string& place : places) {
      const auto spot = skin_over(body, place);
      if (!spot) continue;
      const auto at = lookout.on_skin(stance.place(*spot), outward_at(stance, spot->on));
      if (!at) continue;
      wishes.push_back({lines_of(state.names, words.say(name.plain), name.latin), *at, *body.skin(), static_cast<float>(names.size() - i), false,
                        stands_right(at->x, !paired, viewport)});
      break;
    }
  }
  return wishes;
}

}  // namespace dorsum::picture
