#version 410 core
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "skin_window.glsl"
#include "zones.glsl"

in vec2 corner;
in float window_at;
in vec3 at;
in vec3 outward;
in float softness;

out vec4 fragment;

void main() {
  vec4 drawn = spill_dot(length(corner), softness);
  if (drawn.a < 0.01 || is_cut_away()) discard;
  vec3 shaded = lit(drawn.rgb, normalize(outward), at, vec3(0.4), 0.0, 1.0);
  fragment = vec4(encoded(shaded), drawn.a * 0.96);
}
