#version 410 core
// Origin: bars. Insertion: dots. Both on a thin tint of their colour, with a darker edge, as in a bone atlas.
#include "cut.glsl"
#include "lighting.glsl"

in vec3 at;
in vec3 outward;
in vec2 ends;  // x: origin, y: insertion, 0 to 1; 0.5 is the edge

uniform vec3 origin_colour;
uniform vec3 insertion_colour;
uniform float opacity;
out vec4 fragment;

// Two coordinates along the surface, mm: the two that the normal crosses most.
vec2 laid_flat(vec3 normal) {
  vec3 n = abs(normal);
  if (n.y >= n.x && n.y >= n.z) return at.xz;
  return n.x >= n.z ? at.yz : at.xy;
}

void main() {
  if (is_cut_away()) discard;
  vec3 normal = normalize(outward);
  vec2 p = laid_flat(normal);
  float pixel = max(max(fwidth(p.x), fwidth(p.y)), 1e-3);
  float far = smoothstep(1.2, 3.0, pixel);  // finer than the pixels: an even tint of the same weight
  float bar = mix(clamp(0.5 - (abs(fract((p.x + p.y) / 4.6) - 0.5) * 4.6 - 1.2) / pixel, 0.0, 1.0), 0.5, far);
  float dot_at = mix(clamp(0.5 - (length(fract(p / 4.4) - 0.5) * 4.4 - 1.3) / pixel, 0.0, 1.0), 0.4, far);

  bool is_origin = ends.x >= ends.y;
  float amount = max(ends.x, ends.y);
  float inside = smoothstep(0.42, 0.58, amount);
  float edge = inside * (1.0 - smoothstep(0.60, 0.86, amount));
  float pattern = max(is_origin ? bar : dot_at, edge);
  vec3 colour = is_origin ? origin_colour : insertion_colour;
  vec3 shaded = lit(colour, normal, at, vec3(0.2), 0.02 * highlight(normal, at, 14.0), 1.0);
  fragment = vec4(encoded(shaded), inside * mix(0.32, 0.95, pattern) * opacity);
}
