#version 410 core
// Skin, left whole outside the window; seen from inside, through the window, it is a warm dark lining.
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "shadow.glsl"
#include "noise.glsl"
#include "relief.glsl"
#include "skin_window.glsl"
#include "skin_gone.glsl"
#include "zones.glsl"
#include "patterns.glsl"

in vec3 at;
in vec3 outward;
in vec4 values;
in vec4 patterns;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;

out vec4 fragment;

void main() {
  if (is_cut_away() || is_gone(at, values.w)) discard;
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) {
    vec3 lining = vec3(0.36, 0.15, 0.11);
    vec3 shaded = lining * (0.35 + 0.45 * clamp(dot(-normal, key_direction), 0.0, 1.0) * key_light_at(at, -normal, 1.0));
    fragment = vec4(encoded(shaded), opacity);
    return;
  }
  // Towards the cut the skin turns over, a little redder.
  vec3 albedo = mix(colour, vec3(0.66, 0.40, 0.30), smoothstep(-2.6, -0.2, inside_window(values.w, at.x)) * 0.55);
#ifdef MARKED
  albedo = with_patterns(with_zones(albedo, values, at), patterns, at, normal);
#endif
  vec3 smoothly = normal;
#ifdef FINE
  // Blood shows through in patches, and pores roughen what shines.
  float pixel = footprint_of(at);
  vec3 there = askew(at);
  float blood = noise(there / 34.0) + 0.6 * noise(there / 13.0 + 9.0) - 0.8;
  albedo *= 1.0 + blood * vec3(0.02, -0.055, -0.06);
  normal = tilted(normal, at, (noise(there / 1.1) - 0.5) * 0.13 * shown_at(1.1, pixel) + (noise(there / 3.2) - 0.5) * 0.10 * shown_at(3.2, pixel));
#endif
  float shine = 0.055 * highlight(normal, at, 18.0);
#ifdef FINE
  shine += 0.035 * highlight(normal, at, 48.0);
#endif
  vec3 shaded = lit(albedo, normal, at, vec3(0.48, 0.30, 0.24), shine, key_light_at(at, smoothly, 3.0));
  // Blood under the skin: the terminator is warmer than the lit side.
  float key = dot(smoothly, key_direction);
  shaded += albedo * vec3(0.10, 0.025, 0.012) * (1.0 - smoothstep(0.0, 0.5, abs(key)));
  shaded = mix(shaded, accent, glow * 0.10);
  fragment = vec4(encoded(shaded), opacity);
}
