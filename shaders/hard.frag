#version 410 core
// Bone, cartilage, ligament, fascia, organs, nerves: apart by colour, grain and how they shine.
#include "cut.glsl"
#include "lens.glsl"
#include "lighting.glsl"
#include "shadow.glsl"
#include "noise.glsl"
#include "fibres.glsl"
#include "relief.glsl"

in vec3 at;
in vec3 outward;
in vec2 along_across;

uniform vec3 colour;
uniform float opacity;
uniform float glow;
uniform vec3 accent;
uniform float striation;         // 0 where the mesh has no fibre coordinates
uniform float depth_of_strands;  // how much darker and lighter than the mean

out vec4 fragment;

void main() {
  if (is_cut_away() || is_opened(at)) discard;
  vec3 normal = normalize(outward);
  if (!gl_FrontFacing) normal = -normal;
  vec3 albedo = colour;
#if defined(BONE)
  albedo *= vec3(1.03, 1.0, 0.955);
  // Ivory, warmer in patches as old bone is.
  float patches = noise(vec2(at.x + at.y * 0.7, at.z + at.y * 0.7) / 11.0) - 0.5;
  albedo *= 1.0 + patches * vec3(0.05, 0.09, 0.17);
#ifdef FINE
  // Without its periosteum bone is neither smooth nor even: low swellings, grain, and here and there a pore.
  float pixel = footprint_of(at);
  vec3 there = askew(at);
  float swells = (noise(there / 7.0) - 0.5) * shown_at(7.0, pixel);
  float grain = (noise(there / 2.2 + 5.0) - 0.5) * shown_at(2.2, pixel);
  float fine = (noise(there / 0.8 + 11.0) - 0.5) * shown_at(0.8, pixel);
  float pores = smoothstep(0.80, 0.92, noise(there / 1.3 + 17.0)) * shown_at(1.3, pixel);
  normal = tilted(normal, at, swells * 0.40 + grain * 0.13 + fine * 0.05 - pores * 0.08);
  albedo *= 1.0 + (swells * 0.5 + grain * 0.4) * vec3(0.06, 0.09, 0.14) - pores * vec3(0.08, 0.11, 0.14);
#endif
  float shine = 0.05 * highlight(normal, at, 14.0);
#elif defined(CARTILAGE)
  // Hyaline: light gets in and comes out at the edges.
  float grazing = 1.0 - clamp(dot(normal, normalize(eye - at)), 0.0, 1.0);
  albedo = mix(albedo * vec3(0.94, 0.97, 1.0), vec3(0.80, 0.88, 0.92), grazing * grazing * 0.7);
  float shine = 0.20 * highlight(normal, at, 46.0);
#elif defined(MOIST)  // organs, vessels and nerves under their serous coat
  float mottled = noise(vec2(at.x + at.y * 0.7, at.z + at.y * 0.7) / 7.0) - 0.5;
  albedo *= 1.0 + 0.10 * mottled;
  float shine = 0.14 * highlight(normal, at, 34.0);
#else  // FIBROUS: ligament and fascia
  float strand = striation > 0.0 ? striation_at(along_across) : 0.0;
  albedo *= 1.0 + strand * depth_of_strands;
  float shine = 0.10 * (1.0 + strand * 1.2) * highlight(normal, at, 30.0);
#ifdef FINE
  if (striation > 0.0) {
    vec3 along = fibre_direction(at, normal, along_across);
    normal = tilted(normal, at, 0.7 * bundle_height(along_across, strand));
    shine = 0.28 * silk(along, normal, at, 18.0) * (1.0 + strand * 1.3);
  }
#endif
#endif
  vec3 shaded = lit(albedo, normal, at, vec3(0.13, 0.10, 0.08), shine, key_light_at(at, normal, 0.6));
  shaded = mix(shaded, accent, glow * 0.18);
  fragment = vec4(encoded(shaded), opacity);
}
