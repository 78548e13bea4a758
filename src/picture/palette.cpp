#include "palette.h"

#include "dorsum/core/srgb.h"

namespace dorsum::picture {

drawing::Material material_of(atlas::Kind kind) {
  switch (kind) {
    case atlas::Kind::skin: return drawing::Material::skin;
    case atlas::Kind::muscle: return drawing::Material::flesh;
    case atlas::Kind::bone: return drawing::Material::bone;
    case atlas::Kind::cartilage: return drawing::Material::cartilage;
    case atlas::Kind::ligament: return drawing::Material::ligament;
    case atlas::Kind::fascia: return drawing::Material::fascia;
    case atlas::Kind::organ:
    case atlas::Kind::vessel: return drawing::Material::organ;
    case atlas::Kind::nerve: return drawing::Material::nerve;
  }
  return drawing::Material::bone;
}

// Vermilion and blue of Okabe and Ito's set, which all common kinds of eye tell apart ("Color Universal Design", 2008).
glm::vec3 origin_colour() { return linear_of_srgb(205, 78, 0); }
glm::vec3 insertion_colour() { return linear_of_srgb(0, 92, 170); }

glm::vec3 arc_colour(state::Theme theme) {
  return theme == state::Theme::dark ? linear_of_srgb(255, 150, 118) : linear_of_srgb(122, 8, 24);
}

glm::vec3 hand_colour() { return linear_of_srgb(0, 138, 126); }
glm::vec3 where_not_colour() { return linear_of_srgb(88, 62, 148); }

Backdrop backdrop_of(state::Theme theme) {
  if (theme == state::Theme::dark) {
    return {.top = linear_of_srgb(58, 62, 70),
            .bottom = linear_of_srgb(24, 26, 31),
            .accent = linear_of_srgb(255, 196, 60),
            .ink = linear_of_srgb(236, 233, 227),
            .paper = linear_of_srgb(22, 24, 28)};
  }
  return {.top = linear_of_srgb(246, 246, 244),
          .bottom = linear_of_srgb(214, 217, 220),
          .accent = linear_of_srgb(0, 92, 175),
          .ink = linear_of_srgb(30, 32, 36),
          .paper = linear_of_srgb(252, 250, 246)};
}

}  // namespace dorsum::picture
