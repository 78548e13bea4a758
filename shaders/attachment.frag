#version 410 core
#include "cut.glsl"
#include "lighting.glsl"
#include "tint.glsl"

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
  vec2 tint = tint_at(ends, p, max(max(fwidth(p.x), fwidth(p.y)), 1e-3));
  vec3 colour = is_origin(ends) ? origin_colour : insertion_colour;
  vec3 shaded = lit(colour, normal, at, vec3(0.2), 0.02 * highlight(normal, at, 14.0), 1.0);
  fragment = vec4(encoded(shaded), tint.x * mix(0.32, 0.95, tint.y) * opacity);
}
