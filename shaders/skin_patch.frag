#version 410 core
// Where the skin is open, by the window or in the lens, a zone stays, as a translucent patch of skin.
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "skin_window.glsl"
#include "zones.glsl"
#include "patterns.glsl"

in vec3 at;
in vec3 outward;
in vec4 values;
in vec4 patterns;

uniform vec3 colour;

out vec4 fragment;

void main() {
  float inside = inside_window(values.w, at.x);
  float open = is_opened(at) ? 1.0 : clamp(0.5 + inside / max(fwidth(inside), 1e-4), 0.0, 1.0);
  float cover = max(zone_cover(values), pattern_cover(patterns)) * open;
  if (cover < 0.01 || is_cut_away()) discard;
  vec3 normal = normalize(outward);
  vec3 shaded = lit(with_patterns(with_zones(colour, values, at), patterns, at, normal), normal, at, vec3(0.35), 0.02 * highlight(normal, at, 18.0), 1.0);
  fragment = vec4(encoded(shaded), cover);
}
