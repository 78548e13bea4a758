#version 410 core
// What a section lays bare: muscle and nerve in bundles cut across, spongy bone, organs, fat between them, and the flat rest.
#include "lighting.glsl"
#include "section_light.glsl"
#include "noise.glsl"

in vec2 on_plane;
in vec3 at;

uniform vec3 colour;
uniform float opacity;
uniform int tissue;         // drawing::Material; 0: what fills the body between the structures
uniform float pixel_angle;  // mm a pixel at 1 mm from the eye
uniform float glow;
uniform vec3 accent;
out vec4 fragment;

// Distance to the nearest and the second nearest of points scattered one a cell (Worley, SIGGRAPH 1996).
vec2 nearest_two(vec2 p) {
  ivec2 home = ivec2(floor(p));
  vec2 nearest = vec2(9.0);
  for (int i = 0; i < 9; ++i) {
    ivec2 cell = home + ivec2(i % 3 - 1, i / 3 - 1);
    vec2 point = vec2(cell) + 0.5 + 0.36 * (vec2(lattice(cell), lattice(cell + ivec2(57, 131))) * 2.0 - 1.0);
    float d = distance(p, point);
    nearest = d < nearest.x ? vec2(d, nearest.x) : vec2(nearest.x, min(nearest.y, d));
  }
  return nearest;
}

// Bundles: dark in the middle, parted by pale septa. -1 to 1.
float bundles(float size) {
  vec2 near = nearest_two(on_plane / size);
  return mix(0.75, -0.30, smoothstep(0.02, 0.22, near.y - near.x)) - 0.25 * (1.0 - smoothstep(0.0, 0.35, near.x));
}

void main() {
  float pixel = pixel_angle * distance(eye, at);
  vec3 albedo = colour;
  if (tissue == 1) {
    // The size of bundles doubles before they get finer than a few pixels.
    float level = max(0.0, log2(pixel * 6.0 / 2.4)), whole = floor(level);
    float size = 2.4 * exp2(whole);
    albedo *= 1.0 + 0.24 * mix(bundles(size), bundles(size * 2.0), level - whole);
  } else if (tissue == 2) {
    float pores = noise(on_plane / 1.3) * (1.0 - smoothstep(0.4, 1.3, pixel)) + noise(on_plane / 3.1) * (1.0 - smoothstep(1.0, 3.0, pixel));
    albedo *= 0.86 + 0.22 * pores;
  } else if (tissue == 6) {  // an organ: fine and even
    albedo *= 1.0 + 0.10 * (noise(on_plane / 1.7) - 0.5) * (1.0 - smoothstep(0.6, 1.7, pixel)) + 0.06 * (noise(on_plane / 4.3) - 0.5);
  } else if (tissue == 7) {  // a nerve: a cable of bundles
    albedo *= 1.0 + 0.30 * bundles(max(1.1, pixel * 4.0));
  } else if (tissue == 0) {
    albedo *= 0.97 + 0.06 * noise(on_plane / 9.0);
  }
  albedo = mix(albedo, accent, glow * 0.25);
  fragment = vec4(cut_light(albedo), opacity);
}
