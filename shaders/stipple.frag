#version 410 core
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "skin_window.glsl"

in vec2 corner;
in float window_at;
in vec3 at;
in vec3 outward;
in float softness;

out vec4 fragment;

void main() {
  float cover = clamp((1.0 - length(corner)) / max(softness, 1e-3) + 0.5, 0.0, 1.0);
  if (cover < 0.01 || is_cut_away()) discard;
  float open = is_opened(at) ? 1.0 : smoothstep(-1.0, 1.0, inside_window(window_at, at.x));
  vec3 shaded = lit(vec3(0.55, 0.05, 0.02), normalize(outward), at, vec3(0.4), 0.0, 1.0);
  fragment = vec4(encoded(shaded), cover * mix(0.92, 0.80, open));
}
