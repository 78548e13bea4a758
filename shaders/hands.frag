#version 410 core
// A ribbon: translucent, with a rim and chevrons that point the way; the harder the hand presses, the wider the rim and the
// closer the chevrons. Skin that no hand presses: hatched both ways; that bears little: one way.
#include "cut.glsl"
#include "lighting.glsl"

in vec3 at;
in vec3 outward;
in vec4 marked;  // of a ribbon: mm along, -1 to 1 across, pressure, 0; hatched: weight, strictness, 0, 1

uniform vec3 hand_colour;
uniform vec3 where_not_colour;
uniform float opacity;
out vec4 fragment;

// A line of a pattern, soft over a pixel: how much of it is here.
float bar(float along, float period, float width) {
  float pixel = max(fwidth(along), 1e-3);
  float drawn = clamp(0.5 - (abs(fract(along / period) - 0.5) * period - 0.5 * (period - width)) / -pixel, 0.0, 1.0);
  return mix(drawn, width / period, smoothstep(0.4, 1.0, pixel / period));
}

vec4 ribbon(vec3 normal) {
  float pressure = marked.z, across = abs(marked.y);
  float rim = smoothstep(1.0 - 0.05 - 0.035 * pressure, 1.0 - 0.02 - 0.035 * pressure, across);
  float period = 46.0 - 7.0 * pressure;
  float chevron = bar(marked.x + 13.0 * across, period, 3.0 + 0.6 * pressure);
  float ink = max(rim, chevron * (1.0 - 0.5 * rim));
  vec3 colour = mix(hand_colour, hand_colour * 0.45, ink);
  return vec4(encoded(lit(colour, normal, at, vec3(0.2), 0.0, 1.0)), mix(0.30 + 0.05 * pressure, 0.92, ink));
}

vec4 hatched(vec3 normal) {
  float weight = marked.x, pixel = max(fwidth(weight), 1e-3);
  float inside = clamp(0.5 + (weight - 0.5) / pixel, 0.0, 1.0);
  vec3 n = abs(normal);
  vec2 p = n.y >= n.x && n.y >= n.z ? at.xz : n.x >= n.z ? at.yz : at.xy;
  float one = bar(p.x + p.y, 9.0, 2.0), other = marked.y > 0.75 ? bar(p.x - p.y, 9.0, 2.0) : 0.0;
  float edge = inside * (1.0 - smoothstep(0.06, 0.14, abs(weight - 0.56)));
  float ink = max(max(one, other), edge);
  return vec4(encoded(lit(where_not_colour, normal, at, vec3(0.2), 0.0, 1.0)), inside * mix(0.13, 0.80, ink));
}

void main() {
  if (is_cut_away()) discard;
  vec3 normal = normalize(outward);
  vec4 colour = marked.w > 0.5 ? hatched(normal) : ribbon(normal);
  fragment = vec4(colour.rgb, colour.a * opacity);
}
