#version 410 core
// Cut skin, and under it lobules of fat.
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "shadow.glsl"
#include "noise.glsl"

in vec3 at;
in vec3 outward;
in float below;

uniform float skin_thickness;  // mm

out vec4 fragment;

void main() {
  if (is_cut_away() || is_opened(at)) discard;
  const vec3 cutis = vec3(0.74, 0.46, 0.36), fat = vec3(0.90, 0.70, 0.32);
  vec3 normal = normalize(outward);
  float pixel = max(fwidth(below), 1e-4);
  float lobules = noise(vec2(at.x + at.y, at.z + below * 1.5) / 3.4) - 0.5;
  vec3 yellow = fat * (1.0 + lobules * 0.26 * (1.0 - smoothstep(1.0, 3.5, pixel)));
  // Deeper down it shades into the bed it was cut from.
  yellow = mix(yellow, vec3(0.62, 0.34, 0.20), smoothstep(skin_thickness + 4.0, skin_thickness + 9.0, below) * 0.6);
  vec3 albedo = mix(cutis, yellow, clamp((below - skin_thickness) / pixel + 0.5, 0.0, 1.0));
  fragment = vec4(encoded(lit(albedo, normal, at, vec3(0.3), 0.07 * highlight(normal, at, 22.0), key_light_at(at, normal, 1.5))), 1.0);
}
