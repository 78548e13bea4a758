#version 410 core
// Arrows in rows along the fibres, each pointing the way the muscle pulls: from its insertion toward its origin,
// which is where the coordinate along the fibres begins.
#include "cut.glsl"
#include "lens.glsl"

in vec3 at;
in vec3 outward;
in vec2 along_across;

uniform float flow;     // mm moved so far
uniform float opacity;
out vec4 fragment;

const float pitch = 34.0;  // mm from arrow to arrow
const float row = 13.0;    // mm from row to row

// Distance in mm to an arrow along +x with its tip at the origin, about.
float arrow(vec2 p) {
  float shaft = max(abs(p.y) - 0.9, max(p.x + 5.0, -p.x - 19.0));
  float head = max(abs(p.y) * 0.80 + p.x * 0.45 - 0.2, -p.x - 8.0);
  return min(shaft, head);
}

void main() {
  if (is_cut_away() || is_opened(at)) discard;
  // The sheet's edges and its inner side have cramped coordinates: leave them bare.
  float crowded = max(fwidth(along_across.x), fwidth(along_across.y));
  float number = floor(along_across.y / row);
  // Rows are staggered, so that they read as a flow and not as ranks.
  float along = -along_across.x - flow + fract(number * 0.381966) * pitch;
  // From the tip backward: -pitch..0.
  vec2 p = vec2((fract(along / pitch) - 1.0) * pitch + 6.0, (fract(along_across.y / row) - 0.5) * row);
  float pixel = max(crowded, 1e-3);
  float d = arrow(p);
  float ink = clamp(0.5 - d / pixel, 0.0, 1.0);
  float halo = clamp(0.5 - (d - 1.3) / pixel, 0.0, 1.0);
  float fine = 1.0 - smoothstep(2.0, 5.0, pixel);  // mm a pixel: too far away to be read
  vec3 paper = vec3(1.0, 0.98, 0.93), dark = vec3(0.07, 0.10, 0.28);
  fragment = vec4(mix(paper, dark, ink), max(ink, halo * 0.85) * fine * opacity);
}
