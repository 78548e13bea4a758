#version 410 core
// Where the skin is open a zone stays, as a translucent patch of skin.
#include "lens.glsl"
#include "lighting.glsl"
#include "skin_window.glsl"
#include "zones.glsl"

in vec3 at;
in vec3 outward;
in vec4 values;

uniform vec3 colour;

out vec4 fragment;

void main() {
  if (is_opened(at)) discard;
  float inside = inside_window(values.w, at.x);
  float cover = zone_cover(values) * clamp(0.5 + inside / max(fwidth(inside), 1e-4), 0.0, 1.0);
  if (cover < 0.01) discard;
  vec3 shaded = lit(with_zones(colour, values, at), normalize(outward), at, 0.35, 18.0, 0.05);
  fragment = vec4(encoded(shaded), cover);
}
