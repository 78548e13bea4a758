#version 410 core
// The legend's paper and its signs: skin and bone as the picture draws them, laid flat; a trigger point's mark; a colour.
#include "lighting.glsl"
#include "zones.glsl"
#include "patterns.glsl"
#include "tint.glsl"
#include "mark.glsl"

in vec2 local;
uniform vec2 low;
uniform vec2 high;
uniform int kind;         // 0 paper, 1 skin, 2 bone, 3 mark, 4 colour
uniform vec4 scalars;
uniform vec4 patterns;
uniform vec2 ends;
uniform vec3 colour;      // linear: of skin, of the tint, of the patch
uniform float opacity;
uniform bool lit_mark;
uniform float mark_size;
out vec4 fragment;

const float sign_height = 27.0;  // mm of the body

// Pixels within a rectangle with round corners.
float inside_of(vec2 p, vec2 size, float radius) {
  vec2 q = abs(p - 0.5 * size) - 0.5 * size + radius;
  return radius - length(max(q, 0.0)) - min(max(q.x, q.y), 0.0);
}

vec4 skin_sign(vec2 size) {
  float scale = sign_height / size.y;
  vec2 p = local * scale;
  float inside = inside_of(local, size, size.y * 0.2) * scale;
  float ramp = smoothstep(1.0, 7.0, inside);
  vec3 at = vec3(p.x, 0.0, p.y), normal = vec3(0.0, 1.0, 0.0);
  vec4 here = scalars * ramp;
  vec3 albedo = with_patterns(with_zones(colour, here, at), patterns * ramp, at, normal);
  if (scalars.y > 0.0) {
    vec2 cell = vec2(8.0, 7.0);
    vec2 row = vec2(p.x + 4.0 * mod(floor(p.y / cell.y), 2.0), p.y);
    float from_dot = length((fract(row / cell) - 0.5) * cell);
    vec4 dot_here = spill_dot(from_dot / 2.3, scale / 2.3);
    albedo = mix(albedo, dot_here.rgb, dot_here.a * step(0.4, ramp));
  }
  return vec4(encoded(albedo), 1.0);
}

vec4 bone_sign(vec2 size) {
  float scale = sign_height / size.y * 0.6;
  float inside = inside_of(local, size, size.y * 0.2) * scale;
  vec2 tint = tint_at(ends * smoothstep(-2.0, 6.0, inside), local * scale, scale);
  vec3 bone = encoded(vec3(0.80, 0.72, 0.56));
  return vec4(mix(bone, encoded(colour), tint.x * mix(0.32, 0.95, tint.y)), 1.0);
}

void main() {
  vec2 size = high - low;
  float shown = clamp(inside_of(local, size, kind == 0 ? 6.0 : size.y * 0.2) + 0.5, 0.0, 1.0);
  if (kind == 0) {
    float line = 1.0 - clamp(inside_of(local, size, 6.0) - 0.5, 0.0, 1.0);
    fragment = vec4(mix(pow(colour, vec3(1.0 / 2.2)), vec3(0.5), line * 0.6), shown * opacity);
  } else if (kind == 1) {
    fragment = skin_sign(size) * vec4(1.0, 1.0, 1.0, shown);
  } else if (kind == 2) {
    fragment = bone_sign(size) * vec4(1.0, 1.0, 1.0, shown);
  } else if (kind == 3) {
    fragment = mark(local - 0.5 * size, mark_size, lit_mark);
    fragment.a *= opacity;
  } else {
    fragment = vec4(pow(colour, vec3(1.0 / 2.2)), shown * opacity);
  }
}
